/** Nobody sees anything of a team by its pages but its people, and of what admins see nobody but its admins. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { ChatUser, TeamName } from '#core/index.ts'
import { type Browser, createBrowser, signIn } from './browser.ts'
import { draw, findAccountOf, link } from './people.ts'
import { createRig, type Rig } from './rig.ts'
import { goToMonth, guild, join, shareThere, spend, team } from './team-people.ts'

const workspace: TeamName = { platform: 'slack', id: 'T1' }
const hour = 60 * 60_000

/** All that is for a team's admins alone; derived, so that no new page is forgotten. */
const listPages = ({ app }: Rig) => [
  ...new Set(app.routes.map(({ path }) => path).filter((path) => /^\/team(\/|$)/.test(path))),
]

async function setUp() {
  const rig = await createRig()
  goToMonth(rig)
  const come = async (name: string) => {
    const browser = await signIn(rig, `${name}@example.org`)
    const account = await findAccountOf(rig, `${name}@example.org`)
    return { name, browser, account, id: account.id }
  }
  const [owner, member, stranger] = [await come('olga'), await come('mary'), await come('sven')]
  await join(rig, owner.account, 'Olga Canary')
  await join(rig, member.account, 'Mary Canary')
  await join(rig, stranger.account, 'Sven', workspace)
  const { teams } = rig.core
  await teams.setRole(team, { account: owner.id, name: 'Olga Canary' }, 'owner', owner.id)
  await teams.setRole('slack:T1', { account: stranger.id, name: 'Sven' }, 'owner', stranger.id)
  await teams.noteTitle(guild, 'Canary Keepers')
  await spend(rig, [{ by: member.account }])
  const shared = await shareThere(rig, owner.account, 'a canary on a mast')
  await draw(rig, owner.account, 'a canary that is nobody else’s')
  const pages = listPages(rig)

  /** What somebody sees of each page, with such a pass or none. */
  const see = async (browser: Browser, more: Record<string, string> = {}, of = team) => {
    const query = new URLSearchParams({ team: of, place: of, ...more })
    const nowhere = await browser.read('/nowhere')
    const seen = await Promise.all(
      pages.map(async (path) => {
        const answer = await browser.get(`${path}?${query}`)
        const text = await answer.text()
        return { path, status: answer.status, isNothing: text === nowhere, text }
      }),
    )
    return {
      open: seen.filter(({ status }) => status === 200).map(({ path }) => path),
      isNothing: seen.every(({ status, isNothing }) => status === 404 && isNothing),
      text: seen.map(({ text }) => text).join(),
    }
  }
  const pass = async (account: string, of = team) => {
    const { until, seal } = await rig.core.teamAccess.issuePass(account, of)
    return { until: String(until), seal }
  }
  return { rig, teams, owner, member, stranger, shared, pages, see, pass }
}

let world: Awaited<ReturnType<typeof setUp>>
beforeEach(async () => {
  world = await setUp()
})

it('opens all to the owner, the gallery alone to a member, and the way to sign in to who is nobody', async () => {
  const { rig, owner, member, pages, see } = world
  expect(pages).toHaveLength(4)
  expect((await see(owner.browser)).open).toEqual(pages)
  expect((await see(member.browser)).open).toEqual(['/team/gallery'])
  const nobody = createBrowser(rig.app)
  for (const path of pages) {
    expect((await nobody.get(`${path}?team=${team}&place=${team}`)).location).toMatch(/^\/sign-in\?next=/)
  }
  expect(await member.browser.read('/account')).not.toContain('Manage')
  expect(await member.browser.read(`/team/gallery?place=${team}`)).toContain('a canary on a mast')
})

