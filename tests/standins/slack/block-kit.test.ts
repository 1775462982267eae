/** The limits of Block Kit, and how a message reads. */
import { WebClient } from '@slack/web-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { escapeText } from './blocks/shape.ts'
import { createQuietLogger } from './bolt-app.ts'
import { createDemoWorld } from './demo-world.ts'
import { plainContent } from './message.ts'
import { readContent } from './reading.ts'
import { type SlackStandin, startSlackStandin } from './start.ts'

let slack: SlackStandin
let world: ReturnType<typeof createDemoWorld>
let client: WebClient

beforeAll(async () => {
  slack = await startSlackStandin()
  world = createDemoWorld(slack)
  client = new WebClient(world.installation.token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: createQuietLogger(),
  })
})

afterAll(() => slack.close())

const faultsOf = async (...blocks: object[]): Promise<readonly string[]> =>
  client.chat.postMessage({ channel: world.general.id, text: 'x', blocks: blocks as never }).then(
    () => [],
    (error: { data: { error: string; errors: string[] } }) => {
      expect(error.data.error).toBe('invalid_blocks')
      return error.data.errors
    },
  )

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const section = (length: number) => ({ type: 'section', text: plain(length) })
const button = (fields: object = {}) => ({ type: 'button', text: plain(5), ...fields })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const image = (fields: object) => ({ type: 'image', alt_text: 'a boat', ...fields })
const url = 'https://pictures.example/boat.png'

describe('within the limits', () => {
  test.each([
    ['a section of 3,000', [section(3000)]],
    ['a header of 150', [{ type: 'header', text: plain(150) }]],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    [
      'twenty-five elements',
      [actions(...Array.from({ length: 25 }, (_, index) => button({ action_id: `a${index}` })))],
    ],
    [
      'a full button',
      [actions(button({ text: plain(75), value: 'x'.repeat(2000), action_id: 'x'.repeat(255) }))],
    ],
    ['an image by URL', [image({ image_url: url })]],
    ['ten in a context', [{ type: 'context', elements: Array.from({ length: 10 }, () => plain(1)) }]],
    ['a section with an accessory', [{ ...section(1), accessory: button() }]],
  ])('%s passes', async (_name, blocks) => expect(await faultsOf(...blocks)).toEqual([]))
})

describe('past the limits', () => {
  test.each([
    [
      'a section of 3,001',
      [section(3001)],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['an empty section', [section(0)], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ['no text', [{ type: 'section' }], 'missing required field: text or fields [json-pointer:/blocks/0]'],
    [
      'a header of 151',
      [{ type: 'header', text: plain(151) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      '51 blocks',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    [
      '26 elements',
      [actions(...Array.from({ length: 26 }, () => button()))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'a label of 76',
      [actions(button({ text: plain(76) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    ['mrkdwn on a button', [actions(button({ text: { type: 'mrkdwn', text: 'x' } }))], 'text/type]'],
    ['a value of 2,001', [actions(button({ value: 'x'.repeat(2001) }))], 'elements/0/value]'],
    ['an action id of 256', [actions(button({ action_id: 'x'.repeat(256) }))], 'elements/0/action_id]'],
    [
      'an action id twice',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      '`action_id` `a` already exists',
    ],
    [
      'a block id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      'block_id `b` already exists',
    ],
    ['a URL that is none', [actions(button({ url: 'over there' }))], 'elements/0/url]'],
    [
      'no alt text',
      [{ type: 'image', image_url: url }],
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'two sources',
      [image({ image_url: url, slack_file: { id: 'F1' } })],
      'only one of image_url or slack_file',
    ],
    ['no source', [image({})], 'only one of image_url or slack_file'],
    ['a WebP', [image({ image_url: 'https://pictures.example/boat.webp?x=1' })], 'invalid image type'],
    [
      'eleven in a context',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => plain(1)) }],
      'no more than 10 items',
    ],
    ['an unknown block', [{ type: 'marquee' }], 'unsupported type [json-pointer:/blocks/0'],
    [
      'an unknown field',
      [{ type: 'divider', colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
  ])('%s is refused', async (_name, blocks, fault) => {
    const faults = await faultsOf(...blocks)
    expect(faults.join('\n')).toContain(fault)
  })
})

describe('a message reads', () => {
  const read = (text: string) => readContent(plainContent(text))

  test('with the pings its markup makes', () => {
    expect(read('<!channel> <@U012AB> <!subteam^S1> <!here|here>').pings).toEqual([
      '<!channel>',
      '<@U012AB>',
      '<!subteam^S1>',
      '<!here|here>',
    ])
    expect(read('&lt;!channel&gt; @channel').pings).toEqual([])
    expect(readContent({ ...plainContent('@channel'), linkNames: true }).pings).toEqual(['@channel'])
  })

  test('pings from rich text and from fallback text count', () => {
    const broadcast = { type: 'broadcast', range: 'channel' }
    const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [broadcast] }] }
    expect(readContent({ ...plainContent('<!here>'), blocks: [rich] }).pings).toEqual([
      '<!here>',
      '<!channel>',
    ])
  })

  test('with its formats', () => {
    const kinds = (text: string) => read(text).formats.map((format) => format.kind)
    expect(kinds('*a* _b_ ~c~ `d` :boat:')).toEqual(['code', 'bold', 'italic', 'strike', 'emoji'])
    expect(kinds('&gt; quoted\nhttps://x.example <https://y.example|y>')).toEqual(['quote', 'link', 'link'])
    expect(kinds('2 * 3 * 4, snake_case_name')).toEqual([])
  })

  test('whatever is in plain text pings nobody and is shown as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '!', '@', '&', '*', 'channel', 'U012', ' ') }),
        (text) => {
          const plain = { type: 'section', text: { type: 'plain_text', text, emoji: false } }
          expect(readContent({ ...plainContent(''), blocks: [plain] })).toEqual({
            shown: text,
            pings: [],
            formats: [],
          })
          expect(read(escapeText(text))).toMatchObject({ shown: text, pings: [] })
        },
      ),
    )
  })
})
