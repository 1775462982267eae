/** Texts that people send to break things: Slack's markup, mentions, invisible and reordering characters, walls. */
import fc from 'fast-check'
import { buildWall, mixTexts } from '../mixed-texts.ts'

const fragments = [
  ...['<!channel>', '<!here>', '<!everyone|everyone>', '<!subteam^S0123ABCD|@team>'],
  ...['<!date^1700000000^{ago}|x>', '<@U0123ABCD>', '<@U0123ABCD|ada>', '<#C0123ABCD|general>'],
  ...['<https://evil.test|click>', '<https://evil.test>', '<mailto:a@b.test|mail>', 'https://evil.test/a'],
  ...['evil.test', '@channel', '@here', '@everyone', '@ada', '#general', '&lt;!channel&gt;'],
  ...['&amp;lt;!here&amp;gt;', '&amp;', '&', '<', '>', '*bold*', '_italic_', '~strike~', '`code`'],
  ...['```block```', '```', '> quote', '>>> all', '\n> quote', '• item', '- item', '1. one', '# heading'],
  ...['[x](https://evil.test)', '**strong**', ':smile:', ':+1::skin-tone-2:', ':tada', '\\', '\\*'],
  ...['\u202eevil', '\u2066x\u2069', '\u2067', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060', 'עברית'],
  ...['العربية', '👩‍👩‍👧‍👦', '🏳️‍🌈', '¯\\_(ツ)_/¯', `z${'\u0300'.repeat(60)}`, '"', "it's", '“said”'],
  ...['«dit»', '</script>', '$(x)', '%s', '{}', '{"text":"<!here>"}', '\t', '  ', 'a\r\nb', '\u2028'],
]

/** Any mixture, of words too. */
export const hostileText = mixTexts(fragments)

/** The fragments, walls of them, and mixtures up to `count`; all different, none blank, the same every time. */
export function listHostileTexts(count: number): string[] {
  const walls = [
    ...['<!here> ', '*', '_`*', '```', '<@U1>', '\nx', 'x', '&', 'é', '👩‍👩‍👧‍👦', '\u202ex', ':smile:'],
    'ع',
  ]
  const known = walls.map(buildWall)
  const mixed = fc.sample(hostileText, { numRuns: count * 2, seed: 20_261_123 })
  const all = [...fragments, '\0', 'a\0b', '\x1b[31m', ...known, ...mixed]
  return [...new Set(all.map((text) => text.trim()))].filter((text) => text !== '').slice(0, count)
}
