/** The terms of use: a template, in the operator's name. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { findWords, renderSentences, renderText } from '../language.ts'
import type { Policy } from '../policy.ts'
import { listTermsGaps, type Operator } from '../site.ts'
import { renderGap } from './gap.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderOperator } from './operator.ts'
import { sayRefund } from './refund.ts'

export function renderTerms(operator: Operator, policy: Policy): Markup {
  const words = findWords()
  const { terms } = words
  const gaps = listTermsGaps(operator)
  const { termsDate } = operator
  return renderLayout(
    terms.title,
    html`<article class="prose">
      <h1>${terms.title}</h1>
      ${gaps.length > 0 ? html`<p class="advice" role="note">${renderText(terms.draft(gaps))}</p>` : ''}
      <p class="lead">${terms.lead}</p>
      ${termsDate === undefined ? '' : html`<p class="quiet">${terms.asOf(words.day(Date.parse(termsDate)))}</p>`}
      <h2>${terms.who}</h2>
      ${renderOperator(words, operator, { needsAddress: true })}
      ${renderUse(words, policy)}
      ${renderMoney(words, operator, policy)}
      ${renderPictures(words, policy)}
      ${renderEnd(words, operator)}
    </article>`,
  )
}

function renderUse({ terms: { service, account, rules } }: Words, { model }: Policy): Markup {
  return html`<h2>${service.title}</h2>
  <p>${service.text}</p>
  <h2>${account.title}</h2>
  <p>${renderText(account.text())}</p>
  <h2>${rules.title}</h2>
  <p>${renderSentences(rules.text, model === 'openai' ? rules.openai() : '')}</p>`
}

function renderMoney(words: Words, operator: Operator, { providers }: Policy): Markup {
  const { money, refunds } = words.terms
  return html`<h2>${money.title}</h2>
  <p>${renderSentences(
    money.text(),
    providers.includes('lemonsqueezy') ? money.lemonsqueezy : '',
    providers.includes('discord') ? money.discord : '',
  )}</p>
  <p>${money.others}</p>
  <h2 id="refunds">${refunds.title}</h2>
  <p>${renderSentences(sayRefund(words, operator), refunds.law)}</p>`
}

function renderPictures({ terms: { pictures } }: Words, { model }: Policy): Markup {
  return html`<h2>${pictures.title}</h2>
  <p>${renderSentences(pictures.text(), model === 'openai' ? pictures.openai : '')}</p>
  <p>${pictures.shared}</p>`
}

function renderEnd({ terms: { liability, changes, law, gaps } }: Words, operator: Operator): Markup {
  return html`<h2>${liability.title}</h2>
  <p>${liability.text}</p>
  <h2>${changes.title}</h2>
  <p>${changes.text}</p>
  <h2>${law.title}</h2>
  <p>${law.applies} ${operator.law === undefined ? renderGap(gaps.law, 'TERMS_LAW') : html`<strong>${operator.law}</strong>`}</p>
  <p>${law.consumer}</p>`
}
