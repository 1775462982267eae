/** Does one action on a process, as the doors around the core do. */
import type { Account, Core } from '#core/index.ts'
import type { AnyAction } from './actions.ts'
import type { Process, World } from './world.ts'

/** Rejects with what the core rejects with. */
export async function perform(action: AnyAction, process: Process, world: World): Promise<void> {
  const { core } = process
  switch (action.kind) {
    case 'imagine':
      return await order(process, action, { prompt: action.prompt, fresh: action.fresh, count: action.count })
    case 'splurge':
      return await order(process, action, { prompt: 'palace', quality: 'premium', count: 4, fresh: true })
    case 'edit':
      return await edit(process, action)
    case 'cancel':
      return void (await core.images.cancelNewest((await requireAccount(core, action.who)).id))
    case 'share':
      return await share(process, action)
    case 'remove':
      return await remove(core, world, action.who)
    case 'buy':
      return await buy(core, world, action)
    case 'webhook':
      return await deliverWebhook(core, world, action)
    case 'refund':
      return giveMoneyBack(world, action)
    case 'link':
      return await link(core, world, action)
    case 'unlink':
      return void (await core.links.unlink(userOf(action.who)))
    case 'merge':
      return await merge(core, world, action)
    case 'readdress':
      return await readdress(core, world, action)
    case 'erase':
      return await core.erase((await requireAccount(core, action.who)).id)
    case 'join':
      return void (await core.accounts.openAccount(userOf(`guest-${action.guest}`)))
    case 'wait':
      return world.clock.advance(action.ms)
    case 'settle':
      return
  }
}

export const userOf = (user: string) => ({ platform: 'terminal', user, name: user }) as const

const requireAccount = (core: Core, who: string): Promise<Account> =>
  core.accounts.requireAccount(userOf(who))

type Wanted = Pick<
  Parameters<Core['images']['order']>[0],
  'prompt' | 'fresh' | 'count' | 'quality' | 'sources'
>

async function order({ core, deliver }: Process, by: { who: string; call: number }, wanted: Wanted) {
  const { id } = await requireAccount(core, by.who)
  const origin = { platform: 'terminal', address: {} } as const
  const job = await core.images.order({ account: id, call: `${by.who}:${by.call}`, origin, ...wanted })
  const ended = await job.done
  await deliver(ended)
  if (ended.status === 'ready') await core.images.markDelivered(ended.id, 'reply')
}

async function edit(process: Process, action: { who: string; picture: number; call: number }) {
  const { id } = await requireAccount(process.core, action.who)
  const picture = new TextEncoder().encode(`brought ${action.picture}`)
  const source = await process.core.images.addSource(id, picture)
  await order(process, action, { prompt: 'hat', sources: [source] })
}

async function findNewest(core: Core, who: string) {
  const { id } = await requireAccount(core, who)
  const { generations } = await core.history.list(id, { limit: 1 })
  return { account: id, newest: generations[0] }
}

async function share(
  { core, deliver }: Process,
  { who, team: number, back }: { who: string; team: number; back: boolean },
): Promise<void> {
  const { account, newest } = await findNewest(core, who)
  if (!newest) return
  const team = { platform: 'terminal', id: `team-${number}` } as const
  await core.teams.setGallery(team, 'gallery')
  const post = async () => {
    await deliver(newest)
    return 'message'
  }
  const retract = async () => undefined
  if (back) await core.sharing.unshare(account, newest.id, retract)
  else await core.sharing.share(account, newest.id, { ...team, post, retract })
}

async function remove(core: Core, world: World, who: string): Promise<void> {
  const { account, newest } = await findNewest(core, who)
  if (!newest) return
  for (const key of newest.pictureKeys) world.unwanted.add(key)
  await core.sharing.remove(account, newest.id, async () => undefined)
}

async function buy(
  core: Core,
  world: World,
  { who, pack, pays }: { who: string; pack: number; pays: boolean },
) {
  const account = await requireAccount(core, who)
  const { name = '' } = core.purchases.packs[pack] ?? {}
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
  await core.purchases.receiveWebhook(new TextEncoder().encode(body), () => undefined)
}

function giveMoneyBack(world: World, { order, whole }: { order: number; whole: boolean }): void {
  const found = findOrder(world, order)
  if (found) world.provider.refund(found, whole)
}

/** The account of an address, signed in to; undefined when too many codes were mailed there. */
async function signIn(core: Core, world: World, email: string): Promise<Account | undefined> {
  const browser = core.sessions.createToken()
  const request = () => core.signIn.request({ email, browser, network: email, next: '/' })
  let asked = await request()
  if (asked.outcome === 'too-many' && asked.wait <= 60_000) {
    await world.clock.sleep(asked.wait)
    asked = await request()
  }
  if (asked.outcome !== 'issued') return undefined
  const signed = await core.signIn.finish(browser, asked.code)
  return signed.outcome === 'signed-in' ? signed.account : undefined
}

async function link(
  core: Core,
  world: World,
  { who, email, stops }: { who: string; email: string; stops: boolean },
): Promise<void> {
  const account = await signIn(core, world, email)
  if (!account) return
  const token = await core.links.request(userOf(who), undefined)
  const code = stops ? undefined : await core.links.confirm(token, account)
  if (code !== undefined) await core.links.finish(userOf(who), code)
}

async function merge(
  core: Core,
  world: World,
  { email, other }: { email: string; other: string },
): Promise<void> {
  const second = await signIn(core, world, other)
  const account = await signIn(core, world, email)
  if (!account || !second) return
  await world.clock.sleep(60_000)
  const asked = await core.merging.request(account, other, other)
  if (asked.outcome === 'issued') await core.merging.finish(account, asked.code)
}

async function readdress(
  core: Core,
  world: World,
  { email, other }: { email: string; other: string },
): Promise<void> {
  const account = await signIn(core, world, email)
  if (!account) return
  await world.clock.sleep(60_000)
  const asked = await core.emailChange.request(account, `new.${other}`, other)
  if (asked.outcome !== 'issued') return
  const [fresh, old] = asked.mails
  await core.emailChange.finish(account, fresh?.code ?? '', old?.code ?? '')
}
