/** From four drafts to a finished premium in five presses, on both platforms, wherever pictures are hosted. */
import { describe, expect, it } from 'vitest'
import { numberPixel, pixel } from '../scripted-model.ts'
import { requireLook } from './chat.ts'
import { startDiscordChat } from './discord-chat.ts'
import { startSlackChat } from './slack-chat.ts'

const ways = [
  { platform: 'Discord', start: startDiscordChat, sheets: false },
  { platform: 'Slack', start: startSlackChat, sheets: true },
].flatMap((way) => [true, false].map((serves) => ({ ...way, serves })))

describe.each(ways)(
  'on $platform, where the bot serves pictures itself: $serves',
  ({ start, serves, sheets }) => {
    async function startFour() {
      const chat = await start({ serves })
      const account = (await chat.findAccount('ann')) ?? ''
      let balance = await chat.core.credits.findBalance(account)
      /** What was paid since. */
      const paid = async () => {
        const before = balance
        balance = await chat.core.credits.findBalance(account)
        return before - balance
      }
      /** Presses it, and answers with the message that came of it. */
      const press = async (button: string) => {
        const before = new Set(chat.look('ann').map(({ key }) => key))
        await chat.press('ann', requireLook(chat, 'ann', button), button)
        return chat.look('ann').findLast(({ key }) => !before.has(key))
      }
      await chat.type('ann', 'channel', 'imagine', { prompt: 'a boat', quality: 'draft', count: 4 })
      return { chat, account, press, paid }
    }

    it('takes five presses, each at the price on its button, from the picture that was picked', async () => {
      const { chat, account, press, paid } = await startFour()
      const four = requireLook(chat, 'ann', '2')
      expect(four.pictures).toBe(sheets ? 1 : 4)
      expect(four.buttons.slice(0, 5)).toEqual(['1', '2', '3', '4', 'Again · 4'])
      expect(four.text).toMatch(/price 4 credits · /)
      expect(await paid()).toBe(4)

      const second = await press('2')
      expect(second).toMatchObject({ pictures: 1, text: expect.stringMatching(/id \w+\.2\b/) })
      expect(second?.buttons).toEqual(
        expect.arrayContaining(['Edit prompt', 'Vary · 1', 'Upgrade · 30', 'Share', 'Delete']),
      )
      expect(second?.buttons).not.toContain('Again · 4')
      expect((await press('Vary · 1'))?.buttons).toEqual(['Subtle · 1', 'Strong · 1'])
      expect(await paid()).toBe(0)

      const varied = await press('Subtle · 1')
      expect(varied).toMatchObject({ pictures: 1, text: expect.stringMatching(/a boat.*price 1 credit\b/s) })
      expect([await paid(), chat.sources.at(-1)]).toEqual([1, [numberPixel(1)]])

      const best = await press('Upgrade · 30')
      expect(best).toMatchObject({ pictures: 1, text: expect.stringMatching(/a boat.*price 30 .*premium/s) })
      expect(best?.buttons).not.toContain('Upgrade · 30')
      expect([await paid(), chat.sources.at(-1)]).toEqual([30, [pixel]])

      // No double click.
      chat.advance(60_000)
      const again = await press('Upgrade · 30')
      expect(again?.text).toMatch(/a boat.*price free/s)
      expect([await paid(), chat.prompts.length]).toEqual([0, 3])
      const { generations } = await chat.core.history.list(account, { limit: 9 })
      expect(generations.map(({ asked }) => [asked.tool, asked.prompt])).toEqual([
        ['upgrade', 'a boat'],
        ['upgrade', 'a boat'],
        ['vary-subtle', 'a boat'],
        ['imagine', 'a boat'],
      ])
    })
  },
)
