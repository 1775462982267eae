/** A team with a wallet, and ann in it, who orders pictures there. */
import { createLedger } from '#core/credits/ledger.ts'
import { CoreError } from '#core/errors.ts'
import { type Origin, payerOfTeam, type Rules, type TeamSettings } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { settle } from '#tests/settle.ts'
import { createPlainCore, type Parts } from '../rig.ts'
import { openStore } from '../store/places.ts'

export const team = 'slack:T1'
export const wallet = payerOfTeam(team)
export const channel = 'slack:T1:C1'
export const here: Origin = { platform: 'slack', team: 'T1', channel: 'C1', address: { user: 'T1:ann' } }

export async function openTeam(
  create?: Parameters<typeof openStore>[0],
  team = 100,
  rules: Partial<Rules> = {},
  wrap = (store: Store) => store,
  parts: Partial<Parts> = {},
) {
  const store = await openStore(create)
  const clock = createVirtualClock()
  const core = createPlainCore(
    { store: wrap(store), clock, ...parts },
    { unfinishedPerAccount: 100, ...rules },
  )
  const ledger = createLedger(store.ledger, clock)
  const grant = (amount: number, key = 'gift') =>
    ledger.append({ wallet, key, kind: 'grant', amount, reference: 'gift' })
  if (team > 0) await grant(team)
  const openAccount = async (user: string) =>
    (await core.accounts.openAccount({ platform: 'slack', user, name: user })).id
  const ann = await openAccount('T1:ann')
  let calls = 0
  const order = (given: { owner?: string; origin?: Origin; call?: string; prompt?: string } = {}) =>
    core.images.order({
      owner: ann,
      call: `call:${++calls}`,
      origin: here,
      prompt: `fox ${calls}`,
      ...given,
    })
  const draw = async (given?: Parameters<typeof order>[0]) => {
    const ended = await (await order(given)).done
    await core.images.markDelivered(ended.id, 'reply')
    return ended
  }
  const set = (settings: Partial<TeamSettings>) =>
    core.teams.changeSettings('slack:T1', (before) => ({ ...before, ...settings }), {
      by: 'eve',
      what: 'pays',
    })
  const balances = () => Promise.all([wallet, ann].map(ledger.findBalance))
  const pass = async () => {
    for (let waits = 0; waits < 3; waits++) {
      clock.advance(15_000)
      await settle()
    }
  }
  return { store, clock, core, ledger, grant, openAccount, ann, order, draw, set, balances, pass }
}

/** Ann has reached her cap, and what she asked for next is kept. */
export async function openCapped(
  wrap?: (store: Store) => Store,
  create?: Parameters<typeof openStore>[0],
  parts: Partial<Parts> = {},
) {
  const rig = await openTeam(create, 100, {}, wrap, parts)
  await rig.set({ memberCap: 10 })
  await rig.draw()
  const refused: unknown = await rig.order({ call: 'late', prompt: 'late' }).catch((error: unknown) => error)
  if (!(refused instanceof CoreError) || refused.code !== 'cap-reached') throw refused
  const { held } = refused.data as { held?: { id: string } }
  return { ...rig, id: held?.id ?? '', refused }
}
