/** Reads and renders stored generations, at the edge of the store: from there on a status tells what a generation has. */
import { readSpec, readVariation, renderSpec, type Spec, writeVariation } from '#core/images/asked.ts'
import type { Failure, Generation, StateFields, States, Status } from '#core/images/generation.ts'

/** As any program may have stored it: its owner as `account`, its payer where that is another, its running slot as `place`. */
export type StoredGeneration = Omit<Generation, keyof StateFields | 'owner' | 'payer' | 'asked'> &
  Partial<Omit<StateFields, 'runningSlot'>> & { account: string; payer?: string; spec: Spec; place?: number }

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
export function readGeneration(given: StoredGeneration): Generation {
  const { account, payer = account, spec, place, ...stored } = given
  const slot = place !== undefined && { runningSlot: place }
  const whole = { ...defaults[stored.status](stored.createdAt), ...stored, ...slot }
  return { ...whole, owner: account, payer, asked: readVariation(readSpec(spec)) } as Generation
}

/** The words by which it is found: those that its person wrote. */
export const findWords = (spec: Spec): string => readVariation(readSpec(spec)).prompt

/** What `readGeneration` reads. */
export function renderGeneration(generation: Generation): StoredGeneration {
  const { owner, payer, asked, runningSlot, ...rest } = generation
  const place = runningSlot !== undefined && { place: runningSlot }
  return {
    ...rest,
    ...place,
    account: owner,
    ...(payer !== owner && { payer }),
    spec: renderSpec(writeVariation(asked)),
  }
}
