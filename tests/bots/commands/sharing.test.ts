/** Tests sharing in a team's gallery channel, and taking it back: by its author alone, once. */
import { describe, expect, it } from 'vitest'
import { readWords } from '../calls.ts'
import { createRig, findId, listButtons } from '../rig.ts'

async function createScene({ gallery = true } = {}) {
  const rig = await createRig()
  await rig.join('ann')
  await rig.join('bob')
  if (gallery) await rig.ask('root', 'gallery', { in: 'team', admin: true, options: { channel: 'art' } })
  rig.chat.posts.clear()
  const options = { prompt: 'a red fox', private: true }
  const made = await rig.ask('ann', 'imagine', { in: 'team', options })
  return { rig, made, id: findId(made.message), posts: () => [...rig.chat.posts.values()] }
}

describe('/gallery', () => {
  it('is chosen by an admin, told in the channel, and seen by everybody', async () => {
    const { rig } = await createScene({ gallery: false })
    expect(readWords((await rig.ask('bob', 'gallery', { in: 'team' })).message)).toContain(
      'no channel for shared pictures yet',
    )
    const refused = await rig.ask('bob', 'gallery', { in: 'team', options: { channel: 'art' } })
    expect(readWords(refused.message)).toContain('Only this team’s admins')
    await rig.ask('root', 'gallery', { in: 'team', admin: true, options: { channel: 'art' } })
    expect([...rig.chat.posts.values()].map((message) => message.private)).toEqual([false])
    const seen = await rig.ask('bob', 'gallery', { in: 'team' })
    expect(readWords(seen.message)).toContain('https://chat.test/team/art/')
    expect(readWords((await rig.ask('bob', 'gallery', { in: 'other' })).message)).toContain('no channel')
  })

  it('refuses a channel where the bot can’t post, and a direct message', async () => {
    const { rig } = await createScene({ gallery: false })
    rig.chat.closed.add('attic')
    const closed = await rig.ask('root', 'gallery', {
      in: 'team',
      admin: true,
      options: { channel: 'attic' },
    })
    expect(readWords(closed.message)).toContain('can’t post there')
    expect(readWords((await rig.ask('bob', 'gallery', { in: 'team' })).message)).toContain('no channel')
    expect(readWords((await rig.ask('ann', 'gallery')).message)).toContain('team’s channel')
  })
})

describe('/share', () => {
  it('posts one’s own picture for all to see, and says privately where', async () => {
    const { rig, made, id, posts } = await createScene()
    const answer = await rig.press('ann', made, 'Share', { in: 'team' })
    expect(answer.message?.private).toBe(true)
    expect(readWords(answer.message)).toContain('https://chat.test/team/art/')
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({ private: false })
    expect(posts()[0]?.delivers).toBeUndefined()
    expect(readWords(posts()[0])).toContain('a red fox')
    expect(listButtons(posts()[0]).map(({ label }) => label)).toContain('Unshare')
    const again = await rig.ask('ann', 'share', { in: 'team', options: { id } })
    expect(readWords(again.message)).toContain('already shared')
    expect(posts()).toHaveLength(1)
  })

  it('posts once, however many press at once', async () => {
    const { rig, made, posts } = await createScene()
    const answers = await Promise.all([1, 2, 3, 4].map(() => rig.press('ann', made, 'Share', { in: 'team' })))
    expect(posts()).toHaveLength(1)
    expect(
      answers.filter(({ message }) => /being shared|already shared/.test(readWords(message))),
    ).toHaveLength(3)
  })

  it('is refused where there is no team, no gallery, no way in, and to anybody else', async () => {
    const { rig, id, posts } = await createScene()
    const share = async (who: string, where?: string) =>
      readWords(
        (await rig.ask(who, 'share', { options: { id }, ...(where !== undefined && { in: where }) })).message,
      )
    expect(await share('ann')).toContain('team’s channel')
    expect(await share('ann', 'other')).toContain('no gallery channel')
    rig.chat.closed.add('art')
    expect(await share('ann', 'team')).toContain('can’t post')
    rig.chat.closed.clear()
    expect(posts()).toEqual([])
    expect(await share('ann', 'team')).toContain('https://chat.test')
    expect(await share('bob', 'team')).toContain('Only its author')
  })

  it('can be repeated a minute after a crash in the middle', async () => {
    const { rig, id } = await createScene()
    const account = await rig.join('ann')
    const never = new Promise<never>(() => undefined)
    const team = {
      platform: 'discord',
      id: 'team',
      author: 'ann',
      post: () => never,
      retract: async () => undefined,
    } as const
    void rig.core.sharing.share(account, id, team).catch(() => undefined)
    await rig.ask('ann', 'credits')
    await rig.restart()
    const share = () => rig.ask('ann', 'share', { in: 'team', options: { id } })
    expect(readWords((await share()).message)).toContain('being shared right now')
    rig.clock.advance(60_000)
    expect(readWords((await share()).message)).toContain('https://chat.test')
  })

  it('lets others draw from it at their cost, in the open', async () => {
    const { rig, made, posts } = await createScene()
    await rig.press('ann', made, 'Share', { in: 'team' })
    const [post] = posts()
    const answer = await rig.press('bob', post ? { message: post } : {}, 'Again · 10', { in: 'team' })
    expect(answer.message).toMatchObject({ private: false, delivers: expect.any(String) })
    expect([await rig.balance('ann'), await rig.balance('bob')]).toEqual([990, 990])
  })
})

