/** No text, however long and however chosen, costs a regular expression more than its length. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCosts, listExpressions } from './expressions.ts'
import { listSources } from './sources.ts'

const shipped = listSources().filter((file) => !file.startsWith('tests/'))

/** Takes apart by hand what it would take to find `expression` slow; the analyser must see it. */
describe('the analyser sees', () => {
  it.each([
    [/^(a+)+$/, 'exponential'],
    [/ +$/, 'spaces that do not end the text'],
    [/\s*,/g, 'spaces before no comma'],
    [/^\d+\d+$/, 'one run in two parts'],
    [/(.*?),(.*?),x/, 'two runs over the same'],
    [/(?<!a[b]*)b/g, 'a look back without end'],
    [/a(?=.*b)/g, 'a look ahead without end'],
    [/^[^\S\n]*#/gm, 'more ends of lines than one'],
  ])('%s: %s', (expression) => {
    expect(findCosts(expression)).not.toEqual([])
  })

  it.each([/^ +|(?<! ) +$/g, /^\s*(\S*)/, /[a-z]+/g, /^\d{1,9}$/, /\S*/y])('no fault in %s', (expression) => {
    expect(findCosts(expression)).toEqual([])
  })
})

describe('every expression is linear', () => {
  const all = shipped.flatMap((file) => listExpressions(file).map((expression) => ({ file, ...expression })))

  it('and none is missed', () => {
    expect(all.length).toBeGreaterThan(150)
    const built = shipped.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('))
    // Made of the program's own words and numbers, by one pattern each.
    expect(built).toEqual(['bots/terminal/uploads.ts', 'core/variables.ts'])
  })

  it.each(all)('$file $literal', (expression) => {
    expect(findCosts(expression)).toEqual([])
  })
})
