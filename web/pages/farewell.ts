/** The page after an account is deleted. */
import { html } from 'hono/html'
import { findWords } from '../language.ts'
import { type Markup, renderLayout } from './layout.ts'

export function renderFarewell(): Markup {
  const { farewell, toStart } = findWords()
  return renderLayout(
    farewell.title,
    html`<section class="problem">
      <h1>${farewell.title}</h1>
      <p class="lead">${farewell.text}</p>
      <p>${farewell.thanks}</p>
      <p><a class="button primary" href="/">${toStart}</a></p>
    </section>`,
  )
}
