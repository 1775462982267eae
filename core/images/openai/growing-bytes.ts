/**
 * Bytes of which nobody knows how many will come. They are held once, in memory that grows in its place, and what is not
 * needed any more is given back at once: garbage of this size waits for seconds until it is collected.
 */

export interface GrowingBytes {
  /** Adds what whole quartets of base64 stand for, or the last letters. */
  addBase64(letters: string): void
  /** All that came. Nothing is left then, nor can be added. */
  take(): Uint8Array<ArrayBuffer>
  /** Forgets all that came; more may come. */
  clear(): void
}

/** What no picture of any model has. It is reserved, and takes no memory before it is used. Bytes. */
const most = 100_000_000
const step = 256 * 1024

/** `addBase64` throws a `RangeError` beyond 100 MB. */
export function createGrowingBytes(): GrowingBytes {
  const memory = new ArrayBuffer(0, { maxByteLength: most })
  let length = 0
  return {
    addBase64(letters) {
      const needed = length + Math.ceil((letters.length * 3) / 4)
      if (needed > memory.byteLength) memory.resize(Math.ceil(needed / step) * step)
      length += Buffer.from(memory).write(letters, length, 'base64')
    },
    take() {
      memory.resize(length)
      return new Uint8Array(memory.transferToFixedLength())
    },
    clear() {
      memory.resize(0)
      length = 0
    },
  }
}
