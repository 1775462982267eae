/** Bad input, one line each: every one has a clear reply of its own, and not one credit is lost. */
import { expect, it } from 'vitest'
import { runProgram } from '#tests/program.ts'

const cases: readonly (readonly [string, string, RegExp])[] = [
  ['an empty prompt', '/imagine', /prompt/i],
  ['a prompt of spaces', '/imagine "   "', /prompt/i],
  ['32,001 characters', `/imagine ${'a'.repeat(32_001)}`, /32,001.*32,000|32,000.*32,001/],
  ['an unknown option', '/imagine a fox --colour red', /--?colour|“colour”/],
  ['a misspelt option', '/imagine a fox --qualty draft', /quality/],
  ['an option with one dash', '/imagine a fox -size huge', /square.*landscape|1280x720/],
  ['an illegal size', '/imagine a fox --size 1920x1080', /16/],
  ['a size too small', '/imagine a fox --size 512x512', /pixels/],
  ['a size of no form', '/imagine a fox --size huge', /square.*landscape|1280x720/],
  ['count 0', '/imagine a fox --count 0', /1 (to|and) 4/],
  ['count 5', '/imagine a fox --count 5', /1 (to|and) 4/],
  ['an unknown id', '/show zzzzzzzzzz', /no picture with the id.*zzzzzzzzzz/],
  ['control characters', '/imagine a\u0007fox\u001b[31m', /control|invisible/i],
  ['an unterminated quote', '/imagine "a fox', /quot/i],
  ['an unknown command', '/imagin a fox', /Did you mean \/imagine/],
  ['a line of a megabyte', `/imagine ${'a '.repeat(500_000)}`, /long/i],
]

it('answers each in its own words and charges nothing', async () => {
  const lines = cases.flatMap(([, line], index) => [line, `/show marker${index}`])
  const { code, stdout } = await runProgram([...lines, '/credits', '/history'])
  expect(code).toBe(0)
  const replies = stdout.split(/^.*marker\d+.*$\n/m).map((reply) => reply.trim())
  for (const [index, [name, , words]] of cases.entries()) {
    expect(replies[index], name).toMatch(words)
    expect(replies[index], name).toMatch(/Nothing was charged/)
  }
  expect(new Set(replies.slice(0, cases.length)).size).toBeGreaterThanOrEqual(cases.length - 3)
  expect(stdout).toContain('You have 100 credits.')
  expect(stdout).not.toContain('\u001b')
  expect(stdout).not.toContain('\u0007')
})
