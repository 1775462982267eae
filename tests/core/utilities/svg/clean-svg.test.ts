/** Drawings in SVG: what only draws is kept, what runs, leads out or would never end is refused by its name. */
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openGiven } from '#core/utilities/open-given.ts'
import { cleanSvg } from '#core/utilities/svg/clean-svg.ts'

const read = (inner: string, attributes = 'viewBox="0 0 9 9"') =>
  cleanSvg(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`))

describe('what is kept', () => {
  it('is all that draws, with its style', () => {
    const inner =
      '<style>.a{fill:#f00}@media (prefers-color-scheme: dark){.a{fill:rgb(0,9,9)}}</style>' +
      '<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs>' +
      '<path class="a" d="M0 0h9" style="stroke:url(#g)"/><use href="#g"/><text y="9">a &lt; b</text>'
    const { text, hasWords } = read(inner)
    expect(text).toBe(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>\n`)
    expect(hasWords).toBe(true)
  })

  it('is silent about who drew it and with what', () => {
    const { text } = read(
      '<!-- by me --><metadata><rdf:x xmlns:rdf="y"/></metadata><sodipodi:namedview id="n"/><animate to="9"/>' +
        '<rect xlink:href="#a" inkscape:label="mine" data-name="Layer (1)" width="9"/>' +
        '<style>/* (c) me url(http://x) */.b{}</style>',
      'xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"',
    )
    expect(text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" version="1.1"><rect href="#a" width="9"/><style> .b{}</style></svg>\n',
    )
  })

  it('draws what it drew, and is kept as it is when it is cleaned again', async () => {
    const inner = '<rect width="5" height="9" fill="teal"/><g transform="rotate(3)"><circle r="4"/></g>'
    const given = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`)
    const { text } = cleanSvg(given)
    const pixels = (bytes: Buffer) => sharp(bytes, { density: 720 }).raw().toBuffer()
    expect(await pixels(Buffer.from(text))).toEqual(await pixels(given))
    expect(cleanSvg(Buffer.from(text)).text).toBe(text)
  })
})

const many = (count: number, part: string) => part.repeat(count)
const doubled = Array.from(
  { length: 30 },
  (_, at) => `<g id="a${at + 1}">${many(2, `<use href="#a${at}"/>`)}</g>`,
)
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${many(10, `&l${at};`)}">`)

describe('what is refused', () => {
  it.each([
    ['script', '<script>alert(1)</script>'],
    ['script', '<rect onload="alert(1)"/>'],
    ['script', '<rect ONCLICK="alert(1)"/>'],
    ['script', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'],
    ['reference', '<use href="http://a.example/b.svg#c"/>'],
    ['reference', '<use xlink:href="data:image/svg+xml,x"/>'],
    ['reference', '<a href="#b"><rect/></a>'],
    ['reference', '<rect fill="url(http://a.example)"/>'],
    ['reference', '<rect style="fill:url( &quot;//a.example&quot;)"/>'],
    ['reference', '<rect style="mask:image-set(\'//a.example\' 1x)"/>'],
    ['reference', '<style>@import "//a.example";</style>'],
    ['reference', '<style>@font-face{src:url(#a)}</style>'],
    ['reference', '<style>a{fill:\\75rl(//a.example)}</style>'],
    ['reference', '<style>a{fill:u/**/rl(//a.example)}</style>'],
    ['picture', '<image href="data:image/png;base64,iVBORw0KGgo="/>'],
    ['picture', '<filter><feImage href="#a"/></filter>'],
    ['element', '<iframe src="//a.example"/>'],
    ['element', '<feTurbulence/>'],
    ['element', '<SCRIPT/>'],
    ['nothing', '<g>'],
    ['nothing', '&nbsp;'],
    ['too-much', many(200, '<g>') + many(200, '</g>')],
    ['too-much', many(30_000, '<g>')],
    ['too-much', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    ['too-much', '<g id="a" mask="url(#a)"/>'],
  ] as const)('%s: %.60s', (holds, inner) => {
    expect(() => read(inner)).toThrow(
      expect.objectContaining({ code: 'svg-refused', data: expect.objectContaining({ holds }) }),
    )
  })

  it.each([
    ['entities', `<!DOCTYPE svg [<!ENTITY l0 "lol">${laughs.join('')}]><svg>&l9;</svg>`],
    ['entities', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'],
    ['element', '<html/>'],
    ['nothing', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>'],
    ['nothing', Buffer.from('<svg/>', 'utf16le')],
    ['nothing', Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff])],
    ['nothing', ''],
    ['too-much', `<svg>${many(300_000, ' ')}</svg>`],
  ])('%s, of a whole file', (holds, file) => {
    expect(() => cleanSvg(Buffer.from(file))).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ holds }) }),
    )
  })
})

