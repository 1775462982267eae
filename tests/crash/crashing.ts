/** Cuts a process off at any of its outside steps: from there on nothing it does has any effect. */
import { CoreError } from '#core/errors.ts'
import { nameStep } from './name-step.ts'

/** Before the step has any effect, or after all of it. */
export type When = 'before' | 'after'

/** One place where a process can die. */
export type CrashPoint =
  /** The step's number, counted from 0 since the process began. */
  | { step: number; when: When }
  /** The so-manieth step of that name, from 0. */
  | { name: string; nth: number; when: When }

/** A while in which the store does not answer, though it may have done what it was asked. */
export interface Outage {
  /** The number of the first step that fails. */
  from: number
  steps: number
  when: When
}

export interface Doom {
  /** Where the process dies by itself, if anywhere. */
  point?: CrashPoint
  /** How many microtasks to wait before each step, in turn: what interleaves steps that run at once. */
  pauses?: readonly number[]
  outage?: Outage
  /** Told of every step that it takes and that writes something, or asks a vendor for something, by name. */
  onTake?: (name: string) => void
  /** Told of the step at which it dies, as `<name>:<before|after>`. */
  onStep?: (name: string) => void
}

/** A process under test. */
export interface Doomed {
  /** Wraps a vendor's port: each of its methods becomes a step. */
  wrap<Port extends object>(name: string, port: Port): Port
  /** The same for a disk, of which some methods only look. */
  wrapDisk<Port extends object>(name: string, port: Port): Port
  /** The same for a part of the store, which can be out of reach besides. */
  wrapStore<Port extends object>(name: string, port: Port): Port
  /** `<port>.<method>` of all that is wrapped and does more than look. */
  listMethods(): string[]
  /** Resolves when the process dies. */
  died: Promise<void>
  /** Kills it now. */
  kill(): void
  /** Resolves when everything that was on its way at that moment has arrived. */
  settled(): Promise<void>
  /** How many steps were begun, and how many of them are under way. */
  count(): { begun: number; underWay: number }
}

/** A store that was asked for nothing knows that only now and then. */
const createOutage = (step: number) =>
  new CoreError('store-unavailable', step % 2 === 0 ? { untouched: true } : {})

const ignore = () => undefined

/** How a step is to be taken. */
interface Manner {
  isStore: boolean
  isEffective: boolean
}

type PortKind = 'vendor' | 'disk' | 'store'

/** Methods of a store or a disk that only look; all others write. */
const looking = /^(find|list|count|sum|read|check|require)/
const hasEffect = (kind: PortKind, method: string) => kind === 'vendor' || !looking.test(method)

export function createDoomed({ point, pauses = [], outage, onTake = ignore, onStep = ignore }: Doom): Doomed {
  const { promise: died, resolve } = Promise.withResolvers<void>()
  const never = new Promise<never>(() => undefined)
  const underWay = new Set<Promise<unknown>>()
  const counts = new Map<string, number>()
  const methods: string[] = []
  let step = -1
  let dead = false

  const kill = () => {
    dead = true
    resolve()
  }

  /** When in this step the process dies, if it does. */
  function findDeath(name: string): When | undefined {
    const nth = counts.get(name) ?? 0
    counts.set(name, nth + 1)
    if (!point) return undefined
    const isHere = 'name' in point ? point.name === name && point.nth === nth : point.step === step
    return isHere ? point.when : undefined
  }

  const isOut = () => outage !== undefined && step >= outage.from && step < outage.from + outage.steps

  async function take(name: string, { isStore, isEffective }: Manner, act: () => unknown): Promise<unknown> {
    for (let pause = pauses.length ? (pauses[(step + 1) % pauses.length] ?? 0) : 0; pause > 0; pause--) {
      await undefined
    }
    if (dead) return never
    step++
    if (isEffective) onTake(name)
    const dying = findDeath(name)
    if (dying === 'before') {
      onStep(`${name}:before`)
      kill()
      return never
    }
    const failing = isStore && isOut() ? outage?.when : undefined
    if (failing === 'before') throw createOutage(step)
    const result = await settle(act)
    if (dead) return never
    if (dying) {
      onStep(`${name}:after`)
      kill()
      return never
    }
    if (failing) throw new CoreError('store-unavailable', {})
    return result()
  }

  /** Waits for the outcome, whichever it is, and answers with how to get at it. */
  async function settle(act: () => unknown): Promise<() => unknown> {
    const acting = Promise.resolve().then(act)
    underWay.add(acting)
    try {
      const value = await acting
      return () => value
    } catch (error) {
      return () => {
        throw error
      }
    } finally {
      underWay.delete(acting)
    }
  }

  const wrap = <Port extends object>(kind: PortKind, name: string, port: Port): Port => {
    const own = Object.entries(port).filter(
      ([key, value]) => typeof value === 'function' && hasEffect(kind, key),
    )
    methods.push(...own.map(([key]) => `${name}.${key}`))
    return new Proxy(port, {
      get(target, key) {
        const method = Reflect.get(target, key)
        if (typeof method !== 'function') return method
        const manner = { isStore: kind === 'store', isEffective: hasEffect(kind, String(key)) }
        return (...parts: unknown[]) =>
          take(nameStep(name, String(key), parts), manner, () => Reflect.apply(method, target, parts))
      },
    })
  }

  return {
    died,
    kill,
    wrap: (name, port) => wrap('vendor', name, port),
    wrapDisk: (name, port) => wrap('disk', name, port),
    wrapStore: (name, port) => wrap('store', name, port),
    listMethods: () => methods,
    async settled() {
      await Promise.allSettled(underWay)
    },
    count: () => ({ begun: step + 1, underWay: underWay.size }),
  }
}
