/** The pages of linking a chat to an account, and of undoing it. */
import { html } from 'hono/html'
import type { ChatUser, LinkRequest, SignInPlatform, Welcoming } from '#core/index.ts'
import { renderAction, renderWaiting } from './form.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderProblemPage } from './problem.ts'
import { cleanName, type NamedChatUser, platformNames, renderChatUser, renderCredits } from './words.ts'

/** Names both sides, before anything is agreed to. `by`: the platform whose own sign-in can take the place of a code. */
export function renderLinkRequest(
  request: LinkRequest,
  { email, path, by }: { email: string; path: string; by: SignInPlatform | undefined },
): Markup {
  const { user, team } = request
  const name = html`<bdi>${cleanName(user.name)}</bdi>`
  return renderLayout(
    'Connect a chat',
    html`<section class="narrow">
      <h1>Connect this chat?</h1>
      <dl class="parts">
        <div><dt>Who’s asking</dt><dd><strong>${name}</strong></dd></div>
        <div><dt>Where</dt><dd>${describePlace(user, team)}</dd></div>
        <div><dt>Your account</dt><dd><strong>${email}</strong></dd></div>
      </dl>
      <p>
        ${name} will be able to spend your credits and see your pictures. Go on only if that’s you, and you asked for this
        in ${platformNames[user.platform]} just now.
      </p>
      ${by === undefined ? renderCodeWay(path) : renderProofWay(path, by)}
      <p class="note">Not your account? <a href="/account/settings">Sign out first</a>.</p>
    </section>`,
  )
}

const renderCodeWay = (path: string) =>
  html`<div class="actions">
    ${renderAction({ action: path, label: 'Yes, that’s me', look: 'primary' })}
    <a href="/account">No, cancel</a>
  </div>`

const renderProofWay = (path: string, by: SignInPlatform) =>
  html`<div class="actions">
      ${renderAction({ action: `${path}/sign-in`, label: `Continue with ${platformNames[by]}`, look: 'primary' })}
      <a href="/account">Cancel</a>
    </div>
    <p class="note">${platformNames[by]} tells us who you are there, and nothing else.</p>
    <div class="actions">
      ${renderAction({ action: path, label: 'Use a code instead' })}
    </div>`

/** While the browser is sent to the platform's own page. */
export function renderLeaving(by: SignInPlatform, address: string): Markup {
  return renderLayout(
    `On to ${platformNames[by]}`,
    html`<section class="problem">
      <h1>Taking you to ${platformNames[by]}…</h1>
      ${renderWaiting()}
      <p><a class="button primary" href="${address}">Continue with ${platformNames[by]}</a></p>
    </section>`,
  )
}

/** After the platform has proven it. */
export function renderLinked(by: SignInPlatform, balance: number): Markup {
  return renderLayout(
    'Connected',
    html`<section class="problem">
      <h1>You’re connected</h1>
      <p class="lead">
        You have ${renderCredits(balance)}. Go back to ${platformNames[by]}: if you asked for a picture there, it’s on its way.
      </p>
      <p><a class="button" href="/account">To your account</a></p>
    </section>`,
  )
}

/** `name`: who has signed in there, where the platform says. */
export function renderOtherPerson(
  { request, name }: { request: LinkRequest; name?: string },
  again: string,
): Markup {
  const { user } = request
  const platform = platformNames[user.platform]
  const other = name === undefined ? 'somebody else' : html`<strong><bdi>${cleanName(name)}</bdi></strong>`
  return renderLayout(
    'Nothing was connected',
    html`<section class="problem">
      <h1>That’s a different ${platform} account</h1>
      <p class="lead">
        You signed in to ${platform} as ${other}, but <strong><bdi>${cleanName(user.name)}</bdi></strong> asked to connect.
        Nothing was connected.
      </p>
      <p>Switch accounts on ${platform}’s page, or use a code instead.</p>
      <p><a class="button primary" href="${again}">Try again</a></p>
    </section>`,
  )
}

