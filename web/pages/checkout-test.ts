/** The page of the test checkout. */
import { html } from 'hono/html'
import type { TestPurchase } from '#core/index.ts'
import { findWords } from '../language.ts'
import { type Markup, renderLayout } from './layout.ts'

export function renderTestCheckout({ pack }: TestPurchase, action: string): Markup {
  const { checkout: words, number } = findWords()
  return renderLayout(
    words.test,
    html`<section class="hero">
      <p><span class="badge">${words.testBadge}</span></p>
      <h1>${words.test}</h1>
      <p class="lead">${words.testLead}</p>
      <dl class="parts">
        <div><dt>${words.pack}</dt><dd>${pack.name}</dd></div>
        <div><dt>${words.credits}</dt><dd>${number(pack.credits)}</dd></div>
        <div><dt>${words.price}</dt><dd>${words.notCharged(pack.price)}</dd></div>
      </dl>
      <form method="post" action="${action}"><button class="primary">${words.pretend(pack.price)}</button></form>
    </section>`,
  )
}
