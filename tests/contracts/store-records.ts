/** Records for the store's tests: whole ones, of which a test says only what matters to it. */
import type { CountedBudget } from '#core/credits/budget.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import { type Asked, renderSpec } from '#core/images/asked.ts'
import { endStatuses, type Generation, type Picture, type Status } from '#core/images/generation.ts'
import type { Creation } from '#core/images/generation-store.ts'
import { readGeneration, type StoredGeneration } from '#core/store/read-generation.ts'
import type { Store } from '#core/store/store.ts'

let made = 0

export type Parts<State extends Status = Status> = Partial<
  Omit<StoredGeneration, 'account' | 'spec' | 'status'>
> & { owner?: string; status?: State; prompt?: string; asked?: Partial<Asked> }

/** An accepted generation, of a spec of its own; in another status, with what that requires. */
export function createGeneration<State extends Status = 'recorded'>({
  owner = 'ada',
  prompt,
  asked,
  ...parts
}: Parts<State> = {}): Generation<State> {
  made += 1
  return readGeneration({
    id: `gen${made}`,
    account: owner,
    call: `call:${made}`,
    spec: renderSpec({
      tool: 'imagine',
      prompt: prompt ?? 'a red fox',
      size: { width: 1024, height: 1024 },
      quality: 'standard',
      count: 1,
      background: 'auto',
      sources: [],
      ...asked,
    }),
    model: 'placeholder',
    cacheKey: `spec:${made}`,
    price: 10,
    private: false,
    origin: { platform: 'terminal', address: {} },
    status: 'recorded',
    ...(!isEnd(parts.status) && { lease: { owner: 'here:1:a', until: 5_000 } }),
    pictures: [],
    pictureKeys: [`picture:${made}`],
    createdAt: 1_790_000_000_000 + made,
    ...parts,
  }) as Generation<State>
}

const isEnd = (status: Status | undefined) => status !== undefined && endStatuses.includes(status)

/** One with something in every field that a generation of its status can have. */
export function createFullGeneration<State extends Status = 'recorded'>(
  parts: Parts<State> = {},
): Generation<State> {
  const { status = 'recorded' } = parts
  const isBegun = status !== 'recorded'
  const isFailed = status === 'failing' || status === 'refunded'
  return createGeneration({
    model: 'gpt-image-2',
    payer: 'a team',
    budget: {
      ...{ month: '2026-11', member: 'ada', tookOver: ['bob'], channel: 'slack:T1:C1' },
      caps: { member: 500, channel: 2_000 },
    },
    private: true,
    asked: {
      ...{ tool: 'og', sources: ['picture:a', 'picture:b'], count: 2, background: 'transparent' },
      fields: { title: 'R&D $\u0000.\ud800 你好', style: 'paper' },
    },
    origin: {
      platform: 'slack',
      team: 'T1',
      locale: 'pt-BR',
      address: { channel: 'C1', thread: 17.25, ephemeral: true },
    },
    pictures: [{ ...createPicture('k1'), finish: { lettering: 'set' } }],
    usage: { inputTokens: 12, outputTokens: 4_096 },
    ...(isBegun && { drawingAt: 1_790_000_000_500 }),
    ...(isEnd(status) && { endedAt: 1_790_000_000_900 }),
    ...((status === 'drawing' || status === 'failing') && {
      kept: { disk: 'disk:1', until: 1_790_000_000_700 },
    }),
    ...(isFailed && {
      failure: { code: 'moderation-blocked', data: { stage: 'input', categories: ['violence'] } },
    }),
    ...(status === 'delivered' && {
      delivery: 'message',
      shared: { platform: 'slack', team: 'T1', channel: 'C2', message: '1.2' },
      favourite: true,
      repeatOf: 'gen0',
    }),
    ...parts,
  })
}

/** A hosted picture of that key. */
export const createPicture = (key: string): Picture => ({
  ...{ key, url: `http://127.0.0.1/${key}.png`, width: 1024, height: 1024, mime: 'image/png', bytes: 99 },
})

/** One as it stands at its end. */
export function createDelivered(parts: Parts<'delivered'> = {}): Generation<'delivered'> {
  const { createdAt, ...generation } = createGeneration({ ...parts, status: 'delivered' })
  return { ...generation, createdAt, endedAt: createdAt + 1 }
}

/** Takes one that was just recorded to a later status, as the program does; answers with it as it is then. */
export async function carry(store: Store, id: string, to: Exclude<Status, 'recorded'>): Promise<Generation> {
  const { generations } = store
  const lease = { owner: 'here:1:a', until: 5_000 }
  const failure = { code: 'interrupted', data: {} } as const
  const steps = {
    drawing: () =>
      generations.change(id, { status: ['recorded'] }, { status: 'drawing', drawingAt: 1, lease }),
    ready: () => generations.change(id, { status: ['drawing'] }, { status: 'ready', pictures: [] }),
    delivered: () =>
      generations.change(id, { status: ['ready'] }, { status: 'delivered', delivery: 'reply', endedAt: 3 }),
    failing: () => generations.change(id, { status: ['recorded'] }, { status: 'failing', failure }),
    refunded: () => generations.change(id, { status: ['failing'] }, { status: 'refunded', endedAt: 3 }),
  }
  const before = {
    drawing: undefined,
    ready: 'drawing',
    delivered: 'ready',
    failing: undefined,
    refunded: 'failing',
  } as const
  const first = before[to]
  if (first) await carry(store, id, first)
  const carried = await steps[to]()
  if (!carried) throw new Error(`Not ${to}: ${id}`)
  return carried
}

/** Records it with room for a hundred; throws when it is not a new one. */
export async function record(store: Store, generation: Generation): Promise<Generation> {
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

/** One of a team's wallet, of a member's budget. */
export const createSpend = (
  parts: Omit<Partial<Entry>, 'budget'> & { budget?: Partial<CountedBudget> } = {},
): Entry =>
  createEntry({
    ...{ wallet: 'team:t', key: `spend:${parts.sequence ?? 1}`, kind: 'spend', amount: -10 },
    ...parts,
    budget: { month: '2026-11', member: 'ada', memberSpent: 10, ...parts.budget },
  })

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
  ...['nul \0 inside', '\0', 'a lone high surrogate \ud800 and a low one \udfff', '\ud83d'],
  ...['the mark itself \ufdd0 and \ufdd0d800', 'no\ufffdcharacter', 'e\u0301 is not \u00e9', '\ufeffmarked'],
  ...['👩‍🚀 ٣ 漢字 ❄️', `'; DROP TABLE generations; --`, '{"$gt":""}', '$where', 'a.b$c', '%_\\*?.[](){}^|+'],
  ...[' \t\r\n\u2028 ', '__proto__', ''],
]