function describePlace({ platform }: ChatUser, team: string | undefined): string {
  const name = platform === 'terminal' ? 'The terminal' : platformNames[platform]
  return team === undefined ? name : `${name}: ${cleanName(team)}`
}

/** What is foreseen of the welcome credits. */
export interface WelcomeNote {
  welcoming: Welcoming
  welcomeCredits: number
}

function renderWelcome({ welcoming, welcomeCredits }: WelcomeNote): Markup | '' {
  if (welcoming === 'off') return ''
  if (welcoming === 'granted') {
    return html`<p>Once it’s in, you have <strong>${renderCredits(welcomeCredits)}</strong> to start with.</p>`
  }
  return html`<p class="note">No welcome credits this time: ${
    welcoming === 'had'
      ? 'this chat or your address has already had them.'
      : 'we’ve given out today’s. You can connect all the same.'
  }</p>`
}

/** Shown once: the code is not kept in a form that could be shown again. */
export function renderLinkCode(code: string, { user, team }: LinkRequest, welcome: WelcomeNote): Markup {
  const isTyped = user.platform === 'terminal'
  return renderLayout(
    'Your code',
    html`<section class="narrow">
      <h1>One more step, in chat</h1>
      <p class="lead">${
        isTyped
          ? 'Type this in the terminal.'
          : html`Go back to ${platformNames[user.platform]}, press <strong>Enter code</strong> and type this.`
      }</p>
      <p class="shown-code"><code>${isTyped ? '/link ' : ''}${code.slice(0, 4)} ${code.slice(4)}</code></p>
      <p>It works for 10 minutes, and only for ${renderChatUser({ ...user, ...(team !== undefined && { team }) })}.</p>
      ${renderWelcome(welcome)}
      <p class="advice">Don’t give this code to anyone. Whoever asks for it wants to spend your credits.</p>
    </section>`,
  )
}

const problems = {
  dead: {
    title: 'This link doesn’t work anymore',
    text: 'It works once, for 15 minutes, and a newer one replaces it. Nothing was connected. Type /link in the chat for a new one.',
  },
  'already-linked': {
    title: 'Already connected',
    text: 'This chat is already connected to an account. To use another one, type /unlink in the chat, then /link.',
  },
  'other-browser': {
    title: 'Start again from the chat',
    text: 'This page works once, within 10 minutes, in the browser you began in. If you aren’t connected yet, type /link in the chat.',
  },
  declined: {
    title: 'Nothing was connected',
    text: 'You didn’t give your consent. You can try again, or use a code instead.',
  },
  trouble: {
    title: 'Nothing was connected',
    text: 'We couldn’t find out who you are there. Try again in a minute, or use a code instead.',
  },
  'no-unlink': {
    title: 'Nothing to disconnect',
    text: 'This link was used, is older than 30 days, or the chat isn’t connected anymore. Your account page shows the chats that are.',
  },
} as const

/** `again`: where it can be tried again; the account page where it cannot. */
export function renderLinkProblem(problem: keyof typeof problems, again?: string): Markup {
  const next =
    again === undefined ? { href: '/account', label: 'To your account' } : { href: again, label: 'Try again' }
  return renderProblemPage(problems[problem], next)
}

export function renderUnlink(user: NamedChatUser, path: string): Markup {
  return renderLayout(
    'Disconnect a chat',
    html`<section class="narrow">
      <h1>Disconnect this chat?</h1>
      <p class="lead">${renderChatUser(user)} can use your account until you do.</p>
      <div class="actions">
        ${renderAction({ action: path, label: 'Disconnect', look: 'danger' })}
        <a href="/">Keep it</a>
      </div>
    </section>`,
  )
}

export function renderUnlinked(): Markup {
  return renderLayout(
    'Disconnected',
    html`<section class="problem">
      <h1>Disconnected</h1>
      <p class="lead">
        That chat can’t use your account anymore. If you didn’t connect it yourself, check your transactions and sign out
        everywhere.
      </p>
      <p><a class="button primary" href="/account">To your account</a></p>
    </section>`,
  )
}
