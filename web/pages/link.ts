/** The pages of linking a chat to an account, and of undoing it. */
import { html } from 'hono/html'
import type { ChatUser, LinkRequest, SignInPlatform, Welcoming, Words } from '#core/index.ts'
import { renderText } from '../language.ts'
import { renderAction, renderWaiting } from './form.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderProblemPage } from './problem.ts'
import { findPlace, isolateName, type NamedChatUser } from './words.ts'

/** Names both sides, before anything is agreed to. `by`: the platform whose own sign-in can take the place of a code. */
export function renderLinkRequest(
  words: Words,
  { user, team }: LinkRequest,
  { email, path, by }: { email: string; path: string; by: SignInPlatform | undefined },
): Markup {
  const { connecting, places } = words
  const name = isolateName(user.name)
  return renderLayout(
    connecting.title,
    html`<section class="narrow">
      <h1>${connecting.heading}</h1>
      <dl class="parts">
        <div><dt>${connecting.whosAsking}</dt><dd><strong>${name}</strong></dd></div>
        <div><dt>${connecting.where}</dt><dd>${renderWhere(words, user, team)}</dd></div>
        <div><dt>${connecting.yourAccount}</dt><dd><strong>${email}</strong></dd></div>
      </dl>
      <p>${renderText(connecting.warning(name, places.at[user.platform]))}</p>
      ${by === undefined ? renderCodeWay(words, path) : renderProofWay(words, path, by)}
      <p class="note">${connecting.notYours} <a href="/account/settings">${connecting.signOutFirst}</a></p>
    </section>`,
  )
}

const renderWhere = ({ places }: Words, { platform }: ChatUser, team: string | undefined) =>
  team === undefined ? places.the[platform] : `${places.the[platform]}: ${isolateName(team)}`

const renderCodeWay = ({ connecting }: Words, path: string) =>
  html`<div class="actions">
    ${renderAction({ action: path, label: connecting.yes, look: 'primary' })}
    <a href="/account">${connecting.no}</a>
  </div>`

function renderProofWay({ connecting, places }: Words, path: string, by: SignInPlatform) {
  const platform = places.the[by]
  return html`<div class="actions">
      ${renderAction({ action: `${path}/sign-in`, label: connecting.continueWith(platform), look: 'primary' })}
      ${renderAction({ action: path, label: connecting.codeInstead })}
      <a href="/account">${connecting.no}</a>
    </div>
    <p class="note">${connecting.whatItTells(platform)}</p>`
}

/** While the browser is sent to the platform's own page. */
export function renderLeaving({ connecting, places }: Words, by: SignInPlatform, address: string): Markup {
  const platform = places.the[by]
  return renderLayout(
    connecting.leavingTitle(platform),
    html`<section class="problem">
      <h1>${connecting.leaving(platform)}</h1>
      ${renderWaiting()}
      <p><a class="button primary" href="${address}">${connecting.continueWith(platform)}</a></p>
    </section>`,
  )
}

/** After the platform has proven it. */
export function renderLinked({ connecting, places }: Words, by: SignInPlatform, balance: number): Markup {
  return renderLayout(
    connecting.doneTitle,
    html`<section class="problem">
      <h1>${connecting.done}</h1>
      <p class="lead">${renderText(connecting.doneNext(balance, places.the[by]))}</p>
      <p><a class="button" href="/account">${connecting.toAccount}</a></p>
    </section>`,
  )
}

/** `name`: who has signed in there, where the platform says. */
export function renderOtherPerson(
  { connecting, places }: Words,
  { request: { user }, name }: { request: LinkRequest; name?: string },
  again: string,
): Markup {
  const platform = places.the[user.platform]
  const other = name === undefined ? undefined : isolateName(name)
  return renderLayout(
    connecting.nothingTitle,
    html`<section class="problem">
      <h1>${connecting.otherHeading(platform)}</h1>
      <p class="lead">${renderText(connecting.other(platform, isolateName(user.name), other))}</p>
      <p>${connecting.otherNext(platform)}</p>
      <p><a class="button primary" href="${again}">${connecting.tryAgain}</a></p>
    </section>`,
  )
}

/** What is foreseen of the welcome credits. */
export interface WelcomeNote {
  welcoming: Welcoming
  welcomeCredits: number
}

function renderWelcome({ connecting }: Words, { welcoming, welcomeCredits }: WelcomeNote): Markup | '' {
  if (welcoming === 'off') return ''
  return welcoming === 'granted'
    ? html`<p>${renderText(connecting.welcome(welcomeCredits))}</p>`
    : html`<p class="note">${connecting.noWelcome[welcoming]}</p>`
}

/** Shown once: the code is not kept in a form that could be shown again. */
export function renderLinkCode(
  words: Words,
  code: string,
  { user, team }: LinkRequest,
  welcome: WelcomeNote,
): Markup {
  const { connect, connecting, places } = words
  const isTyped = user.platform === 'terminal'
  return renderLayout(
    connecting.codeTitle,
    html`<section class="narrow">
      <h1>${connecting.codeHeading}</h1>
      <p class="lead">${
        isTyped
          ? connecting.codeInTerminal
          : renderText(connecting.codeInChat(places.the[user.platform], connect.enterCode))
      }</p>
      <p class="shown-code"><code>${isTyped ? '/link ' : ''}${code.slice(0, 4)} ${code.slice(4)}</code></p>
      <p>${renderText(connecting.codeLife(isolateName(user.name), findPlace(words, { ...user, team })))}</p>
      ${renderWelcome(words, welcome)}
      <p class="advice">${connecting.codeAdvice}</p>
    </section>`,
  )
}

/** `again`: where it can be tried again; the account page where it cannot. */
export function renderLinkProblem(
  { connecting }: Words,
  problem: keyof Words['connecting']['problems'],
  again?: string,
): Markup {
  const next =
    again === undefined
      ? { href: '/account', label: connecting.toAccount }
      : { href: again, label: connecting.tryAgain }
  return renderProblemPage(connecting.problems[problem], next)
}

export function renderUnlink(words: Words, user: NamedChatUser, path: string): Markup {
  const { connecting } = words
  return renderLayout(
    connecting.undoTitle,
    html`<section class="narrow">
      <h1>${connecting.undoHeading}</h1>
      <p class="lead">${renderText(connecting.undo(isolateName(user.name), findPlace(words, user)))}</p>
      <div class="actions">
        ${renderAction({ action: path, label: connecting.disconnect, look: 'danger' })}
        <a href="/">${connecting.keep}</a>
      </div>
    </section>`,
  )
}

export function renderUnlinked({ connecting }: Words): Markup {
  return renderLayout(
    connecting.undone,
    html`<section class="problem">
      <h1>${connecting.undone}</h1>
      <p class="lead">${connecting.undoneNext}</p>
      <p><a class="button primary" href="/account">${connecting.toAccount}</a></p>
    </section>`,
  )
}
