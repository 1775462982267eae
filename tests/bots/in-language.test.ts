/** Tests that messages name commands as they are called where they are read. */
import { expect, it } from 'vitest'
import { inLanguage } from '#bots/in-language.ts'
import type { Message } from '#bots/platform.ts'
import { say, speak } from '#core/index.ts'
import { pseudo } from '../core/languages/pseudo.ts'

const text = say`Try ${{ code: '/link' }} and ${{ code: '/imagine a cat' }}, not ${{ code: '/again abc' }} or ${{ code: 'link' }}.`
const message: Message = {
  private: true,
  blocks: [
    { kind: 'text', text },
    { kind: 'quote', text: '/link' },
  ],
}
const { link, imagine } = pseudo.commands

it.each(['discord', 'terminal'] as const)(
  'by the language’s own names on %s, and nothing else',
  (platform) => {
    const { blocks, words } = inLanguage(pseudo, message, platform)
    expect(words).toBe(pseudo)
    expect(blocks).toEqual([
      {
        kind: 'text',
        text: [
          ...['Try ', { code: `/${link.name}` }, ' and ', { code: `/${imagine.name} a cat` }],
          ...[', not ', { code: '/again abc' }, ' or ', { code: 'link' }, '.'],
        ],
      },
      { kind: 'quote', text: '/link' },
    ])
  },
)

it('by the English ones on Slack, which knows no others', () => {
  expect(inLanguage(pseudo, message, 'slack')).toEqual({ ...message, words: pseudo })
})

it('leaves English as it is', () => {
  expect(inLanguage(speak('en'), message, 'discord')).toEqual({ ...message, words: speak('en') })
})
