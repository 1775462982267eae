/** Says whether a picture is one of somebody's favourites. */
import type { Generation, Words } from '#core/index.ts'
import type { Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'

export function renderFavourite(words: Words, { id, favourite }: Generation): Message {
  const text = favourite ? words.favourite.kept(id) : words.favourite.dropped(id)
  const buttons = [renderFavouriteButton(words, id, favourite === true), renderFavouritesButton(words)]
  return {
    private: true,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons },
    ],
  }
}

/** Favourite, or the way back. */
export function renderFavouriteButton({ buttons }: Words, id: string, isFavourite: boolean): Button {
  return isFavourite
    ? { label: buttons.unfavourite, ...press('unfavourite', { id }) }
    : { label: buttons.favourite, ...press('favourite', { id }) }
}

/** Lists them. */
export const renderFavouritesButton = ({ buttons }: Words): Button => ({
  label: buttons.favourites,
  ...press('history', { favourites: true }),
})
