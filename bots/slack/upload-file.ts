/**
 * Uploads a file that messages can show. In Slack's three steps and not by the SDK's `filesUploadV2`, which tells the
 * file's id only once it is there for good: a process that ends just then would leave a file that nobody knows of.
 */
import { holdFile } from '#core/index.ts'
import type { WebClient } from './api.ts'
import { SlackFault } from './errors.ts'

/** Milliseconds that a picture of 10 MB may take. */
export const uploadTimeout = 60_000

interface Upload {
  file: Buffer<ArrayBuffer>
  filename: string
  alt: string
  /** Told of Slack's id of it before it is there for good. */
  note(file: string): Promise<void>
}

/** Answers with Slack's id of it. Rejects as the SDK does, and as `note` does. */
export async function uploadFile(
  { files }: Pick<WebClient, 'files'>,
  { file, filename, alt, note }: Upload,
): Promise<string> {
  const { upload_url: url = '', file_id: id = '' } = await files.getUploadURLExternal({
    filename,
    length: file.length,
    alt_text: alt,
  })
  await Promise.all([send(url, holdFile(file, filename, '')), note(id)])
  await files.completeUploadExternal({ files: [{ id, title: filename }] })
  return id
}

/** The address is its own permission: docs.slack.dev/reference/methods/files.getUploadURLExternal */
async function send(url: string, body: File): Promise<void> {
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(uploadTimeout) })
  await response.body?.cancel()
  if (!response.ok) throw new SlackFault('unsure', `http_${response.status}`)
}
