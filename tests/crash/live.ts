/** Lives a process of a schedule: it starts, is asked for what is to happen, and ends as it must. */
import { CoreError, hasCode } from '#core/errors.ts'
import { people } from './actions.ts'
import type { Doom } from './crashing.ts'
import { becomeQuiet } from './passing.ts'
import { perform } from './perform.ts'
import { teamWallets } from './perform-teams.ts'
import { userOf } from './performers.ts'
import type { Life } from './schedules.ts'
import type { Process, World } from './world.ts'

/** A process from its start to its end. */
export async function live(
  world: World,
  { actions, ending, ...doom }: Doom & Pick<Life, 'actions' | 'ending'>,
): Promise<void> {
  const process = await world.boot(doom)
  const { core, doomed } = process
  let isOver = false
  const working = async () => {
    await start(process, world)
    const underWay: Promise<unknown>[] = []
    for (const action of actions) {
      if (isOver) return
      if (action.kind === 'settle') await Promise.all(underWay).then(() => becomeQuiet(world))
      else underWay.push(perform(action, process, world).catch((error) => witnessError(world, error)))
    }
    await Promise.all(underWay)
    if (ending === 'stop') await core.stop(1_000)
  }
  // A process that cannot start ends.
  await Promise.race([working().catch((error) => witnessError(world, error)), doomed.died])
  isOver = true
  end(process)
}

/** Refusals are part of it; anything else is a fault. */
function witnessError(world: World, error: unknown): void {
  if (!(error instanceof CoreError)) world.faults.push(error instanceof Error ? `${error.stack}` : `${error}`)
}

/** What it had on its way arrives all the same, while others go on. */
export function end({ doomed, close }: Process): void {
  doomed.kill()
  close().catch(() => undefined)
}

/** Who was welcomed before is not again, and is to have something to spend all the same. */
const fewest = 45
/** The same for teams: so much that members come to their caps. */
const fewestOfTeam = 120

export async function start({ core }: Process, world: World): Promise<void> {
  await core.start()
  for (const name of people) {
    // Whoever is just being deleted can have no new account until that has gone on.
    const account = await core.accounts.openAccount(userOf(name)).catch((error: unknown) => {
      if (!hasCode(error, 'not-linked')) throw error
      return undefined
    })
    if (account && (await core.credits.findBalance(account.id)) < fewest) await world.pay(account.id, fewest)
  }
  for (const wallet of teamWallets) {
    if ((await core.credits.findBalance(wallet)) < fewestOfTeam) await world.pay(wallet, fewestOfTeam)
  }
}
