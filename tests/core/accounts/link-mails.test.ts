/** Telling an account's owner of a new link: not lost by a crash or trouble with mail, and not forgotten for ever. */
import { expect, it, vi } from 'vitest'
import type { Outbound } from '#core/index.ts'
import { settle } from '#tests/settle.ts'
import { signIn } from '#tests/web/browser.ts'
import { crashAfter, findAccountOf } from '#tests/web/people.ts'
import { createRig, findCode, type Rig } from '#tests/web/rig.ts'

const ada = { platform: 'discord', user: '101', name: 'Ada' } as const
const minute = 60_000

/** Finishes a link on another process, which sends no mail or dies after some writes. */
async function link(rig: Rig, options: { writes?: number; linked?: Outbound['linked'] } = {}) {
  const { writes = Number.POSITIVE_INFINITY, linked = () => new Promise(() => undefined) } = options
  const steps = { left: writes }
  const core = rig.createCoreOn({ store: crashAfter(rig.store, steps), outbound: { linked } })
  const account = await findAccountOf(rig, 'ada@example.org')
  const code = await rig.core.links.confirm(await rig.core.links.request(ada, 'Lighthouse'), account)
  const done = await core.links.finish(ada, code ?? '').catch(() => undefined)
  return { outcome: done?.outcome, writesLeft: steps.left }
}

async function setUp() {
  const rig = await createRig()
  const browser = await signIn(rig, 'ada@example.org')
  rig.mails.length = 0
  return { rig, browser }
}

it('is done by another process after a crash at any write', async () => {
  for (let writes = 0; writes < 20; writes++) {
    const { rig } = await setUp()
    const { writesLeft } = await link(rig, { writes })
    await rig.core.start()
    for (let passed = 0; passed < 3; passed++) {
      rig.clock.advance(minute)
      await settle()
    }
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
  const { rig } = await setUp()
  const tried: (string | undefined)[] = []
  const send = rig.options.mailer.send
  rig.options.mailer.send = async (mail) => {
    tried.push(mail.messageId)
    if (tried.length < 4) throw new Error('down')
    await send(mail)
  }
  const code = await rig.core.links.confirm(
    await rig.core.links.request(ada, undefined),
    await findAccountOf(rig, 'ada@example.org'),
  )
  expect(await rig.core.links.finish(ada, code ?? '')).toMatchObject({ outcome: 'linked' })
  await rig.core.start()
  for (let passed = 0; passed < 30; passed++) {
    rig.clock.advance(minute)
    await settle()
  }
  expect(tried).toHaveLength(4)
  expect(new Set(tried).size).toBe(1)
  expect(tried[0]).toMatch(/^[\w-]+@bot\.example$/)
  expect(findCode(rig.mails)).toBe('')
  expect(rig.mails).toHaveLength(1)
  await rig.core.stop(0)
})

it('is given up after a day, with a line in the log', async () => {
  const { rig } = await setUp()
  await link(rig)
  rig.clock.advance(24 * 60 * minute)
  await rig.core.start()
  rig.clock.advance(minute)
  await vi.waitFor(async () =>
    expect(await rig.store.records.listRecords('link-mail', undefined, rig.clock.now())).toEqual([]),
  )
  expect(rig.mails).toEqual([])
  expect(rig.lines.map(({ message }) => message)).toContain('The mail about a new link was given up')
  await rig.core.stop(0)
})

it('ends with the account', async () => {
  const { rig } = await setUp()
  await link(rig)
  const { id } = await findAccountOf(rig, 'ada@example.org')
  expect(await rig.store.records.listRecords('link-mail', id, rig.clock.now())).toHaveLength(1)
  await rig.core.erase(id)
  expect(await rig.store.records.listRecords('link-mail', undefined, rig.clock.now())).toEqual([])
})
