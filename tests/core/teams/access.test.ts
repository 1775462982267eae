/** Tests who may see a team on the web: by what is kept of them now, and by what the bot gave them within the hour. */
import { describe, expect, it } from 'vitest'
import type { TeamName } from '#core/index.ts'
import { createVirtualClock } from '#tests/crash/virtual-clock.ts'
import { createPlainCore } from '../rig.ts'
import { bothPlaces, openStore } from '../store/places.ts'

const guild: TeamName = { platform: 'discord', id: 'G1' }
const workspace: TeamName = { platform: 'slack', id: 'T1' }
const team = 'discord:G1'
const hour = 60 * 60_000

describe.each(bothPlaces)('on $name', ({ create }) => {
  async function open() {
    const clock = createVirtualClock()
    const opened = await openStore(create)
    let count = 0
    const records = new Proxy(opened.records, {
      get: (target, name: keyof typeof opened.records) => {
        count++
        return target[name]
      },
    })
    const core = createPlainCore({ store: { ...opened, records }, clock })
    const meet = async (name: string, place = guild) => {
      const user = { platform: place.platform, user: name, name } as const
      const { id: account } = await core.accounts.openAccount(user)
      await core.teams.seeMember(await core.teams.findId(place), { account, name }, place)
      return { account, name, user, accounts: [account] }
    }
    const tie = async () => {
      const code = await core.teams.ties.offer({ ...guild, title: 'Keepers' })
      const step = await core.teams.ties.take(code, { ...workspace, title: 'Acme' })
      if (step.step !== 'offered') throw new Error(step.step)
      await core.teams.ties.tie(step.code, guild, 'eve')
    }
    return { clock, reads: () => count, ...core, meet, tie }
  }

  it('is a member where it was seen, an admin where the team says so, and nothing once kept out', async () => {
    const { teams, teamAccess, meet } = await open()
    const ann = await meet('ann')
    expect(await teamAccess.list(ann.account)).toEqual([{ team, role: 'member', places: [guild] }])
    expect(await teamAccess.mayManage(ann.account, team)).toBe('no')
    for (const role of ['admin', 'owner'] as const) {
      await teams.setRole(team, ann, role, 'eve')
      expect(await teamAccess.mayManage(ann.account, team)).toBe('yes')
    }
    await teams.setRole('slack:T1', ann, 'owner', 'eve')
    expect(await teamAccess.find(ann.account, 'slack:T1')).toBeUndefined()
    await teams.block(team, { user: ann.user, name: 'ann', accounts: [] }, 'eve')
    expect(await teamAccess.list(ann.account)).toEqual([])
    expect(await teamAccess.mayManage(ann.account, team)).toBe('no')
    await teams.unblock(team, { user: ann.user, name: 'ann', accounts: [] }, 'eve')
    expect(await teamAccess.mayManage(ann.account, team)).toBe('yes')
    await teams.removeMember(team, ann.account, 'eve')
    expect(await teamAccess.mayManage(ann.account, team)).toBe('no')
  })

  it('is let in by a pass of its own for an hour, and by no other', async () => {
    const { clock, teamAccess, meet } = await open()
    const [ann, bob] = [await meet('ann'), await meet('bob')]
    await meet('ann', workspace)
    const pass = await teamAccess.issuePass(ann.account, team)
    const { until, seal } = pass
    const ask = (who: string, of: string, given = pass) => teamAccess.mayManage(who, of, given)
    expect(await ask(ann.account, team)).toBe('yes')
    expect(await ask(bob.account, team)).toBe('no')
    expect(await ask(ann.account, 'slack:T1')).toBe('no')
    expect(await ask(ann.account, team, { until: until + 1, seal })).toBe('no')
    expect(await ask(ann.account, team, { until, seal: `${seal}x` })).toBe('no')
    expect(await ask(ann.account, team, { until: Number.NaN, seal: '' })).toBe('no')
    clock.advance(hour - 1)
    expect(await ask(ann.account, team)).toBe('yes')
    clock.advance(1)
    expect(await ask(ann.account, team)).toBe('lapsed')
    expect(await ask(bob.account, team)).toBe('no')
  })

  it.each(['block', 'removeMember', 'setRole'] as const)('has a pass end by %s', async (how) => {
    const { clock, teams, teamAccess, meet } = await open()
    const ann = await meet('ann')
    const pass = await teamAccess.issuePass(ann.account, team)
    clock.advance(1_000)
    if (how === 'block') await teams.block(team, ann, 'eve')
    if (how === 'removeMember') await teams.removeMember(team, ann.account, 'eve')
    if (how === 'setRole') await teams.setRole(team, ann, 'member', 'eve')
    expect(await teamAccess.mayManage(ann.account, team, pass)).toBe('no')
    // Nor is it worth anything when they come back by themselves.
    if (how === 'block') await teams.unblock(team, ann, 'eve')
    await meet('ann')
    expect(await teamAccess.mayManage(ann.account, team, pass)).toBe('no')
    clock.advance(1_000)
    const next = await teamAccess.issuePass(ann.account, team)
    await teams.setMemberCap(team, ann, 5, 'eve')
    expect(await teamAccess.mayManage(ann.account, team, next)).toBe('yes')
  })

  it('goes by what is tied now: a role outlives no tie for who was only seen on the other side', async () => {
    const { teams, teamAccess, meet, tie } = await open()
    const old = await meet('ann', workspace)
    await tie()
    expect(await teamAccess.list(old.account)).toEqual([{ team, role: 'member', places: [workspace] }])
    await teams.setRole(team, old, 'admin', 'eve')
    expect(await teamAccess.mayManage(old.account, team)).toBe('yes')
    await teams.ties.untie(workspace, 'eve')
    expect(await teamAccess.mayManage(old.account, team)).toBe('no')
    const [now] = await teamAccess.list(old.account)
    expect(now).toEqual({ team: 'slack:T1', role: 'member', places: [workspace] })
  })

  it('is nobody where it is tied to nobody any more, whom the team could block', async () => {
    const { accounts, teams, teamAccess, meet } = await open()
    const ann = await meet('ann')
    await teams.setRole(team, ann, 'owner', 'eve')
    const pass = await teamAccess.issuePass(ann.account, team)
    await accounts.unlink(ann.account, ann.user)
    expect(await teamAccess.list(ann.account)).toEqual([])
    expect(await teamAccess.mayManage(ann.account, team, pass)).toBe('no')
  })

  it('lists many teams with as few reads for each as one', async () => {
    const { reads, teams, teamAccess, meet } = await open()
    const { account, name } = await meet('ann')
    const see = async () => {
      const before = reads()
      const { length } = await teamAccess.list(account)
      return (reads() - before) / length
    }
    const one = await see()
    for (let index = 2; index <= 20; index++) {
      const id = `G${index}`
      await teams.seeMember(`discord:${id}`, { account, name }, { platform: 'discord', id })
    }
    expect(await see()).toBeLessThanOrEqual(one)
  })

  it('knows what people call a server or workspace, once that was noted', async () => {
    const { teams } = await open()
    await teams.setGallery(guild, 'C1', 'ann')
    await teams.setGallery(guild, 'C1')
    expect(await teams.findTitle(guild)).toBeUndefined()
    for (const title of ['Keepers', 'Keepers', 'Lighthouse']) await teams.noteTitle(guild, title)
    expect(await teams.findTitle(guild)).toBe('Lighthouse')
    expect(await teams.findGallery(guild)).toBe('C1')
    await teams.removeTeam(guild)
    expect(await teams.findTitle(guild)).toBeUndefined()
    const chosen = { what: 'gallery', of: 'discord:G1:C1', at: expect.any(Number) }
    const changes = await teams.listChanges(team, 9)
    expect(changes).toHaveLength(2)
    expect(changes).toEqual(expect.arrayContaining([chosen, { ...chosen, by: 'ann' }]))
  })
})
