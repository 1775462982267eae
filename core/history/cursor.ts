/** A cursor is a place in a list, not a page number, so that pages stay put while pictures come and go; it says which list. */
import { CoreError } from '#core/errors.ts'
import type { Quality } from '#core/images/asked.ts'
import { qualities } from '#core/images/charging/prices.ts'
import type { HistoryPosition, HistorySelection } from '#core/images/generation-store.ts'
import { type ToolKind, toolKinds } from './tool-kinds.ts'

/** By what a history is narrowed besides words. */
export interface HistoryFilter extends Pick<HistorySelection, 'quality' | 'favourites'> {
  tool?: ToolKind
}

const letters = { draft: 'D', standard: 'S', premium: 'P' } as const satisfies Record<Quality, string>

/** At most 55 characters: it fits into a button's id. */
export function renderCursor(
  { createdAt, id }: HistoryPosition,
  { tool, quality, favourites }: HistoryFilter = {},
): string {
  const marks = `${favourites ? 'F' : ''}${quality ? letters[quality] : ''}${tool ?? ''}`
  return `${createdAt.toString(36)}.${id}${marks === '' ? '' : `.${marks}`}`
}

/** Throws `bad-option`. Those of earlier versions say of no filter. */
export function readCursor(cursor: string): { after: HistoryPosition; filter: HistoryFilter } {
  const read = /^([0-9a-z]{1,11})\.([0-9a-z]{1,32})(?:\.(F?)([DSP]?)([a-z]*))?$/.exec(cursor)
  const [, time, id, favourites, letter, kind] = read ?? []
  const tool = toolKinds.find((each) => each === kind)
  if (time === undefined || id === undefined || (kind && !tool)) {
    throw new CoreError('bad-option', { option: 'cursor', problem: { kind: 'unknown' } })
  }
  const quality = qualities.find((each) => letters[each] === letter)
  return {
    after: { createdAt: Number.parseInt(time, 36), id },
    filter: {
      ...(tool && { tool }),
      ...(quality && { quality }),
      ...(favourites && { favourites: true }),
    },
  }
}
