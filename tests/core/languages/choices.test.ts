/** Tests that sentences name what to choose after a command as the same language's menus do. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { languages } from '#core/index.ts'

it.each(languages)('in $name', ({ tag, teamChanges, buyers }) => {
  const source = readFileSync(`core/languages/${tag}.ts`, 'utf8')
  const list = (command: string) =>
    [...source.matchAll(new RegExp(`code\\(['\`]/${command} ([^\\s'\`$]+)`, 'g'))].map(([, word]) => word)
  const changes: readonly unknown[] = Object.values(teamChanges)
  const payers: readonly unknown[] = Object.values(buyers)
  expect(list('team').length).toBeGreaterThan(4)
  expect(list('team').filter((word) => !changes.includes(word))).toEqual([])
  expect(list('topup').length).toBeGreaterThan(2)
  expect(list('topup').filter((word) => !payers.includes(word))).toEqual([])
})
