/** Small things that many messages share and that are the same in every language: sizes, excerpts. */
import { cutText } from '#core/index.ts'

/** `1536×1024`. */
export const renderSize = ({ width, height }: { width: number; height: number }) => `${width}×${height}`

/** On one line, of at most `limit` characters. */
export function cut(text: string, limit: number): string {
  return cutText(text.replace(/\s+/g, ' ').trim(), limit)
}
