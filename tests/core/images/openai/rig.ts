/** A model on a stand-in of its own, with a clock whose sleeps are noted and take no time. */

import type { Clock } from '#core/clock.ts'
import type { DrawOptions, DrawRequest, ImageModel } from '#core/images/image-model.ts'
import { createOpenAIModel } from '#core/images/openai/model.ts'
import { type OpenAIStandin, startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'

export const apiKey = 'sk-standin-0123456789'

export interface LogLine {
  level: string
  fields: object
  message: string
}

export interface OpenAIRig {
  standin: OpenAIStandin
  model: ImageModel
  /** Milliseconds of each sleep, in order. */
  sleeps: number[]
  lines: LogLine[]
}

/** `limit` is the model's own, in milliseconds; `baseUrl` and `key` replace what leads to the stand-in, which knows the model. */
export async function createOpenAIRig(
  options: { limit?: number; baseUrl?: string; key?: string; model?: string } = {},
): Promise<OpenAIRig> {
  const { model = 'gpt-image-2' } = options
  const standin = await startOpenAIStandin({ apiKey, models: [model] })
  const { limit, baseUrl = standin.url, key = apiKey } = options
  const sleeps: number[] = []
  const lines: LogLine[] = []
  let now = 1_800_000_000_000
  const clock: Clock = {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      sleeps.push(ms)
      now += ms
    },
  }
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message })
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  const settings = { apiKey: key, baseUrl, model, clock, log }
  return { standin, model: createOpenAIModel({ ...settings, ...(limit && { limit }) }), sleeps, lines }
}

/** A legal request with these differences. */
export function createRequest(changes: Partial<DrawRequest> = {}): DrawRequest {
  return {
    prompt: 'a lighthouse at dusk',
    size: { width: 1024, height: 1024 },
    quality: 'standard',
    count: 1,
    background: 'auto',
    sources: [],
    output: 'png',
    ...changes,
  }
}

export function createOptions(changes: Partial<DrawOptions> = {}): DrawOptions {
  return { signal: new AbortController().signal, safetyIdentifier: 'ab'.repeat(32), ...changes }
}
