/** The image model behind OpenAI's API: one purchase at most per drawing, and every failure by its own name. */
import OpenAI from 'openai'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { Drawing, DrawOptions, DrawRequest, ImageModel } from '#core/images/image-model.ts'
import { findKnownModel } from '#core/images/known-models.ts'
import type { Log } from '#core/log.ts'
import { boughtNothing, describeOpenAIError, refusesModel, translateOpenAIError } from './errors.ts'
import { requestPictures } from './request.ts'
import { findShutdownDate } from './shutdown.ts'

export interface OpenAISettings {
  apiKey: string
  /** Up to and with the version: default `https://api.openai.com/v1`. */
  baseUrl?: string
  model: string
  clock: Clock
  log: Log
  /** Milliseconds a drawing may take, its retries included; default 180,000. */
  limit?: number
}

/** Requests a drawing may make, all but the last of which bought nothing. */
const tries = 4
/** Milliseconds; a vendor that asks for a longer wait is not waited for. */
const longestWait = 60_000

/**
 * A model with the vendor's own id. `draw` asks again only where `boughtNothing` holds: the SDK's retries
 * are off, because it would repeat requests that may have been drawn, and the vendor has no idempotency key.
 * A caller's abort rejects with the signal's reason.
 */
export function createOpenAIModel(settings: OpenAISettings): ImageModel {
  const { apiKey, baseUrl = 'https://api.openai.com/v1', model, clock, log, limit = 180_000 } = settings
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: 'off' })

  async function draw(request: DrawRequest, options: DrawOptions): Promise<Drawing> {
    const deadline = clock.now() + limit
    const timer = AbortSignal.timeout(limit)
    const signal = AbortSignal.any([options.signal, timer])
    for (let attempt = 1; ; attempt++) {
      try {
        return await requestPictures(client, model, request, { ...options, signal })
      } catch (error) {
        options.signal.throwIfAborted()
        if (timer.aborted) throw new CoreError('vendor-timeout', { after: limit }, { cause: error })
        const failure = translateOpenAIError(error, clock.now(), request)
        report(failure, error, attempt, options.generation)
        const wait = findWait(failure, attempt)
        if (attempt === tries || !boughtNothing(error) || clock.now() + wait >= deadline) throw failure
        await clock
          .sleep(wait, signal)
          .then(options.turn)
          .catch(() => {
            options.signal.throwIfAborted()
            throw failure
          })
      }
    }
  }

  function report(failure: CoreError, error: unknown, attempt: number, generation?: string): void {
    const fields = { generation, model, code: failure.code, attempt, vendor: describeOpenAIError(error) }
    const status = error instanceof OpenAI.APIError ? error.status : undefined
    if (status === 401) log.error(fields, 'OpenAI does not accept OPENAI_API_KEY')
    else if (status === 403) log.error(fields, 'OpenAI does not let this key draw pictures')
    else if (refusesModel(error)) log.error(fields, 'OpenAI does not know the model or the address asked for')
    else if (failure.code === 'vendor-quota')
      log.error(fields, 'OpenAI wants the bill paid or a limit raised')
    else if (isOurs(failure, error)) log.error(fields, 'OpenAI does not take what is asked of this model')
    else if (failure.code === 'moderation-blocked') log.info(fields, 'OpenAI refused a prompt or a picture')
    else log.warn(fields, 'OpenAI failed')
  }

  const { abilities, shutdown } = findKnownModel(model)
  return {
    id: model,
    abilities,
    draw,
    findShutdownDate: async () => (await findShutdownDate(client, model)) ?? shutdown,
  }
}

/** Whether a parameter is refused that nobody chose: only another model, or a newer bot, helps. */
const isOurs = ({ code, data }: CoreError, error: unknown) =>
  code === 'vendor-refused' &&
  !('option' in data) &&
  error instanceof OpenAI.APIError &&
  typeof error.param === 'string'

/** Milliseconds until the next try: what the vendor asks, else 1, 2 and 4 seconds; infinite when it asks too much. */
function findWait(failure: CoreError, attempt: number): number {
  const asked = (failure.data as { retryAfter?: number }).retryAfter
  if (asked === undefined) return 500 * 2 ** attempt
  return asked <= longestWait ? asked : Number.POSITIVE_INFINITY
}
