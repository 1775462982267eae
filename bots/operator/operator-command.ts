/** What an operator's command is: data that drives its help, and one function. */
import type { Config, Secrets } from '#core/config.ts'
import type { Migrate, Operations, RotateSecret } from '#core/index.ts'

export type OperatorCommand = Described &
  (
    | {
        /** It works on the store that the bot works on, which must be there. */
        needsStore: true
        run(given: Given, place: Place & { operations: Operations }): Promise<Report>
      }
    | { needsStore: false; run(given: Given, place: Place): Promise<Report> }
  )

interface Described {
  name: string
  /** One line. */
  summary: string
  /** What must follow the name, in this order. */
  parameters: readonly string[]
  options: Readonly<Record<string, OperatorOption>>
}

export interface OperatorOption {
  summary: string
  /** What its value is called in the help; absent for one that takes none. */
  value?: string
  required?: true
}

/** What was typed: as many parameters as the command has, and the options that were given. */
export interface Given {
  parameters: readonly string[]
  options: Readonly<Record<string, string | true>>
}

/** What a command works with. */
export interface Place {
  config: Config
  secrets: Secrets
  /** Carries one store to another; opens both by itself. */
  migrate: Migrate
  rotateSecret: RotateSecret
  /** Tells every account of the privacy policy of that day, once each; answers with how many were told. */
  mailPolicy(version: string): Promise<{ sent: number; failed: number }>
  /** Shows a line at once, to a person; scripts get the report alone. */
  tell(line: string): void
}

export interface Report {
  /** False where something is wrong or was refused. */
  ok: boolean
  lines: readonly string[]
  /** For scripts: plain JSON. */
  data: object
}

/** Something typed cannot be understood; the message says what, for the operator. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** A refusal: one sentence, and its code for scripts. */
export function refuse(outcome: string, line: string): Report {
  return { ok: false, lines: [line], data: { outcome } }
}
