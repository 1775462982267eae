/** The privacy policy: what this software does with data about people, in the operator's name. */
import { html } from 'hono/html'
import { joinTexts, type Text, type Words } from '#core/index.ts'
import { findWords, renderSentences, renderText } from '../language.ts'
import type { Policy } from '../policy.ts'
import type { Operator } from '../site.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderOperator } from './operator.ts'

type Said = Words['policy']

export function renderPrivacy(operator: Operator, policy: Policy): Markup {
  const words = findWords()
  const { policy: said } = words
  const { privacyDate } = operator
  return renderLayout(
    said.title,
    html`<article class="prose">
      <h1>${said.title}</h1>
      ${privacyDate === undefined ? '' : html`<p class="lead">${said.asOf(words.day(Date.parse(privacyDate)))}</p>`}
      <h2>${said.who}</h2>
      ${renderOperator(words, operator, { needsAddress: false })}
      ${renderKeeping(said, policy)}
      ${policy.model === 'openai' ? renderMarks(said, policy) : ''}
      ${renderCookies(said, policy)}
      ${renderSharing(said, policy)}
      <h2>${said.rights.title}</h2>
      <p>${renderText(said.rights.text())}</p>
    </article>`,
    { description: said.description },
  )
}

interface Item {
  term: string
  text: string | Text
}

const renderItem = ({ term, text }: Item): Markup =>
  html`<dt>${term}</dt><dd>${typeof text === 'string' ? text : renderText(text)}</dd>`

function renderKeeping({ kept }: Said, { keepsLog, store }: Policy): Markup {
  const { account, chats, pictures, teams, credits, purchases, signingIn, abuse, log } = kept
  const logged = { term: log.term, text: joinTexts(log.text, keepsLog ? log.stays : log.goes) }
  const items = [account, chats, pictures, teams, credits, purchases, signingIn, abuse, logged]
  return html`<h2>${kept.title}</h2>
  <p>${kept.where[store]}</p>
  <dl class="terms">${items.map(renderItem)}</dl>`
}

function renderMarks({ marks }: Said, { host }: Policy): Markup {
  return html`<h2>${marks.title}</h2>
  <p>${renderSentences(marks.text(), host === 'cloudflare' ? marks.cloudflare : '', marks.chats)}</p>`
}

function renderCookies({ cookies }: Said, { platforms }: Policy): Markup {
  return html`<h2>${cookies.title}</h2>
  <p>${renderSentences(cookies.session(), platforms.includes('Slack') ? cookies.slack() : '', cookies.none)}</p>`
}

/** The test checkout is this program itself. */
function renderSharing({ others }: Said, policy: Policy): Markup {
  const { model, host, providers, mailer, platforms, signIns } = policy
  const names = platforms.filter((name) => name !== 'Terminal')
  const items = [
    others[model],
    others[host],
    ...providers.flatMap((provider) => (provider === 'test' ? [] : others[provider])),
    ...(mailer === 'smtp' ? [others.mail] : []),
    ...(names.length > 0 ? [others.chats(names)] : []),
    ...signIns.map((platform) => others.signIns[platform]),
  ]
  return html`<h2>${others.title}</h2>
  <dl class="terms">${items.map(renderItem)}</dl>
  <p>${others.nobody}</p>`
}
