/** What a row of the table of buttons says, and how the messages come to be that have them. */
import { type Chat, requireLook, type Who } from './chat.ts'

export interface Press {
  /** The message that has the button. */
  under: string
  button: string
  /** What it calls. */
  command: string
  presser: Who
  /** Makes the message be there. */
  lead(chat: Chat): Promise<void>
  /** Words of that message, where others have such a button too. */
  on?: RegExp
  /** Waits for what a restart sets going by itself. */
  settle?(chat: Chat): Promise<void>
  /** The button opens a form, which is filled in and sent. */
  form?: true
  /** What the presser is shown, in so many messages; one, unless said otherwise. */
  says: RegExp
  /** What the presser is told in its place an hour later, when nothing comes of it any more. */
  lapses?: RegExp
  shows?: number
  /** Others see it too. */
  publishes?: true
  /** How many messages are taken from the presser's sight, and from others'; none, unless said otherwise. */
  takes?: readonly [number, number]
  /** Pictures are under way all the while: how far they are is no result. */
  underWay?: true
  /** What the presser pays; less than nothing is given back. */
  cost?: number
  /** What the presser pays is somebody else's then, who is told. */
  givesTo?: Who
  /** Somebody else is told of it besides, directly. */
  tells?: Who
  /** By how many the pictures in the presser's history become more. */
  made?: number
}

export const boat = { prompt: 'a boat' }
export const paid = (price: number, words = 'a boat') =>
  new RegExp(`${words}.*price ${price} credits?\\b`, 's')

export const draw = (chat: Chat) => chat.type('ann', 'channel', 'imagine', boat)

export async function press(chat: Chat, who: Who, button: string): Promise<void> {
  await chat.press(who, requireLook(chat, who, button), button)
}

export async function drawSix(chat: Chat): Promise<void> {
  for (const count of [1, 2, 3, 4, 5, 6]) {
    await chat.type('ann', 'channel', 'imagine', { prompt: `boat ${count}`, private: true })
  }
  await chat.type('ann', 'channel', 'history')
}
