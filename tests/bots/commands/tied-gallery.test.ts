/** Tests the one gallery of teams that are tied: shared in one, posted in all, taken back from all. */
import { describe, expect, it } from 'vitest'
import { listPosts } from '#core/index.ts'
import type { TeamName } from '#core/teams/team-name.ts'
import { readWords } from '../calls.ts'
import { createRig, findId, type Rig } from '../rig.ts'

const here: TeamName = { platform: 'discord', id: 'team' }
const there: TeamName = { platform: 'slack', id: 'work' }

async function tie({ core }: Rig): Promise<void> {
  const { ties } = core.teams
  const code = await ties.offer({ ...here, title: 'Here' })
  const step = await ties.take(code, { ...there, title: 'There' })
  await ties.tie('code' in step ? step.code : '', here, 'root')
}

async function createScene({ channels = ['art', 'bilder'] } = {}) {
  const rig = await createRig()
  await tie(rig)
  const [own, other] = channels
  if (own) await rig.core.teams.setGallery(here, own)
  if (other) await rig.core.teams.setGallery(there, other)
  const account = await rig.join('ann')
  const made = await rig.ask('ann', 'imagine', {
    in: 'team',
    options: { prompt: 'a red fox', private: true },
  })
  const id = findId(made.message)
  const say = async (command: string, where = 'team') =>
    readWords((await rig.ask('ann', command, { in: where, options: { id } })).message)
  return {
    ...{ rig, made, id, account, say },
    places: () => [...rig.chat.posts.keys()].map((each) => each.split('/').slice(0, 2).join('/')),
    noted: async () => listPosts((await rig.core.history.require(account, id)).shared ?? never()),
  }
}

const never = () => {
  throw new Error('It isn’t shared')
}

describe('a shared picture', () => {
  it('is posted in every gallery of the team, under its author’s name, and noted', async () => {
    const { rig, say, places, noted } = await createScene()
    expect(await say('share')).toContain('https://chat.test/team/art/')
    expect(places()).toEqual(['team/art', 'work/bilder'])
    for (const post of rig.chat.posts.values())
      expect(readWords(post)).toMatch(/ann.*shared a picture.*a red fox/)
    expect((await noted()).map(({ platform, team }) => `${platform}:${team}`)).toEqual([
      'discord:team',
      'slack:work',
    ])
    expect(await say('share')).toContain('already shared')
    expect(places()).toHaveLength(2)
  })

  it('is posted elsewhere in the team where this part of it has no gallery', async () => {
    const { say, places } = await createScene({ channels: ['', 'bilder'] })
    expect(await say('share')).toContain('gallery on Slack')
    expect(places()).toEqual(['work/bilder'])
  })

  it('is taken back from all, also after another start, and can be shared again', async () => {
    const { rig, say, places } = await createScene()
    await say('share')
    await rig.restart()
    expect(await say('unshare')).toContain('no longer')
    expect(places()).toEqual([])
    await say('share')
    expect(places()).toHaveLength(2)
  })

  it('is posted where it can be, and in the rest once that is there', async () => {
    const { rig, say, places } = await createScene()
    rig.chat.closed.add('bilder')
    expect(await say('share')).toMatch(/gallery on Slack didn’t take it/)
    expect(places()).toEqual(['team/art'])
    rig.chat.closed.clear()
    expect(await say('share')).not.toMatch(/didn’t take/)
    expect(places()).toEqual(['team/art', 'work/bilder'])
  })

  it('stays shared where it could not be taken back, and goes from there later', async () => {
    const { rig, say, places, noted } = await createScene()
    await say('share')
    rig.chat.closed.add('art')
    expect(await say('unshare')).toContain('can’t post')
    expect(places()).toEqual(['team/art'])
    expect(await noted()).toHaveLength(1)
    rig.chat.closed.clear()
    expect(await say('unshare')).toContain('no longer')
    expect(places()).toEqual([])
  })

  it('goes from all with its deletion, and with its author’s', async () => {
    for (const end of ['picture', 'account']) {
      const { rig, made, account, say, places } = await createScene()
      await say('share')
      if (end === 'picture') await rig.press('ann', made, 'Delete › Delete it', { in: 'team' })
      else await rig.core.erase(account)
      expect(places()).toEqual([])
    }
  })

  it('stays where it is when the team is untied, and goes from both all the same', async () => {
    const { rig, say, places } = await createScene()
    await say('share')
    await rig.core.teams.ties.untie(here, 'root')
    expect(places()).toHaveLength(2)
    expect(await say('share')).toContain('already shared')
    expect(await say('share', 'other')).toContain('already shared')
    expect(await say('unshare')).toContain('no longer')
    expect(places()).toEqual([])
  })

  it('is taken back where it could not be noted', async () => {
    const { rig, account, id, places } = await createScene()
    const team = {
      ...here,
      author: 'ann',
      post: async () => {
        await rig.core.history.remove(account, id)
        rig.chat.posts.set('team/art/1', { private: false, blocks: [] })
        return 'team/art/1'
      },
      retract: async ({ message }: { message: string }) => void rig.chat.posts.delete(message),
    }
    await expect(rig.core.sharing.share(account, id, team)).rejects.toMatchObject({ code: 'not-found' })
    expect(places()).toEqual([])
  })
})
