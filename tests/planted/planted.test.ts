/** Every bug can still be planted: the place for it is there, once. */
import { stripTypeScriptTypes } from 'node:module'
import { describe, expect, it } from 'vitest'
import { findMatches } from './pattern.ts'
import { listCatching, listTests, PlaceError, renderPlanted } from './plant.ts'
import { plants } from './plants.ts'

it.each(plants)('$bug', (plant) => {
  const { code, planted } = renderPlanted(plant)
  expect(planted).not.toBe(code)
  // Else any test would catch it.
  expect(() => stripTypeScriptTypes(planted)).not.toThrow()
  for (const name of listCatching(plant.caughtBy)) {
    expect(listTests([name]), name).not.toEqual([])
  }
})

it('are more than twenty, each with its own name', () => {
  expect(new Set(plants.map(({ bug }) => bug)).size).toBe(plants.length)
  expect(plants.length).toBeGreaterThan(20)
})

it('are refused where there is no place, or more than one', () => {
  const plant = { module: 'createLedger', make: '' }
  expect(() => renderPlanted({ ...plant, find: 'never($at, $all)' })).toThrow(PlaceError)
  expect(() => renderPlanted({ ...plant, find: '$one + $other' })).toThrow(PlaceError)
  expect(() =>
    renderPlanted({ ...plant, find: 'const $balance = $before + $entry.amount', make: '$other' }),
  ).toThrow(PlaceError)
  expect(() => renderPlanted({ ...plant, module: 'createNothing', find: 'for (;;) $work' })).toThrow(
    PlaceError,
  )
})

it('are found under whatever name their module has', () => {
  const plant = { find: 'if (await $store.insert($next)) return $next', make: '' }
  const named = renderPlanted({ ...plant, module: 'createLedger' })
  expect(renderPlanted({ ...plant, module: 'createAnything' })).toEqual(named)
})

describe('a pattern', () => {
  const find = (pattern: string, code: string) =>
    findMatches(pattern, code).map(({ start, end, names }) => [code.slice(start, end), ...names.values()])

  it.each([
    [
      'if ($found) return $found',
      'async function f(a: A) { if (a)\n  return a }',
      [['if (a)\n  return a', 'a']],
    ],
    ['if ($found) return $found', 'function f(a, b) { if (a) return b }', []],
    [
      '{ one: $one, ...$rest }',
      'x({ two: 2, one: 1, ...three })',
      [['{ two: 2, one: 1, ...three }', '1', 'two: 2, ...three']],
    ],
    ['f($one, ...$rest)', 'f(1, 2, 3)', [['f(1, 2, 3)', '1', '2, 3']]],
    ['$one && $other', 'a && (b || c)', [['a && (b || c)', 'a', '(b || c)']]],
    ['f({ one: $one })', 'f({ one, two })', []],
    ["'synchronous'", 'exec(`PRAGMA synchronous = FULL`)', [['synchronous']]],
    ['const $one = f()\ng($one)', 'const a = f()\ng(a)\ng(b)', [['const a = f()\ng(a)', 'a']]],
  ])('%s in %s', (pattern, code, found) => {
    expect(find(pattern, code)).toEqual(found)
  })
})
