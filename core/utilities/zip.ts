/** Several files as one. */
import { downloadZip } from 'client-zip'
import type { MadeFile } from './utility.ts'

/** Of every entry, so that the same files are the same bytes. */
const lastModified = new Date('2000-01-01T12:00:00Z')

export async function renderZip(name: string, files: readonly MadeFile[]): Promise<MadeFile> {
  const entries = files.map((file) => ({ name: file.name, input: file.bytes, lastModified }))
  const bytes = new Uint8Array(await downloadZip(entries).arrayBuffer())
  return { name, mime: 'application/zip', bytes }
}
