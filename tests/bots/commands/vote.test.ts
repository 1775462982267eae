/** Tests votes for shared pictures: one a person, whatever comes twice or at once, counted on every post. */
import { describe, expect, it } from 'vitest'
import { readWords } from '../calls.ts'
import { createRig, findId, listButtons, userOf } from '../rig.ts'

const here = { platform: 'discord', id: 'team' } as const
const there = { platform: 'slack', id: 'work' } as const

async function createScene() {
  const rig = await createRig()
  for (const who of ['ann', 'bob']) await rig.join(who)
  const { ties } = rig.core.teams
  const step = await ties.take(await ties.offer({ ...here, title: 'A' }), { ...there, title: 'B' })
  await ties.tie('code' in step ? step.code : '', here, 'root')
  await rig.core.teams.setGallery(here, 'art')
  await rig.core.teams.setGallery(there, 'bilder')
  const made = await rig.ask('ann', 'imagine', { in: 'team', options: { prompt: 'a red fox' } })
  const id = findId(made.message)
  await rig.ask('ann', 'share', { in: 'team', options: { id } })
  const vote = async (who: string, call?: string, where = 'team') =>
    readWords(
      (await rig.ask(who, 'vote', { in: where, options: { id }, ...(call !== undefined && { id: call }) }))
        .message,
    )
  const labels = () =>
    [...rig.chat.posts.values()].map((post) =>
      listButtons(post)
        .map(({ label }) => label)
        .find((label) => label.startsWith('Vote')),
    )
  return { rig, made, id, vote, labels }
}

describe('a vote', () => {
  it('is counted on every post, with or without an account, and taken back by another press', async () => {
    const { rig, vote, labels } = await createScene()
    expect(labels()).toEqual(['Vote', 'Vote'])
    expect(await vote('bob')).toContain('it has 1 vote')
    expect(await vote('cyd')).toContain('it has 2 votes')
    expect(labels()).toEqual(['Vote · 2', 'Vote · 2'])
    await rig.restart()
    expect(await vote('bob')).toMatch(/You took back your vote.*It has 1 vote\b/)
    expect(labels()).toEqual(['Vote · 1', 'Vote · 1'])
  })

  it('counts from the other side of the team, too', async () => {
    const { rig, id, vote } = await createScene()
    await vote('bob')
    const user = { platform: 'slack', user: 'work:U1', name: 'eve' } as const
    expect(await rig.core.votes.toggle(id, there, user, 'slack:1')).toMatchObject({ counts: true, votes: 2 })
  })

  it('is one, however often a press is told of and whatever comes at once', async () => {
    const { rig, vote, labels, id } = await createScene()
    const beside = await rig.bootBeside()
    const other = (who: string, call: string) => beside.votes.toggle(id, here, userOf(who), call)
    await Promise.all([vote('bob', 'x:1'), vote('bob', 'x:1'), other('bob', 'x:1'), vote('bob', 'x:1')])
    expect(await rig.core.votes.count(id)).toBe(1)
    const many = Array.from({ length: 20 }, (_, at) => `w${at}`)
    await Promise.all(many.map((who, at) => (at % 2 ? vote(who, `y:${at}`) : other(who, `y:${at}`))))
    expect(await rig.core.votes.count(id)).toBe(21)
    expect(labels()).toEqual(['Vote · 21', 'Vote · 21'])
    await vote('bob', 'x:2')
    for (const call of ['x:1', 'x:2', 'x:1']) await vote('bob', call)
    expect(await rig.core.votes.count(id)).toBe(20)
  })

  it('is counted on a post that comes later, too', async () => {
    const { rig, id, vote, labels } = await createScene()
    await rig.ask('ann', 'unshare', { in: 'team', options: { id } })
    rig.chat.closed.add('bilder')
    await rig.ask('ann', 'share', { in: 'team', options: { id } })
    await vote('bob')
    rig.chat.closed.clear()
    await rig.ask('ann', 'share', { in: 'team', options: { id } })
    expect(labels()).toEqual(['Vote · 1', 'Vote · 1'])
  })

  it('is counted where one post cannot be changed, and on the others', async () => {
    const { rig, vote, labels } = await createScene()
    rig.chat.closed.add('art')
    expect(await vote('bob')).toContain('it has 1 vote')
    expect(labels()).toEqual(['Vote', 'Vote · 1'])
  })

  it('is for nothing that is not shared there, and for nobody who is blocked', async () => {
    const { rig, id, vote } = await createScene()
    expect(await vote('bob', undefined, 'other')).toContain('no picture')
    await rig.core.teams.block('discord:team', { accounts: [await rig.join('bob')], name: 'bob' }, 'root')
    expect(await vote('bob')).toContain('blocked you here')
    expect(await rig.core.votes.count(id)).toBe(0)
    await rig.ask('ann', 'unshare', { in: 'team', options: { id } })
    expect(await vote('cyd')).toContain('no picture')
  })

  it('goes when the picture is taken back, and with its voter and its author', async () => {
    const { rig, id, vote } = await createScene()
    for (const who of ['bob', 'cyd']) await vote(who)
    await rig.core.erase(await rig.join('bob'))
    expect(await rig.core.votes.count(id)).toBe(1)
    const listAll = () =>
      rig.inspect(({ records }) => records.listRecords('vote', undefined, rig.clock.now()))
    expect(await listAll()).toHaveLength(1)
    await rig.core.erase(await rig.join('ann'))
    expect(await listAll()).toEqual([])
  })

  it('of a chat user becomes their account’s when they are linked, and stays one', async () => {
    const { rig, id, vote } = await createScene()
    for (const who of ['bob', 'cyd', 'dan']) await vote(who)
    const bob = await rig.join('bob')
    for (const who of ['cyd', 'dan']) {
      await rig.inspect(({ accounts }) =>
        accounts.insertIdentity({ ...userOf(who), account: bob, linkedAt: rig.clock.now() }),
      )
      await rig.core.votes.adopt(userOf(who))
    }
    expect(await rig.core.votes.count(id)).toBe(1)
    expect(await vote('dan')).toMatch(/You took back your vote.*It has 0 votes\b/)
    expect(await vote('cyd')).toContain('it has 1 vote')
    expect(await vote('bob')).toContain('It has 0 votes')
  })
})
