/** Records for the store's tests: whole ones, of which a test says only what matters to it. */
import type { Entry } from '#core/credits/ledger-store.ts'
import type { Generation, ImageSpec } from '#core/images/generation.ts'
import type { Creation } from '#core/images/generation-store.ts'
import type { Store } from '#core/store/store.ts'

let made = 0

export type NewGeneration = Omit<Generation, 'slot'>
export type Parts = Partial<Omit<NewGeneration, 'spec'>> & { prompt?: string; spec?: Partial<ImageSpec> }

/** An accepted generation, of a spec of its own. */
export function createGeneration({ prompt, spec, ...parts }: Parts = {}): NewGeneration {
  made += 1
  return {
    id: `gen${made}`,
    account: 'ada',
    call: `call:${made}`,
    spec: {
      prompt: prompt ?? 'a red fox',
      width: 1024,
      height: 1024,
      quality: 'standard',
      count: 1,
      background: 'auto',
      sources: [],
      ...spec,
    },
    model: 'placeholder',
    cacheKey: `spec:${made}`,
    price: 10,
    private: false,
    origin: { platform: 'terminal', address: {} },
    status: 'recorded',
    lease: { owner: 'here:1:a', until: 5_000 },
    pictures: [],
    pictureKeys: [`picture:${made}`],
    createdAt: 1_790_000_000_000 + made,
    ...parts,
  }
}

/** One with something in every field that a generation can have. */
export function createFullGeneration(parts: Parts = {}): NewGeneration {
  return createGeneration({
    model: 'gpt-image-2',
    private: true,
    spec: { sources: ['picture:a', 'picture:b'], count: 2, background: 'transparent' },
    origin: {
      platform: 'slack',
      team: 'T1',
      locale: 'pt-BR',
      address: { channel: 'C1', thread: 17.25, ephemeral: true },
    },
    pictures: [
      { key: 'k1', url: 'http://127.0.0.1/k1.png', width: 1024, height: 1024, mime: 'image/png', bytes: 99 },
    ],
    failure: { code: 'moderation-blocked', data: { stage: 'input', categories: ['violence'] } },
    usage: { inputTokens: 12, outputTokens: 4_096 },
    delivery: 'message',
    shared: { platform: 'slack', team: 'T1', channel: 'C2', message: '1.2' },
    repeatOf: 'gen0',
    drawingAt: 1_790_000_000_500,
    endedAt: 1_790_000_000_900,
    ...parts,
  })
}

/** One as it stands at its end; ends take no lease. */
export function createDelivered(parts: Parts = {}): NewGeneration {
  const { lease, ...generation } = createGeneration(parts)
  return { ...generation, status: 'delivered', endedAt: generation.createdAt + 1 }
}

/** Records it with room for a hundred; throws when it is not a new one. */
export async function record(store: Store, generation: NewGeneration): Promise<Generation> {
  const creation = await store.generations.create(generation, 100)
  if (creation.outcome !== 'created') throw new Error(`Not created: ${creation.outcome}`)
  return creation.generation
}

/** How often each outcome came, sorted by name: `3 created, 2 full`. */
export function countOutcomes(creations: readonly Creation[]): string {
  const counts = Object.entries(Object.groupBy(creations, ({ outcome }) => outcome))
  return counts
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([outcome, those]) => `${those?.length} ${outcome}`)
    .join(', ')
}

export function createEntry(parts: Partial<Entry> = {}): Entry {
  return {
    wallet: 'ada',
    sequence: 1,
    key: 'welcome',
    kind: 'grant',
    amount: 100,
    balance: 100,
    reference: 'welcome',
    at: 1_790_000_000_000,
    ...parts,
  }
}

/** Strings that databases cut, change, refuse or obey. */
export const hostileTexts: readonly string[] = [
  'nul \0 inside',
  '\0',
  'a lone high surrogate \ud800 and a low one \udfff',
  '\ud83d',
  'the mark itself \ufdd0 and \ufdd0d800',
  'no\ufffdcharacter',
  'e\u0301 is not \u00e9',
  '\ufeffmarked',
  '👩‍🚀 ٣ 漢字 ❄️',
  `'; DROP TABLE generations; --`,
  '{"$gt":""}',
  '$where',
  'a.b$c',
  '%_\\*?.[](){}^|+',
  ' \t\r\n\u2028 ',
  '__proto__',
  '',
]
