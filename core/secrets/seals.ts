/** Seals: by them the program knows values again that it has given away itself, such as what a button carries. */
import { isSameSecret } from './is-same.ts'
import type { DurableHash } from './keyed-hash.ts'

export interface Seals {
  /** 16 characters, the same from every process on this store. `purpose` keeps one use's from standing for another's. */
  seal(purpose: string, ...parts: readonly string[]): Promise<string>
  /** Whether this is the seal of just these parts. */
  isSealed(seal: string | undefined, purpose: string, ...parts: readonly string[]): Promise<boolean>
}

/** 96 bits: few enough characters for a Discord button, and more than anybody guesses. */
const length = 16

export function createSeals(hash: DurableHash): Seals {
  const seal: Seals['seal'] = async (purpose, ...parts) =>
    (await hash('seal', purpose, ...parts)).slice(0, length)
  return {
    seal,
    isSealed: async (given, ...parts) => given !== undefined && isSameSecret(given, await seal(...parts)),
  }
}
