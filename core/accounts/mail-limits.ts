/** How often codes are mailed: limits that no restart forgets, and by which nobody can keep others out. */
import { readEmailAddress } from '#core/accounts/email-address.ts'
import type { Networks } from '#core/accounts/networks.ts'
import type { Sessions } from '#core/accounts/sessions.ts'
import type { Clock } from '#core/clock.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { KeyedHash } from '#core/secrets/keyed-hash.ts'
import { createMailTurns, type MailTurns } from './mail-turns.ts'

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

interface MailLimitsPorts {
  records: RecordStore
  clock: Clock
  hash: KeyedHash
  sessions: Pick<Sessions, 'findMark'>
}

interface Limiting extends MailLimitsPorts {
  turns: MailTurns
  limiterOf(name: Name): RecordLimiter
}

export function createMailLimits(ports: MailLimitsPorts): MailLimits {
  const turns = createMailTurns(ports)
  const limiters = new Map<Name, RecordLimiter>()
  for (const [name, limit] of Object.entries(limits)) {
    limiters.set(name as Name, new RecordLimiter({ ...ports, ...limit, name }))
  }
  const limiterOf = (name: Name) => limiters.get(name) as RecordLimiter
  const limiting: Limiting = { ...ports, turns, limiterOf }

  return {
    async take(emailKeys, asker) {
      for (const emailKey of emailKeys) {
        const known = countKnown(limiting, emailKey, asker)
        const refused = known ? await consume(limiting, known) : await takeStranger(limiting, emailKey, asker)
        if (refused) return refused
      }
      return undefined
    },
    async giveBack(email, asker) {
      const emailKey = readEmailAddress(email)?.key ?? email
      const counted = countKnown(limiting, emailKey, asker) ?? [
        ...countPair(limiting, emailKey, asker),
        ['mail-address', ports.hash('mail-address', emailKey)] as const,
      ]
      for (const [name, key] of counted) await limiterOf(name).reward(key)
    },
  }
}

async function takeStranger(
  limiting: Limiting,
  emailKey: string,
  asker: Asker,
): Promise<MailRefusal | undefined> {
  const { hash, turns, limiterOf } = limiting
  const turn = hash('mail-turn', emailKey, asker.networks.host)
  const waiting = await turns.find(turn)
  if (waiting > 0) return { outcome: 'busy', wait: waiting }
  if (await turns.use(turn)) return undefined
  const networks = countNetworks(limiting, asker)
  const refused =
    (await findFull(limiting, networks)) ??
    (await consume(limiting, [
      ...countPair(limiting, emailKey, asker),
      ...networks,
      ['mail-address', hash('mail-address', emailKey)],
    ]))
  if (refused) return refused
  const { points } = limits['mail-all']
  const { consumedPoints } = await limiterOf('mail-all').penalty('all')
  if (consumedPoints <= points) return undefined
  return { outcome: 'busy', wait: await turns.give(turn, consumedPoints / points) }
}

/** Undefined for a browser that has not signed in there. */
function countKnown({ sessions }: Limiting, emailKey: string, { browser }: Asker): Counted | undefined {
  const mark = sessions.findMark(browser, emailKey)
  if (mark === undefined) return undefined
  return [
    ['mail-known-pause', mark],
    ['mail-known', mark],
  ]
}

/** What an address has from one network; it is asked first, so that who is refused by it takes nobody else's share. */
function countPair({ hash }: Limiting, emailKey: string, { networks: { host, wide } }: Asker): Counted {
  const within = (network: string) => hash('mail-address-network', emailKey, network)
  return [
    ['mail-pause', within(host)],
    ['mail-address-wide', within(wide)],
  ]
}

function countNetworks({ hash }: Limiting, { networks: { host, site, wide } }: Asker): Counted {
  return [
    ['mail-host', hash('mail-network', host)],
    ...(site === host ? [] : [['mail-site', hash('mail-network', site)] as const]),
    ['mail-wide', hash('mail-network', wide)],
  ]
}

async function consume({ limiterOf }: Limiting, counted: Counted): Promise<MailRefusal | undefined> {
  for (const [name, key] of counted) {
    const wait = await limiterOf(name).take(key)
    if (wait > 0) return { outcome: 'too-many', wait }
  }
  return undefined
}

/** Whether a network has used up its share; looking writes nothing, however often a flood asks. */
async function findFull({ limiterOf }: Limiting, counted: Counted): Promise<MailRefusal | undefined> {
  for (const [name, key] of counted) {
    const found = await limiterOf(name).get(key)
    if (found && found.consumedPoints >= limits[name].points) {
      return { outcome: 'too-many', wait: Math.max(found.msBeforeNext, 1) }
    }
  }
  return undefined
}
