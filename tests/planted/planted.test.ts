/** Every bug can still be planted: the place for it is there, once. */
import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, it } from 'vitest'
import { plants } from './plants.ts'

it.each(plants)('$bug', ({ file, search, replace, caughtBy }) => {
  expect(readFileSync(file, 'utf8').split(search)).toHaveLength(2)
  expect(replace).not.toBe(search)
  // Else any test would catch it.
  const planted = readFileSync(file, 'utf8').replace(search, () => replace)
  expect(() => stripTypeScriptTypes(planted)).not.toThrow()
  for (const tests of typeof caughtBy === 'number' ? [] : caughtBy) expect(existsSync(tests)).toBe(true)
})

it('are more than twenty, each with its own name', () => {
  expect(new Set(plants.map(({ bug }) => bug)).size).toBe(plants.length)
  expect(plants.length).toBeGreaterThan(20)
})
