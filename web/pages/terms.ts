/** The terms of use: a template, in the operator's name. */
import { html } from 'hono/html'
import type { Policy } from '../policy.ts'
import { listTermsGaps, type Operator } from '../site.ts'
import { renderGap } from './gap.ts'
import { type Markup, renderLayout } from './layout.ts'
import { renderDay } from './words.ts'

export function renderTerms(operator: Operator, policy: Policy): Markup {
  const gaps = listTermsGaps(operator)
  const { termsDate } = operator
  return renderLayout(
    'Terms',
    html`<article class="prose">
      <h1>Terms</h1>
      ${gaps.length > 0 ? renderDraft(gaps) : ''}
      <p class="lead">What you can count on when you use imgsrc bot, and what we count on from you.
        ${termsDate === undefined ? '' : html`As of ${renderDay(Date.parse(termsDate))}.`}</p>
      ${renderParties(operator)}
      ${renderService(policy)}
      ${renderMoney(operator, policy)}
      ${renderPictures(policy)}
      ${renderEnd(operator)}
    </article>`,
  )
}

const renderDraft = (gaps: readonly string[]): Markup => html`<p class="advice" role="note">
  This is a draft. Whoever runs this bot has yet to fill in what is marked, by ${gaps.map(
    (gap, index) => html`${index > 0 ? ', ' : ''}<code>${gap}</code>`,
  )}. Until then nobody has agreed to it.
</p>`

function renderParties({ name, named = true, address, email }: Operator): Markup {
  return html`<h2>Who we are</h2>
  <p>
    We are ${named ? html`<strong>${name}</strong>` : renderGap('name', 'OPERATOR_NAME')},
    ${address ?? renderGap('postal address', 'OPERATOR_ADDRESS')}.
    Write to ${renderMailTo(email)} about anything on this page.
  </p>`
}

const renderMailTo = (email: string | undefined): Markup =>
  email === undefined
    ? renderGap('e-mail address', 'OPERATOR_EMAIL')
    : html`<a href="mailto:${email}">${email}</a>`

function renderService({ model }: Policy): Markup {
  return html`<h2>What you get</h2>
  <p>
    You describe a picture in your team’s chat or in the terminal, and we have it drawn, post it where you asked, and keep it in
    your history. We work on it with care, and it can still be down, slow or wrong. We may change or end parts of it; if we
    end all of it, we tell you a month before, and refund the credits you bought and haven’t used.
  </p>
  <h2>Your account</h2>
  <p>
    You need an e-mail address that you can read, and you must be old enough to agree to this where you live. What happens
    through the chats you connect is yours to answer for, so connect only your own. You can disconnect them, or delete your
    account, at any time in <a href="/account/settings">your settings</a>.
  </p>
  <h2>What not to draw</h2>
  <p>
    Nothing that is against the law where you or we are, that sexualises children, that harasses or deceives people, or that
    uses somebody’s face or work against their rights.
    ${
      model === 'openai'
        ? html`OpenAI draws the pictures, so <a href="https://openai.com/policies/usage-policies/" rel="noreferrer">its usage policies</a> hold, too, and its safety checks may turn a prompt down.`
        : ''
    }
    We may block an account that does so. Admins may block people in their team.
  </p>`
}

function renderMoney(operator: Operator, { providers }: Policy): Markup {
  return html`<h2>Credits and payment</h2>
  <p>
    Pictures cost credits, which you buy in packs at <a href="/pricing">the prices shown</a>. Credits never expire. A picture
    that fails, is turned down or is cancelled gives its credits back at once. Credits are good for pictures here, and for
    nothing else: they are not money and are not paid out, other than as a refund.
    ${providers.includes('lemonsqueezy') ? 'Lemon Squeezy sells the packs as merchant of record: it takes the payment, adds the tax and sends the receipt, under its own terms.' : ''}
    ${providers.includes('discord') ? 'Packs bought inside Discord are sold by Discord, under its terms.' : ''}
  </p>
  <p>What you buy for a team, or give to somebody, is theirs from then on.</p>
  <h2 id="refunds">Refunds</h2>
  <p>${renderRefund(operator)} The rights that the law gives you as a consumer stay as they are.</p>`
}

/** How a pack is given back, as the prices say it, too. */
export function renderRefund({ refundDays, email }: Pick<Operator, 'refundDays' | 'email'>): Markup {
  if (refundDays === 0) return html`We refund packs where the law has us do so.`
  const days = refundDays === 1 ? 'a day' : `${refundDays} days`
  return html`Changed your mind? Within ${days} of buying a pack we refund what you haven’t used of it.
    ${email === undefined ? 'Ask whoever runs this bot.' : html`Write to <a href="mailto:${email}">${email}</a> with the number of the order.`}`
}

function renderPictures({ model }: Policy): Markup {
  return html`<h2>Your pictures</h2>
  <p>
    What you type and bring along stays yours, and so does what is drawn for you, as far as the law knows a right in it. We
    use them to do what you ask for, and for nothing else; <a href="/privacy">the privacy policy</a> says who gets to see
    them. You need the right to what you bring along. Others may be drawn something alike from words like yours.
    ${model === 'openai' ? 'Pictures say in themselves that a model drew them. Don’t pass them off as photographs of what happened.' : ''}
  </p>
  <p>What you share in a team’s gallery, its people can see, vote for and draw from, until you unshare or delete it.</p>`
}

function renderEnd({ law }: Operator): Markup {
  return html`<h2>If something goes wrong</h2>
  <p>
    We are liable without limit where the law says so: for intent and gross negligence, for harm to life, body or health, and
    for what we have guaranteed. For anything else we are liable for harm that was to be expected, up to what you paid us in
    the twelve months before.
  </p>
  <h2>Changes</h2>
  <p>
    If we change these terms in a way that matters, we write to you a month before. If you don’t agree, delete your account by
    then, and we refund the credits you bought and haven’t used.
  </p>
  <h2>Law</h2>
  <p>
    The law of ${law ?? renderGap('place of law', 'TERMS_LAW')} applies, and as a consumer you keep the protection of the
    country you live in.
  </p>`
}
