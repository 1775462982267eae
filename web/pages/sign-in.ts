/** The pages of signing in. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { renderText } from '../language.ts'
import { renderAction, renderFault, renderField, renderWaiting } from './form.ts'
import { type Markup, renderLayout } from './layout.ts'

export function renderSignIn(
  { signingIn: words }: Words,
  page: { next: string; email?: string; fault?: string },
): Markup {
  const { next, email = '', fault } = page
  return renderLayout(
    words.title,
    html`<section class="narrow">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${renderFault(fault)}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}">
        ${renderField({
          name: 'email',
          label: words.email,
          type: 'email',
          value: email,
          fills: 'email',
          faulty: fault !== undefined,
          first: true,
        })}
        <button class="primary large">${words.sendCode}</button>
      </form>
      <p class="note">${words.cookie} <a href="/privacy">${words.aboutData}</a></p>
    </section>`,
  )
}

/** Before what cannot be undone, or hands everything out: a session may be somebody else's by now. */
export function renderConfirm(
  { signingIn: words }: Words,
  { email, next }: { email: string; next: string },
): Markup {
  return renderLayout(
    words.confirmTitle,
    html`<section class="narrow">
      <h1>${words.confirmTitle}</h1>
      <p class="lead">${renderText(words.confirm(email))}</p>
      <form method="post" action="/sign-in" class="actions">
        <input type="hidden" name="email" value="${email}">
        <input type="hidden" name="next" value="${next}">
        <button class="primary">${words.sendCode}</button>
        <a href="/account/settings">${words.cancel}</a>
      </form>
    </section>`,
  )
}

/** `wait`: why there is no new code yet. */
export function renderCodePage(
  { signingIn: words }: Words,
  page: { email: string; fault?: string; wait?: string },
): Markup {
  const { email, fault, wait } = page
  return renderLayout(
    words.codeTitle,
    html`<section class="narrow">
      <h1>${words.checkMail}</h1>
      <p class="lead">${renderText(words.sent(email))}</p>
      ${renderFault(fault ?? wait)}
      <form method="post" action="/sign-in/code">
        ${renderField({ name: 'code', label: words.code, fills: 'code', faulty: fault !== undefined, first: true })}
        <button class="primary large">${words.title}</button>
      </form>
      ${renderWaiting()}
      <p class="note">${words.spam}</p>
      <div class="actions">
        ${renderAction({ action: '/sign-in/again', label: words.newCode })}
        <a href="/sign-in">${words.otherAddress}</a>
      </div>
    </section>`,
  )
}

/** The code cannot be used any more, or this browser has asked for none. */
export function renderCodeDead({ signingIn: words }: Words): Markup {
  return renderLayout(
    words.deadTitle,
    html`<section class="problem">
      <h1>${words.deadTitle}</h1>
      <p class="lead">${words.dead}</p>
      <p><a class="button primary" href="/sign-in">${words.title}</a></p>
    </section>`,
  )
}

/** Goes on by itself where a browser obeys the Refresh header. */
export function renderSignedIn({ signingIn: words }: Words, next: string): Markup {
  return renderLayout(
    words.signedIn,
    html`<section class="problem">
      <h1>${words.signedIn}</h1>
      ${renderWaiting()}
      <p><a class="button primary" href="${next}">${words.goOn}</a></p>
    </section>`,
  )
}
