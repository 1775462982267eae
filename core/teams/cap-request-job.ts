/** Does what a request for more credits is to come to: asks, gives, draws, says so; every step can be done again. */
import type { Place, Post } from '#core/chat.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import { findMonth } from '#core/credits/month.ts'
import { hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { CapNews, Outbound, TeamNote } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Blocked } from './blocks.ts'
import {
  answerRequest,
  type CapRequest,
  type CapRequestAnswer,
  findRequest,
  renderRequest,
} from './cap-request.ts'
import { noteChange } from './changes.ts'
import { findAdminsChannel } from './find-admins-channel.ts'
import { findTeamId } from './find-team-id.ts'
import { findMember } from './members.ts'
import { raiseCap } from './raises.ts'
import { findSettings, nameChannel } from './settings.ts'
import { nameTeam, type TeamName } from './team-name.ts'

/** What is to be drawn, while a cap keeps it back. */
export interface KeptForRequest {
  isKept(account: string, id: string): Promise<boolean>
  drop(account: string, id: string): Promise<void>
  /** Whether it is drawn, was, or came to an end in the attempt. */
  isPlaced(id: string): Promise<boolean>
}

export interface CapRequestJobPorts {
  records: RecordStore
  clock: Clock
  createId: CreateId
  outbound: Pick<Outbound, 'tellTeam' | 'changeTold' | 'tellAsker'>
  log: Log
  kept: KeptForRequest
  /** Draws what of an account's can be paid now. Never rejects. */
  placeFor(account: string): Promise<boolean>
  isBlocked(team: string, who: Blocked): Promise<boolean>
  /** The accounts that this one took over. */
  listTakenOver(account: string): Promise<string[]>
  /** All that is tied into a team. */
  listTied(team: string): Promise<TeamName[]>
}

/** How far it is. */
export interface CapRequestJob {
  /** Where admins were asked. */
  posts: readonly Post[]
  /** Those of them that say what became of it, or never will. */
  changed: readonly string[]
  isTold?: boolean
}

/** Where a team's admins are asked: in each of its servers and workspaces that has a channel for it. */
export async function listAdminsChannels(
  ports: Pick<CapRequestJobPorts, 'records' | 'clock' | 'listTied'>,
  team: string,
): Promise<Place[]> {
  const channels = new Map<string, Place>()
  for (const place of await ports.listTied(team)) {
    const adminsChannel = await findAdminsChannel(ports, nameTeam(place))
    if (adminsChannel) channels.set(nameChannel(adminsChannel), adminsChannel)
  }
  return [...channels.values()]
}

/** Answers with how far it is then; undefined where nothing is left to do. */
export async function workOn(
  ports: CapRequestJobPorts,
  id: string,
  job: CapRequestJob,
): Promise<CapRequestJob | undefined> {
  const request = await findRequest(ports, id)
  if (!request) {
    const changed = await changePosts(ports, job, { kind: 'request-over' })
    return isOver(job, changed) ? undefined : { ...job, changed }
  }
  const over = request.answer ? undefined : await findOver(ports, request)
  if (!request.answer && !over) return { ...job, posts: await ask(ports, request, job.posts) }
  const answered = over ? await answerRequest(ports, id, over) : { request }
  return answered?.request.answer ? await carryOut(ports, answered.request, job) : job
}

/** Why it can be answered no more; undefined while it can. */
export async function findOver(
  ports: CapRequestJobPorts,
  { id, owner, team, origin, until }: CapRequest,
): Promise<CapRequestAnswer | undefined> {
  const { kept, clock, isBlocked } = ports
  const over = async (how: 'lapsed' | 'gone') =>
    await renderAnswer(ports, team, (await kept.isPlaced(id)) ? 'drawn' : how)
  if (clock.now() >= until) return await over('lapsed')
  const { platform, address } = origin
  const isTied = (await findTeamId(ports, { platform, id: origin.team ?? '' })) === team
  const isMember = isTied && (await findMemberOf(ports, team, owner)) !== undefined
  if (!isMember || !(await kept.isKept(owner, id))) return await over('gone')
  const user = { platform, user: String(address.user ?? '') }
  return (await isBlocked(team, { user, accounts: [owner] })) ? await over('gone') : undefined
}

