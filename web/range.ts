/** Reads which part of a file is asked for. */

/**
 * `header`: a Range, of a file of `size` bytes (RFC 9110, 14.1.2 and 14.2). Several ranges, other units and what is not well
 * formed count as if there were none, which is undefined; `none` is one of which the file has nothing. `end` belongs to the part.
 */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'none' | undefined {
  const [, from = '', until = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? []
  if (from === '' && until === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(until)) : Number(from)
  const end = from === '' || until === '' ? size - 1 : Math.min(Number(until), size - 1)
  if (from !== '' && until !== '' && Number(until) < Number(from)) return undefined
  return start <= end ? { start, end } : 'none'
}
