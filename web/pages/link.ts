/** The pages of linking a chat to an account, and of undoing it. */
import { html } from 'hono/html'
import type { ChatUser, LinkRequest, Welcoming } from '#core/index.ts'
import { renderAction } from './form.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderProblemPage } from './problem.ts'
import { cleanName, type NamedChatUser, platformNames, renderChatUser, renderCredits } from './words.ts'

/** Names both sides, before anything is agreed to. */
export function renderLinkRequest(request: LinkRequest, email: string, path: string): Markup {
  const { user, team } = request
  return renderLayout(
    'Link a chat',
    html`<section class="narrow">
      <h1>Link this chat to your account?</h1>
      <dl class="parts">
        <div><dt>Who asks</dt><dd><strong><bdi>${cleanName(user.name)}</bdi></strong></dd></div>
        <div><dt>Where</dt><dd>${describePlace(user, team)}</dd></div>
        <div><dt>Your account</dt><dd><strong>${email}</strong></dd></div>
      </dl>
      <p>
        Then <strong><bdi>${cleanName(user.name)}</bdi></strong> can spend the credits of your account and see your pictures from
        ${platformNames[user.platform]}. Agree only if that is you, and you have just typed <code>/link</code> there.
      </p>
      <div class="actions">
        ${renderAction({ action: path, label: 'Yes, this is me', look: 'primary' })}
        <a href="/account">No, leave it</a>
      </div>
      <p class="note">Not your account? Sign out on <a href="/account/settings">the account page</a> first.</p>
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
    return html`<p>Once you have typed it, <strong>${renderCredits(welcomeCredits)}</strong> are yours, to welcome you.</p>`
  }
  return html`<p class="note">No welcome credits come with this: ${
    welcoming === 'had'
      ? 'this chat or your address has had them before.'
      : 'as many people as can be welcomed in a day have been. You can link the chat all the same.'
  }</p>`
}

/** Shown once: the code is not kept in a form that could be shown again. */
export function renderLinkCode(code: string, { user, team }: LinkRequest, welcome: WelcomeNote): Markup {
  return renderLayout(
    'Your code',
    html`<section class="narrow">
      <h1>One more step, in chat</h1>
      <p class="lead">Go back to ${platformNames[user.platform]} and type this${user.platform === 'terminal' ? '' : ' code'} there.</p>
      <p class="shown-code"><code>${user.platform === 'terminal' ? '/link ' : ''}${code.slice(0, 4)} ${code.slice(4)}</code></p>
      <p>
        It works for ten minutes, and only for ${renderChatUser({ ...user, ...(team !== undefined && { team }) })}.
        ${user.platform === 'terminal' ? '' : html`Press <strong>Enter code</strong> under the bot’s message there.`}
      </p>
      ${renderWelcome(welcome)}
      <p class="advice">
        Give this code to nobody. Whoever asks you for it wants to spend your credits.
      </p>
    </section>`,
  )
}

const problems = {
  dead: {
    title: 'This link cannot be used',
    text: 'It works once, for 15 minutes, and a newer one replaces it. Nothing was linked. Type /link in the chat again.',
  },
  'already-linked': {
    title: 'Already linked',
    text: 'This chat is linked to an account already. To link it to another one, type /unlink in the chat first, and then /link again.',
  },
  'no-unlink': {
    title: 'Nothing to undo',
    text: 'This address was used, is older than 30 days, or the chat is not linked any more. Your account page shows the chats that are.',
  },
} as const

export function renderLinkProblem(problem: keyof typeof problems): Markup {
  return renderProblemPage(problems[problem], { href: '/account', label: 'To your account' })
}

export function renderUnlink(user: NamedChatUser, path: string): Markup {
  return renderLayout(
    'Undo a link',
    html`<section class="narrow">
      <h1>Undo this link?</h1>
      <p class="lead">${renderChatUser(user)} can use your account now, and then cannot any more.</p>
      <div class="actions">
        ${renderAction({ action: path, label: 'Undo the link', look: 'danger' })}
        <a href="/">Leave it</a>
      </div>
    </section>`,
  )
}

export function renderUnlinked(): Markup {
  return renderLayout(
    'Link undone',
    html`<section class="problem">
      <h1>The link is undone</h1>
      <p class="lead">
        That chat cannot use your account any more. If you did not make the link yourself, look at your transactions, and
        sign out everywhere.
      </p>
      <p><a class="button primary" href="/account">To your account</a></p>
    </section>`,
  )
}
