/**
 * Hosts pictures on Cloudflare Images. The SDK makes the requests, but its retries are off: it would send a
 * picture three times more before it believes that a key is taken (409), sleep through a five-minute block, and its
 * timeout ends with the headers. Its metadata field is not used: it cannot encode an object.
 */
import { V1 } from 'cloudflare/resources/images/v1'
import { createClient } from 'cloudflare/tree-shakable'
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import { OperatorFault } from '#core/operator-fault.ts'
import {
  asFields,
  CloudflareTrouble,
  type Fields,
  findRetryAfter,
  isPassing,
  readBlob,
  readEnvelope,
  readResult,
  readVariants,
  refusesAccount,
  saysStatus,
} from './cloudflare-answer.ts'
import { createCloudflareThumbnails } from './cloudflare-thumbnails.ts'
import { holdFile } from './held-file.ts'
import type { ImageHost, PictureMime, PictureOrigin } from './image-host.ts'
import { requireKey, requireSize } from './key.ts'
import { preparePicture } from './prepare.ts'
import { prepareDrawn } from './prepare-drawn.ts'
import { repeat } from './repeat.ts'
import type { Thumbnails } from './thumbnail.ts'

export interface CloudflareHostOptions {
  accountId: string
  /** Needs the permission "Cloudflare Images: Edit". */
  apiToken: string
  /** Up to and with `/client/v4`; default Cloudflare's own. */
  baseUrl?: string
  /** The variant whose URL people are given, by the name it has in the account. */
  variant: string
  /** The variants that scale down to the widths of `thumbnailWidths`, in that order; default none. */
  thumbnails?: readonly string[]
  clock: Clock
  /** Milliseconds one request may take, its answer's body included; default 30,000. */
  timeout?: number
}

/** An `ImageHost` that can tell an operator's mistake before a picture is paid for. */
export interface CloudflareHost extends ImageHost, Pick<Thumbnails, 'listThumbnails'> {
  /**
   * Asks once, and not for longer than a start may wait. Rejects with `hosting-failed` when Cloudflare cannot be asked,
   * and with `CloudflareRefusal` when it refuses the account or token, or has no such variant. Answers with whether
   * pictures are delivered without the marks in their metadata that say who made them, and with the names of variants for
   * thumbnails that there are none of.
   */
  check(): Promise<{ stripsMarks: boolean; missing?: readonly string[] }>
}

/** Milliseconds. */
const checkPatience = 3_000

/** What an operator must change; the message says what Cloudflare answered. */
export class CloudflareRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CloudflareRefusal'
  }
}

/** Pictures keep their key as custom id, so a request that may or may not have arrived can be sent again. */
export function createCloudflareHost(options: CloudflareHostOptions): CloudflareHost {
  const { accountId, apiToken, baseUrl, variant, clock, timeout = 30_000 } = options
  const thumbnails = createCloudflareThumbnails(options.thumbnails ?? [])
  const client = createClient({
    resources: [V1],
    apiToken,
    // Whatever else the environment holds for Cloudflare's own tools is not for this account.
    apiKey: null,
    apiEmail: null,
    userServiceKey: null,
    baseURL: baseUrl ?? 'https://api.cloudflare.com/client/v4',
    maxRetries: 0,
    timeout,
    logLevel: 'off',
  })
  const { images } = client
  const account = { account_id: accountId }

  async function send<Value>(attempt: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    try {
      return await repeat(attempt, { clock, timeout })
    } catch (cause) {
      throw explain(cause)
    }
  }

  const find = (key: string, signal: AbortSignal) =>
    images.v1.get(key, account, { signal }).asResponse().then(readResult)

  return {
    async put(key, bytes, mime) {
      requireKey(key)
      requireSize(bytes)
      const file = holdFile(bytes, key, mime)
      return await send(async (signal) => {
        const stored = await client
          .post(`/accounts/${encodeURIComponent(accountId)}/images/v1`, {
            body: renderForm({ id: key, file }),
            signal,
          })
          .asResponse()
          .then(readResult)
          .catch(unless(409, () => find(key, signal)))
        return requireUrl(stored, variant, thumbnails.learn)
      })
    },
    async read(key, origin = 'drawn') {
      requireKey(key)
      return await send((signal) =>
        images.v1.blobs
          .get(key, account, { signal })
          .then(readBlob)
          .then((bytes) => readPicture(bytes, origin))
          .catch(unless(404, () => undefined)),
      )
    },
    async remove(key) {
      requireKey(key)
      await send((signal) =>
        images.v1
          .delete(key, account, { signal })
          .asResponse()
          .then(readEnvelope)
          .catch(unless(404, () => undefined)),
      )
    },
    async check() {
      const signal = AbortSignal.timeout(checkPatience)
      const listing = images.v1.variants.list(account, { signal }).asResponse()
      const answer = await listing.then(readResult).catch((cause) => {
        throw isPassing(cause) ? explain(cause) : new CloudflareRefusal(describeRefusal(cause))
      })
      const variants = asFields(answer.variants) ?? {}
      const names = Object.keys(variants)
      if (!names.includes(variant)) throw new CloudflareRefusal(describeMissing(variant, names))
      const missing = thumbnails.learn(names)
      return { stripsMarks: stripsMarks(variants[variant]), ...(missing.length > 0 && { missing }) }
    },
    listThumbnails: thumbnails.listThumbnails,
  }
}

