/** The bot as shipped on Discord and Slack at once: only tokens and base addresses set, four people, two who are one. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { bare, bootBot } from '#tests/program.ts'
import { hasPicture, startWorld } from './world.ts'

it('draws for two on each at once, charges each once, and shows one person the same history on both', async () => {
  const world = await startWorld(['ann', 'ben'], ['ann', 'dan'])
  const { openai, channel, general } = world
  const { SESSION_SECRET, IMAGES_PER_MINUTE, ...env } = world.env
  const operate = (...words: string[]) =>
    promisify(execFile)(process.execPath, ['bots/main.ts', 'operator', ...words], {
      env: { ...bare, ...env },
    })
  const [cleo, dan] = world.onSlack
  if (!cleo || !dan) throw new Error('Somebody is missing')
  const program = await bootBot(env)

  const onDiscord = world.onDiscord.map((person) =>
    person.command(channel, 'imagine', { prompt: `a fox for ${person.username}` }),
  )
  const onSlack = world.onSlack.map((person) =>
    person.slash(general, '/imagine', `an owl for ${person.name}`),
  )
  for (const handle of onDiscord)
    await handle.waitFor(({ message }) => message?.text.includes('price 10') ?? false)
  const pictures = await Promise.all(onSlack.map((typed) => typed.message(hasPicture)))
  expect(pictures).toHaveLength(2)
  for (const handle of onDiscord) expect(handle.messages).toHaveLength(1)
  expect(openai.purchases).toHaveLength(4)

  const { stdout } = await operate('books', 'ann@example.com', '--json')
  const books = JSON.parse(stdout)
  expect(JSON.stringify(books)).toContain('"balance":80')
  const id = onDiscord[0]?.message?.text.match(/\b[0-9a-z]{10}\b/)?.[0] ?? ''
  const shown = await cleo.slash(general, '/show', id).reply(hasPicture)
  expect(shown.shown).toContain('a fox for ann')
  const refused = await dan.slash(general, '/show', id).reply()
  expect(refused.shown).toContain('You have no picture with the id')

  expect(await program.stop()).toBe(0)
  await operate('verify')
  expect(world.listFaults()).toEqual([])
})
