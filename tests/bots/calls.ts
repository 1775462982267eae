/** Calls, generations and a core of plain objects for the tests of chat. */

import type { Call, Message, Spoken } from '#bots/platform.ts'
import type { Failure, StateFields } from '#core/images/generation.ts'
import { type Core, type Generation, type Job, type Progress, speak, usualPrices } from '#core/index.ts'

const redFox: Omit<Generation, keyof StateFields | 'status'> = {
  id: 'fox0000001',
  owner: 'account-1',
  payer: 'account-1',
  call: 'terminal:1',
  asked: {
    tool: 'imagine',
    prompt: 'a red fox',
    size: { width: 1536, height: 1024 },
    quality: 'standard',
    count: 1,
    background: 'auto',
    sources: [],
  },
  model: 'placeholder',
  cacheKey: 'digest',
  price: 10,
  private: false,
  origin: { platform: 'terminal', address: {} },
  pictures: [
    { key: 'key1', url: 'http://pictures/1', width: 1536, height: 1024, mime: 'image/png', bytes: 10 },
  ],
  pictureKeys: ['key1'],
  createdAt: Date.UTC(2026, 10, 23, 20, 35),
}

const drawingAt = redFox.createdAt

/** A finished picture of a red fox. */
export const fox: Generation<'ready'> = { ...redFox, status: 'ready', drawingAt }

/** The same once it was seen. */
export const deliveredFox: Generation<'delivered'> = {
  ...redFox,
  ...{ status: 'delivered', delivery: 'reply', drawingAt, endedAt: drawingAt + 60_000 },
}

/** Four drafts of it. */
export function createFour(): Generation<'ready'> {
  const pictureKeys = ['key1', 'key2', 'key3', 'key4']
  const pictures = fox.pictures.flatMap((each) =>
    pictureKeys.map((key, index) => ({ ...each, key, url: `http://pictures/${index + 1}` })),
  )
  return { ...fox, asked: { ...fox.asked, quality: 'draft', count: 4 }, price: 4, pictures, pictureKeys }
}

/** The same where nothing came of it. */
export const failFox = (failure: Failure): Generation<'refunded'> => ({
  ...redFox,
  ...{ status: 'refunded', failure, drawingAt, endedAt: drawingAt + 60_000 },
})

/** A call whose reply keeps what it is given; `refuses` makes the platform take no reply. */
export function createCall(
  call: Partial<Call> & Pick<Call, 'command'>,
  { refuses = false }: { refuses?: boolean } = {},
): Call & { progress: Message[]; finished: Message[] } {
  const progress: Message[] = []
  const finished: Message[] = []
  return {
    id: 'terminal:1',
    options: {},
    user: { platform: 'terminal', user: 'local', name: 'ada' },
    origin: { platform: 'terminal', address: {} },
    words: speak(undefined),
    roomWords: speak(undefined),
    admin: false,
    alone: true,
    retract: async () => undefined,
    progress,
    finished,
    ...call,
    reply: {
      progress: (message) => progress.push(message),
      finish: async (message) => {
        if (refuses) throw new Error('Unknown interaction')
        finished.push(message)
      },
    },
  }
}

/** A job that tells this progress and then ends like this. */
export function createJob(
  progress: readonly Progress[],
  done: Job['done'],
  generation: Generation = fox,
): Job {
  return {
    generation,
    done,
    follow(listener) {
      for (const each of progress) listener(each)
      return () => undefined
    },
  }
}

/** A stand-in for the core where only its answers matter; the real one is behind the end-to-end tests. */
export function createAnsweringCore(answers: { order?: Core['images']['order']; balance?: number } = {}) {
  const marked: [string, string][] = []
  const core = {
    accounts: {
      requireAccount: async () => ({ id: 'account-1', createdAt: 0 }),
      findLinked: async () => undefined,
      listIdentities: async () => [],
    },
    credits: { findBalance: async () => answers.balance ?? 90, listEntries: async () => [] },
    images: {
      order: answers.order ?? (async () => createJob([], Promise.resolve(fox))),
      markDelivered: async (id: string, delivery: string) => void marked.push([id, delivery]),
    },
    prices: usualPrices,
    publicUrl: 'https://bot.test',
    purchases: { listPacks: () => [] },
    history: {
      list: async () => ({ generations: [], filter: {} }),
      require: async () => fox,
      requireVisible: async () => fox,
    },
  }
  return { core: core as unknown as Core, marked }
}

/** A message of one sentence, seen by whoever asked alone unless it is not private. */
export const say = (text: string, isPrivate = true): Spoken =>
  inEnglish({ private: isPrivate, blocks: [{ kind: 'text', text: [text] }] })

/** As it is handed to a platform. */
export const inEnglish = (message: Message): Spoken => ({ ...message, words: speak(undefined) })

/** All literal words of a message, as one string. */
export function readWords(message: Message | undefined): string {
  return JSON.stringify(message?.blocks ?? [])
}