/** The SDK's own way of uploading would copy the file. */
function renderForm(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** What went wrong, and whether it is to pass by itself. */
function explain(cause: unknown): CoreError<'hosting-failed'> {
  const retryAfter = findRetryAfter(cause)
  const data = {
    ...(!isPassing(cause) && { refused: true as const }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
  return new CoreError('hosting-failed', data, {
    cause: refusesAccount(cause)
      ? new OperatorFault('Cloudflare does not accept CLOUDFLARE_API_TOKEN for CLOUDFLARE_ACCOUNT_ID', {
          cause,
        })
      : cause,
  })
}

/** Turns one status into an answer; any other failure stays one. */
function unless<Value>(status: 404 | 409, answer: () => Value): (error: unknown) => Value {
  return (error) => {
    if (saysStatus(error, status)) return answer()
    throw error
  }
}

/** One that is stored, and of which the answer names no address, is asked for again. */
function requireUrl(stored: Fields, variant: string, learn: (names: readonly string[]) => void): string {
  const urls = readVariants(stored)
  if (!urls) throw new TypeError('a stored picture without addresses')
  const names = urls.map((each) => each.slice(each.lastIndexOf('/') + 1))
  learn(names)
  const url = urls.find((each) => each.endsWith(`/${variant}`))
  if (url) return url
  throw new OperatorFault(describeMissing(variant, names))
}

/** `copyright` keeps that one field alone (developers.cloudflare.com/images/transform-images/transform-via-url, "metadata"). */
const stripsMarks = (variant: unknown) =>
  ['none', 'copyright'].includes(String(asFields(asFields(variant)?.options)?.metadata))

const describeRefusal = (error: Error & { errors?: readonly { code: number }[] }) =>
  error instanceof CloudflareTrouble
    ? `it refuses with code ${error.errors.map(({ code }) => code).join(', ')}`
    : error.message

const describeMissing = (variant: string, names: readonly string[]) =>
  `Cloudflare Images has no variant "${variant}"; it has: ${names.join(', ') || 'none'}`

/** The first bytes of each format: PNG's signature and JPEG's start of image. */
const signatures: Record<PictureMime, readonly number[]> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
}

/** Cloudflare may hand out a near-lossless copy of a large original, in a format of its own choice. */
async function readPicture(bytes: Uint8Array<ArrayBuffer>, origin: PictureOrigin) {
  for (const mime of ['image/png', 'image/jpeg'] as const) {
    if (signatures[mime].every((byte, index) => bytes[index] === byte)) return { bytes, mime }
  }
  const prepared = await (origin === 'drawn' ? prepareDrawn(bytes) : preparePicture(bytes))
  return { bytes: prepared.bytes, mime: prepared.mime }
}
