/** Tells teams what they are to know, and loses nothing of it: each note is kept first, then posted, then known as told. */
import type { Place } from '#core/chat.ts'
import { growPause } from '#core/clock.ts'
import { hasCode } from '#core/errors.ts'
import { type Log, logFailure } from '#core/log.ts'
import type { BudgetNote, MonthNote, Outbound, TeamNote } from '#core/outbound.ts'
import { changeRecord } from '#core/records/change-record.ts'
import { createRunAlone, type LeasePorts } from '#core/records/lease.ts'
import type { StoredRecord } from '#core/records/record-store.ts'
import { createRounds } from '#core/records/rounds.ts'
import { findAdminsChannel } from './find-admins-channel.ts'
import { findGallery } from './find-gallery.ts'
import { findMember } from './members.ts'
import { keyOf, nameTeam, type TeamName } from './team-name.ts'

/** As it is kept until it is told: of a person their account alone, so that nothing of who is gone stays. */
export type KeptNote = Exclude<TeamNote, BudgetNote> | MonthNote | KeptBudgetNote

type KeptBudgetNote = Omit<BudgetNote, 'of'> & { of: { account?: string; channel?: Place } }

/**
 * Has the team told in its admins' channel, or in the gallery of a place of it: once for each `name`, however often and in
 * how many processes it is asked for. Answers whether it will be: not where no channel is chosen. Resolves after a first
 * try, since when it is kept and tried again for a week, also by later processes. Rejects as the store does.
 *
 * It is told twice only where a process dies, or loses its store and then dies, after the post and before that is noted;
 * Discord takes the second for the first where it comes within minutes.
 */
export type TellTeam = (team: string, name: string, note: KeptNote, gallery?: TeamName) => Promise<boolean>

/**
 * The same in that very channel, after `ready`. Answers false where the bot may not post there: then nothing is kept, and it
 * can be asked for elsewhere.
 */
export type TellIn = (
  place: Place,
  name: string,
  note: KeptNote,
  ready?: Promise<unknown>,
) => Promise<boolean>

export interface TeamNotes {
  tell: TellTeam
  tellIn: TellIn
  /** It counts as told from now on. */
  skip(team: string, name: string): Promise<void>
  /** Whether it was told, or skipped, within the last months. */
  isTold(team: string, name: string): Promise<boolean>
  /** Tells what is due by now; passes may overlap, also with another process's. */
  run(): Promise<void>
  /** Begins with a pass that nobody waits for, and goes on every minute. */
  start(): void
  /** Resolves when no pass is under way. */
  stop(): Promise<void>
}

export interface TeamNotePorts extends LeasePorts {
  outbound: Pick<Outbound, 'tellTeam' | 'tellMonth'>
  log: Log
}

interface Due {
  team: string
  note: KeptNote
  gallery?: TeamName
  /** The channel in which it is told, whatever is chosen. */
  place?: Place
  /** Tries that failed, and when the next may be; milliseconds since 1970. */
  failures: number
  notBefore: number
}

const dueKind = 'team-note' as const
const toldKind = 'team-told' as const
const hour = 60 * 60_000
const day = 24 * hour
/** Longer than what was told is asked for again, such as what was spent in a month. Milliseconds. */
const rememberedFor = 100 * day
/** A channel that takes nothing for so long takes nothing any more. Milliseconds. */
const patience = 7 * day
/** A later one would greet people who know the bot. Milliseconds. */
const greetingPatience = day
const longestPause = hour
const repeatEvery = 60_000
const pageOfNotes = 200
const atOnce = 8

