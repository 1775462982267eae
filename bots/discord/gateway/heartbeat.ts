/** Keeps a gateway connection's heart beating: docs.discord.com/developers/events/gateway#sending-heartbeats. */
import type { Ports } from '#core/index.ts'

export interface Heartbeat {
  /** @param interval milliseconds */
  start(interval: number): void
  /** Discord has heard the last one. */
  acknowledge(): void
}

/** The first beat comes after a random part of the interval. `onSilence`: one was not heard until the next was due. */
export function createHeartbeat(options: {
  beat(): void
  onSilence(): void
  clock: Ports['clock']
  /** Ends it. */
  signal: AbortSignal
  /** From 0 to below 1. */
  random?(): number
}): Heartbeat {
  const { beat, onSilence, clock, signal, random = Math.random } = options
  let isHeard = true

  async function run(interval: number): Promise<void> {
    await clock.sleep(interval * random(), signal)
    while (isHeard) {
      isHeard = false
      beat()
      await clock.sleep(interval, signal)
    }
    onSilence()
  }

  return {
    start(interval) {
      run(interval).catch(() => undefined)
    },
    acknowledge() {
      isHeard = true
    },
  }
}
