/** Several files as one, and the largest picture out of such a one. */
import { downloadZip } from 'client-zip'
import type { MadeFile } from './utility.ts'

/** Of every entry, so that the same files are the same bytes. */
const lastModified = new Date('2000-01-01T12:00:00Z')

export async function renderZip(name: string, files: readonly MadeFile[]): Promise<MadeFile> {
  const entries = files.map((file) => ({ name: file.name, input: file.bytes, lastModified }))
  const bytes = new Uint8Array(await downloadZip(entries).arrayBuffer())
  return { name, mime: 'application/zip', bytes }
}

/** What its parts begin with, and how long those parts are without names (PKWARE's APPNOTE.TXT, 4.3). */
const end = { mark: Buffer.from('PK\x05\x06', 'latin1'), length: 22 }
const entry = { mark: Buffer.from('PK\x01\x02', 'latin1'), length: 46 }
const headLength = 30

const isPicture = (name: string) => /\.(?:png|jpg|webp|avif|gif)$/.test(name)

/** The largest picture of a zip made by `renderZip`, which compresses nothing; undefined where there is none in it. */
export function findLargest(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const last = bytes.lastIndexOf(end.mark)
  if (last < 0 || last + end.length > bytes.length) return undefined
  let largest: Uint8Array<ArrayBuffer> | undefined
  for (let at = bytes.readUInt32LE(last + 16); at + entry.length <= last; ) {
    if (!bytes.subarray(at, at + 4).equals(entry.mark)) break
    const [size, offset] = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)]
    const [named, extra, said] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const name = bytes.toString('utf8', at + entry.length, at + entry.length + (named ?? 0))
    at += entry.length + (named ?? 0) + (extra ?? 0) + (said ?? 0)
    if (!isPicture(name) || size <= (largest?.length ?? 0) || offset + headLength > last) continue
    const from = offset + headLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    if (from + size <= last) largest = zip.subarray(from, from + size)
  }
  return largest
}
