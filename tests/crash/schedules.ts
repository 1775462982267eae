/** Schedules of processes, actions, outages and crashes; each is made from the seed and its number alone. */
import fc from 'fast-check'
import { type AnyAction, action, makeAction } from './actions.ts'
import type { CrashPoint, Outage, When } from './crashing.ts'
import type { Point } from './survey.ts'
import type { Need } from './ways.ts'

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
  sessions: fc.array(fc.array(life, { minLength: 1, maxLength: 2 }), { minLength: 12, maxLength: 13 }),
})

/** Actions that are as they are needed, and otherwise as chance will have it. */
export function fulfilAll(needs: readonly Need[]): fc.Arbitrary<AnyAction[]> {
  const made = needs.map((need) =>
    (makeAction[need.kind] as fc.Arbitrary<AnyAction>).map((drawn) => ({ ...drawn, ...need }) as AnyAction),
  )
  return fc.tuple(...made)
}

/** At most so many processes in one schedule. */
const mostLives = 26

/** One that shares no factor with how many turns there are, by process and by schedule, so that all come equally often. */
function findStride(turns: number): number {
  const factor = (one: number, other: number): number => (other === 0 ? one : factor(other, one % other))
  let stride = 101
  while (factor(stride, turns) > 1 || factor(mostLives * stride + 1, turns) > 1) stride++
  return stride
}

/**
 * Most processes die at a surveyed point, each of which has its turn; the others anywhere, or not by themselves. Actions
 * that lead to the point are put in front.
 */
export function createScheduler(points: readonly Point[], seed: number) {
  const turns = points.flatMap((point) => Array<Point>(point.turns).fill(point))
  const beginnings = points.filter(({ first }) => first)
  const stride = findStride(2 * turns.length)

  /** A point's turn, before and after. */
  function choose(from: readonly Point[], turn: number): [Point, When] {
    const place = turn % (2 * from.length)
    const point = from[place >> 1]
    if (!point) throw new Error('There are no points')
    return [point, place % 2 === 0 ? 'before' : 'after']
  }

  /** Each so-manieth schedule begins at a point that only its first process can reach. */
  function choosePoint(number: number, life: number): [Point, When] {
    if (life === 0 && number % 8 === 0 && beginnings.length > 0) return choose(beginnings, number / 8)
    return choose(turns, (number * mostLives + life) * stride + number)
  }

  return function createSchedule(number: number): Schedule {
    const draw = <Value>(arbitrary: fc.Arbitrary<Value>, salt: number): Value => {
      const [value] = fc.sample(arbitrary, { seed: seed + number * 31 + salt, numRuns: 1 })
      if (value === undefined) throw new Error('Nothing was drawn')
      return value
    }
    const { machines, sessions } = draw(schedule, 0)
    let needsMachines = false
    const aimed = sessions.map((lives, session) =>
      lives.map((life, place) => {
        const nth = session * 2 + place
        const turn = number * mostLives + nth
        if (draw(fc.nat(15), turn) === 0) return life
        const [point, when] = choosePoint(number, nth)
        needsMachines ||= point.machines
        return aim(life, point, when, (arbitrary) => draw(arbitrary, turn + 1))
      }),
    )
    return { machines: machines || needsMachines, sessions: aimed } as Schedule
  }
}

type Drawn = Omit<Life, 'point' | 'outage'> & { point?: CrashPoint | undefined; outage?: Outage | undefined }

function aim(
  life: Drawn,
  { name, needs, often }: Point,
  when: When,
  draw: <Value>(arbitrary: fc.Arbitrary<Value>) => Value,
): Drawn {
  const [leading, nth] = draw(fc.tuple(fulfilAll(needs), fc.nat(often - 1)))
  return { ...life, actions: [...leading, ...life.actions], point: { name, nth, when }, outage: undefined }
}
