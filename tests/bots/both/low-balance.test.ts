/** Tests that who has few credits left is told so, alone, with a way to more, on both platforms. */
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { until, type Who } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

it.each([
  ['Discord', startDiscordChat],
  ['Slack', startSlackChat],
])('on %s, once, and by a message of their own', async (_name, start) => {
  const chat = await start()
  const wallet = (await chat.findAccount('ben')) ?? ''
  const own = await chat.core.credits.findBalance(wallet)
  // Beside the bot, which is to see none of it.
  const ledger = createLedger(chat.store.ledger, systemClock)
  await ledger.append({ wallet, key: 'x', kind: 'reversal', amount: 45 - own, reference: 'x' })
  const list = (who: Who) => chat.look(who).filter(({ text }) => /credits?\W* left/.test(text))

  await chat.type('ben', 'channel', 'imagine', { prompt: 'a boat' })
  expect(list('ben')).toEqual([])
  await chat.type('ben', 'channel', 'imagine', { prompt: 'a hut' })
  await until(() => list('ben').length > 0)
  await chat.type('ben', 'channel', 'imagine', { prompt: 'a pond' })
  const [told, ...others] = list('ben')
  expect(others).toEqual([])
  expect(told?.text.replace(/[\s*]+/g, ' ')).toMatch(/You have 25 credits left ?\. Top up to keep drawing:/)
  expect(told?.urls.some((url) => url.includes('/checkout/starter'))).toBe(true)
  for (const who of ['ann', 'cyd'] as const) expect(list(who)).toEqual([])
})