/** Also by an account that this one is only just taking over. */
async function findMemberOf(ports: CapRequestJobPorts, team: string, owner: string) {
  const names = [owner, ...(await ports.listTakenOver(owner))]
  const found = await Promise.all(names.map((name) => findMember(ports, team, name)))
  return found.find((member) => member !== undefined)
}

export async function renderAnswer(
  ports: Pick<CapRequestJobPorts, 'records' | 'clock'>,
  team: string,
  how: CapRequestAnswer['how'],
): Promise<CapRequestAnswer> {
  const { timeZone } = await findSettings(ports, team)
  const at = ports.clock.now()
  return { how, at, month: findMonth(at, timeZone) }
}

/** Answers with all there are then. What fails is tried again later. */
async function ask(ports: CapRequestJobPorts, request: CapRequest, asked: readonly Post[]): Promise<Post[]> {
  const posts = [...asked]
  const names = new Set(asked.map(nameChannel))
  for (const place of await listAdminsChannels(ports, request.team)) {
    if (names.has(nameChannel(place))) continue
    try {
      const message = await ports.outbound.tellTeam(place, renderRequest(request))
      posts.push({ ...place, message })
    } catch (error) {
      logFailure(ports.log, error, { team: request.team }, 'The admins of a team could not be asked')
    }
  }
  return posts
}

async function carryOut(
  ports: CapRequestJobPorts,
  request: CapRequest,
  job: CapRequestJob,
): Promise<CapRequestJob | undefined> {
  const { kept, clock } = ports
  const { id, owner, until, answer } = request
  const how = answer?.how
  if (how === 'approved' || how === 'declined') await settle(ports, request)
  if (how === 'approved') await ports.placeFor(owner)
  else if (how !== 'drawn') await kept.drop(owner, id)
  const changed = await changePosts(ports, job, renderRequest(request))
  if (!job.isTold && how && how !== 'drawn') await tell(ports, request, how)
  const isWaiting = how === 'approved' && clock.now() < until && (await kept.isKept(owner, id))
  if (isWaiting || !isOver(job, changed)) return { ...job, changed, isTold: true }
  if (how === 'approved' && !(await kept.isPlaced(id))) await tell(ports, request, 'lost')
  return undefined
}

/** Gives what was approved, and notes it. */
async function settle(ports: CapRequestJobPorts, request: CapRequest): Promise<void> {
  const { id, team, owner, credits, caps, answer } = request
  if (!answer?.by) return
  const isApproved = answer.how === 'approved'
  for (const { cap, name } of isApproved ? caps : []) {
    // Always by the name it was asked for: an account that takes it over while this is done again is given it by that.
    await raiseCap(ports, team, { month: answer.month, cap, name }, { request: id, credits })
  }
  await noteChange(
    ports,
    team,
    { by: answer.by.account, what: isApproved ? 'cap-raised' : 'raise-declined', value: credits, of: owner },
    { at: answer.at, name: id },
  )
}

/** Answers with those that need no more. */
async function changePosts(
  { outbound, log }: CapRequestJobPorts,
  { posts, changed }: CapRequestJob,
  note: TeamNote,
): Promise<string[]> {
  const done = [...changed]
  for (const post of posts) {
    const name = namePost(post)
    if (done.includes(name)) continue
    try {
      await outbound.changeTold(post, note)
      done.push(name)
    } catch (error) {
      logFailure(log, error, { platform: post.platform }, 'What became of a request could not be shown')
      if (hasCode(error, 'cannot-post')) done.push(name)
    }
  }
  return done
}

const namePost = (post: Post) => `${nameChannel(post)}/${post.message}`

const isOver = ({ posts }: CapRequestJob, changed: readonly string[]) =>
  posts.every((post) => changed.includes(namePost(post)))

/** Whoever cannot be told finds out when they look. */
async function tell(
  { outbound, kept, log }: CapRequestJobPorts,
  { id, owner, origin, credits, prompt, answer }: CapRequest,
  how: CapNews['how'],
): Promise<void> {
  const news: CapNews = {
    ...{ how, credits, isDrawing: await kept.isPlaced(id) },
    ...(answer?.by && { by: answer.by.name }),
    ...(prompt !== undefined && { prompt }),
  }
  await outbound.tellAsker({ owner, origin }, news).catch((error) => {
    logFailure(log, error, { account: owner }, 'Whoever asked for more credits could not be told')
  })
}
