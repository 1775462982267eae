/** The pages around a payment. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { findWords, renderText } from '../language.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderProblemPage } from './problem.ts'

/** Why no checkout can be shown now. */
export type CheckoutProblem = keyof Words['checkout']['problems']

export function renderCheckoutProblem(problem: CheckoutProblem): Markup {
  const { problems, allPacks } = findWords().checkout
  return renderProblemPage(problems[problem], { href: '/pricing', label: allPacks })
}

/** What has come of it so far, read out as the page opens. */
const renderState = (title: string, heading: string, content: Markup): Markup =>
  renderLayout(title, html`<section class="hero" role="status"><h1>${heading}</h1>${content}</section>`)

const renderWay = ({ toAccount }: Words['checkout']): Markup =>
  html`<p><a class="button primary" href="/account">${toAccount}</a></p>`

/** The page while a payment is waited for; `picture` is loaded when there is something new. */
export function renderWaiting(picture: string): Markup {
  const { purchase, thanks, waiting } = findWords().checkout
  return renderState(
    purchase,
    thanks,
    html`<p class="lead">${waiting}</p><img src="${picture}" alt="" width="1" height="1">`,
  )
}

/** What was bought for a team is told of where the team chats: its balance is not for everybody who has this address. */
export function renderTeamPaid(): Markup {
  const { purchase, thanks, teamPaid } = findWords().checkout
  return renderState(purchase, thanks, html`<p class="lead">${renderText(teamPaid())}</p>`)
}

export function renderArrived(credits: number, balance: number): Markup {
  const { checkout } = findWords()
  const content = html`<p class="lead">${renderText(checkout.balance(balance))}</p>${renderWay(checkout)}`
  return renderState(checkout.arrivedTitle, checkout.arrived(credits), content)
}

/** The payment was not seen in time; nothing is lost by leaving. */
export function renderLate(): Markup {
  const { checkout } = findWords()
  const content = html`<p class="lead">${checkout.lateText}</p>${renderWay(checkout)}`
  return renderState(checkout.purchase, checkout.late, content)
}
