/** Tests how a typed line becomes a command and its options. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { canBeValue } from '#bots/options.ts'
import { parseLine, parseText } from '#bots/typed/parse-line.ts'
import { CoreError } from '#core/errors.ts'

const imagine = commands.find(({ name }) => name === 'imagine')
if (!imagine) throw new Error('There is no imagine')

const strict = { tolerant: false }
const read = (line: string) => parseLine(line, commands, strict)
const problemOf = (line: string, parsing = strict) => {
  try {
    parseLine(line, commands, parsing)
    return undefined
  } catch (error) {
    return error instanceof CoreError ? error.data : error
  }
}

describe('a line', () => {
  it.each([
    ['/imagine a red fox', { prompt: 'a red fox' }],
    ['imagine a red fox', { prompt: 'a red fox' }],
    ['  /IMAGINE   a red fox  ', { prompt: 'a red fox' }],
    ['/imagine a fox --size landscape', { prompt: 'a fox', size: 'landscape' }],
    ['/imagine a fox --size=landscape', { prompt: 'a fox', size: 'landscape' }],
    ['/imagine a fox —size landscape', { prompt: 'a fox', size: 'landscape' }],
    ['/imagine a fox –size=landscape', { prompt: 'a fox', size: 'landscape' }],
    ['/imagine size:wide a fox Quality=draft', { prompt: 'a fox', size: 'wide', quality: 'draft' }],
    ['/imagine a  red --size wide fox  in snow', { prompt: 'a  red fox  in snow', size: 'wide' }],
    ['/imagine --private a fox', { prompt: 'a fox', private: true }],
    ['/imagine --private false a fox', { prompt: 'a fox', private: false }],
    ['/imagine a fox private:no', { prompt: 'a fox', private: false }],
    ['/imagine "a  red fox"', { prompt: 'a  red fox' }],
    ['/imagine “a fox” --size «wide»', { prompt: 'a fox', size: 'wide' }],
    ['/imagine --prompt "a fox" --count 2', { prompt: 'a fox', count: '2' }],
    ['/imagine a red --prompt fox', { prompt: 'a red fox' }],
    ['/imagine prompt:a red fox', { prompt: 'a red fox' }],
    ['/imagine a sign "--size wide" here', { prompt: 'a sign "--size wide" here' }],
    ["/imagine don’t touch the fox's den", { prompt: "don’t touch the fox's den" }],
    ["/imagine 'the fox's den'", { prompt: "the fox's den" }],
    ['/imagine a 5" nail', { prompt: 'a 5" nail' }],
    [
      '/og Ten years —subtitle A short review —style night',
      { title: 'Ten years', subtitle: 'A short review', style: 'night' },
    ],
    ['/og Ten subtitle:"A short" years', { title: 'Ten years', subtitle: 'A short' }],
    [
      '/og --style night Ten years subtitle:A  short review',
      { title: 'Ten years', style: 'night', subtitle: 'A  short review' },
    ],
    ['/og "Ten years" “A review”', { title: 'Ten years', subtitle: 'A review' }],
    ['/og "Ten" “A review” --style night', { title: 'Ten', subtitle: 'A review', style: 'night' }],
    ['/og "Ten" "years" subtitle:x', { title: '"Ten" "years"', subtitle: 'x' }],
    ['/og "Ten" of "years"', { title: '"Ten" of "years"' }],
    ['/og "Ten" "years" "ago"', { title: '"Ten" "years" "ago"' }],
    ['/imagine "a fox" "a cat"', { prompt: '"a fox" "a cat"' }],
    ['/imagine style: soft, size: small', { prompt: 'style: soft, size: small' }],
    ['/imagine a fox -- at dusk — alone', { prompt: 'a fox -- at dusk — alone' }],
    ['/imagine constructor:x', { prompt: 'constructor:x' }],
    ['/show ABC', { id: 'ABC' }],
    ['/show id:abc', { id: 'abc' }],
    ['/credits', {}],
  ])('%s', (line, options) => {
    expect(read(line).options).toEqual(options)
  })

  it('keeps the name of a command it does not know', () => {
    expect(read('/imagien a fox')).toEqual({ command: 'imagien', options: {} })
  })

  it.each([
    ['/imagine a fox --sise wide', 'sise', { kind: 'unknown', suggestion: 'size' }],
    ['/imagine a fox --zebra', 'zebra', { kind: 'unknown' }],
    ['/imagine a fox --size', 'size', { kind: 'missing' }],
    ['/imagine a fox --size --private', 'size', { kind: 'missing' }],
    ['/imagine a fox --size wide size:square', 'size', { kind: 'repeated' }],
    ['/imagine --prompt a --prompt b', 'prompt', { kind: 'repeated' }],
    ['/imagine "a fox', 'prompt', { kind: 'unterminated-quote' }],
    ['/imagine a fox --size "wide', 'size', { kind: 'unterminated-quote' }],
    ['/credits please', 'please', { kind: 'unknown' }],
  ])('%s is refused', (line, option, problem) => {
    expect(problemOf(line)).toEqual({ option, problem })
  })

  it('takes an open quote and stray words as they are where it is tolerant', () => {
    const tolerant = { tolerant: true }
    expect(parseLine('imagine "a fox', commands, tolerant).options).toEqual({ prompt: '"a fox' })
    expect(parseLine('credits please', commands, tolerant).options).toEqual({})
    expect(problemOf('imagine a fox --sise wide', tolerant)).toMatchObject({ option: 'sise' })
  })

  it.each([
    ...['“said”', '"a fox"', "it's", 'a 5\'4" man', "'tis a --5 degree day", 'she said "no" --and left'],
    ...['a fox —private life of bees', 'a portrait —size matters'],
    ...['portrait, background: none, count:me in', 'background:noise', 'x -image y', 'private:eye', '--'],
    ...['private=--private❶', 'private:--privat', 'size=--sise'],
    '"--"',
  ])('keeps “%s” as it was said where it is tolerant', (said) => {
    const tolerant = { tolerant: true }
    expect(parseText(said, imagine, tolerant)).toEqual({ prompt: said })
    expect(parseText(`${said} —quality draft`, imagine, tolerant)).toEqual({ prompt: said, quality: 'draft' })
  })

  it.each([
    ['a fox —private', { prompt: 'a fox', private: true }],
    ['a fox —private —size wide', { prompt: 'a fox', private: true, size: 'wide' }],
    ['a fox —private false —count 2', { prompt: 'a fox', private: false, count: '2' }],
    ['a fox size:1280x720 private:yes', { prompt: 'a fox', size: '1280x720', private: true }],
    ['--prompt “a fox”', { prompt: 'a fox' }],
  ])('finds the options in “%s” where it is tolerant', (said, options) => {
    expect(parseText(said, imagine, { tolerant: true })).toEqual(options)
  })
})

/** Words that mean nothing but themselves. */
const plainWord = fc.stringMatching(/^[a-zäß東0-9.,!?()'’]{0,6}[a-zäß東0-9.,!?()]$/).map((word) => `x${word}`)
const plainText = fc
  .array(fc.tuple(plainWord, fc.constantFrom(' ', '  ', '\t', '\n')), { minLength: 1, maxLength: 8 })
  .map((words) => words.flat().join('').trim())

describe('any line', () => {
  it('keeps words as they were typed, wherever the options stand', () => {
    const option = fc.constantFrom('--size wide', '--size=wide', '—size wide', 'size:wide', '--size "wide"')
    fc.assert(
      fc.property(plainText, plainText, option, (before, after, typed) => {
        expect(parseText(`${before} ${typed} ${after}`, imagine, strict)).toEqual({
          prompt: `${before} ${after}`,
          size: 'wide',
        })
        expect(parseText(before, imagine, strict)).toEqual({ prompt: before })
      }),
    )
  })

  it('gives quoted values back without their quotes', () => {
    const quotes = fc.constantFrom(['"', '"'], ['“', '”'], ['„', '“'], ['«', '»'], ['‹', '›'])
    fc.assert(
      fc.property(fc.string(), quotes, (value, [open = '', close = '']) => {
        fc.pre(![...value].some((character) => '"“”„«»‹›'.includes(character)))
        const text = `--background ${open}${value}${close} a fox`
        expect(parseText(text, imagine, strict)).toEqual({ prompt: 'a fox', background: value })
      }),
    )
  })

  it('ends in options of the definition or a refusal, and tolerant reading takes what can be meant of them', () => {
    const piece = fc.oneof(
      fc.constantFrom('--', '—', '"', "'", '“', ' ', '=', ':', 'size', 'private', 'count', 'prompt', '\n'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    const names = imagine.options.map(({ name }) => name)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const line = `imagine ${pieces.join('')}`
        const refused = problemOf(line)
        if (refused) {
          expect(refused).toHaveProperty('problem')
          return
        }
        const { options } = read(line)
        expect(names).toEqual(expect.arrayContaining(Object.keys(options)))
        const areMeant = imagine.options.every((option) => {
          const value = options[option.name]
          return typeof value !== 'string' || canBeValue(option, value)
        })
        // What cannot be a value is words where it is tolerant, and words may name options.
        if (areMeant) expect(problemOf(line, { tolerant: true })).toBeUndefined()
      }),
      { numRuns: 1_000, examples: [[['private=--private❶']], [['private="a --privat b"']]] },
    )
  })
})

describe('the words of a command whose first option takes none', () => {
  it.each([
    ['/team', {}],
    ['/team block <@U1|ann>', { do: 'block', person: '<@U1|ann>' }],
    ['/team cap 200', { do: 'cap', credits: '200' }],
    ['/team cap @ann 50', { do: 'cap', person: '@ann', credits: '50' }],
    ['/team channel-cap <#C1|general> 50', { do: 'channel-cap', channel: '<#C1|general>', credits: '50' }],
    ['/team pays own', { do: 'pays', value: 'own' }],
    ['/team time-zone Europe/Berlin', { do: 'time-zone', value: 'Europe/Berlin' }],
    ['/team join a1b2c3', { do: 'join', value: 'a1b2c3' }],
    ['/team do:cap --credits 5', { do: 'cap', credits: '5' }],
  ])('%s', (line, options) => {
    expect(parseLine(line, commands, { tolerant: false }).options).toEqual(options)
  })

  it('refuses one that is no option’s', () => {
    expect(() => parseLine('/team pays own sometimes', commands, { tolerant: false })).toThrow('bad-option')
  })
})
