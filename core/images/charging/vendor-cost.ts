/** What drawing costs the operator at the vendor. It is nobody else's to know. */
import type { Usage } from '#core/images/generation.ts'
import { findKnownModel } from '#core/images/known-models.ts'

/** Prices are of so many tokens. */
const million = 1_000_000

/** US dollars; undefined where the vendor did not say what it used, or the model's prices are not known. */
export function findVendorCost(model: string, usage: Usage | undefined): number | undefined {
  const { tokens } = findKnownModel(model)
  if (!tokens || !usage) return undefined
  const { inputTokens, imageInputTokens = 0, outputTokens } = usage
  const text = Math.max(0, inputTokens - imageInputTokens)
  return (text * tokens.text + imageInputTokens * tokens.image + outputTokens * tokens.output) / million
}
