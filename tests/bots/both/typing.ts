/** Every command that menus list, typed: how it goes well, and how it is refused. */
import { buy } from './buy.ts'
import type { BroughtFile, Chat, Options, Who } from './chat.ts'

export interface Typing {
  command: string
  who: Who
  options?: Options | ((chat: Chat) => Promise<Options>)
  says: RegExp
  /** Others in the channel see it too. */
  publishes?: true
  /** What is paid. */
  cost?: number
  made?: number
  /** Not in direct messages, where there is no team. */
  inTeam?: true
}

/** A picture of ann's. */
async function draw(chat: Chat): Promise<Options> {
  await chat.type('ann', 'channel', 'imagine', { prompt: 'a kite' })
  const account = (await chat.findAccount('ann')) ?? ''
  const { generations } = await chat.core.history.list(account, { limit: 1 })
  return { id: generations[0]?.id ?? '' }
}

async function drawForGallery(chat: Chat): Promise<Options> {
  await chat.type('ann', 'channel', 'gallery', { channel: chat.gallery })
  return await draw(chat)
}

const unknown = { id: 'zzzzzzzzzz' }
const boat = { prompt: 'a boat' }

const draw4x2 = (inner: string): BroughtFile => ({
  ...{ name: 'logo.svg', contentType: 'image/svg+xml' },
  bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2">${inner}</svg>`),
})
const drawing = draw4x2('<path d="M0 0h2v2z"/>')
const script = draw4x2('<script>alert(1)</script>')
const asked = (command: string): Options => (command === 'resize' ? { size: '9' } : {})

