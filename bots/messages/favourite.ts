/** Says whether a picture is one of somebody's favourites. */
import type { Generation } from '#core/index.ts'
import type { Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'

export function renderFavourite({ id, favourite }: Generation): Message {
  const text = [
    'The picture ',
    { code: id },
    favourite ? ' is in your favourites.' : ' is no longer in your favourites.',
  ]
  const buttons = [renderFavouriteButton(id, favourite === true), renderFavouritesButton()]
  return {
    private: true,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons },
    ],
  }
}

/** Favourite, or the way back. */
export function renderFavouriteButton(id: string, isFavourite: boolean): Button {
  return isFavourite
    ? { label: 'Unfavourite', ...press('unfavourite', { id }) }
    : { label: 'Favourite', ...press('favourite', { id }) }
}

/** Lists them. */
export const renderFavouritesButton = (): Button => ({
  label: 'Favourites',
  ...press('history', { favourites: true }),
})
