/** Tells a buyer that their credits came. */
import type { Message } from '../platform.ts'
import { renderCredits } from './words.ts'

export function renderCredited(credits: number, balance: number): Message {
  return {
    private: true,
    blocks: [
      {
        kind: 'text',
        text: [{ bold: `${renderCredits(credits)} came.` }, ` You have ${renderCredits(balance)} now.`],
      },
    ],
  }
}
