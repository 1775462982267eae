/** What a button under a picture carries: which picture, and whether its answer is for the presser alone. */
import type { OptionValue } from './platform.ts'

export interface PictureId {
  id: string
  /** The button stood in a message that the presser alone saw, so the answer must be such a one too. */
  private: boolean
}

const mark = '.private'

/** As long as an id may be, and lower case: it passes for an option of type `generation`. */
export const renderPictureId = (picture: PictureId) => (picture.private ? `${picture.id}${mark}` : picture.id)

/** Reads it back, also before the options have been checked. */
export function readPictureId(value: OptionValue | undefined): PictureId {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return text.endsWith(mark)
    ? { id: text.slice(0, -mark.length), private: true }
    : { id: text, private: false }
}
