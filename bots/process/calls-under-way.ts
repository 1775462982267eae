/** Counts calls that are being answered, so that stopping can wait for them. */
import type { Dispatch } from '../platform.ts'

export interface CountedDispatch {
  dispatch: Dispatch
  /** Resolves once no call is under way. */
  idle(): Promise<void>
}

export function countCalls(dispatch: Dispatch): CountedDispatch {
  const underWay = new Set<Promise<unknown>>()

  return {
    dispatch(call) {
      const answer = dispatch(call)
      const done = answer.finally(() => underWay.delete(done))
      underWay.add(done)
      return answer
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
