/** Looks through what a platform says of a message for one of its parts. */

/** More parts than any message has. */
const mostParts = 10_000

/** Whether anything in it, however deep, fits. */
export function hasPart(
  content: unknown,
  fits: (part: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  const waiting: unknown[] = [content]
  for (let seen = 0; seen < mostParts; seen++) {
    const part = waiting.pop()
    if (part === undefined) return false
    if (typeof part !== 'object' || part === null) continue
    if (!Array.isArray(part) && fits(part as Readonly<Record<string, unknown>>)) return true
    for (const inner of Object.values(part))
      if (typeof inner === 'object' && inner !== null) waiting.push(inner)
  }
  return false
}
