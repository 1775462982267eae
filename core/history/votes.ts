/** Votes for shared pictures: one for each person, whom an account stands for where they have one. */
import { type ChatUser, namesOf } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { keyOfVote } from '#core/images/forget-votes.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { pickPicture } from '#core/images/picture-name.ts'
import { isBeside, listPosts } from '#core/images/shared-posts.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { GalleryShow, Outbound } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { TeamName } from '#core/teams/team-name.ts'
import { createTurns } from '#core/turns.ts'

export interface Vote {
  generation: Generation
  /** Whether the person's vote counts now. */
  counts: boolean
  /** Of all people together. */
  votes: number
}

export interface Votes {
  /**
   * Votes for what is shared in that server or workspace, or takes the vote back; each call once, however often it comes. Its posts
   * say how many votes there are. Rejects with `not-found` for what is not shared there.
   */
  toggle(id: string, team: TeamName, user: ChatUser, call: string): Promise<Vote>
  count(id: string): Promise<number>
  /** Has its posts say how many there are, where there are any. Never rejects. */
  show(id: string): Promise<void>
  /** What they voted before they had an account is their account's from now on. */
  adopt(user: ChatUser): Promise<void>
}

export interface VotePorts {
  records: RecordStore
  generations: Pick<GenerationStore, 'find'>
  accounts: {
    findLinked(user: ChatUser): Promise<{ id: string } | undefined>
    listIdentities(account: string): Promise<readonly Pick<ChatUser, 'platform' | 'user'>[]>
  }
  /** The accounts that one has taken over. */
  listTakenOver(account: string): Promise<readonly string[]>
  hash(purpose: string, ...parts: readonly string[]): Promise<string>
  outbound: Pick<Outbound<Generation>, 'changeShared'>
  clock: Clock
  log: Log
}

interface VoteBody {
  counts: boolean
  /** The calls that it came to this by, the newest first: told of again, they change nothing. */
  calls: readonly string[]
}

const kind = 'vote' as const
/** Calls that are remembered of each. */
const mostCalls = 5
/** How often posts are changed again where others voted meanwhile. */
const mostTries = 3

export function createVotes(ports: VotePorts): Votes {
  const { records, clock } = ports
  const takeTurn = createTurns()
  const waiting = new Map<string, Promise<void>>()

  /** Whoever votes while the posts are changed waits for one more change with all others. */
  function change(id: string): Promise<void> {
    const underWay = waiting.get(id)
    if (underWay) return underWay
    const turn = takeTurn(id, () => {
      waiting.delete(id)
      return showVotes(ports, id)
    })
    waiting.set(id, turn)
    return turn
  }

  const show = (id: string) =>
    change(id).catch((err) => {
      logFailure(ports.log, err, { generation: id }, 'The votes of a shared picture could not be shown')
    })

  return {
    count: (id) => count(ports, id),
    show: async (id) => {
      if ((await count(ports, id).catch(() => 0)) > 0) await show(id)
    },
    async toggle(id, team, user, call) {
      const generation = await ports.generations.find({ id })
      const posts = generation?.shared ? listPosts(generation.shared) : []
      const isHere = posts.some((each) => isBeside(each, { platform: team.platform, team: team.id }))
      if (!generation || !isHere) throw new CoreError('not-found', { id })
      const counts = await toggle(ports, id, user, call)
      await show(id)
      return { generation, counts, votes: await count(ports, id) }
    },
    async adopt(user) {
      const account = await ports.accounts.findLinked(user)
      for (const owner of account ? await listDigests(ports, [user]) : []) {
        for (const { key } of await records.listRecords(kind, owner, clock.now())) {
          await changeRecord(records, { kind, key }, clock, (found) =>
            found && account ? { kind, key, owner: account.id, body: found.body } : undefined,
          )
        }
      }
    },
  }
}

const read = ({ body }: StoredRecord) => body as unknown as VoteBody

/** Votes that came to belong to one account are one. */
async function count({ records, clock }: VotePorts, id: string): Promise<number> {
  const votes = await records.listRecordsBy(kind, keyOfVote(id, ''), clock.now())
  return new Set(votes.filter((each) => read(each).counts).map(({ owner, key }) => owner ?? key)).size
}

/** Answers with whether it counts now. */
async function toggle(ports: VotePorts, id: string, user: ChatUser, call: string): Promise<boolean> {
  const { records, clock } = ports
  const { owner, names } = await findVoter(ports, user)
  const found = await Promise.all(
    names.map((name) => records.findRecord(kind, keyOfVote(id, name), clock.now())),
  )
  const voted = found.filter((each) => each !== undefined)
  const chosen = voted.find((each) => read(each).counts) ?? voted[0]
  const key = chosen?.key ?? keyOfVote(id, owner)
  const changed = await changeRecord(records, { kind, key }, clock, (before) => {
    const { counts, calls } = before ? read(before) : { counts: false, calls: [] }
    const isNew = !calls.includes(call)
    const body = { counts: isNew ? !counts : counts, calls: [call, ...calls].slice(0, mostCalls) }
    return { kind, key, owner, body: isNew ? body : { counts, calls } }
  })
  // What else was theirs before they had an account, or two, says the same.
  for (const each of voted.filter((other) => other.key !== key)) {
    if (!changed.body.counts) await records.removeRecord(kind, each.key)
  }
  return changed.body.counts
}

/** As whom somebody votes, and as whom they may have voted before. */
async function findVoter(ports: VotePorts, user: ChatUser): Promise<{ owner: string; names: string[] }> {
  const account = await ports.accounts.findLinked(user)
  if (!account) {
    const names = await listDigests(ports, [user])
    return { owner: names[0] ?? '', names }
  }
  const accounts = [account.id, ...(await ports.listTakenOver(account.id))]
  const users = [user, ...(await ports.accounts.listIdentities(account.id))]
  return { owner: account.id, names: [...new Set([...accounts, ...(await listDigests(ports, users))])] }
}

/** Nobody can be told from what is kept of who has no account. */
async function listDigests(
  { hash }: VotePorts,
  users: readonly Pick<ChatUser, 'platform' | 'user' | 'formerly'>[],
): Promise<string[]> {
  const names = users.flatMap((user) => namesOf(user).map((name) => [user.platform, name] as const))
  return await Promise.all(names.map(([platform, name]) => hash('voter', platform, name)))
}

/** Again where others voted meanwhile, perhaps in another process, whose change may have come before this one. */
async function showVotes(ports: VotePorts, id: string): Promise<void> {
  let shown: number | undefined
  for (let tries = 0; tries < mostTries; tries++) {
    const votes = await count(ports, id)
    if (votes === shown) return
    const generation = await ports.generations.find({ id })
    if (!generation?.shared) return
    await changePosts(ports, generation, votes)
    shown = votes
  }
}

/** One that cannot be changed keeps no other from it. */
async function changePosts(
  { outbound, log }: VotePorts,
  generation: Generation,
  votes: number,
): Promise<void> {
  const { shared } = generation
  if (!shared) return
  const { picture, by = '' } = shared
  const seen = picture === undefined ? generation : pickPicture(generation, picture)
  const show: GalleryShow<Generation> = { generation: seen ?? generation, author: by, votes }
  await Promise.all(
    listPosts(shared).map((post) =>
      outbound.changeShared(post, show).catch((err) => {
        logFailure(log, err, { generation: generation.id }, 'A shared post does not say its votes')
      }),
    ),
  )
}
