/**
 * Tying two servers or workspaces into one team: asked for by an admin of the one, answered by an admin of the other, and
 * done by one of the first, each by a code that only the other can have given them. No credits and no pictures move.
 */
import type { Clock, CreateId } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { changeRecord } from '#core/records/change-record.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { type ChangeKind, noteChange } from './changes.ts'
import { findTeamId } from './find-team-id.ts'
import { nameTeam, readTeamName, type TeamName } from './team-name.ts'
import type { TellTeam } from './team-notes.ts'

/** A server or workspace, and what people there call it. */
export interface TieSide extends TeamName {
  /** As the platform showed it; for display only. */
  title: string
}

/** `offered`: the code was typed in the other team, and `code` is to be typed in the first. `asked`: it can be done. */
export type TieStep = { step: 'offered'; other: TieSide; code: string } | { step: 'asked'; other: TieSide }

/** Whether the caller may is the platform's to say, before this. `by` is the admin's account. */
export interface Ties {
  /** A code to be typed by an admin of the other team, within the hour. Rejects with `already-tied`. */
  offer(team: TieSide): Promise<string>
  /** Takes a code that was typed. Rejects with `no-tie`, with `already-tied`, and with `too-many-codes`. */
  take(code: string, team: TieSide): Promise<TieStep>
  /** Ties them, once; answers with the other. Rejects as `take` does. */
  tie(code: string, team: TeamName, by: string): Promise<TieSide>
  /** Either may, at any time; answers with those it was tied to. */
  untie(team: TeamName, by: string): Promise<TeamName[]>
  /** All that are tied into this team, its own first. */
  list(team: string): Promise<TeamName[]>
}

interface Asked {
  step: TieStep['step']
  first: TieSide
  other?: TieSide
}

export interface TiePorts {
  records: RecordStore
  clock: Clock
  createId: CreateId
  hash(purpose: string, ...parts: readonly string[]): Promise<string>
  tellTeam: TellTeam
}

const kind = 'team-tie' as const
const teamKind = 'team' as const
const hour = 60 * 60_000
/** More than anybody could guess in an hour with so few tries. */
const codeLength = 12
/** Codes that one team may try in an hour. */
const mostTries = 20
/** Servers and workspaces in one team. */
const mostTied = 20

export function createTies(ports: TiePorts): Ties {
  const { records, clock, createId } = ports
  const tries = new RecordLimiter({ records, clock, name: 'team-tie', points: mostTries, duration: hour })

  async function issue(asked: Asked): Promise<string> {
    const code = createId(codeLength)
    const key = await ports.hash('team-tie', code)
    await records.insertRecord({ kind, key, expiresAt: clock.now() + hour, body: { ...asked } }, clock.now())
    return code
  }

  async function require(code: string, team: TeamName): Promise<StoredRecord> {
    if ((await tries.take(nameTeam(team))) > 0) throw new CoreError('too-many-codes', {})
    const typed = code.trim().toLowerCase()
    const found = await records.findRecord(kind, await ports.hash('team-tie', typed), clock.now())
    if (!found) throw new CoreError('no-tie', {})
    return found
  }

  async function consume(record: StoredRecord): Promise<void> {
    if (!(await records.removeRecord(kind, record.key, record.version))) throw new CoreError('no-tie', {})
  }

  return {
    async offer(first) {
      if ((await findBody(ports, first)).joined !== undefined) throw new CoreError('already-tied', {})
      return await issue({ step: 'offered', first })
    },
    async take(code, team) {
      const found = await require(code, team)
      const { step, first, other } = found.body as unknown as Asked
      if (step === 'asked') {
        if (!other || !isSame(first, team)) throw new CoreError('no-tie', {})
        return { step, other }
      }
      await requireTieable(ports, first, team)
      const next = await issue({ step: 'asked', first, other: team })
      await consume(found)
      return { step, other: first, code: next }
    },
    async tie(code, team, by) {
      const found = await require(code, team)
      const { step, first, other } = found.body as unknown as Asked
      if (step !== 'asked' || !other || !isSame(first, team)) throw new CoreError('no-tie', {})
      // Cut off in between, it is done again by the same code.
      const isDone = (await findBody(ports, other)).joined === nameTeam(first)
      if (!isDone) await requireTieable(ports, first, other)
      await join(ports, first, other)
      const name = `tied/${found.key}`
      await ports.tellTeam(nameTeam(first), name, { kind: 'tied', other })
      await ports.tellTeam(nameTeam(other), name, { kind: 'tied', other: first })
      await consume(found)
      await note(ports, [first, other], by, 'tied')
      return other
    },
    async untie(team, by) {
      const root = await findTeamId(ports, team)
      const tied = await list(ports, root)
      const leaving = nameTeam(team) === root ? tied.slice(1) : [team]
      for (const each of leaving) await change(ports, each, ({ joined: _, ...body }) => body)
      const gone = leaving.map(nameTeam)
      await change(ports, readTeamName(root), ({ tied: all = [], ...body }) => ({
        ...body,
        tied: all.filter((each) => !gone.includes(each)),
      }))
      if (tied.length === 1) return []
      const all = [readTeamName(root), ...leaving]
      await note(ports, all, by, 'untied')
      const name = `untied/${createId(codeLength)}`
      for (const each of all) await ports.tellTeam(nameTeam(each), name, { kind: 'untied' })
      return tied.filter((each) => !isSame(each, team))
    },
    list: (team) => list(ports, team),
  }
}

