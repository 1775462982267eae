/** How often codes are mailed: limits that no restart forgets, and by which nobody can keep others out. */
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import { readEmailAddress } from '#core/accounts/email-address.ts'
import type { Networks } from '#core/accounts/networks.ts'
import type { Sessions } from '#core/accounts/sessions.ts'
import type { Clock } from '#core/clock.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import { createMailTurns } from './mail-turns.ts'

/** Who asks for a mail. */
export interface Asker {
  networks: Networks
  /** A token of `Sessions`: a browser that signed in to an address before has an allowance of its own there. */
  browser: string
}

/** `too-many`: asked too often. `busy`: everybody asks; whoever comes back after the wait is let in. Milliseconds. */
export interface MailRefusal {
  outcome: 'too-many' | 'busy'
  wait: number
}

export interface MailLimits {
  /**
   * Counts a mail to each of these addresses. Answers with what to say when there were too many: the same for addresses
   * known and unknown. Addresses and networks are kept as keyed digests, an hour.
   */
  take(emailKeys: readonly string[], asker: Asker): Promise<MailRefusal | undefined>
  /** A mail that was counted did not go: it counts no more against its address, as it was typed. */
  giveBack(email: string, asker: Asker): Promise<void>
}

const minute = 60_000
const hour = 60 * minute

/**
 * Mails within so many milliseconds. What one network takes leaves the others theirs: an address can be mailed by twelve
 * networks before it is full, and a host's hundred are an office of fifty with a second try each.
 */
const limits = {
  'mail-pause': { points: 1, duration: minute },
  'mail-address-wide': { points: 5, duration: hour },
  'mail-host': { points: 100, duration: hour },
  'mail-site': { points: 150, duration: hour },
  'mail-wide': { points: 200, duration: hour },
  'mail-address': { points: 60, duration: hour },
  'mail-known-pause': { points: 1, duration: minute },
  'mail-known': { points: 5, duration: hour },
  /** Beyond it nobody is refused, but everybody who is new has to wait. */
  'mail-all': { points: 1_000, duration: hour },
} as const

type Name = keyof typeof limits
/** Limits with what they are counted by, in the order in which they are asked. */
type Counted = readonly (readonly [name: Name, key: string])[]

export function createMailLimits(ports: {
  records: RecordStore
  clock: Clock
  hash: KeyedHash
  sessions: Pick<Sessions, 'findMark'>
}): MailLimits {
  const { hash, sessions } = ports
  const turns = createMailTurns(ports)
  const limiters = new Map<Name, RateLimiterAbstract>()
  for (const [name, limit] of Object.entries(limits)) {
    limiters.set(name as Name, new RecordLimiter({ ...ports, ...limit, name }))
  }
  const limiterOf = (name: Name) => limiters.get(name) as RateLimiterAbstract

  const nameAddress = (emailKey: string) => hash('mail-address', emailKey)

  /** Undefined for a browser that has not signed in there. */
  function countKnown(emailKey: string, { browser }: Asker): Counted | undefined {
    const mark = sessions.findMark(browser, emailKey)
    if (mark === undefined) return undefined
    return [
      ['mail-known-pause', mark],
      ['mail-known', mark],
    ]
  }

  /** What an address has from one network; it is asked first, so that who is refused by it takes nobody else's share. */
  function countPair(emailKey: string, { networks: { host, wide } }: Asker): Counted {
    const within = (network: string) => hash('mail-address-network', emailKey, network)
    return [
      ['mail-pause', within(host)],
      ['mail-address-wide', within(wide)],
    ]
  }

  function countNetworks({ networks: { host, site, wide } }: Asker): Counted {
    return [
      ['mail-host', hash('mail-network', host)],
      ...(site === host ? [] : [['mail-site', hash('mail-network', site)] as const]),
      ['mail-wide', hash('mail-network', wide)],
    ]
  }

  async function consume(counted: Counted): Promise<MailRefusal | undefined> {
    for (const [name, key] of counted) {
      const wait = await findWait(() => limiterOf(name).consume(key))
      if (wait > 0) return { outcome: 'too-many', wait }
    }
    return undefined
  }

  /** Whether a network has used up its share; looking writes nothing, however often a flood asks. */
  async function findFull(counted: Counted): Promise<MailRefusal | undefined> {
    for (const [name, key] of counted) {
      const found = await limiterOf(name).get(key)
      if (found && found.consumedPoints >= limits[name].points) {
        return { outcome: 'too-many', wait: Math.max(found.msBeforeNext, 1) }
      }
    }
    return undefined
  }

  const takeKnown = (counted: Counted) => consume(counted)

  async function takeStranger(emailKey: string, asker: Asker): Promise<MailRefusal | undefined> {
    const turn = hash('mail-turn', emailKey, asker.networks.host)
    const waiting = await turns.find(turn)
    if (waiting > 0) return { outcome: 'busy', wait: waiting }
    if (await turns.use(turn)) return undefined
    const networks = countNetworks(asker)
    const refused =
      (await findFull(networks)) ??
      (await consume([...countPair(emailKey, asker), ...networks, ['mail-address', nameAddress(emailKey)]]))
    if (refused) return refused
    const { points } = limits['mail-all']
    const { consumedPoints } = await limiterOf('mail-all').penalty('all')
    if (consumedPoints <= points) return undefined
    return { outcome: 'busy', wait: await turns.give(turn, consumedPoints / points) }
  }

  return {
    async take(emailKeys, asker) {
      for (const emailKey of emailKeys) {
        const known = countKnown(emailKey, asker)
        const refused = known ? await takeKnown(known) : await takeStranger(emailKey, asker)
        if (refused) return refused
      }
      return undefined
    },
    async giveBack(email, asker) {
      const emailKey = readEmailAddress(email)?.key ?? email
      const counted = countKnown(emailKey, asker) ?? [
        ...countPair(emailKey, asker),
        ['mail-address', nameAddress(emailKey)] as const,
      ]
      for (const [name, key] of counted) await limiterOf(name).reward(key)
    },
  }
}

/** Milliseconds; 0 for what was not refused. */
async function findWait(work: () => Promise<unknown>): Promise<number> {
  try {
    await work()
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1)
    throw refusal
  }
}
