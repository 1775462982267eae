/** Turns what a person asked for into a spec that the model will take, or says what is wrong with it. */

import { createHash } from 'node:crypto'
import { CoreError, type OptionProblem } from '#core/errors.ts'
import { qualities } from '#core/images/charging/prices.ts'
import type { ImageSpec } from '#core/images/generation.ts'
import { readSize } from '#core/images/sizes.ts'
import type { ImageOrder } from './order.ts'

/** OpenAI's limit for GPT image models (API reference, `prompt`). */
export const longestPrompt = 32_000
/** The most pictures one request may ask for. */
export const largestCount = 4

export const backgrounds = ['auto', 'opaque', 'transparent'] as const

/** Throws `bad-option`. */
export function readSpec(order: ImageOrder): ImageSpec {
  const { prompt, size = 'square', quality = 'standard', count = 1, background = 'auto' } = order
  if (prompt.trim() === '') throw refuse('prompt', { kind: 'missing' })
  if (prompt.length > longestPrompt) {
    throw refuse('prompt', { kind: 'too-long', length: prompt.length, limit: longestPrompt })
  }
  if (!qualities.includes(quality)) throw refuse('quality', { kind: 'not-a-choice', choices: qualities })
  if (!backgrounds.includes(background)) {
    throw refuse('background', { kind: 'not-a-choice', choices: backgrounds })
  }
  if (!Number.isInteger(count) || count < 1 || count > largestCount) {
    throw refuse('count', { kind: 'out-of-range', minimum: 1, maximum: largestCount })
  }
  return { prompt, ...readSize(size), quality, count, background, sources: order.sources ?? [] }
}

/** Equal for the same model and spec, and for nothing else: what makes a repeat free. */
export function digestSpec(model: string, spec: ImageSpec): string {
  const { prompt, width, height, quality, count, background, sources } = spec
  return createHash('sha256')
    .update(JSON.stringify([model, prompt, width, height, quality, count, background, sources]))
    .digest('base64url')
}

function refuse(option: string, problem: OptionProblem) {
  return new CoreError('bad-option', { option, problem })
}
