/** Compares what nobody may guess: in a time that tells nothing of where two texts differ, nor of how long either is. */
import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a secret, digest or signature that somebody gave is the right one. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [digest(given), digest(right)]
  return timingSafeEqual(one, other)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
