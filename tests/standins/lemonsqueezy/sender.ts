/** Sends webhooks as Lemon Squeezy does: signed, and again after 5, 25 and 125 s unless the answer is exactly 200. */
import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'

export interface Delivery {
  event: string
  order: string
  /** One per attempt; 0 for a connection that came to nothing. */
  answers: number[]
  state: 'sending' | 'waiting' | 'taken' | 'given-up'
}

export interface WebhookSender {
  deliveries: Delivery[]
  send(event: string, order: string, body: string): void
  /** Resolves when no request is under way: what is left waits for the clock. */
  idle(): Promise<void>
  stop(): void
}

export const signWebhook = (secret: string, body: string | Uint8Array): string =>
  createHmac('sha256', secret).update(body).digest('hex')

/** docs.lemonsqueezy.com/help/webhooks/webhook-requests; milliseconds. */
const pauses = [5_000, 25_000, 125_000]

/** `target` is asked at each attempt; undefined sends nothing, as a store without a webhook. */
export function createSender(
  target: () => { url: string; secret: string } | undefined,
  clock: Clock,
): WebhookSender {
  const deliveries: Delivery[] = []
  const stopped = new AbortController()

  async function attempt(delivery: Delivery, body: string): Promise<boolean> {
    const to = target()
    if (!to) return false
    delivery.state = 'sending'
    const answer = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-event-name': delivery.event,
        'x-signature': signWebhook(to.secret, body),
      },
      body,
      redirect: 'manual',
    }).catch(() => undefined)
    await answer?.arrayBuffer()
    delivery.answers.push(answer?.status ?? 0)
    return answer?.status === 200
  }

  async function deliver(delivery: Delivery, body: string): Promise<void> {
    for (const pause of [...pauses, undefined]) {
      if (await attempt(delivery, body)) {
        delivery.state = 'taken'
        return
      }
      if (pause === undefined) break
      delivery.state = 'waiting'
      await clock.sleep(pause, stopped.signal)
    }
    delivery.state = 'given-up'
  }

  return {
    deliveries,
    send(event, order, body) {
      const delivery: Delivery = { event, order, answers: [], state: 'sending' }
      deliveries.push(delivery)
      deliver(delivery, body).catch(() => undefined)
    },
    async idle() {
      do await new Promise(setImmediate)
      while (deliveries.some(({ state }) => state === 'sending'))
    },
    stop: () => stopped.abort(),
  }
}
