/** Hostile prompts through the whole bot. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanText } from '#bots/literal.ts'
import { escapeLine } from '#bots/slack/literal.ts'
import { countRuns } from '#tests/count-runs.ts'
import type { Interaction } from '#tests/standins/slack/interaction.ts'
import { hostileText, listHostileTexts } from './hostile-texts.ts'
import { startRig } from './rig.ts'

const count = countRuns(500)

/** Every kind of line end is one and the same. */
const readLines = (text: string) => text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
/** Characters that can neither be stored nor shown, and silence. */
const isRefused = (text: string) => /[^\P{Cc}\n\t]/u.test(readLines(text)) || !text.isWellFormed()

it('answers each once, stores it as sent, pings nobody, and lets nothing become markup', async () => {
  const { ada, ben, general, answered, history } = await startRig({ timing: { progressEvery: 3_000 } })
  const prompts = listHostileTexts(count)
  expect(prompts).toHaveLength(count)
  const asked: Interaction[] = []
  for (let at = 0; at < prompts.length; at += 50) {
    const batch = prompts.slice(at, at + 50)
    asked.push(...batch.map((prompt) => ada.slash(general, '/imagine', `${prompt} quality:draft`)))
    await answered(asked.length)
  }
  const stored = (await history(ada)).map(({ asked }) => asked.prompt)
  const sent = prompts.filter((prompt) => !isRefused(prompt)).map(readLines)
  expect(stored.toSorted()).toEqual(sent.toSorted())
  const shown = general.visibleTo(ada)
  expect(shown).toHaveLength(prompts.length)
  for (const message of shown) {
    expect(message.pings, message.shown).toEqual([])
    expect(message.formats, message.shown).toEqual([])
    expect(message.shown).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
  }
  expect(stored.length).toBeGreaterThan(count * 0.9)
  const pictures = general.visibleTo(ben)
  expect(pictures).toHaveLength(stored.length)
  for (const { shown } of pictures) {
    const [quote = ''] = shown.split(/(?:^|\n)asked by ada · price /)
    expect(
      stored.some((prompt) => cleanText(prompt).trim().startsWith(quote.replace(/…$/, ''))),
      JSON.stringify(shown),
    ).toBe(true)
  }
})

it('notices are one short line in which nothing is markup', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const notice = escapeLine(text, 150)
      expect(notice).not.toMatch(/[<>\n]/)
      expect(notice).not.toMatch(/&(?!amp;|lt;|gt;)/)
      expect(notice).not.toMatch(/[*_~`:@](?!\u2060)/)
    }),
  )
})
