/** Texts that people send to break things: Slack's markup, mentions, invisible and reordering characters, walls. */
import fc from 'fast-check'

const fragments = [
  '<!channel>',
  '<!here>',
  '<!everyone|everyone>',
  '<!subteam^S0123ABCD|@team>',
  '<!date^1700000000^{ago}|x>',
  '<@U0123ABCD>',
  '<@U0123ABCD|ada>',
  '<#C0123ABCD|general>',
  '<https://evil.test|click>',
  '<https://evil.test>',
  '<mailto:a@b.test|mail>',
  'https://evil.test/a',
  'evil.test',
  '@channel',
  '@here',
  '@everyone',
  '@ada',
  '#general',
  '&lt;!channel&gt;',
  '&amp;lt;!here&amp;gt;',
  '&amp;',
  '&',
  '<',
  '>',
  '*bold*',
  '_italic_',
  '~strike~',
  '`code`',
  '```block```',
  '```',
  '> quote',
  '>>> all',
  '\n> quote',
  '• item',
  '- item',
  '1. one',
  '# heading',
  '[x](https://evil.test)',
  '**strong**',
  ':smile:',
  ':+1::skin-tone-2:',
  ':tada',
  '\\',
  '\\*',
  '\u202eevil',
  '\u2066x\u2069',
  '\u2067',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u2060',
  'עברית',
  'العربية',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '¯\\_(ツ)_/¯',
  `z${'\u0300'.repeat(60)}`,
  '"',
  "it's",
  '“said”',
  '«dit»',
  '</script>',
  '$(x)',
  '%s',
  '{}',
  '{"text":"<!here>"}',
  '\t',
  '  ',
  'a\r\nb',
  '\u2028',
]

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...fragments),
)

/** Any mixture, of words too. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: anyText },
      { weight: 1, arbitrary: fc.constantFrom(' ', '\n', 'boat') },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** The fragments, walls of them, and mixtures up to `count`; all different, none blank, the same every time. */
export function listHostileTexts(count: number): string[] {
  const walls = [
    '<!here> ',
    '*',
    '_`*',
    '```',
    '<@U1>',
    '\nx',
    'x',
    '&',
    'é',
    '👩‍👩‍👧‍👦',
    '\u202ex',
    ':smile:',
    'ع',
  ]
  const known = walls.map((text) => text.repeat(Math.ceil(4_000 / text.length)).slice(0, 4_000))
  const mixed = fc.sample(hostileText, { numRuns: count * 2, seed: 20_261_123 })
  const all = [...fragments, '\0', 'a\0b', '\x1b[31m', ...known, ...mixed]
  return [...new Set(all.map((text) => text.trim()))].filter((text) => text !== '').slice(0, count)
}
