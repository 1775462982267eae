/** Whatever the gateway carries, the bot lives on, says one thing in its log, and answers the next call. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrame } from '#bots/discord/gateway/frame.ts'
import { type Rig, startRig } from './rig.ts'

type Fields = Record<string, unknown>

/** An event with so many objects within each other. */
const nest = (event: string, depth: number) =>
  `{"op":0,"t":"${event}","s":2,"d":${'{"d":'.repeat(depth)}1${'}'.repeat(depth)}}`

async function answersNext(rig: Rig): Promise<void> {
  rig.standin.gateway.rewrite = undefined
  const { length } = rig.logged.filter(({ message }) => message === 'A call was answered')
  rig.ann.command(rig.channel, 'help')
  await rig.answered(length + 1)
}

/** Sets the value at that place of an event. */
function put(place: string, value: unknown) {
  return (_name: string, event: unknown) => {
    const path = place.split('.')
    const last = path.pop() ?? ''
    const parent = path.reduce((at, key) => at?.[key] as Fields, event as Fields)
    if (value === undefined) delete parent[last]
    else parent[last] = value
    return event
  }
}

describe('a frame', () => {
  const frames: [string, unknown][] = [
    ['no JSON', 'hello'],
    ['half of it', '{"op":0,"t":"INTERACTION_CREATE","d":{"id":"1'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', []],
    ['a number', 7],
    ['no op', { t: 'READY', d: {} }],
    ['an op that is text', { op: '0', t: 'READY' }],
    ['an unknown op', { op: 99, d: {} }],
    ['a huge op', { op: 1e300 }],
    ['an op of the bot’s own', { op: 2, d: { token: 'x' } }],
    ['an event without a name', { op: 0, s: 2, d: {} }],
    ['an event whose name is a list', { op: 0, t: ['READY'], d: {} }],
    ['an event whose name is a sentence', { op: 0, t: 'paint my house', d: {} }],
    ['an unknown event', { op: 0, t: 'HOUSE_PAINT', s: 2, d: { colour: 'red' } }],
    ['an unknown event, nested deeply', nest('HOUSE_PAINT', 50_000)],
    ['an interaction that is null', { op: 0, t: 'INTERACTION_CREATE', s: 2, d: null }],
    ['an interaction that is text', { op: 0, t: 'INTERACTION_CREATE', s: 2, d: 'x' }],
    ['an interaction that is a list', { op: 0, t: 'INTERACTION_CREATE', s: 2, d: [] }],
    ['an interaction of nothing', { op: 0, t: 'INTERACTION_CREATE', s: 2, d: {} }],
    ['an interaction, nested deeply', nest('INTERACTION_CREATE', 50_000)],
    ['an interaction without a sequence', { op: 0, t: 'INTERACTION_CREATE', d: {} }],
    ['a purchase that is null', { op: 0, t: 'ENTITLEMENT_CREATE', s: 2, d: null }],
    ['a purchase that is a list', { op: 0, t: 'ENTITLEMENT_DELETE', s: 2, d: [] }],
    ['a sequence that is none', { op: 0, t: 'HOUSE_PAINT', s: 'many', d: {} }],
    ['READY once more, without a session', { op: 0, t: 'READY', s: 2, d: null }],
    ['READY of another shape', { op: 0, t: 'READY', s: 2, d: { session_id: 5, guilds: 'none' } }],
  ]

  it.each(frames)('that is %s leaves it alive, with one line in the log', async (_what, frame) => {
    const rig = await startRig()
    const { length } = rig.logged
    rig.standin.gateway.sendRaw(frame)
    await answersNext(rig)
    const said = rig.logged
      .slice(length)
      .filter(({ fields }) => 'shard' in fields || 'fault' in fields || 'err' in fields)
    expect(said).toHaveLength(1)
    expect(rig.standin.gateway).toMatchObject({ identified: 1, resumed: 0 })
    expect(rig.platform.trouble?.()).toBeUndefined()
  })

  it.each([
    ['a second HELLO', { op: 10, d: { heartbeat_interval: 1 } }],
    ['a HELLO of nothing', { op: 10, d: null }],
    ['a demand for a heartbeat', { op: 1 }],
    ['an answer to no heartbeat', { op: 11, d: 'x' }],
  ])('that is %s is nothing to speak of', async (_what, frame) => {
    const rig = await startRig()
    rig.standin.gateway.sendRaw(frame)
    await answersNext(rig)
    expect(rig.standin.gateway).toMatchObject({ identified: 1, resumed: 0 })
  })

  it('of any kind is read without a fault', () => {
    const value = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((d) => JSON.stringify({ op: 0, d })),
    )
    fc.assert(
      fc.property(value, (text) => {
        expect(readFrame(text).kind).toEqual(expect.any(String))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a call', () => {
  it.each([
    ...['entitlements', 'locale', 'guild', 'guild_locale', 'app_permissions'],
    ...['authorizing_integration_owners', 'context', 'version', 'channel', 'attachment_size_limit'],
    ...['member.nick', 'member.roles', 'member.user.global_name', 'member.user.avatar', 'data.id'],
    'data.guild_id',
  ])('without %s, or with null there, is answered', async (place) => {
    const rig = await startRig()
    for (const value of [undefined, null]) {
      rig.standin.gateway.rewrite = put(place, value)
      const handle = rig.ann.command(rig.channel, 'imagine', { prompt: 'a fox' })
      await handle.waitFor(({ message }) => message?.pictures.length === 1)
    }
    expect(rig.logged.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })

  const broken = [undefined, null, 7, 'x', [], {}, true]
  it.each([
    ['data', broken],
    ['data.name', broken.filter((value) => typeof value !== 'string')],
    ['data.type', broken.filter((value) => typeof value !== 'number')],
    ['data.options', [7, 'x', {}, [7], [null, 'x'], [{}], [{ name: 'prompt', type: 3, value: {} }]]],
    ['data.resolved', [7, 'x', [], { attachments: { 1: { filename: 5 } } }]],
    ['member', [7, 'x', [], {}, true, undefined, null]],
    ['member.user', broken],
    ['member.user.id', broken],
    ['member.permissions', [undefined, null, 7, 'x', [], {}]],
    ['channel', [7, 'x', [], {}, { id: 7 }]],
    ['guild_id', [7, 'x', [], {}]],
    ['attachment_size_limit', ['x', [], {}]],
  ])('with %s of another shape is refused in words, and charges nothing', async (place, values) => {
    const rig = await startRig()
    for (const value of values) {
      const { length } = rig.logged
      rig.standin.gateway.rewrite = put(place, value)
      const handle = rig.ann.command(rig.channel, 'imagine', { prompt: 'a fox' })
      await handle.waitFor(({ message }) => message?.text.includes('couldn’t read') ?? false)
      expect(rig.logged.slice(length).map(({ level }) => level)).toEqual(['warn'])
    }
    expect(rig.model.prompts).toHaveLength(0)
    await answersNext(rig)
  })

  it.each(['id', 'token', 'type', 'application_id'])(
    'with %s of another shape harms nobody',
    async (place) => {
      const rig = await startRig()
      for (const value of [...broken, '../..', '..', 'a/b', 'a?b', ' ']) {
        rig.standin.gateway.rewrite = put(place, value)
        rig.ann.command(rig.channel, 'imagine', { prompt: 'a fox' })
        await answersNext(rig)
      }
      expect(rig.model.prompts).toHaveLength(0)
    },
  )
})
