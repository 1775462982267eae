/** What somebody got who should have got nothing: shown, said elsewhere, spent, or changed in the store. */
import { createSuggest } from '#bots/suggest.ts'
import type { Store } from '#core/store/store.ts'
import { isAllowed } from './allowed.ts'
import { attackers, type Person } from './attackers.ts'
import type { Asked, World } from './world.ts'

type Stock = ReadonlyMap<string, string>

/** All that is kept, by its place. */
async function takeStock({ rig }: Pick<World, 'rig'>): Promise<Stock> {
  const { dump } = rig.store
  const stock = new Map<string, string>()
  const note = (...[shelf, place, item]: [string, string, unknown]) =>
    void stock.set(`${shelf} ${place}`, JSON.stringify(item))
  for await (const each of dump.accounts.readAll()) note('account', each.id, each)
  for await (const each of dump.identities.readAll()) note('identity', `${each.platform} ${each.user}`, each)
  for await (const each of dump.entries.readAll()) note('entry', `${each.wallet} ${each.sequence}`, each)
  for await (const each of dump.generations.readAll()) note('generation', each.id, each)
  for await (const each of dump.records.readAll()) note('record', `${each.kind} ${each.key}`, each)
  return stock
}

/** One thing that is tried. */
export interface Try {
  what: string
  /** All that whoever tries it says, where it is more than that. */
  said?: string
  /** Answers with all that they are shown. */
  act(): Promise<unknown>
}

/** Asks one thing after another as the attacker of that name; answers with all that came of it and should not have. */
export async function attack(
  world: World,
  name: string,
  all: readonly Asked[],
  ask: World['ask'] = world.ask,
): Promise<string[]> {
  const who = attackers[name]
  if (!who) throw new Error(`Nobody is ${name}`)
  const tries = all.map((asked) => ({
    what: `${asked.command} ${JSON.stringify(asked.options ?? {})}`,
    act: () => ask(who, asked),
  }))
  return await watch(world, { name, ...who }, [...listTyping(world, who), ...tries])
}

/** What is offered to somebody who types the id of a picture. */
function listTyping({ rig }: World, { user }: Pick<Person, 'user'>): Try[] {
  const suggest = createSuggest(rig.core)
  const offer = (typed: string, of: 'finished' | 'waiting') =>
    suggest(user, typed, of).catch((error: unknown) => `${error}`)
  return ['', 'canary', 'a hat'].flatMap((typed) =>
    (['finished', 'waiting'] as const).map((of) => ({
      what: `typing ${typed} of what is ${of}`,
      act: () => offer(typed, of),
    })),
  )
}

export async function watch(
  world: World,
  who: Pick<Person, 'sees'> & { name: string },
  tries: readonly Try[],
): Promise<string[]> {
  const breaches: string[] = []
  const said = new Set<string>()
  let before = await takeStock(world)
  for (const { what, act, said: more = what } of tries) {
    const { count } = world.writes
    said.add(more)
    const shown = await act()
    const find = (text: string) => findSecrets(world, text, { who, said: [...said].join() })
    const found = find(JSON.stringify(shown)).map((secret) => `shows ${secret}`)
    if (world.writes.count > count) {
      const after = await takeStock(world)
      found.push(...listChanges(world, before, after, find))
      before = after
    }
    breaches.push(...found.map((each) => `${what} ${each}`))
  }
  return breaches.filter((each) => !isAllowed(who.name, each))
}

/** Words of theirs that turn up, but for those that whoever asked has said, or is to see. */
function findSecrets(
  { secrets, openly }: Pick<World, 'secrets' | 'openly'>,
  text: string,
  { who, said }: { who: Pick<Person, 'sees'>; said: string },
): string[] {
  const words = new Set(text.match(/canary[\w-]*/gi))
  const kept = openly.filter(({ where }) => !who.sees?.test(where)).map((each) => each.text)
  const known = [...words].filter((word) => !who.sees?.test(word))
  const found = [...secrets, ...kept].filter((secret) => text.includes(secret))
  return [...known, ...found].filter((secret) => !said.includes(secret))
}

/** Of what is kept that tells of the team or its people, all must be as it was, and nothing new may come. */
function listChanges(
  { theirs }: Pick<World, 'theirs'>,
  before: Stock,
  after: Stock,
  find: (text: string) => string[],
): string[] {
  const isTheirs = (place: string, item = '') =>
    /\b(discord:G1|slack:T1|slack:E1:T5)\b/.test(place) ||
    theirs.some((each) => place.includes(each) || item.includes(`"owner":"${each}"`))
  const told = (text: string) => find(text).join(' and ')
  const changed = [...before].filter(([place, item]) => after.get(place) !== item)
  const added = [...after].filter(([place]) => !before.has(place))
  const list = (how: string, items: readonly (readonly [string, string])[]) =>
    items.flatMap(([place, item]) => {
      const telling = told(`${place} ${item}`)
      return telling || isTheirs(place, item) ? [`${how} ${place} telling ${telling}`] : []
    })
  return [...list('changes', changed), ...list('adds', added)]
}

const reads = /^(find|list|read|count|check|require|measure|scrub|close|dump|isShared)/

/** All that may change the store is counted, so that nobody looks where nothing did. */
export function countWrites(store: Store, writes: { count: number }): Store {
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method = Reflect.get(target, name)
        if (typeof method !== 'function' || reads.test(String(name))) return method
        return (...parts: unknown[]) => {
          writes.count++
          return Reflect.apply(method, target, parts)
        }
      },
    })
  const { accounts, records, owned, ledger, generations } = store
  return {
    ...store,
    accounts: wrap(accounts),
    records: wrap(records),
    owned: wrap(owned),
    ledger: wrap(ledger),
    generations: wrap(generations),
  }
}
