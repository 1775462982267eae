/** Tests what buttons and forms carry: it comes back as it was, fits wherever it is shown, and old ones mean what they meant. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { readCustomId, renderCustomId } from '#bots/discord/press.ts'
import * as onDiscord from '#bots/discord/render.ts'
import { renderTopup } from '#bots/messages/topup.ts'
import { isSealedOfOld } from '#bots/old-press.ts'
import type { Press } from '#bots/platform.ts'
import { findPress, isSealed, packPress, sealPress, unpackPress } from '#bots/press.ts'
import { press, pressed, pressPart } from '#bots/pressed.ts'
import { readAction, readCarried, renderAction } from '#bots/slack/press.ts'
import { believe } from '#bots/slack/receive.ts'
import * as onSlack from '#bots/slack/render.ts'
import * as inTerminal from '#bots/terminal/render.ts'
import { renderCursor } from '#core/history/cursor.ts'
import { toolKinds } from '#core/history/tool-kinds.ts'
import { type Core, speak, usualPrices } from '#core/index.ts'
import { createDurableHash } from '#core/secrets/keyed-hash.ts'
import { createSeals } from '#core/secrets/seals.ts'
import { presses } from './both/presses.ts'

const seals = createSeals(createDurableHash(async () => 'a durable secret'))
const ann = { platform: 'slack', user: 'T1:U1', name: 'ann' } as const

const name = fc.stringMatching(/^[a-z]{1,8}$/)
const value = fc.string({ unit: 'binary', maxLength: 30 })
const anyPress: fc.Arbitrary<Press> = fc
  .record({ command: fc.stringMatching(/^[a-z][a-z-]{0,9}$/), options: fc.dictionary(name, value) })
  .chain((given) => fc.constantFrom(given, { ...given, seal: 'abcDEF-_01234567' }))

it('comes back as it was, also through a platform that rewrites signs', () => {
  fc.assert(
    fc.property(anyPress, (given) => {
      expect(unpackPress(packPress(given))).toEqual(given)
      const action = renderAction(given, 3)
      expect(action?.value ?? '').not.toMatch(/[&<>\n]/)
      if (action) expect(readAction(action)).toEqual(given)
    }),
  )
  expect(packPress({ command: 'vary', options: { id: 'a b%', count: 2, private: true } })).toBe(
    '2vary id=a%20b%25 count=2 private:true',
  )
})

it('makes of any string a press, if only of no command', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^2[a-z]+!?\w*( \w*[=: %]?\w*)*$/)), (given) => {
      const { command, options } = unpackPress(given)
      expect(command.length).toBeLessThanOrEqual(Math.max(32, given.length))
      for (const each of Object.values(options)) expect(each).toBeTypeOf('string')
    }),
  )
  for (const odd of ['', '1again:x', '2Again', '2again id', '2again  id:x', '2again id=x', '3again id:x']) {
    expect([odd, unpackPress(odd).options]).toEqual([odd, odd === '2again id=x' ? { id: 'x' } : {}])
  }
})

it('is sealed for one person on one platform, by any name of theirs', async () => {
  const sealed = await sealPress(seals, ann, {
    command: 'draw-talk',
    options: { picture: 'F1', words: 'hi' },
  })
  const check = (given: Press, user: Parameters<typeof isSealed>[1] = ann) => isSealed(seals, user, given)
  expect(await check(unpackPress(packPress(sealed)))).toBe(true)
  expect(await check(sealed, { ...ann, user: 'E1:U1', formerly: ['T1:U1'] })).toBe(true)
  expect(await check(sealed, { ...ann, user: 'T1:U2' })).toBe(false)
  expect(await check(sealed, { ...ann, platform: 'discord' })).toBe(false)
  expect(await check({ ...sealed, command: 'delete-now' })).toBe(false)
  expect(await check({ ...sealed, options: { picture: 'F2', words: 'hi' } })).toBe(false)
  expect(await check({ command: sealed.command, options: sealed.options })).toBe(false)
})

/** Of each command that a button or a form calls, the longest that there can be on Discord. */
const all = 'x'.repeat(10)
const id = `${all}.4`
const place = { channel: '9'.repeat(20), message: '9'.repeat(20) }
const longest: readonly Press[] = [
  ...(['again', 'edit', 'pick', 'change-form', 'back', 'upgrade'] as const).map((command) =>
    press(command, { id, private: true }),
  ),
  press('vary', { id, how: 'subtle', private: true }),
  press('pay-own', { id: `${all}${all}`, private: true }),
  press('ask-more', { id: `${all}${all}` }),
  press('answer-request', { id: `${all}${all}`, approve: true }),
  ...(['cancel', 'delete', 'favourite', 'share', 'show', 'unfavourite', 'unshare', 'vote'] as const).map(
    (command) => press(command, { id }),
  ),
  ...(['enter-code', 'keep', 'unlink-now'] as const).map((command) => press(command, {})),
  press('tie-teams', { code: 'x'.repeat(12) }),
  {
    ...press('give-now', { id: all.slice(2), by: 'x'.repeat(16), to: 'x'.repeat(16), credits: 1_000_000 }),
    seal: 'x'.repeat(16),
  },
  { ...press('delete-now', { id: all, ...place }), seal: 'x'.repeat(16) },
  // A time in base 36 until the year 2059, and an id.
  ...toolKinds.map((tool) => {
    const filter = { tool, quality: 'premium', favourites: true } as const
    const cursor = renderCursor({ createdAt: Date.UTC(2058, 1), id: all }, filter)
    return press('older', { cursor, search: 'x'.repeat(48) })
  }),
  press('history', { favourites: true }),
  press('gallery-older', { cursor: `${'9'.repeat(15)}/${all}` }),
  ...(['use-made', 'use-with'] as const).map((command) =>
    pressPart(command, {
      ...{ text: 'https://example.com/', tool: 'placeholder', size: '4000x4000' },
      ...{ color: '#1f6feb', private: true },
    }),
  ),
  pressPart('edited', { id, private: true }),
  pressPart('edited-preset', { id, private: true }),
  pressPart('change', { id: `${id}.4`, private: true }),
  pressPart('code-entered', {}),
  press('example', { of: 'imagine', private: true }),
]

