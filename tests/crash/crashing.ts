/** Cuts a process off at any of its outside steps: from there on nothing it does has any effect. */

/** One place where a process can die. */
export interface CrashPoint {
  /** The step's number, counted from 0 since the process began. */
  step: number
  /** Before the step has any effect, or after all of it. */
  when: 'before' | 'after'
}

/** A process under test. */
export interface Doomed {
  /** Wraps a port: each of its methods becomes a step named `<name>.<method>`. */
  wrap<Port extends object>(name: string, port: Port): Port
  /** Resolves when the process dies. */
  died: Promise<void>
  /** Kills it now. */
  kill(): void
}

/**
 * @param point where it dies by itself, if anywhere
 * @param pauses how many microtasks to wait before each step, in turn: what interleaves steps that run at once
 * @param onStep told of each step taken, as `<name>.<method>:<before|after>`
 */
export function createDoomed(
  point: CrashPoint | undefined,
  pauses: readonly number[],
  onStep: (name: string) => void,
): Doomed {
  const { promise: died, resolve } = Promise.withResolvers<void>()
  const never = new Promise<never>(() => undefined)
  let step = -1
  let dead = false

  const kill = () => {
    dead = true
    resolve()
  }

  const take = async (name: string, act: () => unknown): Promise<unknown> => {
    for (let pause = pauses.length ? (pauses[(step + 1) % pauses.length] ?? 0) : 0; pause > 0; pause--) {
      await undefined
    }
    if (dead) return never
    step++
    const dying = point?.step === step ? point.when : undefined
    if (dying === 'before') {
      onStep(`${name}:before`)
      kill()
      return never
    }
    const result = await settle(act)
    if (dead) return never
    if (!dying) return result()
    onStep(`${name}:after`)
    kill()
    return never
  }

  return {
    died,
    kill,
    wrap: (name, port) =>
      new Proxy(port, {
        get(target, key) {
          const method = Reflect.get(target, key)
          if (typeof method !== 'function') return method
          return (...parts: unknown[]) =>
            take(`${name}.${String(key)}`, () => Reflect.apply(method, target, parts))
        },
      }),
  }
}

/** Waits for the outcome, whichever it is, and answers with how to get at it. */
async function settle(act: () => unknown): Promise<() => unknown> {
  try {
    const value = await act()
    return () => value
  } catch (error) {
    return () => {
      throw error
    }
  }
}
