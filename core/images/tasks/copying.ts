/** Makes the smaller copies of pictures once they were shown, where the host makes them by itself: nobody waits for that. */
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { Thumbnails } from '#core/hosting/thumbnail.ts'
import type { Generation } from '#core/images/generation.ts'
import { type Log, logFailure } from '#core/log.ts'

export interface Copying {
  /** One picture after another, so that who looks at others meanwhile has a turn. What fails is left to who looks first. */
  copyLater(shown: Pick<Generation, 'id' | 'pictures'>): void
  /** Ends the picture that it is at; the others are left to who looks at them first. */
  stop(): Promise<void>
}

/** Pictures that wait for their copies; beyond it they are left to who looks first. */
const mostWaiting = 1_000

export function createCopying({ host, log }: { host: ImageHost & Partial<Thumbnails>; log: Log }): Copying {
  const waiting: { id: string; key: string }[] = []
  let working: Promise<void> | undefined
  let isStopped = false

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next && !isStopped; next = waiting.shift()) {
      const { id: generation, key } = next
      await host
        .makeThumbnails?.(key)
        .catch((err) => logFailure(log, err, { generation }, 'Smaller copies of a picture are made later'))
    }
    working = undefined
  }

  return {
    copyLater({ id, pictures }) {
      if (isStopped || !host.makeThumbnails || waiting.length >= mostWaiting) return
      waiting.push(...pictures.map(({ key }) => ({ id, key })))
      working ??= work()
    },
    async stop() {
      isStopped = true
      await working
    },
  }
}
