/** The start page: what this is, where to get it, and how it begins. */
import { html } from 'hono/html'
import type { Prices, Words } from '#core/index.ts'
import { type Asset, assets } from '../assets.ts'
import { findFrame } from '../frame.ts'
import { findWords, renderText } from '../language.ts'
import type { InstallLinks } from '../site.ts'
import type { Status, StatusPart } from '../status.ts'
import { type Markup, renderLayout } from './layout.ts'

export interface StartPage {
  status: Status
  installLinks: InstallLinks
  prices: Prices
  welcomeCredits: number
  /** Whether whoever looks can only be on this machine: only to them is said what the bot runs on. */
  isLocal: boolean
}

type StartWords = Words['start']

export async function renderStart(page: StartPage): Promise<Awaited<Markup>> {
  const { status, installLinks, prices, welcomeCredits, isLocal } = page
  const { start: words, toAccount } = findWords()
  const { draft, standard, premium } = prices
  const isSignedIn = typeof (await findFrame()?.findReader()) === 'object'
  return await renderLayout(
    words.title,
    html`<section class="opening">
      <div>
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${renderWays(words, installLinks, isSignedIn ? toAccount : words.signIn)}
        <p class="quiet">${renderWhere(words, status.platforms)}</p>
      </div>
      ${renderShown(words, prices)}
    </section>
    <section aria-labelledby="steps">
      <h2 id="steps">${words.stepsTitle}</h2>
      <ol class="steps">${words.steps(welcomeCredits).map(({ title, text }) => html`<li><h3>${title}</h3><p>${renderText(text)}</p></li>`)}</ol>
    </section>
    <section aria-labelledby="tools">
      <h2 id="tools">${words.toolsTitle}</h2>
      ${renderTools(words)}
      <p class="quiet">${words.toolsNote}</p>
    </section>
    <section class="card offer" aria-labelledby="price">
      <div>
        <h2 id="price">${words.priceTitle}</h2>
        <p>${renderText(words.price(draft.usual, standard.usual, premium.usual))}</p>
      </div>
      <a class="button" href="/pricing">${words.seePricing}</a>
    </section>
    ${isLocal ? renderRunning(words, status.parts) : ''}`,
    { description: words.description, styles: [assets.startStyle.href] },
  )
}

/** The nearest way to begin comes first. */
function renderWays(words: StartWords, { discord, slack }: InstallLinks, toAccount: string): Markup {
  const ways = [
    ...(discord === undefined
      ? []
      : [{ href: discord, label: words.add('Discord'), icon: assets.discordIcon }]),
    ...(slack === undefined ? [] : [{ href: slack, label: words.add('Slack'), icon: assets.slackIcon }]),
    { href: '/account', label: toAccount, icon: undefined },
  ]
  return html`<div class="ways">${ways.map(
    ({ href, label, icon }, at) =>
      html`<a class="button large ${at === 0 ? 'primary' : ''}" href="${href}">${icon ? html`<img src="${icon.href}" alt="" width="20" height="20">` : ''}${label}</a>`,
  )}</div>`
}

const renderWhere = (words: StartWords, platforms: readonly string[]): string =>
  platforms.length === 0 ? words.noPlatform : words.whereElse(platforms)

/** A message as the bot posts it; what looks like a button there is none here. */
function renderShown({ shown }: StartWords, { standard, premium }: Prices): Markup {
  const buttons = [
    shown.again(standard.usual),
    shown.vary(standard.usual),
    shown.change,
    shown.upgrade(premium.usual),
    shown.share,
  ]
  return html`<figure class="shown">
    <div class="message">
      <p class="asked"><span class="initial" aria-hidden="true">${shown.asker[0]}</span><code>/imagine ${shown.prompt}</code></p>
      <img src="${assets.hero.href}" srcset="${assets.heroSmall.href} 640w, ${assets.hero.href} 1200w"
        sizes="(width < 60rem) 92vw, 34rem" width="1200" height="800" alt="${shown.alt}" fetchpriority="high">
      <p class="quiet">${shown.facts(standard.usual)}</p>
      <p class="presses" aria-hidden="true">${buttons.map((label) => html`<span>${label}</span>`)}</p>
    </div>
    <figcaption class="quiet">${shown.caption}</figcaption>
  </figure>`
}

const toolPictures: readonly { tool: keyof StartWords['tools']; picture: Asset }[] = [
  { tool: 'og', picture: assets.ogPicture },
  { tool: 'logo', picture: assets.logoPicture },
  { tool: 'emoji', picture: assets.emojiPicture },
  { tool: 'qr', picture: assets.qrPicture },
]

function renderTools({ tools }: StartWords): Markup {
  return html`<ul class="grid tools">${toolPictures.map(
    ({ tool, picture }) => html`<li class="card">
      <img src="${picture.href}" alt="" width="600" height="315" loading="lazy">
      <h3>${tools[tool].title} <code>/${tool}</code></h3>
      <p>${tools[tool].text}</p>
    </li>`,
  )}</ul>`
}

function renderRunning(words: StartWords, parts: readonly StatusPart[]): Markup {
  return html`<details class="running">
    <summary>${words.running}</summary>
    <dl class="parts">${parts.map(
      ({ part, using, standIn }) => html`<div>
        <dt>${part}</dt>
        <dd>${using}${standIn ? html` <span class="badge">${words.standIn}</span>` : ''}</dd>
      </div>`,
    )}</dl>
    ${parts.some((part) => part.standIn) ? html`<p class="note">${words.standInNote}</p>` : ''}
  </details>`
}
