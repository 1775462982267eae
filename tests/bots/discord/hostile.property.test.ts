/** Hostile prompts through the whole bot. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { cleanText } from '#bots/literal.ts'
import { countRuns } from '#tests/count-runs.ts'
import { listHostileTexts } from './hostile-texts.ts'
import { askInTens } from './in-tens.ts'
import { readQuote } from './markdown.ts'
import { startRig } from './rig.ts'

const count = countRuns(500)

/** Every kind of line end is one and the same. */
const readLines = (text: string) => text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
/** Characters that can neither be stored nor shown, and silence. */
const isRefused = (text: string) =>
  /[^\P{Cc}\n\t]/u.test(readLines(text)) || !text.isWellFormed() || text.trim() === ''

it('answers each once, stores it as sent, pings nobody, and lets nothing become markup', async () => {
  const rig = await startRig()
  const { standin, channel, guild, ann, join, history } = rig
  channel.allow(PermissionFlagsBits.MentionEveryone, standin.application.bot)
  const { id } = await join('ben')
  const role = standin.createRole(guild, 'team', true)
  const prompts = [...new Set(listHostileTexts(count))].map((prompt) =>
    prompt.replaceAll('<@&123456789012345678>', `<@&${role}>`).replaceAll('123456789012345678', id),
  )
  const ask = (prompt: string) => ann.command(channel, 'imagine', { prompt, quality: 'draft' })
  const handles = await askInTens(rig, prompts, ask)
  const stored = new Set((await history(ann)).generations.map(({ asked }) => asked.prompt))
  for (const [index, prompt] of prompts.entries()) {
    const handle = handles[index]
    const [message, ...others] = handle?.messages ?? []
    expect(others, JSON.stringify(prompt)).toEqual([])
    expect(message?.pings).toEqual([])
    expect(message?.mentions).toEqual([])
    expect(message?.ephemeral === true, JSON.stringify(prompt)).toBe(isRefused(prompt))
    expect(stored.has(readLines(prompt)), JSON.stringify(prompt)).toBe(!isRefused(prompt))
    if (isRefused(prompt)) continue
    const { text, markup } = readQuote(message?.text ?? '')
    expect(markup, JSON.stringify(prompt)).toEqual([])
    const seen = text.replace(/\s+/g, '').replace(/…$/, '')
    expect(cleanText(prompt).replace(/\s+/g, '').startsWith(seen), JSON.stringify(prompt)).toBe(true)
    expect(message?.text.split('\n').length).toBeLessThan(40)
  }
  expect(channel.visibleTo(ann)).toHaveLength(prompts.length)
  expect(stored.size).toBeGreaterThan(count * 0.8)
})