describe('how much there is to draw', () => {
  it.each([
    ['one shape within a drawing', '<rect/>', 2, 3],
    [
      'colours that run into each other',
      '<linearGradient id="a"><stop/></linearGradient><rect fill="url(#a)"/>',
      2,
      3,
    ],
    ['what is drawn again', '<g id="a"><rect/><rect/></g><use href="#a"/>', 8, 9],
    [
      'a filter laid on two',
      `<filter id="f"><feOffset/></filter>${many(2, '<rect filter="url(#f)"/>')}`,
      95,
      99,
    ],
    [
      'a pattern handed on',
      `<pattern id="p">${many(9, '<rect/>')}</pattern><g fill="url(#p)">${many(9, '<rect/>')}</g>`,
      110,
      130,
    ],
    [
      'a pattern in a style sheet',
      `<style>g{fill:url(#p)}</style><pattern id="p">${many(9, '<rect/>')}</pattern>`,
      120,
      150,
    ],
    ['what doubles thirty times', `<g id="a0"/>${doubled.join('')}`, 2 ** 30, 2 ** 34],
  ])('%s', (_what, inner, least, most) => {
    const { weight } = read(inner)
    expect(weight).toBeGreaterThanOrEqual(least)
    expect(weight).toBeLessThanOrEqual(most)
  })
})

describe('how much is held at once while it is drawn', () => {
  const within = (count: number, head: string, inner = '<rect/>') =>
    `<g ${head}>`.repeat(count) + inner + '</g>'.repeat(count)
  const mask = '<mask id="m"><rect/></mask>'
  const chained = Array.from(
    { length: 9 },
    (_, at) => `<g id="n${at}" opacity="0"><use href="#n${at + 1}"/></g>`,
  )

  it.each([
    ['nothing but shapes', within(9, 'fill-opacity=".5" stroke="red"'), 0],
    ['what is as usual', within(9, 'style="opacity: 1;mix-blend-mode:normal;filter:none" mask="none"'), 0],
    ['what shows through, within each other', within(9, 'opacity=".5"'), 9],
    ['the same side by side', within(1, 'opacity=".5"').repeat(9), 1],
    ['the same said by style', within(9, 'style="fill:red;OPACITY : 0.5"'), 9],
    ['a word with a comment in it', within(9, 'style="opacity/**/:.5"'), 9],
    ['a style sheet that may mean any', `<style>g{opacity:.5}</style>${within(9, '')}`, 11],
    ['what leads to each other', `<defs>${chained.join('')}<rect id="n9"/></defs><use href="#n0"/>`, 9],
    ['masks', `${mask}${within(2, 'mask="url(#m)"')}`, 5],
    ['a mask in a style sheet', `${mask}<style>g{fill-opacity:1;mask:url(#m)}</style>${within(2, '')}`, 9],
    ['steps of a filter', '<filter id="f"><feFlood/><feFlood/></filter><rect filter="url(#f)"/>', 4],
  ])('%s', (_what, inner, layers) => {
    expect(read(inner).layers).toBe(layers)
  })

  it('is refused where it is more than fits, however little there is to draw', async () => {
    const held = read(within(95, 'opacity=".5"', '<rect width="9" height="9"/>')).text
    await expect(openGiven(Buffer.from(held), () => 3_000)).rejects.toMatchObject({
      ...{ code: 'svg-refused', data: { holds: 'too-much' } },
    })
    expect((await openGiven(Buffer.from(held), () => 500)).raw.width).toBe(500)
  })

  it('is refused where thousands lead to each other', () => {
    const far = Array.from({ length: 5_000 }, (_, at) => `<g id="n${at}"><use href="#n${at + 1}"/></g>`)
    expect(() => read(far.join(''))).toThrow(expect.objectContaining({ code: 'svg-refused' }))
  })
})

it('any drawing is either cleaned for good or refused', () => {
  const parts = [
    '<g>',
    '</g>',
    '<rect ',
    'fill="url(#a)"',
    'id="a"',
    '/>',
    '<style>',
    '/*',
    '*/',
    '</style>',
    '&lt;',
    '<![CDATA[',
    ']]>',
    '\\',
    'x(',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (given) => {
      let text: string
      try {
        text = read(given.join(' ')).text
      } catch (error) {
        expect(error).toMatchObject({ code: 'svg-refused' })
        return
      }
      expect(cleanSvg(Buffer.from(text)).text).toBe(text)
    }),
  )
})
