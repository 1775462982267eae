/** A cursor is a place in a list, not a page number, so that pages stay put while pictures come and go. */
import { CoreError } from '#core/errors.ts'
import type { HistoryPosition } from '#core/images/generation-store.ts'

/** At most 44 characters: it fits into a button's id. */
export const renderCursor = ({ createdAt, id }: HistoryPosition) => `${createdAt.toString(36)}.${id}`

/** Throws `bad-option`. */
export function readCursor(cursor: string): HistoryPosition {
  const [, time, id] = /^([0-9a-z]{1,11})\.([0-9a-z]{1,32})$/.exec(cursor) ?? []
  if (time === undefined || id === undefined) {
    throw new CoreError('bad-option', { option: 'cursor', problem: { kind: 'unknown' } })
  }
  return { createdAt: Number.parseInt(time, 36), id }
}
