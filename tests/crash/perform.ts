/** Does one action on a process, as the doors around the core do. */
import { CoreError } from '#core/errors.ts'
import type { Account, Core, Job } from '#core/index.ts'
import type { AnyAction } from './actions.ts'
import { claim, giveBack, grant, undoGrant } from './perform-operator.ts'
import { link, merge, notify, readdress, undoLink, userOf, visit } from './perform-people.ts'
import type { Process, World } from './world.ts'

/** Rejects with what the core rejects with. */
export async function perform(action: AnyAction, process: Process, world: World): Promise<void> {
  const { core } = process
  switch (action.kind) {
    case 'imagine':
      return await order(process, world, action, pick(action))
    case 'splurge':
      return await order(process, world, action, splurge)
    case 'edit':
      return await edit(process, world, action)
    case 'cancel':
      return void (await core.images.cancelNewest((await requireAccount(core, action.who)).id))
    case 'share':
      return await share(process, action)
    case 'remove':
      return await remove(process, world, action)
    case 'buy':
      return await buy(core, world, action)
    case 'webhook':
      return await deliverWebhook(core, world, action)
    case 'refund':
      return giveMoneyBack(world, action)
    case 'doubt':
      return raiseDoubt(world, action)
    case 'link':
      return await link(process, world, action)
    case 'unlink':
      return void (await core.links.unlink(userOf(action.who)))
    case 'merge':
      return await merge(process, world, action)
    case 'readdress':
      return await readdress(process, world, action)
    case 'erase':
      return await erase(core, world, await requireAccount(core, action.who), action)
    case 'visit':
      return await visit(process, world, action)
    case 'undo':
      return await undoLink(core, world, action)
    case 'leave':
      return await core.teams.removeTeam(nameTeam(action.team))
    case 'notify':
      return await notify(process, await requireAccount(core, action.who), action)
    case 'grant':
      return await grant(process, world, await requireAccount(core, action.who), action)
    case 'undoGrant':
      return await undoGrant(process, world, await requireAccount(core, action.who), action)
    case 'claim':
      return await claim(
        process,
        world,
        await requireAccount(core, action.who),
        findOrder(world, action.order),
      )
    case 'giveBack':
      return await giveBack(process, world, (await findNewest(core, action.who)).newest)
    case 'tie':
      return await world.operate(process, () => process.operations.link(userOf(action.who), action.email))
    case 'arrive':
      return void (await core.accounts.openAccount(userOf(action.who)))
    case 'join':
      return void (await core.accounts.openAccount(userOf(`guest-${action.guest}`)))
    case 'wait':
      return world.clock.advance(action.ms)
    case 'settle':
      return
  }
}

const requireAccount = (core: Core, who: string): Promise<Account> =>
  core.accounts.requireAccount(userOf(who))

type Wanted = Pick<
  Parameters<Core['images']['order']>[0],
  'prompt' | 'fresh' | 'count' | 'quality' | 'brought'
>

const pick = ({ prompt, fresh, count }: Wanted): Wanted => ({ prompt, fresh, count }) as Wanted
const splurge: Wanted = { prompt: 'palace', quality: 'premium', count: 4, fresh: true }

async function order(
  process: Process,
  world: World,
  by: { who: string; call: number },
  wanted: Wanted,
): Promise<void> {
  const { core, deliver } = process
  const { id } = await requireAccount(core, by.who)
  const ended = await (await place(core, world, id, `${by.who}:${by.call}`, wanted)).done
  await deliver(ended)
  if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
}

/** Whoever is refused is told that nothing was charged, unless the refusal says that this is not known. */
async function place(core: Core, world: World, account: string, call: string, wanted: Wanted): Promise<Job> {
  const attempts = world.orders.get(call) ?? []
  world.orders.set(call, attempts)
  const attempt = attempts.push('open') - 1
  try {
    const origin = { platform: 'terminal', address: {} } as const
    const job = await core.images.order({ owner: account, call, origin, ...wanted })
    attempts[attempt] = 'taken'
    return job
  } catch (error) {
    if (error instanceof CoreError && error.code !== 'unsettled') attempts[attempt] = 'refused'
    throw error
  }
}

async function edit(process: Process, world: World, action: { who: string; picture: number; call: number }) {
  const picture = new TextEncoder().encode(`brought ${action.picture}`)
  const brought = [{ size: picture.length, read: async () => picture }]
  await order(process, world, action, { prompt: 'hat', brought })
}

async function findNewest(core: Core, who: string) {
  const { id } = await requireAccount(core, who)
  const { generations } = await core.history.list(id, { limit: 1 })
  return { account: id, newest: generations[0] }
}

const nameTeam = (number: number) => ({ platform: 'terminal', id: `team-${number}` }) as const

async function share(
  { core, chat }: Process,
  { who, team: number, back }: { who: string; team: number; back: boolean },
): Promise<void> {
  const { account, newest } = await findNewest(core, who)
  if (!newest) return
  const team = nameTeam(number)
  await core.teams.setGallery(team, 'gallery')
  const post = () => chat.post(newest)
  if (back) await core.sharing.unshare(account, newest.id, chat.retract)
  else await core.sharing.share(account, newest.id, { ...team, post, retract: chat.retract })
}

async function remove(
  { core, chat }: Process,
  world: World,
  { who, refused }: { who: string; refused: boolean },
): Promise<void> {
  const { account, newest } = await findNewest(core, who)
  if (!newest) return
  for (const key of newest.pictureKeys) world.unwanted.add(key)
  for (const key of (refused && newest.spec.sources) || []) world.reluctant.add(key)
  await core.sharing.remove(account, newest.id, chat.retract)
}

async function erase(
  core: Core,
  world: World,
  { id }: Account,
  { refusals }: { refusals: number },
): Promise<void> {
  const { generations } = await core.history.list(id, { limit: 9 })
  const keys = generations.flatMap(({ pictureKeys }) => pictureKeys)
  for (const key of keys.slice(0, refusals)) world.reluctant.add(key)
  world.erased.add(id)
  await core.erase(id)
}

async function buy(
  core: Core,
  world: World,
  { who, pack, pays }: { who: string; pack: number; pays: boolean },
) {
  const account = await requireAccount(core, who)
  const { name = '' } = core.purchases.listPacks()[pack] ?? {}
  const url = await core.purchases.openCheckout(account, name, 'http://back.test')
  if (pays) world.provider.pay(url)
}

const findOrder = ({ provider }: World, order: number) =>
  provider.orders.at(-1 - (order % provider.orders.length))

async function deliverWebhook(
  core: Core,
  world: World,
  { order, report }: { order: number; report: number },
) {
  const { reports = [] } = findOrder(world, order) ?? {}
  if (reports.length === 0) return
  const body = JSON.stringify(reports.at(-1 - (report % reports.length)))
  await core.purchases.receiveWebhook('world', new TextEncoder().encode(body), () => undefined)
}

function giveMoneyBack(world: World, { order, whole }: { order: number; whole: boolean }): void {
  const found = findOrder(world, order)
  if (found) world.provider.refund(found, whole)
}

function raiseDoubt(world: World, { order, fraud }: { order: number; fraud: boolean }): void {
  const found = findOrder(world, order)
  if (found) world.provider.doubt(found, fraud)
}
