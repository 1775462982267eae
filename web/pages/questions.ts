/** What people ask before they buy. */
import { html } from 'hono/html'
import type { Words } from '#core/index.ts'
import { renderText } from '../language.ts'
import type { Operator } from '../site.ts'
import type { Markup } from './layout.ts'
import { sayRefund } from './refund.ts'

export function renderQuestions(words: Words, operator: Operator): Markup {
  const { expire, fail, refund, again, privacy, teams, free } = words.questions
  const asked = [
    ...[expire, fail].map(renderQuestion),
    renderDetails(refund.question, renderText(sayRefund(words, operator))),
    ...[again, privacy, teams, free].map(renderQuestion),
  ]
  return html`<section aria-labelledby="questions" class="questions">
    <h2 id="questions">${words.pricing.questions}</h2>
    ${asked}
  </section>`
}

const renderQuestion = ({ question, answer }: Words['questions']['fail']): Markup =>
  renderDetails(question, renderText(answer()))

const renderDetails = (question: string, answer: Markup): Markup =>
  html`<details><summary>${question}</summary><p>${answer}</p></details>`
