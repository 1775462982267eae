/** Attempts to draw what is held: one that nobody could pay for after all is no end, and another may follow. */
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'

/** `known`: what came of it, where it was made. */
export interface Attempt {
  /** The same for whoever asks before it is made. */
  call: string
  known?: Generation
}

/** The last one, or the next where each came to nothing because others had spent the credits first. */
export async function findAttempt(
  generations: Pick<GenerationStore, 'find'>,
  first: string,
): Promise<Attempt> {
  for (let number = 1; ; number++) {
    const call = number === 1 ? first : `${first}/${number}`
    const known = await generations.find({ call })
    if (!known) return { call }
    if (!isUnpaid(known)) return { call, known }
  }
}

const isUnpaid = ({ failure }: Generation) =>
  failure?.code === 'cap-reached' || failure?.code === 'insufficient-credits'
