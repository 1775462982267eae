/** Takes a limiter's points in blocks: one write counts several, of which each is then counted in this process. */
import type { Clock } from '#core/clock.ts'
import { createTurns } from '#core/turns.ts'
import type { PointBlock, RecordLimiter } from './record-limiter.ts'

/**
 * Takes a point as `RecordLimiter.take` does, of a block where one is held. Nobody gets more than the limit, whatever the
 * processes and however they end; but what a process holds is lost to the others, and with it when it ends: of each key
 * up to `size - 1` points in each process.
 */
export function takeInBlocks(
  limiter: RecordLimiter,
  clock: Pick<Clock, 'now'>,
  size: number,
): RecordLimiter['take'] {
  const blocks = new Map<string, PointBlock>()
  const takeTurn = createTurns()
  let sweepsAt = clock.now() + limiter.msDuration

  const isAlive = ({ expiresAt }: PointBlock) => expiresAt > clock.now()
  function sweep(): void {
    if (clock.now() < sweepsAt) return
    sweepsAt = clock.now() + limiter.msDuration
    for (const [key, block] of blocks) if (!isAlive(block)) blocks.delete(key)
  }

  async function hold(key: string): Promise<PointBlock> {
    const held = blocks.get(key)
    if (held && isAlive(held) && (held.left > 0 || held.isLast)) return held
    sweep()
    const taken = await limiter.takeBlock(key, size)
    blocks.set(key, taken)
    return taken
  }

  // Those who come at the same time wait for one block.
  return (key) =>
    takeTurn(key, async () => {
      const block = await hold(key)
      if (block.left === 0) return Math.max(block.expiresAt - clock.now(), 1)
      block.left--
      return 0
    })
}
