/** One of every message that people can be sent, by what it is, in any language. */
import type { Message } from '#bots/platform.ts'
import type { Words } from '#core/index.ts'
import { listAccountSamples } from './accounts.ts'
import { listPictureSamples } from './pictures.ts'
import { listRefusalSamples } from './refusals.ts'
import { listTeamSamples } from './teams.ts'

export type Samples = Readonly<Record<string, Message>>

export const listSamples = (words: Words): Samples => ({
  ...listPictureSamples(words),
  ...listAccountSamples(words),
  ...listTeamSamples(words),
  ...listRefusalSamples(words),
})
