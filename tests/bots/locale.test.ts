/** Tests that a call says in which language it was asked, and that a picture keeps it. */
import { expect, it } from 'vitest'
import { readLocale, readSystemLocale } from '#bots/locale.ts'
import { startRig } from './discord/rig.ts'
import { createEcho, createScene } from './terminal/scene.ts'

it.each(['de', 'pt-BR', 'zh-Hant-TW', 'es-419'])('%s is a language', (tag) => {
  expect(readLocale(tag)).toBe(tag)
})

it.each(['', 'pt_BR', '-', 'a', 'de-', 'de DE', `de${'-abcde'.repeat(7)}`, 7, null, undefined, {}])(
  '%j is none',
  (tag) => {
    expect(readLocale(tag)).toBeUndefined()
  },
)

it.each([
  [{ LANG: 'de_DE.UTF-8' }, 'de-DE'],
  [{ LANG: 'sr_RS@latin', LC_ALL: '' }, 'sr-RS'],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8' }, undefined],
  [{ LANG: 'POSIX' }, undefined],
  [{}, undefined],
])('a system with %o speaks %s', async (env, locale) => {
  expect(readSystemLocale(env)).toBe(locale)
  const { dispatch, calls } = createEcho()
  const { terminal, input, shows } = createScene({ dispatch, env })
  await terminal.start()
  input.write('/help\n')
  await shows('did help')
  expect([calls[0]?.locale, calls[0]?.origin.locale]).toEqual([locale, locale])
  await terminal.stop()
})

it.each([
  ['de', 'de'],
  ['no language', 'en-US'],
])('on Discord, whoever reads %s orders in %s', async (read, kept) => {
  const { ann, channel, answered, history } = await startRig()
  ann.locale = read
  ann.command(channel, 'imagine', { prompt: 'a fox' })
  await answered(1)
  expect((await history(ann)).generations[0]?.origin.locale).toBe(kept)
})
