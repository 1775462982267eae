/** Tests that an address can be clicked, and that nothing within it is obeyed. */
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { renderPlace } from '#bots/terminal/hyperlink.ts'

const render = (place: string) => renderPlace(place, { styled: true }).replaceAll('\u001b', '^')

it.each([
  ['https://a.test/i/x.png', '^]8;;https://a.test/i/x.png^\\https://a.test/i/x.png^]8;;^\\'],
  ['/tmp/a b/ü.png', '^]8;;file:///tmp/a%20b/%C3%BC.png^\\/tmp/a b/ü.png^]8;;^\\'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['no address', 'no address'],
])('links %s', (place, written) => {
  expect(render(place)).toBe(written)
})

it.each(['https://a.test/\u001b\\\u0007\u009cx', '/tmp/\u001b]0;x\u0007'])(
  'obeys nothing in an address',
  (place) => {
    const written = renderPlace(place, { styled: true })
    expect(stripVTControlCharacters(written)).toBe(renderPlace(place, { styled: false }))
    expect(written.replaceAll('\u001b]8;;', '').replaceAll('\u001b\\', '')).not.toMatch(/\p{Cc}/u)
  },
)
