/** What the pages say of the site itself. */
import type { Config } from '#core/config.ts'

/** Who runs it, as the privacy policy and the terms name them. Days are such as 2026-11-01. */
export type Operator = Omit<Config['operator'], 'named'> & {
  /** False where `name` stands in for one; true where it is not said. */
  named?: boolean
}

/** The variables without which the terms do not say whose they are, or from when on they hold. */
export function listTermsGaps({ named = true, address, email, law, termsDate }: Operator): string[] {
  const gaps = {
    OPERATOR_NAME: !named,
    OPERATOR_ADDRESS: address === undefined,
    OPERATOR_EMAIL: email === undefined,
    TERMS_LAW: law === undefined,
    TERMS_DATE: termsDate === undefined,
  }
  return Object.entries(gaps).flatMap(([variable, isGap]) => (isGap ? [variable] : []))
}

/** Where people add the bot to a place of theirs; absent where they cannot by themselves, or it is not known yet. */
export interface InstallLinks {
  discord?: string
  slack?: string
}
