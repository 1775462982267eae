/** Writes an .ico: a list of PNGs, as every browser since 2007 reads (en.wikipedia.org/wiki/ICO_(file_format), "File structure"). */

export interface IcoEntry {
  /** Pixels of a side, at most 255. */
  side: number
  png: Uint8Array
}

const headLength = 6
const entryLength = 16

export function renderIco(entries: readonly IcoEntry[]): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(headLength + entryLength * entries.length)
  // An icon, not a cursor.
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(entries.length, 4)
  let offset = head.length
  for (const [at, { side, png }] of entries.entries()) {
    const place = headLength + entryLength * at
    head.set([side, side], place)
    // One plane of 32 bits a pixel.
    head.set([1, 0, 32, 0], place + 4)
    head.writeUInt32LE(png.byteLength, place + 8)
    head.writeUInt32LE(offset, place + 12)
    offset += png.byteLength
  }
  return new Uint8Array(Buffer.concat([head, ...entries.map(({ png }) => png)]))
}
