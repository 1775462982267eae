/** What somebody brought along is theirs: others start from the result, and it goes with the last picture that used it. */
import { describe, expect, it } from 'vitest'
import type { Attachment } from '#bots/platform.ts'
import { CoreError } from '#core/errors.ts'
import type { Store } from '#core/store/store.ts'
import { settle } from '#tests/settle.ts'
import { readWords } from '../calls.ts'
import { type Answer, createRig, findId, type Rig } from '../rig.ts'

const minute = 60_000

function attach(text: string): Attachment {
  const bytes = new TextEncoder().encode(text)
  return { name: 'photo.png', size: bytes.length, read: async () => bytes }
}

async function createScene() {
  const rig = await createRig()
  const ann = await rig.join('ann')
  const bob = await rig.join('bob')
  const imagine = (prompt: string, image: Attachment) =>
    rig.ask('ann', 'imagine', { in: 'team', options: { prompt, image } })
  const made = await imagine('in winter', attach('her face'))
  const [key = ''] = (await rig.core.history.require(ann, findId(made.message))).asked.sources
  return { rig, ann, bob, imagine, made, key }
}

/** Everything that is held about an account, as it is told. */
async function readExport({ core }: Rig, id: string): Promise<string> {
  let text = ''
  for await (const { name, content } of core.exportData({ id, createdAt: 0 })) {
    text += name
    for await (const part of content) text += typeof part === 'string' ? part : new TextDecoder().decode(part)
  }
  return text
}

async function remove(rig: Rig, answer: Answer): Promise<void> {
  await rig.press('ann', await rig.press('ann', answer, 'Delete'), 'Delete it')
}

const varied = 'Vary · 10 › Strong · 10'

const presses: Record<string, (rig: Rig, who: string, seen: Answer) => Promise<Answer>> = {
  Again: (rig, who, seen) => rig.press(who, seen, 'Again · 10', { in: 'team' }),
  Vary: (rig, who, seen) => rig.press(who, seen, varied, { in: 'team' }),
  Upgrade: (rig, who, seen) => rig.press(who, seen, 'Upgrade · 30', { in: 'team' }),
  async 'Edit prompt'(rig, who, seen) {
    const { form } = await rig.press(who, seen, 'Edit prompt', { in: 'team' })
    const options = { ...form?.options, prompt: 'in spring' }
    return await rig.ask(who, form?.command ?? '', { in: 'team', options })
  },
}

describe.each(Object.entries(presses))('%s on a picture that was drawn from another', (name, press) => {
  it('starts from the result where somebody else presses, whose records name no picture of others', async () => {
    const { rig, ann, bob, made, key } = await createScene()
    const answer = await press(rig, 'bob', made)
    expect(answer.message?.delivers).toBeDefined()
    expect(rig.drawnFrom.at(-1)).toEqual(['in winter'])
    const { pictureKeys } = await rig.core.history.require(ann, findId(made.message))
    const told = await readExport(rig, bob)
    for (const foreign of [key, ...pictureKeys, 'her face']) expect(told).not.toContain(foreign)
    expect(await readExport(rig, ann)).toContain('her face')
    // And so on from there.
    await presses['Edit prompt']?.(rig, 'ann', answer)
    expect(rig.drawnFrom.at(-1)?.join()).not.toContain('her face')
  })

  it('starts from what its author brought where that is who presses', async () => {
    const { rig, made } = await createScene()
    await press(rig, 'ann', made)
    expect(rig.drawnFrom.at(-1)).toEqual([
      name === 'Again' || name === 'Edit prompt' ? 'her face' : 'in winter',
    ])
  })

  it('does not read through somebody else’s picture into a private one', async () => {
    const { rig } = await createScene()
    const options = { prompt: 'a secret', private: true }
    const hidden = await rig.ask('ann', 'imagine', { in: 'team', options })
    const variation = await rig.press('ann', hidden, varied, { in: 'team' })
    await rig.ask('ann', 'share', { in: 'team', options: { id: findId(variation.message) } })
    const id = findId(variation.message)
    await rig.inspect(({ generations }) =>
      generations.change(id, { status: ['delivered'] }, { private: false }),
    )
    await press(rig, 'bob', variation)
    expect(rig.drawnFrom.at(-1)).toEqual([expect.stringContaining('in the likeness of this one')])
  })

  it('treats a foreign key that an earlier program has stored as the result', async () => {
    const { rig, bob, made, key } = await createScene()
    const old = await rig.ask('bob', 'imagine', { in: 'team', options: { prompt: 'a snowman' } })
    const id = findId(old.message)
    await rig.inspect(async ({ generations, dump }) => {
      const found = await generations.find({ id })
      if (found) await dump.generations.writeAll([{ ...found, asked: { ...found.asked, sources: [key] } }])
    })
    expect(await readExport(rig, bob)).not.toContain(key)
    const answer = await press(rig, 'bob', old)
    expect(answer.message?.delivers).toBeDefined()
    expect(rig.drawnFrom.at(-1)).toEqual(['a snowman'])
    expect(await readExport(rig, bob)).not.toContain(key)
    // It goes with its own account's last picture all the same.
    await remove(rig, made)
    expect(rig.listHosted().join()).not.toContain(key)
  })
})

