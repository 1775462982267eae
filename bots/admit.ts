/** Lets calls in, those of all platforms by the same bounds, and knows what to say to whoever is beyond them. */
import { CoreError } from '#core/errors.ts'
import {
  type Bound,
  type Bounds,
  createAdmission,
  createGate,
  createSparseLog,
  type Entrant,
  type Log,
  type PlatformName,
  type Ports,
  type Seat,
  speak,
  type Words,
} from '#core/index.ts'
import { inLanguage } from './in-language.ts'
import { renderRefusal } from './messages/refusal.ts'
import type { Reply, Spoken } from './platform.ts'
import { createRemembered } from './remembered.ts'

/** By names that are unique on the platform. */
export interface Caller {
  platform: PlatformName
  person?: string | undefined
  team?: string | undefined
}

/** A call that was let in. */
export interface Admitted extends Seat {
  /**
   * The same reply. With its first progress the seat is free: pictures that wait or are drawn have bounds of their own,
   * and the person hears of more than that from the core.
   */
  attend(reply: Reply<Spoken>): Reply<Spoken>
  share(): Admitted
}

/** What to tell whoever is not let in; nothing was begun. */
export interface TurnedAway {
  words: Words
  message: Spoken
  /** Has it told, by `tell`; where too much is told already, it is left out. Never rejects. */
  tell(tell: () => Promise<void>): Promise<void>
}

export interface Admit {
  /**
   * `locale`: as the platform names their language, if it does. What they were answered in before counts more, and where
   * neither is known, what was last spoken in their team.
   */
  enter(caller: Caller, locale?: string): Admitted | TurnedAway
  /** How many calls are let in. */
  count(): number
}

/**
 * Calls under way, but for those whose pictures wait or are drawn. Somebody who presses fast has three or four;
 * beyond that many, answers would come too late to be of use.
 */
export const usualBounds: Bounds = { person: 60, team: 500, all: 2_000 }

/** Words to those who are beyond it that wait or are on their way; each takes one small request. */
const tellingBounds: Bounds = { person: 500, team: 1_000, all: 2_000 }
const toldAtOnce = 32
/** Discord takes a first response for three seconds. Milliseconds. */
const longestWait = 2_500

/** People and teams whose language is remembered. */
const mostHeard = 5_000

export interface AdmitOptions {
  bounds?: Bounds
  /** Told of each call that was not let in, and by which bound. */
  onTurnedAway?(platform: PlatformName, bound: Bound): void
  clock: Pick<Ports['clock'], 'now'>
  log: Log
}

export function createAdmit(options: AdmitOptions): Admit {
  const { bounds = usualBounds, onTurnedAway, clock, log } = options
  const admission = createAdmission(bounds)
  const telling = createTelling(clock)
  const sparse = createSparseLog(clock)
  const heard = createRemembered<Words>(mostHeard)

  /** In a team most people speak what was spoken there last. */
  function hear({ person, team }: Entrant, words: Words): void {
    for (const key of [person, team]) if (key !== undefined) heard.keep(key, words)
  }

  const recall = (key: string | undefined) => (key === undefined ? undefined : heard.find(key))

  function note(platform: PlatformName, bound: Bound): void {
    onTurnedAway?.(platform, bound)
    sparse(`${platform} ${bound}`, (calls) =>
      log.warn({ platform, bound, calls, most: bounds[bound] }, 'More was asked at once than is let in'),
    )
  }

  return {
    count: admission.count,
    enter(caller, locale) {
      const entrant = nameEntrant(caller)
      const seat = admission.enter(entrant)
      if (typeof seat !== 'string') return admitted(seat, (words) => hear(entrant, words))
      note(caller.platform, seat)
      const there = locale === undefined ? recall(entrant.team) : undefined
      const words = recall(entrant.person) ?? there ?? speak(locale)
      const refusal = new CoreError('too-much-at-once', { of: seat })
      const said = renderRefusal(words, refusal, { charges: true })
      const message = inLanguage(words, said, caller.platform)
      return { words, message, tell: (tell) => telling(entrant, tell) }
    },
  }
}

export const isTurnedAway = (entered: Admitted | TurnedAway): entered is TurnedAway => 'tell' in entered

function nameEntrant({ platform, person, team }: Caller): Entrant {
  return {
    person: person === undefined ? undefined : `${platform} ${person}`,
    team: team === undefined ? undefined : `${platform} ${team}`,
  }
}

function admitted(seat: Seat, hear: (words: Words) => void): Admitted {
  return {
    leave: seat.leave,
    share: () => admitted(seat.share(), hear),
    attend: ({ progress, finish }) => ({
      progress(message) {
        seat.leave()
        progress(message)
      },
      finish(message) {
        if (message.private) hear(message.words)
        return finish(message)
      },
    }),
  }
}

/** Tells so many at once, lets a few more wait, and leaves out who would hear of it too late. */
function createTelling(clock: Pick<Ports['clock'], 'now'>) {
  const admission = createAdmission(tellingBounds)
  const takeTurn = createGate(toldAtOnce)

  return async (entrant: Entrant, tell: () => Promise<void>): Promise<void> => {
    const until = clock.now() + longestWait
    const seat = admission.enter(entrant)
    if (typeof seat === 'string') return
    try {
      await takeTurn(async () => {
        if (clock.now() < until) await tell()
      })
    } catch {
      // Whoever is not told sees from their platform that nothing came.
    } finally {
      seat.leave()
    }
  }
}
