/** Texts that people send to break things: markup, mentions, invisible and reordering characters, walls. */
import fc from 'fast-check'
import { buildWall, mixTexts } from '../mixed-texts.ts'

const fragments = [
  ...['@everyone', '@here', '<@123456789012345678>', '<@!123456789012345678>', '<@&123456789012345678>'],
  ...['<#123456789012345678>', '</imagine:123456789012345678>', '<id:customize>'],
  ...['<:smile:123456789012345678>', '<a:dance:123456789012345678>', '<t:0:R>', '<t:1700000000>'],
  ...['[click](https://evil.test)', '[x](<https://evil.test>)', 'https://evil.test/a', 'HTTP://EVIL.TEST'],
  ...['<https://evil.test>', 'discord://x', 'steam://run/1', 'mailto:a@b.test', '**bold**', '*i*', '***'],
  ...['__u__', '_i_', '~~s~~', '||spoiler||', '`code`', '``', '```js\nalert(1)\n```', '```', '# heading'],
  ...['## two', '### three', '-# small', '> quote', '>>> all', '- item', '* item', '1. one', '  2. two'],
  ...['12) x', '\n# after', '\n> after', '\n-# after', '\n- after', '\n1. after', '\\', '\\\\', '\\*'],
  ...['\\`', '\\<@123456789012345678>', '\u202eevil', '\u2066x\u2069', '\u2067', '\u202a\u202b\u202c'],
  ...['\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060', '\u{e0041}', 'עברית', 'العربية', '👩‍👩‍👧‍👦'],
  ...['🏳️‍🌈', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '¯\\_(ツ)_/¯'],
  ...[`z${'\u0300'.repeat(60)}`, '"', "'", '“', '&lt;', '&amp;', '<b>', '</script>', '$(x)', '%s', '{}'],
  ...['\t', '  ', 'a\r\nb', '\u2028', '\u2029'],
]

/** Any mixture, of words too. */
export const hostileText = mixTexts(fragments)

/** The fragments, walls of them, and mixtures up to `count`; the same every time. */
export function listHostileTexts(count: number): string[] {
  const walls = [
    ...['@everyone ', '*', '_`*', '\\', '```', '<@1>', '\n', '\n> ', 'x', 'é', '👩‍👩‍👧‍👦', '\u202e'],
    ...['\u0300', ' ', 'ع'],
  ].map(buildWall)
  const known = [...fragments, '\0', 'a\0b', '\x1b[31m', '\ud800', ...walls]
  const mixed = fc.sample(hostileText, { numRuns: count - known.length, seed: 20_261_123 })
  return [...known, ...mixed].slice(0, count)
}
