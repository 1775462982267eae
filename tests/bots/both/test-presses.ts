/** Presses every button of a platform: one visible result, told twice, after a restart, and an hour later. */
import { describe, expect, it } from 'vitest'
import { type Chat, requireLook, until, type Who } from './chat.ts'
import type { Press } from './press-rows.ts'
import { presses } from './presses.ts'
import { compare, isUnderWay, listResults, takeSurvey } from './survey.ts'

/** What comes between the message and the press. */
interface Moment {
  name: string
  twice?: boolean
  pass?(chat: Chat): Promise<void>
}

const atOnce: readonly Moment[] = [{ name: 'told twice', twice: true }]

const later: readonly Moment[] = [
  { name: 'after a restart', pass: (chat) => chat.restart() },
  { name: 'an hour later', pass: async (chat) => chat.advance(3_700_000) },
  {
    name: 'after a restart and an hour',
    async pass(chat) {
      chat.advance(3_700_000)
      await chat.restart()
    },
  },
]

async function carryOut(chat: Chat, row: Press, { twice = false, pass }: Moment) {
  const { presser, button, on, form, shows = 1 } = row
  const look = requireLook(chat, presser, button, on)
  const before = chat.look(presser)
  if (form) {
    const send = await chat.open(presser, look, button, { twice })
    expect(chat.look(presser)).toEqual(before)
    await pass?.(chat)
    await send({ prompt: 'a ship', title: 'a ship', code: '00000000' })
  } else {
    await chat.press(presser, look, button, { twice })
  }
  await until(() => listResults(before, chat.look(presser)).length >= shows)
}

/** Presses at once, and told twice. */
export const testPresses = (start: () => Promise<Chat>) => testMoments(start, atOnce)

/** Presses after whatever may come between a message and a press. */
export const testLatePresses = (start: () => Promise<Chat>) => testMoments(start, later)

function testMoments(start: () => Promise<Chat>, moments: readonly Moment[]): void {
  describe.each(moments)('$name', (moment) => {
    const isLate = moment.name.includes('hour')
    const rows = presses.map((row) => (isLate && row.lapses ? lapse(row, row.lapses) : row))
    it.each(rows)('$button under $under, pressed by $presser', async (row) => {
      const chat = await start()
      await row.lead(chat)
      await moment.pass?.(chat)
      if (moment.name.includes('restart')) await row.settle?.(chat)
      const before = await takeSurvey(chat)
      await carryOut(chat, row, moment)
      const after = await takeSurvey(chat, before)
      for (const { who, looks } of after) {
        const { shown, ...others } = compare(before, after, who)
        expect({ who, shown: shown.length, ...others }).toEqual({ who, ...expected(row, who) })
        if (!row.underWay) expect(looks.filter(isUnderWay)).toEqual([])
        if (who === row.presser) expect(shown.map(({ text }) => text).join('\n')).toMatch(row.says)
      }
    })
  })
}

/** Refused in words, to the presser alone. */
const lapse = ({ under, button, command, presser, lead }: Press, says: RegExp): Press => ({
  ...{ under, button, command, presser, lead, says },
})

/** What a press must come to, for that person. */
function expected(row: Press, who: Who) {
  const { presser, shows = 1, publishes, takes, cost = 0, made = 0, givesTo, tells } = row
  const [taken, takenFromOthers] = takes ?? [0, 0]
  if (who === givesTo) return { shown: 1, gone: 0, paid: -cost, made: 0 }
  const overheard = (publishes ? 1 : 0) + (who === tells ? 1 : 0)
  if (who !== presser) return { shown: overheard, gone: takenFromOthers, paid: 0, made: 0 }
  return { shown: shows, gone: taken, paid: cost, made }
}
