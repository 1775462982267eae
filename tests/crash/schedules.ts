/** Schedules of processes, actions, outages and crashes; each is made from the seed and its number alone. */
import fc from 'fast-check'
import { type AnyAction, action, makeAction } from './actions.ts'
import type { CrashPoint, Outage, When } from './crashing.ts'
import { type NamedPoint, type Need, points } from './points.ts'

/** One process: what happens while it runs, and how it ends. */
export interface Life {
  actions: AnyAction[]
  point?: CrashPoint
  pauses: number[]
  outage?: Outage
  ending: 'kill' | 'stop'
}

export interface Schedule {
  /** Whether the processes are on several machines. */
  machines: boolean
  /** One after another; in each, one or two processes at once. */
  sessions: Life[][]
}

const when = fc.constantFrom<When>('before', 'after')

const life = fc.record(
  {
    actions: fc.array(action, { maxLength: 8 }),
    pauses: fc.array(fc.nat(6), { maxLength: 7 }),
    ending: fc.constantFrom('kill' as const, 'stop' as const),
    outage: fc.option(fc.record({ from: fc.nat(40), steps: fc.integer({ min: 1, max: 12 }), when }), {
      nil: undefined,
      freq: 3,
    }),
    point: fc.option(fc.record({ step: fc.nat(80), when }), { nil: undefined, freq: 4 }),
  },
  { requiredKeys: ['actions', 'pauses', 'ending'] },
)

const schedule = fc.record({
  machines: fc.boolean(),
  sessions: fc.array(fc.array(life, { minLength: 1, maxLength: 2 }), { minLength: 10, maxLength: 11 }),
})

/** An action that is as it is needed, and otherwise as chance will have it. */
const fulfil = (need: Need): fc.Arbitrary<AnyAction> =>
  (makeAction[need.kind] as fc.Arbitrary<AnyAction>).map((drawn) => ({ ...drawn, ...need }) as AnyAction)

/** Every point, some more than once. */
const turns = points.flatMap((point) => Array.from({ length: point.turns ?? 1 }, () => point))
/** Shares no factor with how many turns there are, so that each comes as often as any other. */
const stride = 101
/** At most so many processes in one schedule. */
const mostLives = 22

/**
 * Most processes die at a named point, each of which has its turn; the others anywhere, or not by themselves. Actions
 * that lead to the point are put in front.
 */
export function createSchedule(seed: number, number: number): Schedule {
  const draw = <Value>(arbitrary: fc.Arbitrary<Value>, salt: number): Value => {
    const [value] = fc.sample(arbitrary, { seed: seed + number * 31 + salt, numRuns: 1 })
    if (value === undefined) throw new Error('Nothing was drawn')
    return value
  }
  const { machines, sessions } = draw(schedule, 0)
  let needsMachines = false
  const aimed = sessions.map((lives, session) =>
    lives.map((life, place) => {
      const turn = number * mostLives + session * 2 + place
      if (draw(fc.nat(15), turn) === 0) return life
      const [point, when] = choosePoint(turn * stride + number)
      needsMachines ||= point.machines ?? false
      return aim(life, point, when, (arbitrary) => draw(arbitrary, turn + 1))
    }),
  )
  return { machines: machines || needsMachines, sessions: aimed } as Schedule
}

function choosePoint(turn: number): [NamedPoint, When] {
  const place = turn % (2 * turns.length)
  const point = turns[place >> 1]
  if (!point) throw new Error('There are no points')
  return [point, place % 2 === 0 ? 'before' : 'after']
}

type Drawn = Omit<Life, 'point' | 'outage'> & { point?: CrashPoint | undefined; outage?: Outage | undefined }

function aim(
  life: Drawn,
  { name, needs = [], often = 1 }: NamedPoint,
  when: When,
  draw: <Value>(arbitrary: fc.Arbitrary<Value>) => Value,
): Drawn {
  const [leading, nth] = draw(fc.tuple(fc.tuple(...needs.map(fulfil)), fc.nat(often - 1)))
  return { ...life, actions: [...leading, ...life.actions], point: { name, nth, when }, outage: undefined }
}
