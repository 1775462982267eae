/** What people call pictures: a generation's id is all of it, and one of several has its number after it, as in `4y30wdyk4t.2`. */
import type { Generation, Picture } from './generation.ts'

export interface PictureName {
  id: string
  /** From 1; absent for all of them, or the only one. */
  number?: number | undefined
}

type Made = Pick<Generation, 'id' | 'pictures' | 'pictureKeys'>

/** What is no name of one picture is taken for an id. */
export function readPictureName(name: string): PictureName {
  const [, id, number] = /^([^.]+)\.([1-9])$/.exec(name) ?? []
  return id === undefined ? { id: name } : { id, number: Number(number) }
}

export const renderPictureName = ({ id, number }: PictureName): string =>
  number === undefined ? id : `${id}.${number}`

/** A picture keeps its number when others of its generation are deleted: it is the place of its key. */
export const listNumbered = ({
  pictures,
  pictureKeys,
}: Omit<Made, 'id'>): { number: number; picture: Picture }[] =>
  pictures.map((picture, index) => {
    const place = pictureKeys.indexOf(picture.key)
    return { number: (place < 0 ? index : place) + 1, picture }
  })

/** The same generation, as one that has only the picture of that number. Undefined where it has none. */
export function pickPicture<Seen extends Made>(seen: Seen, number: number): Seen | undefined {
  const picked = listNumbered(seen).find((each) => each.number === number)
  return picked && { ...seen, pictures: [picked.picture] }
}

/** The number of the one picture that is left, or was picked, of several; undefined for all, or the only one. */
export const findNumber = (seen: Omit<Made, 'id'>): number | undefined =>
  seen.pictures.length === 1 && seen.pictureKeys.length > 1 ? listNumbered(seen)[0]?.number : undefined

/** What to call it, as it is seen. */
export function namePicture(seen: Made): string {
  return renderPictureName({ id: seen.id, number: findNumber(seen) })
}
