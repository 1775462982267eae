/** The buttons of lists, and of favourites. */
import type { Chat } from './chat.ts'
import { draw, drawSix, type Press, paid, press } from './press-rows.ts'

export const listing: readonly Press[] = [
  {
    ...{ under: '/history', button: 'Older', command: 'older', presser: 'ann' },
    ...{ lead: drawSix, says: /6\W+of 6(.|\n)*boat 1/ },
  },
  {
    ...{ under: '/history', button: 'Show', command: 'show', presser: 'ann' },
    ...{ lead: drawSix, says: paid(10, 'boat [1-6]') },
  },
]

async function shareSix(chat: Chat): Promise<void> {
  await chat.type('ann', 'channel', 'gallery', { channel: chat.gallery })
  await drawSix(chat)
  const account = (await chat.findAccount('ann')) ?? ''
  const { generations } = await chat.core.history.list(account, { limit: 6 })
  for (const { id } of generations.reverse()) await chat.type('ann', 'channel', 'share', { id })
  await chat.type('ben', 'channel', 'gallery')
}

export const exhibits: readonly Press[] = [
  {
    ...{ under: '/gallery', button: 'Older', command: 'gallery-older', presser: 'ben' },
    ...{ lead: shareSix, on: /Recently shared/, says: /Shared earlier(.|\n)*boat 1/ },
  },
  {
    ...{ under: '/gallery', button: 'Show', command: 'pick', presser: 'ben' },
    ...{ lead: shareSix, on: /Recently shared/, says: paid(10, 'boat [2-6]') },
  },
]

async function favour(chat: Chat): Promise<void> {
  await draw(chat)
  await press(chat, 'ann', 'Favourite')
}

export const favourites: readonly Press[] = [
  {
    ...{ under: 'a picture', button: 'Favourite', command: 'favourite', presser: 'ann' },
    ...{ lead: draw, says: /is in your favourites/ },
  },
  {
    ...{ under: 'somebody else’s picture', button: 'Favourite', command: 'favourite', presser: 'ben' },
    ...{ lead: draw, says: /Only its author/ },
  },
  {
    ...{ under: '/history', button: 'Favourite', command: 'favourite', presser: 'ann' },
    ...{ lead: drawSix, on: /1–5\W+of 6/, says: /is in your favourites/ },
  },
  {
    ...{ under: 'a new favourite', button: 'Unfavourite', command: 'unfavourite', presser: 'ann' },
    ...{ lead: favour, says: /no longer in your favourites/ },
  },
  {
    ...{ under: 'a new favourite', button: 'Favourites', command: 'history', presser: 'ann' },
    ...{ lead: favour, says: /1\W+of 1 · favourites(.|\n)*a boat/ },
  },
  {
    ...{ under: 'favourites', button: 'All pictures', command: 'history', presser: 'ann' },
    async lead(chat) {
      await favour(chat)
      await press(chat, 'ann', 'Favourites')
    },
    says: /1\W+of 1\s(.|\n)*a boat/,
  },
]
