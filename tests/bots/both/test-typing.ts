/** Types every command of a platform, in a channel and in direct messages: one visible result each. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import type { Chat, Where, Who } from './chat.ts'
import { compare, isUnderWay, takeSurvey } from './survey.ts'
import { type Typing, typings } from './typing.ts'

type Row = Typing & { where: Where }

export function testTyping(start: () => Promise<Chat>): void {
  const rows = typings.flatMap((row): Row[] => [
    { ...row, where: 'channel' },
    ...(row.inTeam ? [] : [{ ...row, where: 'direct' as const }]),
  ])

  it.each(rows)('/$command by $who in $where says $says', async (row) => {
    const chat = await start()
    const options = typeof row.options === 'function' ? await row.options(chat) : row.options
    const before = await takeSurvey(chat)
    await chat.type(row.who, row.where, row.command, options)
    const after = await takeSurvey(chat, before)
    for (const { who, looks } of after) {
      const { shown, ...others } = compare(before, after, who)
      expect({ who, shown: shown.length, ...others }).toEqual({ who, ...expected(row, who) })
      expect(looks.filter(isUnderWay)).toEqual([])
      if (who === row.who) expect(shown.map(({ text }) => text).join('\n')).toMatch(row.says)
    }
  })

  it('leaves out no command', () => {
    const listed = commands.filter(({ hidden }) => !hidden).map(({ name }) => name)
    expect([...new Set(typings.map(({ command }) => command))].sort()).toEqual(listed.sort())
  })
}

/** Commands whose answer is what others see. */
const postsItself = ['imagine', 'change', 'og', 'placeholder', 'qr', 'favicon', 'resize']

function expected({ command, who: typist, where, publishes, cost = 0, made = 0 }: Row, who: Who) {
  const seen = publishes && where === 'channel' ? 1 : 0
  if (who !== typist) return { shown: seen, gone: 0, paid: 0, made: 0 }
  // What is posted in the gallery stands beside the answer.
  return { shown: postsItself.includes(command) ? 1 : 1 + seen, gone: 0, paid: cost, made }
}
