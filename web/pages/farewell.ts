/** The page after an account is deleted. */
import { html } from 'hono/html'
import { type Markup, renderLayout } from './layout.ts'

export function renderFarewell(): Markup {
  return renderLayout(
    'Your account is deleted',
    html`<section class="problem">
      <h1>Your account is deleted</h1>
      <p class="lead">
        Your history and your pictures are gone, and the chats are unlinked. A picture that was just being drawn, or
        that could not be removed yet, is removed as soon as it can be.
      </p>
      <p><a class="button primary" href="/">To the start page</a></p>
    </section>`,
  )
}
