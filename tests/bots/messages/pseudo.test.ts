/** Every message in a language that marks what it says and is longer: nothing unmarked but data, and nothing cut, on any platform. */
import { describe, expect, it } from 'vitest'
import { renderMessage as renderForDiscord } from '#bots/discord/render.ts'
import type { Message } from '#bots/platform.ts'
import { renderMessage as renderForSlack } from '#bots/slack/render.ts'
import { renderMessage as renderForTerminal } from '#bots/terminal/render.ts'
import { isCut, listUnmarked, pseudo } from '../../core/languages/pseudo.ts'
import { listSamples } from './samples/samples.ts'

/** What people typed or are called, and what is data: units, formats, addresses, ids. */
const data =
  /^(red fox|now in winter|make it bluer|Ann|Bob|Acme|Europe|Berlin|QR|UTC|kB|bytes|og|logo|banner|avatar|emoji|https?|imgsrc|pub|bot|test|chat|pictures|fox|lemonsqueezy|link rel|icon|href|favicon|ico|sizes|svg|webp)$/

const shown = /^(content|text|label|description|alt_text)$/

/** What people are shown of it, in order. */
function listShown(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => {
    if (typeof value !== 'string') return listShown(value)
    return shown.test(name) ? [value] : []
  })
}

const pictures = { read: async () => undefined, find: async () => undefined }

const renderers: Readonly<Record<string, (message: Message) => Promise<readonly string[]>>> = {
  terminal: async (message) => [renderForTerminal(message, { styled: false, now: 0 })],
  discord: async (message) =>
    listShown((await renderForDiscord(message, { pictures, uploads: false, fileSize: 8_000_000 })).body),
  slack: async (message) => listShown(renderForSlack({ ...message, words: pseudo }, () => undefined).blocks),
}

/** Addresses, and lines to type in place of buttons, which a terminal shows by what the program calls things. */
const withoutLines = (text: string) =>
  text.replace(/https?:\/\/[^\s⟧)>]+/g, '').replace(/(?<=⟧|^\d): \/[a-z-]+( .*)?$/gm, '')

const samples = Object.entries(listSamples(pseudo))

describe.each(Object.entries(renderers))('on %s', (_platform, render) => {
  it.each(samples)('%s is said whole, and by the catalogue', async (_name, message) => {
    const text = (await render(message)).join('\n')
    expect(listUnmarked(withoutLines(text)).filter((words) => !data.test(words))).toEqual([])
    expect(isCut(text)).toBe(false)
  })
})
