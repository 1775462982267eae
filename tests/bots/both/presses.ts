/** Every button that the bot shows, message by message: how it comes to be seen, and what a press must come to. */

import { type Chat, requireLook, until } from './chat.ts'
import { giving } from './give-presses.ts'
import { exhibits, favourites, listing } from './history-presses.ts'
import { boat, draw, type Press, paid, press } from './press-rows.ts'
import { teams } from './team-presses.ts'

async function drawForGallery(chat: Chat): Promise<void> {
  await chat.type('ann', 'channel', 'gallery', { channel: chat.gallery })
  await draw(chat)
}

async function share(chat: Chat): Promise<void> {
  await drawForGallery(chat)
  await press(chat, 'ann', 'Share')
}

async function askToDelete(chat: Chat): Promise<void> {
  await draw(chat)
  await press(chat, 'ann', 'Delete')
}

/** One is drawn, and two wait, the last of which can be cancelled also when the first is no more. */
async function wait(chat: Chat): Promise<void> {
  chat.hold()
  for (const prompt of ['first', 'second']) {
    chat.begin('ann', 'channel', 'imagine', { prompt })
    await until(() => chat.look('ann').some(({ text }) => text.includes(prompt)))
  }
  chat.begin('ann', 'channel', 'imagine', boat)
  await until(() => chat.look('ann').some(canBeCancelled))
}

const canBeCancelled = ({ text, buttons }: { text: string; buttons: readonly string[] }) =>
  text.includes('a boat') && buttons.includes('Cancel')

async function untilSecondIsDrawn(chat: Chat): Promise<void> {
  const isTold = () =>
    chat.look('ann').some(({ text }) => text.includes('restarted while this was being drawn'))
  await until(() => chat.prompts.includes('second') && isTold())
}

/** Those under a picture that draw another. */
const redrawings = [
  { button: 'Again · 10', command: 'again', cost: 10, made: 1, says: paid(10) },
  { button: 'Edit prompt', command: 'edit', form: true, cost: 10, made: 1, says: paid(10, 'a ship') },
  { button: 'Change', command: 'change-form', form: true, cost: 10, made: 1, says: paid(10, 'a ship') },
  { button: 'Upgrade · 30', command: 'upgrade', cost: 30, made: 1, says: paid(30) },
] as const

type Place = Pick<Press, 'under' | 'presser' | 'lead' | 'on' | 'publishes'>

const places: readonly Place[] = [
  { under: 'somebody else’s picture', presser: 'ben', lead: draw, publishes: true },
  {
    under: 'a private picture',
    presser: 'ann',
    lead: (chat) => chat.type('ann', 'channel', 'imagine', { ...boat, private: true }),
  },
  {
    under: 'a picture in direct messages',
    presser: 'ann',
    lead: (chat) => chat.type('ann', 'direct', 'imagine', boat),
  },
  { under: 'a post in the gallery', presser: 'ben', lead: share, on: /shared/, publishes: true },
]

const redrawn: readonly Press[] = places.flatMap((place) =>
  redrawings.map((button): Press => ({ ...button, ...place })),
)

const used = { button: 'Use in /imagine', command: 'use-made', form: true, cost: 10, made: 1 } as const

/** What a free utility made is there again after a restart: it is made anew. */
const useds: readonly Press[] = [
  {
    ...{ ...used, under: 'somebody else’s QR code', presser: 'ben', publishes: true },
    ...{
      lead: (chat) => chat.type('cyd', 'channel', 'qr', { text: 'https://example.com' }),
      says: paid(10, 'a ship'),
    },
  },
  {
    ...{ ...used, under: 'a private placeholder', presser: 'ann', says: paid(10, 'a ship') },
    lead: (chat) =>
      chat.type('ann', 'channel', 'placeholder', { size: '640x360', color: 'navy', private: true }),
  },
]

/** Asked first how far it may go. */
const varied: readonly Press[] = places.flatMap(({ publishes, ...place }): Press[] => [
  { ...place, button: 'Vary · 10', command: 'vary', says: /How different from/ },
  {
    ...{ under: `the question of Vary under ${place.under}`, button: 'Strong · 10', command: 'vary' },
    presser: place.presser,
    async lead(chat) {
      await place.lead(chat)
      await press(chat, place.presser, 'Vary · 10')
    },
    ...{ says: paid(10), cost: 10, made: 1, ...(publishes && { publishes }) },
  },
])

const drawFour = (chat: Chat) =>
  chat.type('ann', 'channel', 'imagine', { ...boat, quality: 'draft', count: 4 })

async function pickThird(chat: Chat): Promise<void> {
  await drawFour(chat)
  await press(chat, 'ben', '3')
}

const picking: readonly Press[] = [
  {
    ...{ under: 'four pictures', button: '3', command: 'pick', presser: 'ben' },
    ...{ lead: drawFour, says: /price 4 credits for all 4.*id \w+\.3/s },
  },
  {
    ...{ under: 'one of four', button: 'Upgrade · 30', command: 'upgrade', presser: 'ben' },
    ...{ lead: pickThird, says: paid(30), cost: 30, made: 1, publishes: true },
  },
  {
    ...{ under: 'one of four', button: 'Edit prompt', command: 'edit', presser: 'ben', form: true },
    ...{ lead: pickThird, says: paid(1, 'a ship'), cost: 1, made: 1, publishes: true },
  },
]

