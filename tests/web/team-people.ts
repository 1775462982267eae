/** A team with a month behind it, as its pages show it: members, spends, shared pictures, votes, changes. */
import { createLedger } from '#core/credits/ledger.ts'
import { findMonth } from '#core/credits/month.ts'
import { payerOfTeam } from '#core/credits/wallet.ts'
import type { Account, TeamName } from '#core/index.ts'
import { createDelivered, record } from '#tests/contracts/store-records.ts'
import { draw } from './people.ts'
import type { Rig } from './rig.ts'

export const guild: TeamName = { platform: 'discord', id: 'G1' }
export const team = 'discord:G1'
export const month = '2026-11'

/** Moves the clock to the middle of that month. */
export function goToMonth({ clock }: Rig): void {
  clock.advance(Date.parse(`${month}-20T12:00:00Z`) - clock.now())
}

/** Seen there as somebody of that platform's, also in another server or workspace. */
export async function join({ core, store, clock }: Rig, { id }: Account, name: string, place = guild) {
  const { platform } = place
  await store.accounts.insertIdentity({
    platform,
    user: id,
    name: 'A chat',
    account: id,
    linkedAt: clock.now(),
  })
  await core.teams.seeMember(await core.teams.findId(place), { account: id, name }, place)
}

let spends = 0

/** Credits of the team's, which members spend on something each; in the present month where none is named. */
export async function spend(
  { store, clock }: Rig,
  given: readonly { by: Account; tool?: 'imagine' | 'og'; in?: string; month?: string }[],
): Promise<void> {
  const ledger = createLedger(store.ledger, clock)
  const wallet = payerOfTeam(team)
  await ledger.append({ wallet, key: 'gift', kind: 'grant', amount: 1_000, reference: 'gift' })
  for (const { by, tool = 'imagine', in: channel = 'C1', month = findMonth(clock.now(), 'UTC') } of given) {
    const budget = { month, member: by.id, channel: `${team}:${channel}`, caps: {} }
    const asked = { tool, prompt: 'a harbour' }
    const drawn = createDelivered({
      owner: by.id,
      payer: wallet,
      budget,
      asked,
      pictureKeys: [],
      call: `team:${++spends}`,
    })
    const { id, price } = await record(store, drawn)
    const entry = { wallet, key: `spend:${id}`, kind: 'spend', amount: -price, reference: id } as const
    await ledger.append({ ...entry, budget })
  }
}

/** Draws a picture and shares it there; answers with its id. */
export async function shareThere(
  rig: Rig,
  account: Account,
  prompt: string,
  author = 'Ada',
): Promise<string> {
  const { id } = await draw(rig, account, prompt)
  await rig.core.teams.setGallery(guild, 'C9')
  const post = async () => `M-${id}`
  await rig.core.sharing.share(account.id, id, { ...guild, author, post, retract: async () => undefined })
  return id
}
