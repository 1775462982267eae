/** Telling an account's owner of a new link: not lost by a crash or trouble with mail, and not forgotten for ever. */
import { expect, it, vi } from 'vitest'
import { settle } from '#tests/settle.ts'
import { crashAfter, findAccountOf, visit } from '#tests/web/people.ts'
import { findCode, type Rig } from '#tests/web/rig.ts'

const ada = { platform: 'discord', user: '101', name: 'Ada' } as const
const minute = 60_000

/** Finishes a link on another process, which sends no mail or dies after some writes. */
async function link(rig: Rig, writes = Number.POSITIVE_INFINITY): Promise<number> {
  const steps = { left: writes }
  const outbound = { linked: () => new Promise<void>(() => undefined) }
  const core = rig.createCoreOn({ store: crashAfter(rig.store, steps), outbound })
  await core.links.finish(ada, await agree(rig)).catch(() => undefined)
  return steps.left
}

/** Asks in chat and agrees on the page; answers with the code to type back. */
async function agree(rig: Rig) {
  const { links } = rig.core
  const account = await findAccountOf(rig, 'ada@example.org')
  return (await links.confirm(await links.request(ada, 'Lighthouse'), account)) ?? ''
}

async function setUp() {
  const { rig } = await visit()
  rig.mails.length = 0
  return rig
}

const listKept = ({ store, clock }: Rig, owner?: string) =>
  store.records.listRecords('link-mail', owner, clock.now())

async function pass(rig: Rig, minutes: number) {
  for (let passed = 0; passed < minutes; passed++) {
    rig.clock.advance(minute)
    await settle()
  }
}

it('is done by another process after a crash at any write', async () => {
  for (let writes = 0; writes < 20; writes++) {
    const rig = await setUp()
    const writesLeft = await link(rig, writes)
    await rig.core.start()
    await pass(rig, 3)
    const linked = await rig.store.accounts.findIdentity(ada)
    await vi.waitFor(() => expect(rig.mails.length).toBe(linked ? 1 : 0))
    if (linked) {
      const [token = ''] = /(?<=\/unlink\/)\S+/.exec(rig.mails[0]?.text ?? '') ?? []
      expect(await rig.core.unlinkTickets.find(token)).toMatchObject({ user: '101' })
    }
    await rig.core.stop(0)
    if (writesLeft > 0) return expect(writes).toBeGreaterThan(4)
  }
  throw new Error('It never came to its end')
})

it('is tried again while mail is down, under one Message-ID, and then never more', async () => {
  const rig = await setUp()
  const tried: (string | undefined)[] = []
  const send = rig.options.mailer.send
  rig.options.mailer.send = async (mail) => {
    tried.push(mail.messageId)
    if (tried.length < 4) throw new Error('down')
    await send(mail)
  }
  expect(await rig.core.links.finish(ada, await agree(rig))).toMatchObject({ outcome: 'linked' })
  await rig.core.start()
  await pass(rig, 30)
  expect(tried).toHaveLength(4)
  expect(new Set(tried).size).toBe(1)
  expect(tried[0]).toMatch(/^[\w-]+@bot\.example$/)
  expect(findCode(rig.mails)).toBe('')
  expect(rig.mails).toHaveLength(1)
  await rig.core.stop(0)
})

it('is given up after a day, with a line in the log', async () => {
  const rig = await setUp()
  await link(rig)
  rig.clock.advance(24 * 60 * minute)
  await rig.core.start()
  rig.clock.advance(minute)
  await vi.waitFor(async () => expect(await listKept(rig)).toEqual([]))
  expect(rig.mails).toEqual([])
  expect(rig.lines.map(({ message }) => message)).toContain('The mail about a new link was given up')
  await rig.core.stop(0)
})

it('ends with the account', async () => {
  const rig = await setUp()
  await link(rig)
  const { id } = await findAccountOf(rig, 'ada@example.org')
  expect(await listKept(rig, id)).toHaveLength(1)
  await rig.core.erase(id)
  expect(await listKept(rig)).toEqual([])
})
