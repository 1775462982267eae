/** Tests the checking of options against definitions, and the guessing of what was meant. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineCommand } from '#bots/command.ts'
import { findNearest } from '#bots/nearest.ts'
import { readOptions } from '#bots/options.ts'
import type { Attachment } from '#bots/platform.ts'
import type { CoreError } from '#core/errors.ts'

const command = defineCommand({
  name: 'draw',
  options: [
    { name: 'prompt', type: 'text', maxLength: 10, required: true },
    {
      name: 'style',
      type: 'choice',
      choices: [{ value: 'flat', say: () => ({ name: 'flat', about: 'cheap' }) }],
    },
    {
      name: 'size',
      type: 'choice',
      choices: [{ value: 'wide' }],
      open: { hint: 'WxH', maxLength: 5, accepts: () => true },
    },
    { name: 'count', type: 'integer', minimum: 1, maximum: 4 },
    { name: 'private', type: 'flag' },
    { name: 'image', type: 'image' },
    { name: 'id', type: 'generation' },
  ],
  isPrivate: () => false,
  run: async () => ({ private: false, blocks: [] }),
})

const picture: Attachment = { name: 'a.png', size: 1, read: async () => new Uint8Array() }

const read = (options: Parameters<typeof readOptions>[1]) => readOptions(command, { prompt: 'x', ...options })
const problemOf = (options: Parameters<typeof readOptions>[1]) => {
  try {
    readOptions(command, options)
    return undefined
  } catch (error) {
    return (error as CoreError<'bad-option'>).data
  }
}

describe('options', () => {
  it.each([
    [{ prompt: ' a\tb\n ' }, { prompt: ' a\tb\n ' }],
    [{ style: ' FLAT ' }, { style: 'flat' }],
    [{ style: 'flat · cheap' }, { style: 'flat' }],
    [{ size: 'WIDE' }, { size: 'wide' }],
    [{ size: '10x9' }, { size: '10x9' }],
    [{ count: ' +3 ' }, { count: 3 }],
    [{ count: 4 }, { count: 4 }],
    [{ private: 'Yes' }, { private: true }],
    [{ private: false }, { private: false }],
    [{ image: picture }, { image: picture }],
    [{ id: ' #ABC1 ' }, { id: 'abc1' }],
    [{ style: '', id: '  ' }, {}],
  ])('%o are taken', (given, taken) => {
    expect(read(given)).toEqual({ prompt: 'x', ...taken })
  })

  it.each([
    [{}, 'prompt', { kind: 'missing' }],
    [{ prompt: ' \n ' }, 'prompt', { kind: 'missing' }],
    [{ prompt: '12345678901' }, 'prompt', { kind: 'too-long', length: 11, limit: 10 }],
    [{ prompt: 'a\u0000' }, 'prompt', { kind: 'control-characters' }],
    [{ prompt: 'a\u001b[2J' }, 'prompt', { kind: 'control-characters' }],
    [{ prompt: 'a\u009b' }, 'prompt', { kind: 'control-characters' }],
    [{ prompt: 'a\ud800' }, 'prompt', { kind: 'control-characters' }],
    [{ prompt: 'x', size: '1234567' }, 'size', { kind: 'too-long', length: 7, limit: 5 }],
    [{ prompt: 'x', style: 'round' }, 'style', { kind: 'not-a-choice', choices: ['flat'] }],
    [{ prompt: 'x', count: '2.5' }, 'count', { kind: 'not-a-number' }],
    [{ prompt: 'x', count: 'two' }, 'count', { kind: 'not-a-number' }],
    [{ prompt: 'x', count: '0' }, 'count', { kind: 'out-of-range', minimum: 1, maximum: 4 }],
    [{ prompt: 'x', count: 5 }, 'count', { kind: 'out-of-range', minimum: 1, maximum: 4 }],
    [{ prompt: 'x', private: 'perhaps' }, 'private', { kind: 'not-a-choice', choices: ['true', 'false'] }],
    [{ prompt: 'x', image: 'a.png' }, 'image', { kind: 'missing' }],
    [{ prompt: 'x', promt: 'y' }, 'promt', { kind: 'unknown', suggestion: 'prompt' }],
    [{ prompt: 'x', toString: 'y' }, 'toString', { kind: 'unknown' }],
  ])('%o are refused', (given, option, problem) => {
    expect(problemOf(given as Parameters<typeof readOptions>[1])).toEqual({ option, problem })
  })

  it('takes any text without control characters as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), (prompt) => {
        fc.pre(prompt.trim() !== '' && prompt.length <= 10 && !/[\u2028\u2029]/.test(prompt))
        expect(readOptions(command, { prompt })).toEqual({ prompt })
      }),
    )
  })
})

describe('the nearest word', () => {
  it.each([
    ['imagien', 'imagine'],
    ['IMAGIN', 'imagine'],
    ['hist', 'history'],
    ['credit', 'credits'],
    ['shwo', 'show'],
    ['hlep', 'help'],
    ['zebra', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('to %s is %s', (typed, meant) => {
    expect(findNearest(typed, ['imagine', 'history', 'show', 'credits', 'help'])).toBe(meant)
  })
})
