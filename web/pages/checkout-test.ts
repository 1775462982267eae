/** The page of the test checkout. */
import { html } from 'hono/html'
import type { TestPurchase } from '#core/index.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderNumber } from './words.ts'

export function renderTestCheckout({ pack }: TestPurchase, action: string): Markup {
  return renderLayout(
    'Test checkout',
    html`<section class="hero">
      <p><span class="badge">test</span></p>
      <h1>Test checkout</h1>
      <p class="lead">
        This is a test and no money moves. No payment provider is connected here, so a click does what a payment would.
      </p>
      <dl class="parts">
        <div><dt>Pack</dt><dd>${pack.name}</dd></div>
        <div><dt>Credits</dt><dd>${renderNumber(pack.credits)}</dd></div>
        <div><dt>Price</dt><dd>${pack.price}, not charged</dd></div>
      </dl>
      <form method="post" action="${action}"><button class="primary">Pretend to pay ${pack.price}</button></form>
    </section>`,
  )
}