describe('one of several', () => {
  async function createFour() {
    const scene = await createScene()
    const options = { prompt: 'four owls', quality: 'draft', count: 4, private: true }
    const made = await scene.rig.ask('ann', 'imagine', { in: 'team', options })
    return { ...scene, made, id: findId(made.message) }
  }

  it('is posted by itself, and nobody sees the others through it', async () => {
    const { rig, made, id, posts } = await createFour()
    const picked = await rig.press('ann', made, '2', { in: 'team' })
    await rig.press('ann', picked, 'Share', { in: 'team' })
    const [post] = posts()
    expect(findId(post)).toBe(`${id}.2`)
    expect(listButtons(post).map(({ label }) => label)).not.toContain('1')
    const pick = async (who: string, number: number) =>
      readWords((await rig.ask(who, 'pick', { in: 'team', options: { id: `${id}.${number}` } })).message)
    expect(await pick('bob', 2)).toContain('four owls')
    for (const number of [1, 3, 4]) expect(await pick('bob', number)).toContain('no picture')
    const upgraded = await rig.press('bob', { ...(post && { message: post }) }, 'Upgrade · 30', {
      in: 'team',
    })
    expect(upgraded.message).toMatchObject({ private: false, delivers: expect.any(String) })
    expect(rig.drawnFrom.at(-1)).toEqual(['four owls 2'])
    // What its author makes of another that was not shown stays theirs.
    const third = await rig.press('ann', made, '3 › Upgrade · 30', { in: 'team' })
    expect(third.message?.private).toBe(true)
  })

  it('is shared alone, and taken back alone', async () => {
    const { rig, made, posts } = await createFour()
    const shared = await rig.press('ann', made, '2 › Share', { in: 'team' })
    const third = await rig.press('ann', made, '3', { in: 'team' })
    expect(listButtons(third.message).map(({ label }) => label)).toContain('Share')
    expect(readWords((await rig.press('ann', third, 'Share', { in: 'team' })).message)).toMatch(
      /\.2.* is already shared/,
    )
    expect(
      readWords((await rig.press('ann', third, 'Delete › Delete it', { in: 'team' })).message),
    ).toContain('is deleted')
    expect(posts()).toHaveLength(1)
    expect(readWords((await rig.press('ann', shared, 'Unshare', { in: 'team' })).message)).toContain(
      'no longer in the gallery',
    )
    expect(posts()).toHaveLength(0)
  })

  it('goes from the channel when it is deleted, and the set when any of it is', async () => {
    const { rig, made, id, posts } = await createFour()
    await rig.press('ann', made, '2 › Share', { in: 'team' })
    await rig.press('ann', made, '2 › Delete › Delete it', { in: 'team' })
    expect(posts()).toHaveLength(0)
    expect((await rig.core.history.require(await rig.join('ann'), id)).shared).toBeUndefined()
    const left = await rig.ask('ann', 'show', { in: 'team', options: { id } })
    await rig.press('ann', left, 'Share', { in: 'team' })
    await rig.press('ann', left, '4 › Delete › Delete it', { in: 'team' })
    expect(posts()).toHaveLength(0)
  })
})

describe('Unshare', () => {
  it('takes the post back, by its author alone, from anywhere', async () => {
    const { rig, made, id, posts } = await createScene()
    const shared = await rig.press('ann', made, 'Share', { in: 'team' })
    expect(readWords((await rig.press('bob', shared, 'Unshare', { in: 'team' })).message)).toContain(
      'Only its author',
    )
    expect(posts()).toHaveLength(1)
    await rig.restart()
    expect(readWords((await rig.press('ann', shared, 'Unshare')).message)).toContain('no longer')
    expect(posts()).toEqual([])
    const gone = await rig.ask('ann', 'unshare', { in: 'team', options: { id } })
    expect(readWords(gone.message)).toContain('isn’t shared')
    expect(readWords((await rig.ask('bob', 'again', { options: { id } })).message)).toContain('no picture')
    expect(readWords((await rig.press('ann', made, 'Share', { in: 'team' })).message)).toContain(
      'https://chat.test',
    )
  })

  it('stays shared when the post cannot be taken back', async () => {
    const { rig, made, posts } = await createScene()
    const shared = await rig.press('ann', made, 'Share', { in: 'team' })
    rig.chat.closed.add('art')
    expect(readWords((await rig.press('ann', shared, 'Unshare', { in: 'team' })).message)).toContain(
      'can’t post',
    )
    rig.chat.closed.clear()
    await rig.press('ann', shared, 'Unshare', { in: 'team' })
    expect(posts()).toEqual([])
  })
})
