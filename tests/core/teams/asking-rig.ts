/** A team whose admins have a channel, ann at her cap with something kept, and all that is said of it. */
import type { CapNews, Generation, Outbound, Place, Post, TeamNote } from '#core/index.ts'
import { nobody } from '#core/index.ts'
import { openCapped, team } from '../images/team-rig.ts'
import { createPlainCore, type Parts } from '../rig.ts'
import type { openStore } from '../store/places.ts'

export const adminsChannel: Place = { platform: 'slack', team: 'T1', channel: 'C9' }
export const eve = { account: 'eve', name: 'Eve' }

export async function openAsking(create?: Parameters<typeof openStore>[0]) {
  const posts = new Map<string, string>()
  const news: CapNews[] = []
  const drawn: Generation[] = []
  const outbound: Outbound<Generation> = {
    ...nobody,
    async tellTeam(_, note) {
      // That the cap is reached is told too, some time.
      if (note.kind !== 'cap-request') return note.kind
      const message = `M${posts.size}`
      posts.set(message, say(note))
      return message
    },
    changeTold: async ({ message }: Post, note) => void posts.set(message, say(note)),
    tellAsker: async (_, told) => void news.push(told),
    deliver: async (generation) => void drawn.push(generation),
  }
  const rig = await openCapped(undefined, create, { outbound, isAlive: () => true })
  const { core, store, clock, ann, id, set } = rig
  await set({ adminsChannel })
  await core.teams.seeMember(team, { account: ann, name: 'Ann' }, { platform: 'slack', id: 'T1' })
  await core.teams.seeMember(team, eve)
  let boots = 0
  let ids = 0
  /** Another process on the same store. */
  const boot = (parts: Partial<Parts> = {}) => {
    const createId = (length: number) => `${ids++}`.padStart(length, 'b')
    const owner = `process:${boots++}`
    return createPlainCore({ store, clock, outbound, isAlive: () => true, owner, createId, ...parts })
  }
  const ask = (at = core) => at.capRequests.ask({ account: ann, name: 'Ann' }, id)
  const answer = (how: 'approved' | 'declined' = 'approved', at = core) =>
    at.capRequests.answer(id, { how, by: eve, team, pressed: { ...adminsChannel, message: 'M0' } })
  /** What it came to, however it came to it. */
  const look = async () => {
    const raises = await store.records.listRecords('cap-raise', undefined, clock.now())
    const changes = await core.teams.listChanges(team, 99)
    const held = await store.records.listRecords('held', undefined, clock.now())
    return {
      says: [...new Set(posts.values())],
      news: [...new Set(news.map(({ how }) => how))],
      raised: raises.flatMap(({ body }) => Object.values(body)),
      log: changes
        .map(({ what }) => what)
        .filter((what) => what === 'cap-raised' || what === 'raise-declined'),
      held: held.length,
      left: (await store.records.listRecords('cap-note', undefined, clock.now())).length,
      drawn: drawn.length,
    }
  }
  return { ...rig, outbound, posts, news, boot, ask, answer, look }
}

function say(note: TeamNote): string {
  if (note.kind !== 'cap-request') return note.kind
  const { name, credits, answer } = note
  return answer ? `${answer.how}${answer.by ? ` by ${answer.by}` : ''}` : `${name} asks for ${credits}`
}
