/** What people ask before they buy. */
import { html } from 'hono/html'
import type { Operator } from '../site.ts'
import type { Markup } from './layout.ts'
import { renderRefund } from './terms.ts'

const listQuestions = (operator: Operator): [string, Markup][] => [
  [
    'Do credits expire?',
    html`No. They’re yours until you use them, and there’s no subscription: you buy a pack when you need one.`,
  ],
  [
    'What if a picture fails?',
    html`Its credits are back at once, and the answer says so. The same goes for a prompt that the safety check turns down,
      and for a picture you cancel before it’s drawn.`,
  ],
  ['Can I get my money back?', renderRefund(operator)],
  [
    'What does the same picture cost again?',
    html`Nothing. Ask with the same prompt and options, and you get the picture you have. <strong>Again</strong> under it draws
      a fresh one, at its price.`,
  ],
  [
    'Who sees my prompts?',
    html`In a channel, everybody in it, with the picture. With <code>private</code>, only you. A team’s admins see what was
      spent and on which tool, never a prompt. <a href="/privacy">Everything about privacy</a>`,
  ],
  [
    'How do teams pay?',
    html`A team has credits of its own, which pay for what its members draw in its channels. Admins buy them on the team’s
      page, and can cap what each member and each channel spends in a month.`,
  ],
  [
    'What’s free?',
    html`QR codes, placeholders, favicons and resizing, for everybody. You don’t need an account for them.`,
  ],
]

export function renderQuestions(operator: Operator): Markup {
  return html`<section aria-labelledby="questions" class="questions">
    <h2 id="questions">Questions</h2>
    ${listQuestions(operator).map(
      ([question, answer]) => html`<details><summary>${question}</summary><p>${answer}</p></details>`,
    )}
  </section>`
}
