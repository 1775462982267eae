/** Tells a mistake of the program's own from what a vendor or the network did. */

/** What the language itself throws; a request that the network failed is a TypeError too, but has a cause. */
export function isMistake(error: unknown): boolean {
  const own = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
  return own && error.cause === undefined
}
