/** The pages around a payment. */
import { html } from 'hono/html'
import { type Markup, renderLayout } from './layout.ts'
import { renderProblemPage } from './problem.ts'
import { renderCredits } from './words.ts'

/** Why no checkout can be shown now. */
export type CheckoutProblem = 'no-pack' | 'not-yours' | 'too-many' | 'provider'

const problems = {
  'no-pack': {
    title: 'No such pack',
    text: 'This pack is not sold any more. The current ones are listed with the prices.',
  },
  'not-yours': {
    title: 'This link is not yours',
    text: 'It was made for somebody else, or not by us. Ask for your own with /topup where you chat. Nothing was charged.',
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
  return renderProblemPage(problems[problem], { href: '/pricing', label: 'See all packs' })
}

/** The page while a payment is waited for; `picture` is loaded when there is something new. */
export function renderWaiting(picture: string): Markup {
  return renderLayout(
    'Your purchase',
    html`<section class="hero" role="status">
      <h1>Thank you</h1>
      <p class="lead">
        Your payment is being confirmed, which takes some seconds. This page then shows your new balance by itself. You need
        not stay for it: the credits come all the same.
      </p>
      <img src="${picture}" alt="" width="1" height="1">
    </section>`,
  )
}

/** What was bought for a team is told of where the team chats: its balance is not for everybody who has this address. */
export function renderTeamPaid(): Markup {
  return renderLayout(
    'Your purchase',
    html`<section class="hero" role="status">
      <h1>Thank you</h1>
      <p class="lead">
        The credits are your team’s, within a minute of the payment. <code>/credits</code> shows them where you chat.
      </p>
    </section>`,
  )
}

export function renderArrived(credits: number, balance: number): Markup {
  return renderLayout(
    'Your credits have arrived',
    html`<section class="hero" role="status">
      <h1>${renderCredits(credits)} ${credits === 1 ? 'has' : 'have'} arrived</h1>
      <p class="lead">Your balance is now <strong>${renderCredits(balance)}</strong>. You can go back to your chat.</p>
      <p><a class="button primary" href="/account">To your account</a></p>
    </section>`,
  )
}

/** The payment was not seen in time; nothing is lost by leaving. */
export function renderLate(): Markup {
  return renderLayout(
    'Your purchase',
    html`<section class="hero" role="status">
      <h1>This takes longer than usual</h1>
      <p class="lead">
        If you have paid, the credits will come by themselves, and you need not stay on this page. If you have not, nothing
        was charged.
      </p>
      <p><a class="button primary" href="/account">To your account</a></p>
    </section>`,
  )
}
