/** A crowd and what it made: people who drew pictures and moved credits by turns, over years. */
import type { Account, Identity } from '#core/accounts/account.ts'
import { createRandomId } from '#core/clock.ts'
import type { Entry } from '#core/credits/ledger-store.ts'
import type { Generation } from '#core/images/generation.ts'
import type { ChatUser } from '#core/index.ts'
import { createRandom, type Random } from '#tests/crash/kill/random.ts'

export interface Person {
  account: string
  user: ChatUser
  made: number
}

/** One picture and the entries that came with it. */
export interface Deed {
  generation: Generation
  entries: readonly Entry[]
}

/** Words that a search is for; the rare one is in the prompt of everybody's third picture. */
export const searches = { often: 'lighthouse', rare: 'heliotrope', never: 'zeppelin' }

const vocabulary =
  `amber autumn barn bay bell birch boat bright bronze calm candle castle cedar chalk clay cliff cloud copper
  coral dawn deer desert dune dusk ember fern field fjord fog forest fox frost garden glass gold grain granite harbour
  hare hazel heron hill ice ink iron island ivory ivy jade lake lantern leaf linen loom maple marble market marsh mast
  meadow mill mist moon moss night north oak ocean old olive orchard owl paper pearl pine pond quarry quiet rain raven
  reed river road rose rust sail salt sand sea shore silver sky slate small snow soft spring star stone storm summer sun
  thistle tide timber tower valley velvet wave wheat wild willow wind winter wood`.split(/\s+/)

const firstDay = Date.UTC(2023, 0, 1)

export function createPerson(): Person {
  const account = createRandomId(16)
  return { account, user: { platform: 'discord', user: `user-${account}`, name: account }, made: 0 }
}

export const toAccount = ({ account }: Person): Account => ({ id: account, createdAt: firstDay })

export const toIdentity = ({ account, user }: Person): Identity => ({ ...user, account, linkedAt: firstDay })

/**
 * What everybody does, a picture each by turns until so many are made in all; beside them one person makes one for every
 * fifty of theirs.
 */
export function* listDeeds(people: readonly Person[], prolific: Person, pictures: number): Generator<Deed> {
  const random = createRandom(1)
  const minute = 60_000
  for (let number = 0; number < pictures; number++) {
    const at = firstDay + number * minute
    const person = people[number % people.length] as Person
    yield createDeed(person, at, random)
    if (number % 50 === 0) yield createDeed(prolific, at + minute / 2, random)
  }
}

/** A premium picture, bought with what came just before. */
function createDeed(person: Person, at: number, random: Random): Deed {
  const id = createRandomId(10)
  const { account } = person
  const key = createRandomId(25)
  person.made += 1
  const generation: Generation = {
    id,
    owner: account,
    payer: account,
    call: `discord:${createRandomId(18)}`,
    asked: {
      tool: 'imagine',
      prompt: createPrompt(person.made, random),
      size: { width: 1536, height: 1024 },
      quality: 'premium',
      count: 1,
      background: 'auto',
      sources: [],
    },
    model: 'gpt-image-2',
    cacheKey: createRandomId(43),
    price: 30,
    private: false,
    origin: { platform: 'discord', team: '1100000000000000001', address: { channel: '1100000000000000002' } },
    status: 'delivered',
    pictures: [
      {
        key,
        url: `https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/${key}/public`,
        width: 1536,
        height: 1024,
        mime: 'image/png',
        bytes: 1_900_000,
      },
    ],
    pictureKeys: [key],
    usage: { inputTokens: 40, outputTokens: 6_200 },
    delivery: 'reply',
    createdAt: at,
    drawingAt: at + 1_000,
    endedAt: at + 40_000,
  }
  const order = `lemonsqueezy:${createRandomId(10)}`
  const base = { wallet: account, at }
  const sequence = person.made * 3
  return {
    generation,
    entries: [
      {
        ...base,
        sequence: sequence - 2,
        key: `grant:${id}`,
        kind: 'grant',
        amount: 10,
        balance: 10,
        reference: 'a gift',
      },
      {
        ...base,
        sequence: sequence - 1,
        key: `purchase:${order}`,
        kind: 'purchase',
        amount: 20,
        balance: 30,
        reference: order,
      },
      { ...base, sequence, key: `spend:${id}`, kind: 'spend', amount: -30, balance: 0, reference: id },
    ],
  }
}

/** Twelve words; the one that is searched for often stands in every other prompt. */
function createPrompt(made: number, random: Random): string {
  const words = Array.from({ length: 12 }, () => vocabulary[Math.floor(random() * vocabulary.length)])
  if (made % 2 === 0) words.push(searches.often)
  if (made === 3) words.push(searches.rare)
  return words.join(' ')
}
