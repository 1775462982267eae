/** Pictures that people bring cost work: none is read, decoded or hosted for an order that would be refused. */
import { describe, expect, it, vi } from 'vitest'
import type { Attachment } from '#bots/platform.ts'
import { CoreError } from '#core/errors.ts'
import { settle } from '#tests/settle.ts'
import { readWords } from '../calls.ts'
import { createRig, type Rig } from '../rig.ts'

/** Says what was read of it. */
function createCamera() {
  const read: string[] = []
  const attach = (text: string, given: Partial<Attachment> = {}): Attachment => {
    const bytes = new TextEncoder().encode(text)
    const size = bytes.length
    const note = async () => {
      read.push(text)
      return bytes
    }
    return { name: 'photo.png', size, read: note, ...given }
  }
  return { read, attach }
}

async function createScene(welcomeCredits = 1_000) {
  const rig = await createRig({ welcomeCredits })
  const ann = await rig.join('ann')
  const camera = createCamera()
  const imagine = (image: Attachment, more: object = {}) =>
    rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'in winter', image, ...more } })
  return { rig, ann, ...camera, imagine }
}

/** What a refused order must not leave. */
async function readTraces(rig: Rig) {
  const records = await rig.inspect(async ({ records }) => [
    ...(await records.listRecords('source', undefined, rig.clock.now())),
    ...(await records.listRecords('source-check', undefined, rig.clock.now())),
  ])
  return { hosted: rig.listHosted(), records, decoded: rig.decoded }
}
const nothing = { hosted: [], records: [], decoded: [] }

describe('nothing is read, decoded or hosted for an order', () => {
  it('that the account could not pay', async () => {
    const { rig, read, attach, imagine } = await createScene(9)
    expect(readWords((await imagine(attach('one'))).message)).toContain('1 credit short')
    expect(read).toEqual([])
    expect(await readTraces(rig)).toEqual(nothing)
  })

  it('that is one too many', async () => {
    const { rig, read, attach, imagine } = await createScene()
    const { promise, resolve } = Promise.withResolvers<void>()
    rig.gate = promise
    const running = Array.from({ length: 20 }, (_, at) =>
      rig.ask('ann', 'imagine', { in: 'team', options: { prompt: `fox ${at}`, quality: 'draft' } }),
    )
    const listUnfinished = () => rig.inspect(({ generations }) => generations.listUnfinished())
    await vi.waitUntil(async () => (await listUnfinished()).length === running.length)
    expect(readWords((await imagine(attach('one'))).message)).toContain('20')
    expect(read).toEqual([])
    expect(await readTraces(rig)).toEqual(nothing)
    resolve()
    await Promise.all(running)
  })

  it('with an option that is refused', async () => {
    const { rig, read, attach, imagine } = await createScene()
    await imagine(attach('one'), { size: '123x45678' })
    expect(read).toEqual([])
    expect(await readTraces(rig)).toEqual(nothing)
  })

  it('that brings what is no picture, though it is read', async () => {
    const { rig, ann, attach, imagine } = await createScene()
    await imagine(attach('garbled'))
    const { hosted, records } = await readTraces(rig)
    expect({ hosted, records }).toEqual({ hosted: [], records: [] })
    const entries = await rig.core.credits.listEntries(ann, { limit: 9 })
    expect(entries.map(({ kind }) => kind)).toEqual(['grant'])
  })
})

it('an order whose picture cannot be hosted is not charged, and leaves nothing', async () => {
  const { rig, ann, attach, imagine } = await createScene()
  const { put } = rig.host
  rig.host.put = () => Promise.reject(new CoreError('hosting-failed', {}))
  await imagine(attach('one'))
  rig.host.put = put
  const { hosted, records } = await readTraces(rig)
  expect({ hosted, records }).toEqual({ hosted: [], records: [] })
  expect(await rig.core.credits.listEntries(ann, { limit: 9 })).toHaveLength(1)
})

it('of many at once, only what can be paid is decoded', async () => {
  const { rig, attach, imagine } = await createScene(25)
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => imagine(attach(text))))
  expect(answers.filter(({ message }) => message?.delivers)).toHaveLength(2)
  expect(rig.decoded).toHaveLength(2)
  expect(await rig.balance('ann')).toBe(5)
  expect(rig.listHosted()).toHaveLength(4)
})

describe('the same picture and words again', () => {
  it('are free, and decode nothing', async () => {
    const { rig, attach, imagine } = await createScene()
    await imagine(attach('one'))
    rig.decoded.length = 0
    expect(readWords((await imagine(attach('one'))).message)).toContain('free')
    expect(rig.decoded).toEqual([])
  })

  it('are free also for whoever has nothing left', async () => {
    const { rig, attach, imagine } = await createScene(10)
    await imagine(attach('one'))
    expect(await rig.balance('ann')).toBe(0)
    expect(readWords((await imagine(attach('one'))).message)).toContain('free')
    expect(readWords((await imagine(attach('two'))).message)).toContain('10 credits short')
    expect(rig.decoded).toEqual(['one'])
  })

  it('while it is drawn, are one order', async () => {
    const { rig, attach, imagine } = await createScene()
    const { promise, resolve } = Promise.withResolvers<void>()
    rig.gate = promise
    const answers = Promise.all([1, 2, 3].map(() => imagine(attach('one'))))
    await settle()
    resolve()
    await answers
    expect(rig.drawn).toHaveLength(1)
    expect(rig.decoded).toEqual(['one'])
    expect(await rig.balance('ann')).toBe(990)
  })
})

describe('an order with a picture that is held for a payment', () => {
  it('reads it when the credits have come, and is drawn from it by itself', async () => {
    const { rig, read, attach, imagine } = await createScene(5)
    expect(readWords((await imagine(attach('one'))).message)).toContain(
      'draw it as soon as you have the credits',
    )
    expect(read).toEqual([])
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(rig.drawnFrom).toEqual([['one']])
    expect(await rig.balance('ann')).toBe(95)
  })

  it('is left alone by a process beside, which cannot read it', async () => {
    const { rig, attach, imagine } = await createScene(5)
    await imagine(attach('one'))
    await rig.bootBeside()
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    for (const _ of [1, 2]) {
      rig.clock.advance(15_000)
      await settle()
    }
    expect(rig.drawnFrom).toEqual([['one']])
    expect(await rig.balance('ann')).toBe(95)
  })

  it('is forgotten with the process that could read it: the buyer is told of the credits', async () => {
    const { rig, ann, attach, imagine } = await createScene(5)
    await imagine(attach('one'))
    await rig.restart({ account: ann, credits: 100 })
    rig.clock.advance(15_000)
    await settle()
    expect(rig.drawn).toEqual([])
    expect(await rig.inspect(({ records }) => records.listRecords('held', undefined, 0))).toEqual([])
    await rig.pay('ann', 'starter')
    await rig.sent(1)
    expect(readWords(rig.chat.sent[0]?.message)).toContain('We’ve added')
  })
})