export const typings: readonly Typing[] = [
  ...[
    {
      ...{ options: boat, who: 'ann', says: /a boat.*price 10 credits/s },
      cost: 10,
      made: 1,
      publishes: true,
    },
    {
      ...{ options: { ...boat, private: true }, who: 'ann', says: /a boat.*10 credits/s },
      cost: 10,
      made: 1,
    },
    { options: { prompt: 'blocked' }, who: 'ann', says: /safety check.*credits are back/s },
    { options: { ...boat, size: '3x3' }, who: 'ann', says: /multiples of 16\.\s+Nothing was charged/ },
    { options: boat, who: 'cyd', says: /Connect your account first/ },
  ].map((each) => ({ command: 'imagine', ...each }) as Typing),
  {
    ...{ command: 'og', who: 'ann', options: { title: 'a boat', subtitle: 'afloat', style: 'night' } },
    ...{ says: /a boat.*afloat.*30 credits.*1200×630.*exactly as you typed/s, cost: 30, made: 1 },
    publishes: true,
  },
  {
    ...{ command: 'og', who: 'ann', options: { title: '\u200b' }, says: /title.*Nothing was charged/s },
    // In talk, its name alone without a slash is a word like any other.
    inTeam: true,
  },
  { command: 'og', who: 'cyd', options: { title: 'x' }, says: /Connect your account first/, inTeam: true },
  {
    ...{ command: 'logo', who: 'ann', options: { name: 'Boat', colors: 'navy', private: true } },
    ...{ says: /Boat.*30 credits.*1024×1024/s, cost: 30, made: 1 },
  },
  {
    ...{ command: 'change', who: 'ann', says: /1 a kite · 2 at night/, cost: 10, made: 1 },
    async options(chat) {
      await draw(chat)
      return { prompt: 'at night' }
    },
    ...{ publishes: true, inTeam: true },
  },
  {
    ...{ command: 'change', who: 'ben', says: /1 a kite · 2 at night/, cost: 10, made: 1, inTeam: true },
    options: async (chat) => ({ prompt: 'at night', ...(await draw(chat)), private: true }),
  },
  {
    ...{ command: 'change', who: 'ann', says: /no picture here to change/, inTeam: true },
    options: { prompt: 'at night' },
  },
  ...[
    { command: 'banner', options: { title: 'boats', private: true }, says: /boats.*30 credits.*1500×500/s },
    { command: 'avatar', options: { subject: 'boat', private: true }, says: /boat.*30 credits.*1024×1024/s },
    { command: 'emoji', options: { subject: 'boat', private: true }, says: /boat.*30 credits.*128×128/s },
  ].map((each): Typing => ({ who: 'ann', cost: 30, made: 1, inTeam: true, ...each })),
  { command: 'history', who: 'ann', says: /No pictures yet/ },
  { command: 'history', who: 'cyd', says: /Connect your account first/ },
  { command: 'show', who: 'ann', options: draw, says: /a kite.*price 10 credits/s },
  {
    ...{ command: 'show', who: 'ann', says: /Which picture\?(.|\n)*a kite/ },
    options: async (chat) => {
      await draw(chat)
      return {}
    },
  },
  { command: 'show', who: 'cyd', says: /Connect your account first/ },
  {
    ...{ command: 'history', who: 'ann', says: /1\W+of 1 · imagine · standard · “kite”/ },
    options: async (chat) => {
      await draw(chat)
      return { search: 'kite', tool: 'imagine', quality: 'standard' }
    },
  },
  {
    command: 'history',
    who: 'ann',
    options: { search: 'x', favourites: true },
    says: /match:\s+favourites · “x”/,
  },
  { command: 'history', who: 'ann', options: { search: 'x', tool: 'vary' }, says: /match:\s+vary · “x”/ },
  { command: 'show', who: 'ben', options: draw, says: /You have no picture with the id/ },
  { command: 'credits', who: 'ann', says: /You have\W+1,000,000 credits/ },
  {
    ...{ command: 'give', who: 'ann', says: /Give\s+\W*20 credits\W*\s+to\s+\W*ben/, inTeam: true },
    async options(chat) {
      await buy(chat, 'ann')
      return { credits: 20, person: chat.name('ben') }
    },
  },
  {
    ...{ command: 'give', who: 'ben', says: /None of your\W+[\d,]+ credits\W+can be given away/ },
    options: async (chat) => ({ credits: 20, person: chat.name('ann') }),
  },
  {
    ...{ command: 'give', who: 'cyd', says: /Connect your account first/ },
    options: async (chat) => ({ credits: 20, person: chat.name('ann') }),
  },
  { command: 'topup', who: 'ann', says: /Credits never expire/ },
  { command: 'cancel', who: 'ann', says: /You have nothing waiting/ },
  { command: 'cancel', who: 'ann', options: draw, says: /already being drawn/ },
  { command: 'share', who: 'ann', options: drawForGallery, says: /is in/, publishes: true, inTeam: true },
  {
    command: 'share',
    who: 'ann',
    options: unknown,
    says: /no picture with the id|only works in a team’s channel/,
  },
  { command: 'team', who: 'ben', says: /the team pays while|only works in a team’s channel/ },
  {
    ...{ command: 'team', who: 'ann', options: { do: 'cap', credits: 5 }, inTeam: true },
    says: /Each member can now spend up to\s+\W*5 credits/,
  },
  {
    ...{ command: 'team', who: 'ben', options: { do: 'cap', credits: 5 }, inTeam: true },
    says: /Only this team’s admins/,
  },
  { command: 'team', who: 'cyd', says: /Connect your account first|only works in a team’s channel/ },
  { command: 'usage', who: 'ben', says: /You haven’t spent any of your/ },
  { command: 'usage', who: 'ann', options: { month: '2026-13' }, says: /must be a month, such as/ },
  { command: 'usage', who: 'cyd', says: /Connect your account first/ },
  {
    command: 'gallery',
    who: 'ben',
    says: /no channel for shared pictures yet|only works in a team’s channel/,
  },
  {
    ...{ command: 'gallery', who: 'ann', options: async (chat) => ({ channel: chat.gallery }) },
    ...{ says: /will appear here/, publishes: true, inTeam: true },
  },
  {
    ...{ command: 'gallery', who: 'ben', options: async (chat) => ({ channel: chat.gallery }) },
    ...{ says: /Only this team’s admins/, inTeam: true },
  },
  {
    ...{ command: 'qr', who: 'cyd', options: { text: 'https://example.com' } },
    ...{ says: /example\.com.*size 512×512/s, publishes: true },
  },
  {
    ...{ command: 'qr', who: 'ann', options: { text: 'hello', color: 'yellow', private: true } },
    says: /1\.5 to 1, and cameras need 4 to 1/,
  },
  {
    ...{ command: 'placeholder', who: 'cyd', options: { size: '640x360', text: 'Soon' } },
    ...{ says: /size 640×360 · file/, publishes: true },
  },
  {
    ...{ command: 'placeholder', who: 'ann', options: { size: '64x64', private: true } },
    says: /size 64×64 · file/,
  },
  { command: 'placeholder', who: 'cyd', options: { size: 'tall' }, says: /width and a height, such as/ },
  ...['favicon', 'resize'].map((command) => ({
    ...{ command, who: 'ann' as const, options: { ...asked(command), image: script } },
    says: /This SVG contains a script/,
  })),
  {
    ...{ command: 'favicon', who: 'cyd', options: { image: drawing } },
    ...{ says: /<head>.*apple-touch-icon.*icons \d+ · file/s, publishes: true },
  },
  {
    ...{ command: 'resize', who: 'cyd', options: { size: '64', image: drawing } },
    ...{ says: /size 64×32 · from 4×2 · format png · file/, publishes: true },
  },
  { command: 'resize', who: 'cyd', options: { size: 'tall', image: drawing }, says: /800x600.*social/s },
  { command: 'link', who: 'cyd', says: /Press\W+Connect\W+and sign in/ },
  { command: 'link', who: 'cyd', options: { code: '00000000' }, says: /That code doesn’t work any more/ },
  { command: 'unlink', who: 'ann', says: /Disconnect this chat/ },
  { command: 'unlink', who: 'cyd', says: /isn’t connected to an account yet/ },
  { command: 'privacy', who: 'cyd', says: /What we store/ },
  { command: 'help', who: 'cyd', says: /\/imagine/ },
]
