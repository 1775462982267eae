/** What people do in teams, and what admins settle: two places, which may be tied into one team. */
import { hasCode } from '#core/errors.ts'
import { type Core, payerOfTeam } from '#core/index.ts'
import { becomeQuiet } from './passing.ts'
import { follow, order, type Wanted } from './perform-order.ts'
import { findId, type Performers, userOf } from './performers.ts'
import type { makeTeamAction } from './team-actions.ts'
import type { Process, World } from './world.ts'

const places = [
  { platform: 'discord', id: 'A', title: 'A' },
  { platform: 'slack', id: 'B', title: 'B' },
] as const

/** Each place is a team of its own until it is tied to another; the first stays one. */
export const teamWallets = places.map(({ platform, id }) => payerOfTeam(`${platform}:${id}`))

/** So near that the clock may be put on to it. Milliseconds. */
const soon = 6 * 60 * 60_000

const placeOf = (place: number) => places[place % places.length] ?? places[0]

function originOf(who: string, place: number, channel = 0) {
  const { platform, id } = placeOf(place)
  return { platform, team: id, channel: `C${channel}`, address: { user: who } } as const
}

/** Whoever's order a cap keeps back is told by what name they can pay for it themselves. */
async function orderThere(
  process: Process,
  world: World,
  by: { who: string; call: number; place: number },
  wanted: Wanted,
): Promise<void> {
  const { core } = process
  const team = await core.teams.findId(placeOf(by.place))
  const account = await findId(core, by.who)
  await core.teams.seeMember(team, { account, name: by.who }, placeOf(by.place))
  try {
    await order(process, world, by, wanted)
  } catch (error) {
    if (hasCode(error, 'cap-reached') && error.data.held) {
      world.keptBack.push({ who: by.who, place: by.place, id: error.data.held.id })
    }
    throw error
  }
}

/** The team, and the account of whoever does something there. */
const findThere = async (core: Core, who: string, place: number) => ({
  team: await core.teams.findId(placeOf(place)),
  account: await findId(core, who),
})

const findKept = ({ keptBack }: World, who: string) => keptBack.findLast((each) => each.who === who)

const adminsChannel = { platform: 'discord', team: 'A', channel: 'C9' } as const

export const members: Performers<keyof typeof makeTeamAction> = {
  teamImagine: ({ who, place, channel, call, prompt, count }, process, world) =>
    orderThere(
      process,
      world,
      { who, call, place },
      { prompt, count, origin: originOf(who, place, channel) },
    ),
  async rush({ place, call }, process, world) {
    const all = (['fox', 'owl'] as const).flatMap((prompt, index) =>
      (['ann', 'bob'] as const).map((who) => {
        const by = { who, place, call: 100 + 2 * call + index }
        return orderThere(process, world, by, { prompt, fresh: true, origin: originOf(who, place) })
      }),
    )
    const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  },
  async payOwn({ who, place }, process, world) {
    const kept = findKept(world, who)
    if (!kept) return
    const account = await findId(process.core, who)
    await follow(process, account, () => process.core.images.orderOwn(account, kept.id, originOf(who, place)))
  },
  async ask({ who }, { core }, world) {
    const kept = findKept(world, who)
    if (kept) await core.capRequests.ask({ account: await findId(core, who), name: who }, kept.id)
  },
  async answer({ who, how }, { core }, world) {
    const kept = findKept(world, who)
    if (!kept) return
    const { team, account } = await findThere(core, who === 'ann' ? 'bob' : 'ann', kept.place)
    await core.capRequests.answer(kept.id, { how, team, by: { account, name: 'an admin' } })
  },
  async buyForTeam({ who, pays }, { core }, world) {
    const account = await core.accounts.requireAccount(userOf(who))
    const team = await core.teams.findId(places[0])
    const url = await core.purchases.openCheckout(account, 'team', 'http://back.test', { team })
    if (pays) world.provider.pay(url)
  },
  async cap({ who, place, of, credits }, { core }) {
    const { team, account } = await findThere(core, who, place)
    await core.teams.noteTitle(placeOf(place), `${placeOf(place).title} ${credits}`)
    if (of === 'one') return await core.teams.setMemberCap(team, { account, name: who }, credits, account)
    const caps = of === 'member' ? { memberCap: credits } : { channelCap: credits }
    const told = { by: account, what: `${of}-cap`, value: credits } as const
    return await core.teams.changeSettings(team, (now) => ({ ...now, ...caps, adminsChannel }), told)
  },
  async zone({ place, timeZone }, { core }) {
    const team = await core.teams.findId(placeOf(place))
    const told = { by: 'an admin', what: 'time-zone', value: timeZone } as const
    await core.teams.changeSettings(team, (now) => ({ ...now, timeZone }), told)
  },
  /** Whoever has died meanwhile puts no clock on. */
  async monthEnd(_, { doomed }, world) {
    const isDead = await Promise.race([becomeQuiet(world), doomed.died.then(() => true)])
    if (isDead) return
    const now = new Date(world.clock.now())
    const left = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) - world.clock.now()
    if (left <= soon) world.clock.advance(left)
  },
  async part({ who, place }, { core }) {
    const { team, account } = await findThere(core, who, place)
    await core.teams.removeMember(team, account, account)
  },
  async block({ who, place, back }, { core }) {
    const { team, account } = await findThere(core, who, place)
    const user = { platform: placeOf(place).platform, user: who }
    const blocked = { user, accounts: [account], name: who }
    await (back ? core.teams.unblock : core.teams.block)(team, blocked, account)
  },
  async tieTeams({ who }, { core }) {
    const { ties } = core.teams
    const by = await findId(core, who)
    const [first, other] = places
    const typed = await ties.take(await ties.offer(first), other)
    if (typed.step !== 'offered') return
    await ties.take(typed.code, first)
    await ties.tie(typed.code, first, by)
  },
  async untieTeams({ who, place }, { core }) {
    await core.teams.ties.untie(placeOf(place), await findId(core, who))
  },
}
