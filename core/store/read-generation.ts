/** Reads a stored generation, once, at the edge of the store: from there on its status tells what it has. */
import type { Failure, Generation, StateFields, States, Status } from '#core/images/generation.ts'

/** As any program may have stored it. */
export type StoredGeneration = Omit<Generation, keyof StateFields> & Partial<StateFields>

type Required<State> = {
  [Field in keyof State as undefined extends State[Field] ? never : Field]: State[Field]
}

const unknown: Failure = { code: 'interrupted', data: {} }

/** What each status requires, where a record says nothing of it. */
const defaults: { readonly [State in Status]: (createdAt: number) => Required<States[State]> } = {
  recorded: () => ({}),
  drawing: (createdAt) => ({ drawingAt: createdAt }),
  ready: (createdAt) => ({ drawingAt: createdAt }),
  delivered: (createdAt) => ({ delivery: 'history', endedAt: createdAt }),
  failing: () => ({ failure: unknown }),
  refunded: (createdAt) => ({ failure: unknown, endedAt: createdAt }),
}

/** Keeps whatever else the record has. */
export function readGeneration(stored: StoredGeneration): Generation {
  return { ...defaults[stored.status](stored.createdAt), ...stored } as Generation
}
