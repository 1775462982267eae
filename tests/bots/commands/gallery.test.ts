/** Tests the list of what is shared in a team: newest first, its own alone, and nothing that was taken back. */
import { describe, expect, it } from 'vitest'
import { readWords } from '../calls.ts'
import { type Answer, createRig, findId, listButtons, type Rig } from '../rig.ts'

const here = { platform: 'discord', id: 'team' } as const

async function createScene({ count = 1, where = 'team', channel = 'art' } = {}) {
  const rig = await createRig()
  await rig.join('ann')
  await rig.join('bob')
  if (channel) await rig.core.teams.setGallery({ ...here, id: where }, channel)
  const ids: string[] = []
  for (let number = 1; number <= count; number++) ids.push(await draw(rig, `fox ${number}`))
  return { rig, ids, share: (id: string) => rig.ask('ann', 'share', { in: where, options: { id } }) }
}

async function draw(rig: Rig, prompt: string): Promise<string> {
  rig.clock.advance(1_000)
  const made = await rig.ask('ann', 'imagine', {
    in: 'team',
    options: { prompt, private: true, quality: 'draft' },
  })
  return findId(made.message)
}

const look = async (rig: Rig, who = 'bob', where = 'team') => await rig.ask(who, 'gallery', { in: where })
const listed = ({ message }: Answer) =>
  (message?.blocks ?? []).flatMap((block) => (block.kind === 'entry' ? [block.quote] : []))

describe('/gallery', () => {
  it('lists the last five with small pictures and their authors, and those before by a button', async () => {
    const { rig, ids, share } = await createScene({ count: 7 })
    for (const id of ids) {
      rig.clock.advance(1_000)
      await share(id)
    }
    const seen = await look(rig)
    expect(listed(seen)).toEqual(['fox 7', 'fox 6', 'fox 5', 'fox 4', 'fox 3'])
    expect(seen.message?.private).toBe(true)
    expect(readWords(seen.message)).toMatch(/gallery channel.*shared by ann/)
    expect(seen.message?.blocks).toContainEqual(
      expect.objectContaining({ kind: 'entry', picture: expect.objectContaining({ small: true }) }),
    )
    const older = await rig.press('bob', seen, 'Older', { in: 'team' })
    expect(listed(older)).toEqual(['fox 2', 'fox 1'])
    expect(listButtons(older.message).map(({ label }) => label)).not.toContain('Older')
    const shown = await rig.press('bob', seen, 'Show', { in: 'team' })
    expect(readWords(shown.message)).toContain('fox 7')
  })

  it('leads who has an account to all of it on the web, once there is any', async () => {
    const { rig, ids, share } = await createScene()
    const leads = async (who: string) =>
      JSON.stringify((await look(rig, who)).message).includes('/team/gallery?')
    expect(await leads('bob')).toBe(false)
    for (const id of ids) await share(id)
    expect([await leads('bob'), await leads('nobody')]).toEqual([true, false])
    expect(JSON.stringify((await look(rig)).message)).toContain('/team/gallery?place=discord%3Ateam"')
  })

  it('lists nothing that was taken back or deleted, and goes on past it', async () => {
    const { rig, ids, share } = await createScene({ count: 14 })
    for (const id of ids) await share(id)
    for (const [at, id] of ids.entries()) {
      if (at >= 7) await rig.ask('ann', 'unshare', { in: 'team', options: { id } })
      else if (at >= 5) await rig.core.history.remove(await rig.join('ann'), id)
    }
    for (const later of [0, 2 * 60 * 60_000, 0]) {
      rig.clock.advance(later)
      expect(listed(await look(rig))).toHaveLength(5)
      expect(listed(await look(rig)).sort()).toEqual([1, 2, 3, 4, 5].map((each) => `fox ${each}`))
    }
    await rig.core.erase(await rig.join('ann'))
    expect(readWords((await look(rig)).message)).toContain('Nothing is shared yet')
  })

  it('lists again what is shared again, once and as the newest', async () => {
    const { rig, ids, share } = await createScene({ count: 2 })
    const [first = '', second = ''] = ids
    await share(first)
    await rig.ask('ann', 'unshare', { in: 'team', options: { id: first } })
    rig.clock.advance(5_000)
    await share(second)
    rig.clock.advance(5_000)
    await share(first)
    expect(listed(await look(rig))).toEqual(['fox 1', 'fox 2'])
  })

  it('lists no other team’s, also by a cursor of its own', async () => {
    const { rig, ids, share } = await createScene({ count: 6 })
    for (const id of ids) await share(id)
    expect(readWords((await look(rig, 'bob', 'other')).message)).toMatch(/no channel for shared pictures yet/)
    const [older] = listButtons((await look(rig)).message).filter(({ label }) => label === 'Older')
    const { cursor = '' } = older?.options ?? {}
    const page = async (options: { cursor: string }, where: string) =>
      await rig.ask('bob', 'gallery-older', { in: where, options })
    expect(listed(await page({ cursor: String(cursor) }, 'other'))).toEqual([])
    for (const odd of ['', '/', `../team/${cursor}`, '9', `${cursor}/`, '999999999999999/A']) {
      expect(listed(await page({ cursor: odd }, 'team'))).toEqual([])
    }
  })

  it('shows of several the one that is shared', async () => {
    const { rig, share } = await createScene({ count: 0 })
    const options = { prompt: 'four owls', quality: 'draft', count: 4, private: true }
    const id = findId((await rig.ask('ann', 'imagine', { in: 'team', options })).message)
    await share(`${id}.2`)
    const words = readWords((await look(rig)).message)
    expect(words).toContain(`${id}.2`)
    expect(words).not.toContain('picture 1')
  })

  it('is for nobody whom the team has blocked, by chat or by account', async () => {
    const { rig, ids, share } = await createScene()
    for (const id of ids) await share(id)
    const bob = await rig.join('bob')
    await rig.core.teams.block('discord:team', { accounts: [bob], name: 'bob' }, 'root')
    const refused = await look(rig)
    expect(readWords(refused.message)).toContain('blocked you here')
    expect(listed(refused)).toEqual([])
    expect(listed(await look(rig, 'cyd'))).toEqual(['fox 1'])
  })

  it('lists in all that is tied, also where no channel is chosen, and after it is untied', async () => {
    const { rig, ids, share } = await createScene({ channel: '' })
    const other = { ...here, id: 'other' }
    const { ties } = rig.core.teams
    const step = await ties.take(await ties.offer({ ...here, title: 'A' }), { ...other, title: 'B' })
    await ties.tie('code' in step ? step.code : '', here, 'root')
    await rig.core.teams.setGallery(other, 'art')
    for (const id of ids) await share(id)
    await ties.untie(here, 'root')
    for (const where of ['team', 'other']) expect(listed(await look(rig, 'bob', where))).toEqual(['fox 1'])
    expect(listed(await look(rig, 'bob', 'third'))).toEqual([])
  })
})
