/** Does one action on a process, as the doors around the core do. */
import { askOfOne, listNumbered, namePicture, renderPictureName } from '#core/index.ts'
import type { ActionKind, AnyAction } from './actions.ts'
import { becomeQuiet } from './passing.ts'
import { operator } from './perform-operator.ts'
import { order, thread, type Wanted } from './perform-order.ts'
import { visitors } from './perform-people.ts'
import { members } from './perform-teams.ts'
import { findId, findNewest, findOrder, type Performers, userOf } from './performers.ts'
import type { Process, World } from './world.ts'

const nameTeam = (number: number) => ({ platform: 'terminal', id: `team-${number}` }) as const

/** Milliseconds: calls are given up after 15 minutes. */
const longestCall = 15 * 60_000

const pick = ({ prompt, fresh, count }: Wanted): Wanted => ({ prompt, fresh, count }) as Wanted
const splurge: Wanted = { prompt: 'palace', quality: 'premium', count: 4, fresh: true }

const performers: Performers<ActionKind> = {
  ...visitors,
  ...operator,
  ...members,
  imagine: (action, process, world) => order(process, world, action, pick(action)),
  splurge: (action, process, world) => order(process, world, action, splurge),
  async edit(action, process, world) {
    const picture = new TextEncoder().encode(`brought ${action.picture}`)
    const brought = [{ size: picture.length, read: async () => picture }]
    await order(process, world, action, { prompt: 'hat', brought })
  },
  async change({ who, prompt, call }, process, world) {
    const { core } = process
    const found = await core.threads.find(thread, await findId(core, who))
    const seen = found && (await core.history.requireVisible(found.owner, `${found.id}.1`))
    if (!seen) return
    await order(process, world, { who, call }, { like: seen.asked, ...askOfOne('change', seen), prompt })
  },
  async back({ who }, { core }) {
    const account = await findId(core, who)
    const seen = await core.threads.find(thread, account)
    const { steps } = seen ? await core.history.findAncestors(account, seen) : { steps: [] }
    const before = steps.at(-1)
    if (!before) return
    await core.threads.choose(account, namePicture(before))
    await core.threads.note(thread, namePicture(before), account)
  },
  cancel: async ({ who }, { core }) => core.images.cancelNewest(await findId(core, who)),
  async share({ who, team: number, back }, { core, chat }) {
    const { account, newest } = await findNewest(core, who)
    if (!newest) return
    const team = nameTeam(number)
    await core.teams.setGallery(team, 'gallery')
    const post = () => chat.post(newest)
    if (back) await core.sharing.unshare(account, newest.id, chat.retract)
    else
      await core.sharing.share(account, newest.id, {
        ...{ ...team, author: who, post },
        retract: chat.retract,
      })
  },
  async remove({ who, refused, one }, { core, chat }, world) {
    const { account, newest } = await findNewest(core, who)
    if (!newest) return
    const [first] = listNumbered(newest)
    const keys = refused ? [...newest.asked.sources, ...newest.pictureKeys] : []
    for (const key of keys) world.reluctant.add(key)
    const name = renderPictureName({ id: newest.id, number: one ? first?.number : undefined })
    await core.sharing.remove(account, name, chat.retract)
  },
  leave: ({ team }, { core }) => core.teams.removeTeam(nameTeam(team)),
  async erase({ who, refusals }, { core }, world) {
    const id = await findId(core, who)
    const { generations } = await core.history.list(id, { limit: 9 })
    const keys = generations.flatMap(({ pictureKeys }) => pictureKeys)
    for (const key of keys.slice(0, refusals)) world.reluctant.add(key)
    world.erased.add(id)
    await core.erase(id)
  },
  async buy({ who, pack, pays }, { core }, world) {
    const account = await core.accounts.requireAccount(userOf(who))
    const { name = '' } = core.purchases.listPacks()[pack] ?? {}
    const url = await core.purchases.openCheckout(account, name, 'http://back.test')
    if (pays) world.provider.pay(url)
  },
  async webhook({ order, report }, { core }, world) {
    const { reports = [] } = findOrder(world, order) ?? {}
    if (reports.length === 0) return
    const body = JSON.stringify(reports.at(-1 - (report % reports.length)))
    await core.purchases.receiveWebhook('world', new TextEncoder().encode(body), () => undefined)
  },
  refund({ order, whole }, _, world) {
    const found = findOrder(world, order)
    if (found) world.provider.refund(found, whole)
  },
  doubt({ order, fraud }, _, world) {
    const found = findOrder(world, order)
    if (found) world.provider.doubt(found, fraud)
  },
  arrive: ({ who }, { core }) => core.accounts.openAccount(userOf(who)),
  join: ({ guest }, { core }) => core.accounts.openAccount(userOf(`guest-${guest}`)),
  /** No call that is under way lasts as long as the longest waits. */
  async wait({ ms }, _, world) {
    if (ms > longestCall) await becomeQuiet(world)
    world.clock.advance(ms)
  },
  settle() {},
}

/** Rejects with what the core rejects with. */
export async function perform(action: AnyAction, process: Process, world: World): Promise<void> {
  await performers[action.kind](action as never, process, world)
}
