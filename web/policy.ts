/** What the privacy policy says of this configuration: who gets to see something, and what is kept. */
import type { Config } from '#core/config.ts'
import { listTermsGaps } from './site.ts'

export interface Policy {
  /** Names as people know them. */
  platforms: readonly string[]
  model: Config['model']['kind']
  host: Config['host']['kind']
  store: Config['store']['kind']
  providers: readonly Config['providers'][number]['kind'][]
  mailer: Config['mailer']['kind']
  /** The platforms whose own sign-in can connect a chat. */
  signIns: readonly Config['signIns'][number]['kind'][]
  /** The log is a file that stays, since a person is using the terminal. */
  keepsLog: boolean
}

/** `platforms` are those that run; `keepsLog` as above. */
export function describePolicy(config: Config, platforms: readonly string[], keepsLog: boolean): Policy {
  const { model, host, store, providers, mailer, signIns } = config
  return {
    platforms,
    model: model.kind,
    host: host.kind,
    store: store.kind,
    providers: providers.map(({ kind }) => kind),
    mailer: mailer.kind,
    signIns: signIns.map(({ kind }) => kind),
    keepsLog,
  }
}

/** The variables without which the policy of a public bot names nobody to turn to. */
export function findPolicyGaps({ production, operator }: Pick<Config, 'production' | 'operator'>): string[] {
  if (!production) return []
  const { named, email, privacyDate } = operator
  return [
    ...(named ? [] : ['OPERATOR_NAME']),
    ...(email === undefined ? ['OPERATOR_EMAIL'] : []),
    ...(privacyDate === undefined ? ['PRIVACY_DATE'] : []),
  ]
}

/** The same of the terms, which are no terms of anybody's without them. */
export const findTermsGaps = ({ production, operator }: Pick<Config, 'production' | 'operator'>): string[] =>
  production ? listTermsGaps(operator) : []
