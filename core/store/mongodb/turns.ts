/** Turns: work of this process that would only get in its own way on the server is done one after another. */

/** Runs work once all earlier work of the same name has settled; answers or rejects as the work does. */
export type TakeTurn = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>

export function createTurns(): TakeTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, turn)
    try {
      return await turn
    } finally {
      if (last.get(name) === turn) last.delete(name)
    }
  }
}
