/** The pages of signing in. */
import { html } from 'hono/html'
import { renderAction, renderFault, renderField } from './form.ts'
import { type Markup, renderLayout } from './layout.ts'

export function renderSignIn(page: { next: string; email?: string; fault?: string }): Markup {
  const { next, email = '', fault } = page
  return renderLayout(
    'Sign in',
    html`<section class="narrow">
      <h1>Sign in</h1>
      <p class="lead">
        We send a code to your e-mail address. If you have no account yet, this makes you one.
      </p>
      ${renderFault(fault)}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}">
        ${renderField({
          name: 'email',
          label: 'E-mail address',
          type: 'email',
          value: email,
          fills: 'email',
          faulty: fault !== undefined,
        })}
        <button class="primary">Send me a code</button>
      </form>
      <p class="note">
        Signing in sets one cookie. It keeps you signed in, and later tells us that you have signed in here before.
        <a href="/privacy">How we treat your data</a>
      </p>
    </section>`,
  )
}

/** Before what cannot be undone, or hands everything out: a session may be somebody else's by now. */
export function renderConfirm({ email, next }: { email: string; next: string }): Markup {
  return renderLayout(
    'Is it you?',
    html`<section class="narrow">
      <h1>Is it you?</h1>
      <p class="lead">You signed in a while ago. We send a code to <strong>${email}</strong> before we go on.</p>
      <form method="post" action="/sign-in" class="actions">
        <input type="hidden" name="email" value="${email}">
        <input type="hidden" name="next" value="${next}">
        <button class="primary">Send me a code</button>
        <a href="/account/settings">Cancel</a>
      </form>
    </section>`,
  )
}

/** `wait`: why there is no new code yet. */
export function renderCodePage(page: { email: string; fault?: string; wait?: string }): Markup {
  const { email, fault, wait } = page
  return renderLayout(
    'Type your code',
    html`<section class="narrow">
      <h1>Check your mail</h1>
      <p class="lead">We sent a code of eight digits to <strong>${email}</strong>. It works for ten minutes.</p>
      ${renderFault(fault ?? wait)}
      <form method="post" action="/sign-in/code">
        ${renderField({ name: 'code', label: 'Code', fills: 'code', faulty: fault !== undefined })}
        <button class="primary">Sign in</button>
      </form>
      <div class="actions">
        ${renderAction({ action: '/sign-in/again', label: 'Send a new code' })}
        <a href="/sign-in">Use another address</a>
      </div>
    </section>`,
  )
}

/** The code cannot be used any more, or this browser has asked for none. */
export function renderCodeDead(): Markup {
  return renderLayout(
    'Ask for a new code',
    html`<section class="problem">
      <h1>Ask for a new code</h1>
      <p class="lead">
        No code can be used in this browser now: it was used, ten minutes have passed, or it was typed wrongly five times.
      </p>
      <p><a class="button primary" href="/sign-in">Sign in</a></p>
    </section>`,
  )
}

/** Goes on by itself where a browser obeys the Refresh header. */
export function renderSignedIn(next: string): Markup {
  return renderLayout(
    'You are signed in',
    html`<section class="problem">
      <h1>You are signed in</h1>
      <p><a class="button primary" href="${next}">Go on</a></p>
    </section>`,
  )
}
