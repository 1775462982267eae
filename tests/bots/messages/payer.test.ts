/** Who pays is said beside the prices of a question, and only where there are any. */
import { expect, it } from 'vitest'
import { renderTalk } from '#bots/messages/talk.ts'
import { speak } from '#core/index.ts'

const words = speak(undefined)

const paying = { payer: 'team:slack:T1', name: 'Acme\n<!here>', left: 1_340 }
const draw = { prompt: 'hi', price: 10, press: { command: 'draw-talk', options: {} } }

it('names the team and what it has left, on one line', () => {
  const facts = [{ label: 'paid by', value: 'Acme <!here> · 1,340 left' }]
  expect(renderTalk(words, { draw, change: [], paying }).blocks.slice(-2)).toMatchObject([
    { kind: 'facts', facts },
    { kind: 'buttons' },
  ])
  const unnamed = renderTalk(words, { draw, change: [], paying: { ...paying, name: undefined } })
  expect(JSON.stringify(unnamed)).toContain('the team · 1,340 left')
})

it('is not said where nobody else pays, or nothing is offered', () => {
  for (const message of [renderTalk(words, { draw, change: [] }), renderTalk(words, { change: [], paying })])
    expect(JSON.stringify(message)).not.toContain('paid by')
})
