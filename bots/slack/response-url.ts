/**
 * Answers by `response_url`, the address that comes with a command or a press. The SDK's `respond()` has neither a
 * timeout nor a count of uses, so this is `fetch`.
 */
import type { Shutdown } from '../process/shutdown.ts'
import { createRemembered } from '../remembered.ts'
import type { Clock } from './api.ts'
import { readFault, SlackFault } from './errors.ts'
import { isSlacks } from './hosts.ts'
import type { Hook } from './location.ts'
import type { Content } from './render.ts'

export interface ResponseUrl {
  /** Whether it can be used once more, or, with `spare`, once more before the last time. */
  isAlive(given?: { spare: boolean }): boolean
  /** Rejects with a `SlackFault`, or with `stopping` once it is given up because the process is to end. */
  post(content: Content, given: Showing): Promise<void>
  /** Takes the message away that was acted on. Rejects like `post`. */
  remove(): Promise<void>
}

/** Who sees it: the person alone, in place of the message acted on too, or the whole channel. */
export interface Showing {
  seenBy: 'person' | 'channel'
  inPlace?: boolean
  thread?: string | undefined
}

/** docs.slack.dev/interactivity/handling-user-interaction: five times within thirty minutes, less a margin. */
const mostUses = 5
const life = 29.5 * 60_000

export interface ResponseUrlOptions {
  clock: Clock
  /** Where Slack is, if not at its own; the address must be there too. */
  apiUrl?: string | undefined
  timeout: number
  shutdown: Shutdown
}

/** One that is not at Slack's counts as used up. */
export function createResponseUrl(
  hook: Hook,
  { clock, apiUrl, timeout, shutdown }: ResponseUrlOptions,
): ResponseUrl {
  const isForeign = !isSlacks(hook.url, apiUrl)
  let uses = 0

  const isAlive: ResponseUrl['isAlive'] = ({ spare } = { spare: false }) =>
    !isForeign && uses < (spare ? mostUses - 1 : mostUses) && clock.now() - hook.at < life

  async function use(body: object): Promise<void> {
    if (!isAlive()) throw new SlackFault('refused', isForeign ? 'foreign_url' : 'expired_url')
    uses += 1
    const response = await shutdown.within((signal) =>
      send(hook.url, JSON.stringify(body), AbortSignal.any([signal, AbortSignal.timeout(timeout)])),
    )
    const said = await response.text().catch(() => '')
    if (!response.ok || /"ok":\s*false/.test(said)) throw readRefusal(response, said)
  }

  return {
    isAlive,
    post: ({ text, blocks }, { seenBy, inPlace = false, thread }) =>
      use({
        text,
        blocks,
        response_type: seenBy === 'channel' ? 'in_channel' : 'ephemeral',
        replace_original: inPlace,
        unfurl_links: false,
        unfurl_media: false,
        ...(thread !== undefined && { thread_ts: thread }),
      }),
    remove: () => use({ delete_original: true }),
  }
}

async function send(url: string, body: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'error',
      signal,
    })
  } catch (error) {
    throw readFault(error)
  }
}

function readRefusal({ status, headers }: Response, said: string): SlackFault {
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? 1)
    return new SlackFault('limited', 'ratelimited', { retryAfter: (seconds || 1) * 1_000 })
  }
  const [, code = `http_${status}`] = /"error":\s*"(\w{1,64})"/.exec(said) ?? []
  return new SlackFault(status < 500 ? 'refused' : 'unsure', code)
}

/**
 * Remembers by which address a pressed message can be taken away where the bot is not in the channel: only the press
 * on the message itself brings one, and deleting is asked for by a second press, on a question.
 */
export interface PressedHooks {
  /** `message` as `renderMessageId` writes it. */
  keep(message: string, hook: Hook): void
  find(message: string): Hook | undefined
}

/** An address lives half an hour; more than these are not waited for. */
const mostPressed = 5_000

export const createPressedHooks = (): PressedHooks => createRemembered<Hook>(mostPressed)
