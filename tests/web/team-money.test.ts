/** What a person spent of a team's credits is told to them, goes along when accounts are merged, and outlives them namelessly. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLedger } from '#core/credits/ledger.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { createRig as createBooks } from '#tests/core/operations/ledgers.ts'
import { unpackZip } from '#tests/read-zip.ts'
import { signIn } from './browser.ts'
import { findAccountOf, visit } from './people.ts'
import { findCode } from './rig.ts'

const payer = payerOfTeam('slack:T1')
const month = '2026-11'
const channel = 'slack:T1:C1'

async function setUp() {
  const { rig, browser, account: ada } = await visit()
  await signIn(rig, 'bob@example.org')
  const bob = await findAccountOf(rig, 'bob@example.org')
  const { store, clock } = rig
  const ledger = createLedger(store.ledger, clock)
  await ledger.append({ wallet: payer, key: 'gift', kind: 'grant', amount: 100, reference: 'gift' })
  const spend = async (member: string, budget: object = {}) => {
    const claim = { month, member, channel, caps: { member: 25 }, ...budget }
    const drawn = await record(
      store,
      createDelivered({ owner: member, payer, budget: claim, pictureKeys: [] }),
    )
    const { id, price } = drawn
    const entry = { wallet: payer, key: `spend:${id}`, kind: 'spend', amount: -price } as const
    await ledger.append({ ...entry, reference: id, budget: claim })
    return drawn
  }
  const merge = async () => {
    rig.clock.advance(60_000)
    await browser.post('/account/merge', { email: 'bob@example.org' })
    await browser.post('/account/merge/code', { code: findCode(rig.mails, 'bob@example.org') })
  }
  const listFaults = async () => (await createBooks(store).listFaults()).faults
  return { rig, browser, ada, bob, spend, merge, listFaults }
}

it('is exported: their part alone, of each account that was theirs, and no balance of the team’s', async () => {
  const { browser, ada, bob, spend, merge } = await setUp()
  const drawn = [await spend(ada.id), await spend(bob.id, { channel: undefined })]
  await spend('somebody else')
  await merge()
  const answer = await browser.get('/account/export')
  const folder = unpackZip(new Uint8Array(await answer.arrayBuffer()))
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const spent = { payer, kind: 'spend', amount: -10, month, at: expect.any(Number) }
  expect(JSON.parse(read('team-spending.json'))).toEqual([
    { ...spent, account: ada.id, channel, reference: drawn[0]?.id },
    { ...spent, account: bob.id, reference: drawn[1]?.id },
  ])
  expect(read('transactions.json')).not.toContain('spend:')
  expect(read('generations.json')).toContain(`"payer":"${payer}"`)
})

it('counts together once one account took the other over, and moves no credits of the team', async () => {
  const { rig, ada, bob, spend, merge, listFaults } = await setUp()
  await spend(ada.id)
  await spend(bob.id)
  await merge()
  const tookOver = await rig.store.records.listRecords('merged', ada.id, rig.clock.now())
  const refusal = { code: 'cap-reached', data: { cap: 'member', limit: 25, spent: 20, price: 10 } }
  const claim = { tookOver: tookOver.map(({ key }) => key) }
  await expect(spend(ada.id, claim)).rejects.toMatchObject(refusal)
  expect((await rig.store.ledger.findLast(payer))?.balance).toBe(80)
  expect(await listFaults()).toMatchObject([{ fault: 'generation', generation: expect.any(String) }])
})

it('stays in the team’s books when the account goes, with nothing personal in it', async () => {
  const { rig, ada, spend, listFaults } = await setUp()
  const { id } = await spend(ada.id)
  const before = await rig.store.ledger.list(payer, { limit: 9 })
  await rig.core.erase(ada.id)
  expect(await rig.store.generations.find({ id })).toBeUndefined()
  expect(await rig.store.accounts.findAccount({ id: ada.id })).toBeUndefined()
  const after = await rig.store.ledger.list(payer, { limit: 9 })
  expect(after).toEqual(before)
  expect(JSON.stringify(after)).not.toMatch(/ada@|Canary/)
  const { members } = await rig.store.ledger.listTotals(payer, month)
  expect(members).toEqual(new Map([[ada.id, 10]]))
  expect(await listFaults()).toEqual([])
})
