/** One chat platform around the bot: people who ask there, and what they see come of it. */
import type { Generation } from '#core/images/generation.ts'
import type { Random } from './random.ts'

/** One command that somebody typed. */
export interface Asked {
  /** The id of the call that it is to the bot. */
  call: string
  /** The bot said in time that it has it. */
  acknowledged: boolean
  /** The bot said that it will not, and that nothing was charged. */
  refused: boolean
}

export interface Side {
  /** What leads the bot there. */
  env: Record<string, string>
  people: readonly { user: string; name: string }[]
  /** Somebody asks for a picture; nobody does where the bot was never seen yet. */
  ask(prompt: string, random: Random): void
  /** Everything that was asked so far, once no answer can come any more. */
  listAsked(): Promise<Asked[]>
  /** How many messages that people see show its pictures. */
  countShown(generation: Generation): number
  faults: readonly string[]
  close(): Promise<void>
}

/** The bot's SESSION_SECRET. */
export const townSecret = 'a-secret-for-tests-that-is-long-enough'

export const refusal = 'Nothing was charged'

export const oneOf = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value

/** Whether a message with this text shows the result: it names its price and its id. */
export const showsResult = (text: string, { id }: Generation) => text.includes(id) && /\bprice\b/.test(text)
