/** The button that gives somebody credits. */
import { buy } from './buy.ts'
import type { Chat } from './chat.ts'
import type { Press } from './press-rows.ts'

async function askToGive(chat: Chat): Promise<void> {
  await buy(chat, 'ann')
  await chat.type('ann', 'channel', 'give', { credits: 20, person: chat.name('ben') })
}

export const giving: readonly Press[] = [
  {
    ...{ under: 'the question', button: 'Give 20', command: 'give-now', presser: 'ann' },
    ...{ lead: askToGive, cost: 20, givesTo: 'ben', says: /You gave\s+\W*20 credits\W*\s+to/ },
  },
]