describe('is as if there was nothing', () => {
  it('to another account, whatever it asks for', async () => {
    const { owner, stranger, see, pass } = world
    const foreign = await pass(owner.id)
    const ids = [
      team,
      'discord:G2',
      'discord:',
      'G1',
      `${team}/`,
      `${team}/x`,
      'discord:g1',
      'slack:T',
      '__proto__',
      '',
    ]
    for (const of of ids) {
      for (const more of [{}, foreign, await pass(stranger.id, of), { until: '99', seal: '' }]) {
        expect((await see(stranger.browser, more, of)).isNothing, of).toBe(true)
      }
    }
    expect(await stranger.browser.read('/account')).not.toContain('Canary')
  })

  it.each(['account', 'chat user', 'removed'] as const)(
    'to who is kept out by their %s, also with a pass',
    async (how) => {
      const { rig, teams, owner, member, see, pass } = world
      const user: ChatUser = { platform: 'discord', user: '7', name: 'Mary' }
      if (how === 'chat user') await link(rig, member.browser, user)
      const given = await pass(member.id)
      expect((await see(member.browser, given)).open).toHaveLength(4)
      const accounts = how === 'account' ? [member.id] : []
      if (how === 'removed') await teams.removeMember(team, member.id, owner.id)
      else await teams.block(team, { user, name: 'Mary', accounts }, owner.id)
      expect((await see(member.browser, given)).isNothing).toBe(true)
      expect((await see(member.browser)).isNothing).toBe(true)
      expect(await member.browser.read('/account')).not.toContain('Canary')
    },
  )

  it('to a member with a pass that is forged, somebody else’s, of another team, or longer than it was', async () => {
    const { owner, member, pages, see, pass } = world
    const own = await pass(member.id)
    const later = String(Number(own.until) + 1)
    for (const more of [
      await pass(owner.id),
      await pass(member.id, 'slack:T1'),
      { ...own, until: later },
      { ...own, seal: own.seal.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      { until: own.until },
      { ...own, until: '1e99' },
    ]) {
      const seen = await see(member.browser, more)
      expect(seen.open).toEqual(['/team/gallery'])
      expect(seen.text).not.toMatch(/Mary|wallet/)
    }
    expect((await see(member.browser, own)).open).toEqual(pages)
  })
})

it('tells on the account’s page which gallery of several is which', async () => {
  const { rig, teams, member } = world
  expect(await member.browser.read('/account')).toContain(
    'Gallery<span class="unseen"> of Canary Keepers</span></a>',
  )
  await join(rig, member.account, 'Mary', workspace)
  const step = await teams.ties.take(await teams.ties.offer({ ...guild, title: '' }), {
    ...workspace,
    title: '',
  })
  await teams.ties.tie(step.step === 'offered' ? step.code : '', guild, member.id)
  const text = await member.browser.read('/account')
  for (const name of ['Canary Keepers', 'Slack workspace T1'])
    expect(text).toContain(`Gallery of ${name}</a>`)
})

it('ends with the hour, and says so to whose pass it was alone', async () => {
  const { rig, member, stranger, see, pass } = world
  const own = await pass(member.id)
  rig.clock.advance(hour)
  const seen = await see(member.browser, own)
  expect(seen.open).toEqual(['/team/gallery'])
  expect(seen.text).toContain('This address has expired')
  expect(seen.text).not.toMatch(/Mary|wallet/)
  expect((await see(stranger.browser, own)).isNothing).toBe(true)
})

it('ends with the role, at once', async () => {
  const { teams, owner, member, pages, see } = world
  const mary = { account: member.id, name: 'Mary' }
  await teams.setRole(team, mary, 'admin', owner.id)
  expect((await see(member.browser)).open).toEqual(pages)
  await teams.setRole(team, mary, 'member', owner.id)
  expect((await see(member.browser)).open).toEqual(['/team/gallery'])
})

it('shows no picture that is taken back, none that was never shared, and of several the one that is', async () => {
  const { rig, owner, member, shared } = world
  const read = () => member.browser.read(`/team/gallery?place=${team}`)
  const [kept] = (await rig.core.history.require(owner.id, shared)).pictures
  expect(await read()).toContain(kept?.url)
  expect(await read()).not.toContain('nobody else')
  await rig.core.sharing.unshare(owner.id, shared, async () => undefined)
  expect(await read()).toContain('Nothing is shared yet')
  await shareThere(rig, owner.account, 'another', 'Olga \u202e<b>')
  expect(await read()).toContain('<bdi>Olga &lt;b&gt;</bdi>')
})

it('goes through the gallery by pages that stay put, with votes', async () => {
  const { rig, owner, member } = world
  for (let index = 0; index < 25; index++) {
    rig.clock.advance(1_000)
    await shareThere(rig, owner.account, `picture number ${index}`)
  }
  const newest = await member.browser.read(`/team/gallery?place=${team}`)
  const older = /href="([^"]+)">Older/.exec(newest)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const [last] = /(?<=<code>)[0-9a-z]+/.exec(newest) ?? []
  await rig.core.votes.toggle(last ?? '', guild, { platform: 'discord', user: '7', name: 'Mary' }, 'call')
  expect(await member.browser.read(`/team/gallery?place=${team}`)).toMatch(/1 vote<\/span> · <code>/)
  await shareThere(rig, owner.account, 'one more')
  const page = await member.browser.read(older)
  expect([...page.matchAll(/alt="([^"]+)"/g)].map(([, alt]) => alt)).toEqual([
    'picture number 0',
    'a canary on a mast',
  ])
  expect(page).toContain('>Newest</a>')
  expect(await member.browser.status(`/team/gallery?place=${team}&cursor=x`)).toBe(400)
})