it('is held against the definitions that its command has', () => {
  for (const [name, options] of Object.entries(pressed)) {
    expect(commands.find((each) => each.name === name)?.options).toBe(options)
  }
})

it('fits a button of Discord, whatever is pressed', () => {
  for (const each of longest)
    expect([each.command, renderCustomId(each)]).toEqual([each.command, packPress(each)])
  const shown = new Set(presses.map(({ command }) => command))
  const sent = ['use-with', 'edited', 'edited-preset', 'change', 'code-entered']
  expect(new Set(longest.map(({ command }) => command))).toEqual(new Set([...shown, ...sent]))
})

it('is nothing where it is too long', () => {
  const long = (length: number) => press('show', { id: 'x'.repeat(length) })
  expect([renderCustomId(long(91)), renderAction(long(1_991), 0)]).toEqual([
    expect.any(String),
    expect.any(Object),
  ])
  expect([renderCustomId(long(92)), renderAction(long(1_992), 0)]).toEqual([undefined, undefined])
})

describe('what earlier versions put on messages that are still there', () => {
  interface Kept {
    under: string
    label?: string
    discord?: string
    calls: Press
  }
  const kept: {
    buttons: (Kept & { slack?: { action_id: string; value: string } })[]
    forms: (Kept & { slack: string })[]
  } = JSON.parse(readFileSync(`${import.meta.dirname}/old-presses.json`, 'utf8'))
  const core = { seals, accounts: { requireAccount: async () => ({ id: 'account-1' }) } } as unknown as Core

  it.each(kept.buttons)('$label under $under', async ({ discord, slack, calls }) => {
    if (discord !== undefined) expect(readCustomId(discord)).toEqual(calls)
    if (slack) expect(readAction(slack)).toEqual(calls)
    if (calls.seal === undefined) return
    const user = { ...ann, ...(discord !== undefined && { platform: 'discord' as const }) }
    expect(await isSealedOfOld(core, user, calls)).toBe(true)
    const forged = { ...calls, options: { ...calls.options, message: '1', words: 'ho' } }
    expect(await isSealedOfOld(core, user, forged)).toBe(false)
  })

  it.each(kept.forms)('$under', async ({ discord, slack, calls }) => {
    if (discord !== undefined) expect(readCustomId(discord)).toEqual(calls)
    const carried = readCarried(slack)
    expect(carried?.press).toEqual(calls)
    const asked = { kind: 'call' as const, ...calls, files: [] }
    const location = { team: 'T1', channel: 'C1', thread: '1.1', person: 'U1', direct: false }
    const sent = { id: '1', asked, location, seen: { person: 'U1', team: 'T1' }, user: ann }
    const received = { ...sent, claim: carried?.claim ?? { parts: [], seal: undefined } }
    expect(await believe(seals, received)).toEqual(received)
    expect(
      (await believe(seals, { ...received, location: { ...location, person: 'U2' } })).location.channel,
    ).toBe('')
  })
})

it('sells in the platform’s own way where it has one, and by a page where that is offered', async () => {
  const pack = { name: 'starter', credits: 100, price: '$5' }
  const offers = [
    { provider: 'discord', kind: 'platform', platform: 'discord', sku: '1310000000000000003' },
    { provider: 'test', kind: 'address', path: '/checkout/starter' },
  ] as const
  const shop = { publicUrl: 'https://bot.test', purchases: { listPacks: () => [{ ...pack, offers }] } }
  const message = renderTopup(speak('en'), 5, { ...shop, prices: usualPrices }, 'discord')
  const { body } = await onDiscord.renderMessage(message, {
    ...{ pictures: { read: async () => undefined }, uploads: false, fileSize: 0 },
  })
  expect(body.components.at(-1)).toMatchObject({
    components: [{ style: 6, sku_id: '1310000000000000003' }, { style: 5 }],
  })
  const { blocks } = onSlack.renderMessage(message, () => undefined)
  expect(blocks.at(-1)).toMatchObject({ elements: [{ url: 'https://bot.test/checkout/starter' }] })
  const line = inTerminal.renderMessage(message, { styled: false, now: 0 })
  expect(line).toMatch(/3 premium pictures\n100 credits · \$5: https:\/\/bot.test\/checkout\/starter\n$/)
})

it('is what a call asks, without what came along', () => {
  const image = { name: 'x.png', size: 1, read: async () => new Uint8Array() }
  expect(findPress({ command: 'edited', options: { id: 'x', image } })).toEqual({
    command: 'edited',
    options: { id: 'x' },
  })
})
