/** Telling a team's admins how much of a budget is spent, as work to be cut off. */
import { nobody } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import { createBudgetNotes } from '#core/teams/budget-notes.ts'
import { changeSettings } from '#core/teams/settings.ts'
import { createTeamNotes } from '#core/teams/team-notes.ts'
import { createEntry, createSpend } from '#tests/contracts/store-records.ts'
import { silent } from '#tests/kept-log.ts'
import type { Work } from './outside.ts'
import { createVirtualClock } from './virtual-clock.ts'

const clock = createVirtualClock()
const team = 'discord:G1'
const wallet = `team:${team}`
const adminsChannel = { platform: 'discord', team: 'G1', channel: 'C9' } as const
const bought = createEntry({ wallet, amount: 1_000, balance: 1_000 })
/** Most of what the channel may spend, and little of what the wallet had. */
const spend = createSpend({
  ...{ wallet, sequence: 2, amount: -85, balance: 915 },
  budget: { channel: `${team}:C1`, channelSpent: 85, caps: { channel: 100 } },
})

async function tell(records: RecordStore): Promise<void> {
  const ports = { records, clock, log: silent }
  const outbound = { ...nobody, tellTeam: async () => 'posted' }
  const notes = createBudgetNotes({
    ...ports,
    notes: createTeamNotes({ ...ports, outbound, owner: 'here', isAlive: () => false }),
    entries: { list: async () => [spend, bought], findSpent: async () => 0 },
    listTakenOver: async () => [],
  })
  const ledger = {
    ...{ append: async () => spend, takeBack: async () => spend, findEntry: async () => spend },
    ...{ findRefusal: async () => undefined, findBalance: async () => spend.balance },
  }
  await notes.watch(ledger).append(spend)
  await notes.settle()
}

const choose = (records: RecordStore) =>
  changeSettings({ records, clock }, team, (now) => ({ ...now, adminsChannel }))
/** Of the channel: what is noted of it stays. */
const isNoted = async (records: RecordStore) =>
  (await records.listRecords('team-told', undefined, clock.now())).some(({ key }) =>
    key.includes('/channel:'),
  )

export const budgetWorks: readonly Work[] = [{ before: choose, act: tell, read: isNoted }]
