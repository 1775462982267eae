/** Tests what reaches the terminal: nothing that was typed may be obeyed by it. */
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import type { Message } from '#bots/platform.ts'
import { renderLine } from '#bots/terminal/press.ts'
import { renderMessage, renderStatus } from '#bots/terminal/render.ts'
import { findPictureProtocol, renderInlinePicture } from '#bots/terminal/uploads.ts'
import { parseLine } from '#bots/typed/parse-line.ts'

/** A message that holds a text in every place that a text can be in. */
const everywhere = (typed: string): Message => ({
  private: false,
  blocks: [
    { kind: 'text', text: [typed, { bold: typed }, { code: typed }, { link: typed, label: typed }] },
    { kind: 'quote', text: typed },
    { kind: 'pictures', pictures: [{ key: typed, url: typed, alt: typed, width: 1, height: 1 }] },
    { kind: 'facts', facts: [{ label: 'id', value: typed }] },
    { kind: 'table', head: [typed], rows: [[typed]] },
    {
      kind: 'buttons',
      buttons: [
        { label: typed, command: 'older', options: { cursor: typed, search: typed } },
        { label: typed, url: typed },
      ],
    },
  ],
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...['\u001b[2J', '\u001b]0;x\u0007', '\u009b31m', 'a\rb', '\u202egnp', '\u0000', 'a\nb', '\b\b'],
    '\u2028',
  ),
)

describe('a message', () => {
  it('holds no character that a terminal obeys', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const look = { styled: false, now: 0 }
        expect(renderMessage(everywhere(typed), look)).not.toMatch(
          /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u,
        )
        expect(renderStatus(everywhere(typed), look)).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 500 },
    )
  })

  it('is styled by the terminal’s own codes only', () => {
    const styled = renderMessage(everywhere('\u001b[31mred'), { styled: true, now: 0 })
    expect(styled).toContain('\u001b[1m\\u{1b}[31mred\u001b[22m')
    expect(stripVTControlCharacters(styled)).toBe(
      renderMessage(everywhere('\u001b[31mred'), { styled: false, now: 0 }),
    )
  })

  it('keeps the lines of a quotation and lines columns up', () => {
    const message: Message = {
      private: true,
      blocks: [
        { kind: 'quote', text: 'one\ntwo' },
        {
          kind: 'table',
          head: ['what', 'credits'],
          rows: [
            ['picture', '-10'],
            ['gift', '+100'],
          ],
        },
      ],
    }
    expect(renderMessage(message, { styled: false, now: 0 })).toBe(
      '│ one\n│ two\n\nwhat     credits\npicture      -10\ngift        +100\n',
    )
  })

  it('shows a button as a line that means the same press', () => {
    const value = fc
      .array(fc.constantFrom('abc.def', 'red', '--size', '"', "'", 'wide', 'id:x'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(value, value, (cursor, search) => {
        const press = { command: 'older', options: { cursor, search } }
        expect(parseLine(renderLine(press), commands, { tolerant: false })).toEqual(press)
      }),
    )
    const press = { command: 'edited', options: { id: 'fox0000001', private: true, prompt: 'a red "fox"' } }
    expect(parseLine(renderLine(press), commands, { tolerant: false })).toEqual(press)
  })
})

describe('an inline picture', () => {
  const bytes = Buffer.alloc(7_000, 'picture')
  const png = { bytes, mime: 'image/png' as const }

  it.each([
    [{ TERM: 'xterm-kitty' }, 'kitty'],
    [{ KITTY_WINDOW_ID: '1' }, 'kitty'],
    [{ TERM_PROGRAM: 'ghostty' }, 'kitty'],
    [{ TERM_PROGRAM: 'iTerm.app' }, 'iterm2'],
    [{ TERM_PROGRAM: 'WezTerm' }, 'iterm2'],
    [{ TERM: 'xterm-256color' }, undefined],
    [{ TERM: 'tmux-256color', KITTY_WINDOW_ID: '1' }, undefined],
    [{}, undefined],
  ])('in %o is by %s', (variables, protocol) => {
    expect(findPictureProtocol(variables)).toBe(protocol)
  })

  it('goes to kitty in chunks that put together are the picture', () => {
    const codes = renderInlinePicture('kitty', png, 40) ?? ''
    const chunks = codes.split('\u001b\\').filter((code) => code !== '')
    const parts = chunks.map((code) => code.replace('\u001b_G', '').split(';'))
    expect(parts.map(([keys]) => keys)).toEqual(['a=T,f=100,q=2,c=40,m=1', 'm=1', 'm=0'])
    expect(parts.every(([, part = '']) => part.length <= 4096)).toBe(true)
    expect(Buffer.from(parts.map(([, part]) => part).join(''), 'base64').equals(bytes)).toBe(true)
  })

  it('goes to iTerm2 whole, and to kitty only as PNG', () => {
    const codes = renderInlinePicture('iterm2', { bytes, mime: 'image/jpeg' }, 40) ?? ''
    expect(codes).toBe(`\u001b]1337;File=inline=1;size=7000;width=40:${bytes.toString('base64')}\u0007`)
    expect(renderInlinePicture('kitty', { bytes, mime: 'image/jpeg' }, 40)).toBeUndefined()
  })
})
