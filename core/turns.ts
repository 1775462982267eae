/** Turns: work of this process that would only get in its own way is done one after another. */
import { hasCode } from './errors.ts'

/**
 * Runs work once all earlier work of the same name has settled; answers or rejects as the work does. Where the store
 * cannot even be asked, all that wait hear so at once: each would find out by itself, one long wait after another.
 */
export type TakeTurn = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>

export function createTurns(): TakeTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const begin = (error?: unknown) => {
      if (hasCode(error, 'store-unavailable') && error.data.untouched) throw error
      return work()
    }
    const turn = (last.get(name) ?? Promise.resolve()).then(() => begin(), begin)
    last.set(name, turn)
    try {
      return await turn
    } finally {
      if (last.get(name) === turn) last.delete(name)
    }
  }
}
