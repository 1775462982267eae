/** Tests that every refusal has words of its own and says what became of the credits. */

import { describe, expect, it } from 'vitest'
import { renderOptionProblem } from '#bots/messages/option-problem.ts'
import { renderFailure, renderFault, renderRefusal, renderUnsettled } from '#bots/messages/refusal.ts'
import { renderMessage } from '#bots/terminal/render.ts'
import { CoreError } from '#core/errors.ts'
import { speak } from '#core/index.ts'
import { failFox, fox } from '../calls.ts'
import { codes, examples, optionProblems } from '../refused-codes.ts'

const en = speak('en')
const show = (message: Parameters<typeof renderMessage>[0]) =>
  renderMessage(message, { styled: false, now: 0 }).trim()
const refuse = (code: (typeof codes)[number]) => show(renderRefusal(en, new CoreError(code, examples[code])))

describe('a refusal', () => {
  it('has its own words for every code', () => {
    expect(new Set(codes.map(refuse)).size).toBe(codes.length)
  })

  it('has its own words for everything wrong with an option', () => {
    const size = { typed: 'size', defined: undefined }
    const words = optionProblems.map((problem) => JSON.stringify(renderOptionProblem(en, size, problem)))
    expect(new Set(words).size).toBe(optionProblems.length)
  })

  it('reads as whole sentences', () => {
    expect(codes.map(refuse).filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([])
  })

  it('says what is short', () => {
    expect(refuse('insufficient-credits')).toBe(
      'This costs 30 credits and you have 20: 10 credits short. Nothing was charged.',
    )
  })

  it('says whose part of a team’s credits is used up, what was asked of it, and that nothing was', () => {
    const of = 'used 480 of the 500 credits your team gives'
    const end = 'each month. Nothing was charged.'
    expect(refuse('cap-reached')).toBe(`This costs 30 credits. You’ve ${of} you ${end}`)
    const data = { ...examples['cap-reached'], cap: 'channel' } as const
    const message = renderRefusal(en, new CoreError('cap-reached', data))
    expect(message.private).toBe(true)
    expect(show(message)).toBe(`This costs 30 credits. This channel has ${of} it ${end}`)
  })

  it('shows what was typed as nothing but characters', () => {
    const typed = '@everyone <!channel> **x** \u001b[31m\u202e'
    const message = renderRefusal(en, new CoreError('unknown-command', { command: typed }))
    const texts = message.blocks.flatMap((block) => (block.kind === 'text' ? block.text : []))
    expect(texts[0]).toContain(`“${typed}”`)
    expect(show(message)).toContain('**x** \\u{1b}[31m\\u{202e}')
  })

  it('cuts what was typed to a readable length', () => {
    const text = show(renderRefusal(en, new CoreError('not-found', { id: 'x'.repeat(60_000) })))
    expect(text.length).toBeLessThan(120)
  })
})

describe('a failure', () => {
  const fail = (
    code: 'moderation-blocked' | 'cancelled' | 'vendor-down' | 'insufficient-credits' | 'cap-reached',
    price = 10,
  ) => renderFailure(en, { ...failFox({ code, data: { ...examples[code] } }), price })

  it('gives the prompt back to be edited, and says that the credits are back', () => {
    const message = fail('moderation-blocked')
    expect(message.private).toBe(true)
    expect(show(message)).toBe(
      '│ a red fox\n\nThe image service’s safety check turned this prompt down (violence). ' +
        'Change the words and try again. Your 10 credits are back.\nEdit prompt: /edit fox0000001',
    )
  })

  it.each([
    [{ option: 'background', value: 'transparent' }, 'won’t take transparent with this model. Try auto.'],
    [{ option: 'size', value: '3840x2160' }, 'won’t take 3840x2160 with this model. Try square.'],
    [{ option: 'quality', value: 'premium' }, 'won’t take premium with this model. Try standard.'],
    [{ option: 'count', value: '4' }, 'won’t draw 4 pictures at once with this model. Try 1.'],
    [{ option: 'image' }, 'can’t use the picture you gave it.'],
    [{}, 'won’t take this request.'],
  ])('names what was refused: %j', (data, words) => {
    const failure = { code: 'vendor-refused' as const, data }
    expect(show(renderFailure(en, failFox(failure)))).toContain(words)
  })

  it('counts what is back', () => {
    expect(show(fail('vendor-down', 1))).toContain('Your credit is back.')
    expect(show(fail('cancelled'))).toBe('Cancelled before it was drawn. Your 10 credits are back.')
    expect(show(fail('insufficient-credits', 30))).toContain('Nothing was charged.')
    expect(show(fail('cap-reached', 30))).toContain('Nothing was charged.')
  })

  it('makes no promise about the end of what it cannot see, but names the picture', () => {
    expect(show(renderUnsettled(en, fox, 'stopping'))).toContain('fox0000001 isn’t lost')
    expect(show(renderUnsettled(en, fox, 'store-unavailable'))).toContain(
      '10 credits come back within 15 minutes',
    )
    expect(show(renderFault(en, 'discord:1'))).toContain('discord:1')
  })
})