/** What is kept of a server or workspace about ties. */
interface TiedBody {
  /** The id of the team that it is tied into. */
  joined?: string
  /** Those that may be tied into this one: each says itself whether it is. */
  tied?: readonly string[]
}

async function findBody({ records, clock }: TiePorts, team: TeamName): Promise<TiedBody> {
  return (await records.findRecord(teamKind, nameTeam(team), clock.now()))?.body ?? {}
}

async function change(ports: TiePorts, team: TeamName, make: (body: TiedBody) => TiedBody): Promise<void> {
  const name = { kind: teamKind, key: nameTeam(team) }
  await changeRecord(ports.records, name, ports.clock, (found) => ({
    ...name,
    body: { ...make(found?.body ?? {}) },
  }))
}

async function list(ports: TiePorts, team: string): Promise<TeamName[]> {
  const { tied = [] } = await findBody(ports, readTeamName(team))
  const found = [readTeamName(team)]
  for (const each of tied) {
    const name = readTeamName(each)
    if ((await findBody(ports, name)).joined === team) found.push(name)
  }
  return found
}

/** First where it is looked for, so that it is never tied to a team that does not know of it. */
async function join(ports: TiePorts, first: TeamName, other: TeamName): Promise<void> {
  await change(ports, first, ({ tied = [], ...body }) => ({
    ...body,
    tied: [...new Set([...tied, nameTeam(other)])],
  }))
  await change(ports, other, (body) => ({ ...body, joined: nameTeam(first) }))
}

/** One that has others tied to it, or is tied itself, must be untied before it becomes part of another. */
async function requireTieable(ports: TiePorts, first: TeamName, other: TeamName): Promise<void> {
  const isTied = (await findBody(ports, other)).joined !== undefined
  const hasOthers = (await list(ports, nameTeam(other))).length > 1
  const isPart = (await findBody(ports, first)).joined !== undefined
  const isFull = (await list(ports, nameTeam(first))).length >= mostTied
  if (isSame(first, other) || isTied || hasOthers || isPart || isFull) throw new CoreError('already-tied', {})
}

async function note(
  ports: TiePorts,
  teams: readonly TeamName[],
  by: string,
  what: ChangeKind,
): Promise<void> {
  for (const team of teams) await noteChange(ports, nameTeam(team), { by, what })
}

const isSame = (one: TeamName, other: TeamName) => nameTeam(one) === nameTeam(other)
