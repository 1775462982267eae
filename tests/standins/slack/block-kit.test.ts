/** The limits of Block Kit, and how a message reads. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText } from './blocks/shape.ts'
import { openDesk } from './desk.ts'
import { plainContent } from './message.ts'
import { readContent } from './reading.ts'

async function faultsOf(blocks: object[]): Promise<readonly string[]> {
  const { world, client } = await openDesk()
  return await client.chat
    .postMessage({ channel: world.general.id, text: 'x', blocks: blocks as never })
    .then(
      () => [],
      (error: { data: { error: string; errors: string[] } }) => {
        expect(error.data.error).toBe('invalid_blocks')
        return error.data.errors
      },
    )
}

const long = (length: number) => 'x'.repeat(length)
const fill = (length: number, make: (index: number) => object) =>
  Array.from({ length }, (_, index) => make(index))
const plain = (length: number) => ({ type: 'plain_text', text: long(length) })
const section = (length: number) => ({ type: 'section', text: plain(length) })
const button = (fields: object = {}) => ({ type: 'button', text: plain(5), ...fields })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const image = (fields: object) => ({ type: 'image', alt_text: 'a boat', ...fields })
const header = (length: number) => ({ type: 'header', text: plain(length) })
const context = (length: number) => ({ type: 'context', elements: fill(length, () => plain(1)) })
const divider = { type: 'divider' }
const url = 'https://pictures.example/boat.png'

describe('within the limits', () => {
  test.each([
    ['a section of 3,000', [section(3000)]],
    ['a header of 150', [header(150)]],
    ['fifty blocks', fill(50, () => divider)],
    ['twenty-five elements', [actions(...fill(25, (index) => button({ action_id: `a${index}` })))]],
    ['a full button', [actions(button({ text: plain(75), value: long(2000), action_id: long(255) }))]],
    ['an image by URL', [image({ image_url: url })]],
    ['ten in a context', [context(10)]],
    ['a section with an accessory', [{ ...section(1), accessory: button() }]],
  ])('%s passes', async (_name, blocks) => expect(await faultsOf(blocks)).toEqual([]))
})

describe('past the limits', () => {
  const sources = 'only one of image_url or slack_file'
  const label = '/0/elements/0/text/text'
  const named = button({ action_id: 'a' })
  test.each<[string, object[], string, string?]>([
    ['a section of 3,001', [section(3001)], 'must be less than 3001 characters', '/0/text/text'],
    ['an empty section', [section(0)], 'must be more than 0 characters', '/0/text/text'],
    ['no text', [{ type: 'section' }], 'missing required field: text or fields', '/0'],
    ['a header of 151', [header(151)], 'must be less than 151 characters', '/0/text/text'],
    ['51 blocks', fill(51, () => divider), 'no more than 50 items allowed', ''],
    ['26 elements', [actions(...fill(26, () => button()))], 'no more than 25 items allowed', '/0/elements'],
    ['a label of 76', [actions(button({ text: plain(76) }))], 'must be less than 76 characters', label],
    ['mrkdwn on a button', [actions(button({ text: { type: 'mrkdwn', text: 'x' } }))], 'text/type]'],
    ['a value of 2,001', [actions(button({ value: long(2001) }))], 'elements/0/value]'],
    ['an action id of 256', [actions(button({ action_id: long(256) }))], 'elements/0/action_id]'],
    ['an action id twice', [actions(named, named)], '`action_id` `a` already exists'],
    ['a block id twice', fill(2, () => ({ ...divider, block_id: 'b' })), 'block_id `b` already exists'],
    ['a URL that is none', [actions(button({ url: 'over there' }))], 'elements/0/url]'],
    ['no alt text', [{ type: 'image', image_url: url }], 'missing required field: alt_text', '/0'],
    ['two sources', [image({ image_url: url, slack_file: { id: 'F1' } })], sources],
    ['no source', [image({})], sources],
    ['a WebP', [image({ image_url: 'https://pictures.example/boat.webp?x=1' })], 'invalid image type'],
    ['eleven in a context', [context(11)], 'no more than 10 items'],
    ['an unknown block', [{ type: 'marquee' }], 'unsupported type [json-pointer:/blocks/0'],
    ['an unknown field', [{ ...divider, colour: 'red' }], 'invalid additional property: colour', '/0'],
  ])('%s is refused', async (_name, blocks, fault, pointer) => {
    const told = pointer === undefined ? fault : `${fault} [json-pointer:/blocks${pointer}]`
    expect((await faultsOf(blocks)).join('\n')).toContain(told)
  })
})

describe('a message reads', () => {
  const read = (text: string) => readContent(plainContent(text))

  test('with the pings its markup makes', () => {
    const pings = ['<!channel>', '<@U012AB>', '<!subteam^S1>', '<!here|here>']
    expect(read(pings.join(' ')).pings).toEqual(pings)
    expect(read('&lt;!channel&gt; @channel').pings).toEqual([])
    expect(readContent({ ...plainContent('@channel'), linkNames: true }).pings).toEqual(['@channel'])
  })

  test('pings from rich text and from fallback text count', () => {
    const broadcast = { type: 'broadcast', range: 'channel' }
    const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [broadcast] }] }
    const { pings } = readContent({ ...plainContent('<!here>'), blocks: [rich] })
    expect(pings).toEqual(['<!here>', '<!channel>'])
  })

  test('with its formats', () => {
    const kinds = (text: string) => read(text).formats.map((format) => format.kind)
    expect(kinds('*a* _b_ ~c~ `d` :boat:')).toEqual(['code', 'bold', 'italic', 'strike', 'emoji'])
    expect(kinds('&gt; quoted\nhttps://x.example <https://y.example|y>')).toEqual(['quote', 'link', 'link'])
    expect(kinds('2 * 3 * 4, snake_case_name')).toEqual([])
  })

  test('whatever is in plain text pings nobody and is shown as it is', () => {
    const unit = fc.constantFrom('<', '>', '!', '@', '&', '*', 'channel', 'U012', ' ')
    const property = fc.property(fc.string({ unit }), (text) => {
      const plain = { type: 'section', text: { type: 'plain_text', text, emoji: false } }
      const content = readContent({ ...plainContent(''), blocks: [plain] })
      expect(content).toEqual({ shown: text, pings: [], formats: [] })
      expect(read(escapeText(text))).toMatchObject({ shown: text, pings: [] })
    })
    fc.assert(property)
  })
})