describe('what was brought', () => {
  const isKept = async (rig: Rig, key: string) => {
    const record = await rig.inspect(({ records }) => records.findRecord('source', key, rig.clock.now()))
    const isHosted = rig.listHosted().join().includes(key)
    expect(isHosted).toBe(record !== undefined)
    return isHosted
  }

  it('goes with the last picture that used it, free repeats among them', async () => {
    const { rig, imagine, made, key } = await createScene()
    const again = await rig.press('ann', made, 'Again · 10')
    const repeat = await imagine('in winter', attach('her face'))
    expect(readWords(repeat.message)).toContain('free')
    for (const answer of [made, again]) {
      await remove(rig, answer)
      expect(await isKept(rig, key)).toBe(true)
    }
    await remove(rig, repeat)
    expect(await isKept(rig, key)).toBe(false)
    expect(await rig.inspect((store) => listChecks(rig, store))).toEqual([])
  })

  it('goes later, at growing pauses, where the host does not remove it now', async () => {
    const { rig, made, key } = await createScene()
    const { remove: removeHosted } = rig.host
    let asked = 0
    rig.host.remove = async (name) => {
      if (name !== key) return await removeHosted(name)
      asked++
      throw new CoreError('hosting-failed', {})
    }
    await remove(rig, made)
    for (let minutes = 0; minutes < 60; minutes++) await pass(rig)
    expect(rig.listHosted().join()).toContain(key)
    expect(asked).toBeGreaterThan(3)
    expect(asked).toBeLessThan(9)
    rig.host.remove = removeHosted
    for (let minutes = 0; minutes < 60; minutes++) await pass(rig)
    expect(rig.listHosted()).toEqual([])
    expect(await rig.inspect((store) => listChecks(rig, store))).toEqual([])
  })

  it('is no longer hosted where nothing was drawn from it, an hour after it could last be tried again', async () => {
    const { rig, imagine } = await createScene()
    const refused = await imagine('blocked', attach('another face'))
    const kept = rig.listHosted()
    const { form } = await rig.press('ann', refused, 'Edit prompt')
    const options = { ...form?.options, prompt: 'unblocked' }
    const tried = await rig.ask('ann', 'edited', { options })
    expect(rig.drawnFrom.at(-1)).toEqual(['another face'])
    await remove(rig, tried)
    expect(rig.listHosted()).toEqual(kept)
    for (let minutes = 0; minutes < 62; minutes++) await pass(rig)
    expect(rig.listHosted().length).toBe(kept.length - 1)
    expect(await rig.inspect((store) => listChecks(rig, store))).toEqual([])
  })

  it('before uses were counted is found by those it has, and is there for its author', async () => {
    const { rig, imagine, made, key } = await createScene()
    const second = await imagine('in summer', attach('her face'))
    const forget = () =>
      rig.inspect(async ({ records }) => {
        const found = await records.findRecord('source', key, rig.clock.now())
        if (found) await records.replaceRecord({ ...found, body: {} })
      })
    await forget()
    await rig.press('ann', made, 'Again · 10')
    expect(rig.drawnFrom.at(-1)).toEqual(['her face'])
    await forget()
    await remove(rig, made)
    expect(await isKept(rig, key)).toBe(true)
    await forget()
    await remove(rig, second)
    expect(await isKept(rig, key)).toBe(true)
  })

  it('before uses were counted, and used by nothing, is swept away after a start; what is used is stripped', async () => {
    const { rig, ann, key } = await createScene()
    const bytes = new TextEncoder().encode('an old orphan')
    await rig.inspect(async ({ records }) => {
      const now = rig.clock.now()
      await records.insertRecord({ kind: 'source', key: 'orphan', owner: ann, body: {} }, now)
      const found = await records.findRecord('source', key, now)
      if (found) await records.replaceRecord({ ...found, body: {} })
      await records.removeRecord('sources-counted', 'all')
    })
    await rig.host.put('orphan', bytes, 'image/png')
    rig.decoded.length = 0
    await rig.restart()
    expect(rig.listHosted()).toContain('orphan.png')
    for (let minutes = 0; minutes < 17; minutes++) await pass(rig)
    expect(rig.listHosted()).not.toContain('orphan.png')
    expect(await isKept(rig, key)).toBe(true)
    expect(rig.decoded).toEqual(['her face'])
  })
})

const listChecks = (rig: Rig, { records }: Store) =>
  records.listRecords('source-check', undefined, rig.clock.now())

async function pass(rig: Rig): Promise<void> {
  rig.clock.advance(minute)
  await settle()
}
