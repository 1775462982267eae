/** What a button under a picture carries: which picture, and whether its answer is for the presser alone. */
export interface PictureId {
  id: string
  /** The button stood in a message that the presser alone saw, so the answer must be such a one too. */
  private: boolean
}

const mark = '.private'

/** As long as an id may be, and lower case: it passes for an option of type `generation`. */
export const renderPictureId = (picture: PictureId) => (picture.private ? `${picture.id}${mark}` : picture.id)

/** Reads it back from the value of an option of type `generation`. */
export function readPictureId(text: string): PictureId {
  return text.endsWith(mark)
    ? { id: text.slice(0, -mark.length), private: true }
    : { id: text, private: false }
}