export function createTeamNotes(ports: TeamNotePorts): TeamNotes {
  const { records, clock, log } = ports
  const runAlone = createRunAlone(ports)
  /** Those that were posted while the store could not take that. */
  const posted = new Set<string>()
  const stopped = new AbortController()

  const isTold = async (key: string) => (await records.findRecord(toldKind, key, clock.now())) !== undefined
  const mark = (key: string) =>
    records.insertRecord(
      { kind: toldKind, key, expiresAt: clock.now() + rememberedFor, body: {} },
      clock.now(),
    )

  async function tellDue(key: string): Promise<void> {
    const found = await records.findRecord(dueKind, key, clock.now())
    if (!found || read(found).notBefore > clock.now()) return
    if (!(await isTold(key))) {
      const outcome = posted.has(key) ? 'told' : await post(ports, read(found))
      if (outcome === 'later') return await putOff(ports, key)
      if (outcome === 'refused') return void (await records.removeRecord(dueKind, key))
      posted.add(key)
      await mark(key)
      posted.delete(key)
    }
    await records.removeRecord(dueKind, key)
  }

  /** Never rejects: what is kept is tried again. */
  async function tryToTell(key: string): Promise<void> {
    await runAlone(`${dueKind}:${key}`, () => tellDue(key), stopped.signal).catch((err) =>
      logFailure(log, err, { note: key }, 'A team is told of something later'),
    )
  }

  async function run(): Promise<void> {
    let after = ''
    for (let isLast = false; !isLast; ) {
      const page = await records.listRecordsBy(dueKind, '', clock.now(), { after, limit: pageOfNotes })
      const due = page.filter((each) => read(each).notBefore <= clock.now())
      for (let at = 0; at < due.length && !stopped.signal.aborted; at += atOnce) {
        await Promise.all(due.slice(at, at + atOnce).map(({ key }) => tryToTell(key)))
      }
      after = page.at(-1)?.key ?? ''
      isLast = page.length < pageOfNotes || stopped.signal.aborted
    }
  }

  const failure = 'Looking for what teams are to be told failed'
  const rounds = createRounds({ round: run, every: repeatEvery, failure, clock, log })

  return {
    async tell(team, name, note, gallery) {
      const key = keyOf(team, name)
      if (!(await findChannel(ports, { team, ...(gallery && { gallery }) }))) return false
      if (await isTold(key)) return true
      await keep(ports, key, { team, note, ...(gallery && { gallery }), failures: 0, notBefore: 0 })
      await tryToTell(key)
      return true
    },
    async tellIn(place, name, note, ready) {
      const team = nameTeam({ platform: place.platform, id: place.team })
      const key = keyOf(team, name)
      if (await isTold(key)) return true
      await keep(ports, key, { team, note, place, failures: 0, notBefore: 0 })
      await ready
      await tryToTell(key)
      return (await isTold(key)) || (await records.findRecord(dueKind, key, clock.now())) !== undefined
    },
    skip: async (team, name) => {
      await mark(keyOf(team, name))
      await records.removeRecord(dueKind, keyOf(team, name))
    },
    isTold: (team, name) => isTold(keyOf(team, name)),
    run,
    start: () => void rounds.start(),
    async stop() {
      stopped.abort()
      await rounds.stop()
    },
  }
}

const read = ({ body }: StoredRecord) => body as unknown as Due

/** One that waits already says the newest. Whoever tells it meanwhile and removes it leaves a mark before. */
async function keep({ records, clock }: TeamNotePorts, key: string, due: Due): Promise<void> {
  await changeRecord(records, { kind: dueKind, key }, clock, (found, now) => ({
    ...{ kind: dueKind, key },
    expiresAt: found?.expiresAt ?? now + (due.note.kind === 'greeting' ? greetingPatience : patience),
    body: { ...due, ...(found && { failures: read(found).failures, notBefore: read(found).notBefore }) },
  }))
}

async function putOff({ records, clock }: TeamNotePorts, key: string): Promise<void> {
  await changeRecord(records, { kind: dueKind, key }, clock, (found, now) => {
    if (!found) return undefined
    const failures = read(found).failures + 1
    const notBefore = now + growPause(failures, longestPause)
    const { expiresAt = now + patience } = found
    return { kind: dueKind, key, expiresAt, body: { ...found.body, failures, notBefore } }
  })
}

/** By what is chosen now. */
async function findChannel(
  ports: TeamNotePorts,
  { team, gallery, place }: Pick<Due, 'team' | 'gallery' | 'place'>,
): Promise<Place | undefined> {
  if (place) return place
  if (!gallery) return await findAdminsChannel(ports, team)
  const channel = await findGallery(ports, gallery)
  return channel === undefined ? undefined : { platform: gallery.platform, team: gallery.id, channel }
}

async function post(ports: TeamNotePorts, due: Due): Promise<'told' | 'later' | 'refused'> {
  const { outbound, log } = ports
  const { team, note } = due
  const place = await findChannel(ports, due)
  if (!place) return 'later'
  try {
    if (note.kind === 'report' || note.kind === 'best-of') await outbound.tellMonth(place, note)
    else await outbound.tellTeam(place, note.kind === 'budget' ? await nameMember(ports, team, note) : note)
    return 'told'
  } catch (error) {
    logFailure(log, error, { team, note: note.kind }, 'A team could not be told yet')
    return due.place && hasCode(error, 'cannot-post') ? 'refused' : 'later'
  }
}

async function nameMember(ports: TeamNotePorts, team: string, note: KeptBudgetNote): Promise<BudgetNote> {
  const { account, ...of } = note.of
  if (account === undefined) return { ...note, of }
  const { name = '' } = (await findMember(ports, team, account)) ?? {}
  return { ...note, of: { ...of, member: name } }
}