const isShared = /is in\s+\[?the gallery channel/
const sharing: readonly Press[] = [
  {
    ...{ under: 'a picture', button: 'Share', command: 'share', presser: 'ann' },
    lead: drawForGallery,
    // The post and the answer to the press.
    shows: 2,
    says: isShared,
    publishes: true,
  },
  ...[/shared a picture/, isShared].map(
    (on): Press => ({
      ...{ under: `“${on.source}”`, button: 'Unshare', command: 'unshare', presser: 'ann' },
      ...{ lead: share, on, says: /no longer in the gallery/, takes: [1, 1] },
    }),
  ),
]

const voting: readonly Press[] = (['ben', 'cyd'] as const).map((presser) => ({
  ...{ under: 'a post in the gallery', button: 'Vote', command: 'vote', presser },
  // The answer to the press, and the post that says how many there are.
  ...{ lead: share, says: /it has 1 vote\b/, shows: 2, publishes: true },
}))

const deleting: readonly Press[] = [
  {
    ...{ under: 'a picture', button: 'Delete', command: 'delete', presser: 'ann' },
    ...{ lead: draw, says: /can’t be undone/ },
  },
  {
    ...{ under: 'the question', button: 'Delete it', command: 'delete-now', presser: 'ann' },
    ...{ lead: askToDelete, says: /is deleted\.$/m, takes: [1, 1], made: -1 },
  },
  {
    ...{
      under: 'the question in direct messages',
      button: 'Delete it',
      command: 'delete-now',
      presser: 'ann',
    },
    async lead(chat) {
      await chat.type('ann', 'direct', 'imagine', boat)
      await press(chat, 'ann', 'Delete')
    },
    ...{ says: /is deleted\.$/m, takes: [1, 0], made: -1 },
  },
  {
    ...{ under: 'the question', button: 'Keep it', command: 'keep', presser: 'ann' },
    ...{ lead: askToDelete, says: /nothing was changed/ },
  },
]

const linking: readonly Press[] = [
  {
    ...{ under: '/link', button: 'Enter code', command: 'enter-code', presser: 'cyd', form: true },
    lead: (chat) => chat.type('cyd', 'channel', 'link'),
    says: /That code doesn’t work any more|That’s not the code/,
  },
  {
    ...{ under: '/unlink', button: 'Disconnect', command: 'unlink-now', presser: 'ann' },
    lead: (chat) => chat.type('ann', 'channel', 'unlink'),
    says: /is disconnected/,
  },
  {
    ...{ under: '/unlink', button: 'Keep it', command: 'keep', presser: 'ann' },
    lead: (chat) => chat.type('ann', 'channel', 'unlink'),
    says: /nothing was changed/,
  },
]

const card = { title: 'a boat', style: 'night' }
const drawCard = (chat: Chat) => chat.type('ann', 'channel', 'og', card)

const presets: readonly Press[] = [
  { button: 'Again · 30', command: 'again', says: paid(30) },
  { button: 'Vary · 30', command: 'vary', says: paid(30) },
  { button: 'Edit words', command: 'edit', form: true, says: paid(30, 'a ship') } as const,
].map((each) => ({
  ...{ under: 'a social card', presser: 'ben', lead: drawCard, cost: 30, made: 1, publishes: true, ...each },
}))

/** Two steps, of which the second is the newest. */
async function changeOnce(chat: Chat): Promise<void> {
  await draw(chat)
  const send = await chat.open('ann', requireLook(chat, 'ann', 'Change'), 'Change')
  await send({ prompt: 'at night', code: '', title: '' })
}

const others: readonly Press[] = [
  ...(['ann', 'ben'] as const).map(
    (presser): Press => ({
      ...{ under: 'a change', button: 'Back to 1', command: 'back', presser, lead: changeOnce },
      ...{ says: paid(10), publishes: true },
    }),
  ),
  {
    ...{ under: 'a refused prompt', button: 'Edit prompt', command: 'edit', presser: 'ann', form: true },
    lead: (chat) => chat.type('ann', 'channel', 'imagine', { prompt: 'blocked' }),
    ...{ says: paid(10, 'a ship'), cost: 10, made: 1, publishes: true },
  },
  {
    ...{
      under: 'a refused private prompt',
      button: 'Edit prompt',
      command: 'edit',
      presser: 'ann',
      form: true,
    },
    lead: (chat) => chat.type('ann', 'channel', 'imagine', { prompt: 'blocked', private: true }),
    ...{ says: paid(10, 'a ship'), cost: 10, made: 1 },
  },
  {
    ...{ under: 'the help', button: 'Draw a lighthouse · 1', command: 'example', presser: 'ann' },
    ...{
      lead: (chat) => chat.type('ann', 'channel', 'help'),
      says: paid(1, 'a lighthouse'),
      cost: 1,
      made: 1,
    },
  },
  {
    ...{ under: 'the help', button: 'Make a QR code · free', command: 'example', presser: 'cyd' },
    ...{ lead: (chat) => chat.type('cyd', 'channel', 'help'), says: /error correction/ },
  },
  {
    ...{ under: 'a picture that waits', button: 'Cancel', command: 'cancel', presser: 'ann' },
    ...{ lead: wait, on: /a boat/, settle: untilSecondIsDrawn },
    // The answer to the press, and to the command that is cancelled.
    shows: 2,
    says: /is cancelled/,
    underWay: true,
    cost: -10,
  },
]

export const presses: readonly Press[] = [
  ...redrawn,
  ...useds,
  ...varied,
  ...picking,
  ...presets,
  ...sharing,
  ...voting,
  ...deleting,
  ...giving,
  ...linking,
  ...teams,
  ...listing,
  ...exhibits,
  ...favourites,
  ...others,
]
