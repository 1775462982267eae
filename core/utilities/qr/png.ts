/** Writes squares of two colours as a PNG of one bit a pixel: many times faster than by way of pixels in full colour. */
import { crc32, deflateSync } from 'node:zlib'
import { readChannels } from '#core/utilities/colors.ts'
import { type Modules, quietZone } from './modules.ts'
import type { Qr } from './read-qr.ts'

/** Pixels of a module's side, and of the quiet zone before the code; what is left over is after it. */
export function measure({ rows }: Pick<Modules, 'rows'>, size: number) {
  const module = Math.floor(size / (rows.length + 2 * quietZone))
  return { module, before: Math.floor((size - rows.length * module) / 2) }
}

/** As W3C's PNG specification has it (third edition, 5 and 11): indexed colour, no filter. */
export function renderPng(
  modules: Pick<Modules, 'rows'>,
  { size, color, background }: Pick<Qr, 'size' | 'color' | 'background'>,
): Uint8Array<ArrayBuffer> {
  const { module, before } = measure(modules, size)
  // A filter's byte, and eight pixels in each.
  const stride = 1 + Math.ceil(size / 8)
  const lines = Buffer.alloc(stride * size)
  for (const [row, cells] of modules.rows.entries()) {
    const first = stride * (before + row * module)
    for (let x = 0; x < cells.length * module; x++) {
      const at = before + x
      const byte = first + 1 + (at >> 3)
      if (cells[Math.floor(x / module)]) lines[byte] = (lines[byte] ?? 0) | (0x80 >> (at & 7))
    }
    for (let line = 1; line < module; line++) lines.copy(lines, first + line * stride, first, first + stride)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([1, 3, 0, 0, 0], 8)
  const palette = Uint8Array.from([...readChannels(background), ...readChannels(color)])
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    renderChunk('IHDR', head),
    renderChunk('PLTE', palette),
    renderChunk('IDAT', deflateSync(lines)),
    renderChunk('IEND', new Uint8Array(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function renderChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
