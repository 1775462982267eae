/** Holds the site's pages to the commands that there are. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'

it('name no command that people cannot type', () => {
  const listed = commands.filter(({ hidden }) => !hidden).map(({ name }) => name)
  const pages = readdirSync('web/pages').map((file) => readFileSync(join('web/pages', file), 'utf8'))
  const named = pages.flatMap((page) =>
    [...page.matchAll(/(?<=[\s>])\/([a-z]{2,})(?=[\s<.,;'])/g)].map(([, name = '']) => name),
  )
  expect(named).toContain('imagine')
  expect(named.filter((name) => !listed.includes(name))).toEqual([])
})
