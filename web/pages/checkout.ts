/** The pages around a payment. */
import { html } from 'hono/html'
import { type Markup, renderLayout } from './layout.ts'

/** Why no checkout can be shown now. */
export type CheckoutProblem = 'no-pack' | 'too-many' | 'provider'

const problems = {
  'no-pack': {
    title: 'No such pack',
    text: 'This pack is not sold any more. The current ones are listed with the prices.',
  },
  'too-many': {
    title: 'One moment, please',
    text: 'You have opened many checkouts in a short time. Use one of those, or try again in ten minutes.',
  },
  provider: {
    title: 'The checkout cannot be reached',
    text: 'The payment provider does not answer right now. Nothing was charged; try again in a minute.',
  },
} as const

export function renderCheckoutProblem(problem: CheckoutProblem): Markup {
  const { title, text } = problems[problem]
  return renderLayout(
    title,
    html`<section class="problem">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="button" href="/pricing">See all packs</a></p>
    </section>`,
  )
}

/** What the page of a payment is waiting for, cut where the outcome goes: it is sent as it becomes known. */
export async function renderReturn(): Promise<{ beginning: string; end: string }> {
  const cut = '<!-- outcome -->'
  const page = await renderLayout(
    'Your purchase',
    html`<div class="arrival" role="status">
      <section class="hero waiting">
        <h1>Thank you</h1>
        <p class="lead">We are waiting for the payment to be confirmed. Your new balance will appear here by itself.</p>
      </section>
      <!-- outcome -->
    </div>`,
  )
  const [beginning = '', end = ''] = page.toString().split(cut)
  return { beginning, end }
}

export function renderArrived(credits: number, balance: number): Markup {
  return html`<section class="hero arrived">
    <h1>${format(credits)} credits have arrived</h1>
    <p class="lead">Your balance is now <strong>${format(balance)} credits</strong>. You can go back to your chat.</p>
    <p><a class="button" href="/account">To your account</a></p>
  </section>`
}

/** The payment was not seen while the page was open; nothing is lost by leaving it. */
export function renderLate(): Markup {
  return html`<section class="hero arrived">
    <h1>This takes longer than usual</h1>
    <p class="lead">
      If you have paid, the credits will come by themselves, and you need not stay on this page. If you have not, nothing
      was charged.
    </p>
    <p><a class="button" href="/account">To your account</a></p>
  </section>`
}

function format(credits: number): string {
  return new Intl.NumberFormat('en').format(credits)
}
