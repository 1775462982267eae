/** Whoever is not of a team tries every command with all that could name something of it: nothing is shown, spent or changed. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import type { Option } from '#bots/option.ts'
import { pressed } from '#bots/pressed.ts'
import { ann, ben } from './attackers.ts'
import { attack } from './breaches.ts'
import { byEnd, listReplays } from './replays.ts'
import { listAttacks, rows } from './rows.ts'
import { createWorld } from './world.ts'

/** One of each standing to the team; the proof has all of them, and each press all buttons. */
const some = {
  'an admin of another server': { presses: true },
  'an admin of another workspace of an organisation': { presses: false },
  'linked nowhere, there': { presses: false },
  'blocked, there': { presses: true },
  'blocked, as admin of another server': { presses: false },
  'blocked, with another account since': { presses: false },
  'removed, in direct messages': { presses: false },
  'of a server that was tied to it once': { presses: false },
}

it.each(Object.entries(some))('lets nobody get anything of a team: %s', async (name, { presses }) => {
  const world = await createWorld()
  const all = [...(presses ? listReplays(world) : []), ...listAttacks(world)]
  expect(await attack(world, name, all.toSorted(byEnd))).toEqual([])
})

it('lets nobody get more of it by what waited until they were linked', async () => {
  const world = await createWorld()
  const name = 'an admin of another server, linked since'
  const ran = new Set<string>()
  const all = listAttacks(world).filter(({ command }) => command !== 'unlink')
  const breaches = await attack(world, name, all.toSorted(byEnd), async (who, asked) => {
    const shown = await world.askBefore(who, asked)
    if (shown.told.length > 0) ran.add(asked.command)
    return shown
  })
  expect(breaches).toEqual([])
  expect([...ran]).toEqual(expect.arrayContaining(['imagine', 'show', 'change', 'share', 'again', 'history']))
})

it('has a row for every command, and for each option that can name something', async () => {
  const loot = { pictures: ['p'], codes: ['c'], token: 't', checkout: 'x', accounts: ['a', 'b'] }
  const lacking = commands.flatMap(({ name, options }) => {
    const row = rows[name]
    if (!row) return [`add to rows in tests/bots/tenants/rows.ts:  ${name}: plain(),  // or each() for an id`]
    const tried = new Set(row(loot).flatMap((given) => Object.keys(given)))
    const naming = options.filter((option) => isNaming(option) && !tried.has(option.name))
    return naming.map((option) => `${name} is never given ${option.name}`)
  })
  expect(lacking).toEqual([])
  const gone = Object.keys(rows).filter((name) => !commands.some((command) => command.name === name))
  expect(gone).toEqual([])
})

const isNaming = ({ name, type }: Option) =>
  ['generation', 'person', 'channel'].includes(type) ||
  (type === 'text' && /^(id|by|to|code|cursor|picture|proof|along|message|channel|value)$/.test(name))

it('shows its own people what it keeps from others, by every button and form that there is', async () => {
  const { ask, loot, presses } = await createWorld()
  const shown = new Set(presses.map(({ command }) => command))
  expect(Object.keys(pressed).filter((name) => !shown.has(name))).toEqual([])
  const [secret = '', open = ''] = loot.pictures
  const tell = async (...[person, command, options]: [typeof ann, string, object?]) =>
    JSON.stringify(await ask(person, { command, options: { ...options } }))
  expect(await tell(ann, 'show', { id: secret })).toContain('canary-secret')
  expect(await tell(ann, 'team')).toMatch(/Asia\/Tokyo/)
  expect(await tell(ben, 'change', { id: open, prompt: 'a hat' })).toContain('canary-open')
  expect(await tell(ben, 'show', { id: secret })).not.toContain('canary-secret')
})
