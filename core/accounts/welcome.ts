/**
 * Welcome credits: with the first chat that is linked, once per chat user and once per mailbox for ever, and for only so
 * many a day in all and from one network.
 */
import type { ChatUser } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import { walletOf } from '#core/credits/wallet.ts'
import { putRecord } from '#core/records/change-record.ts'
import { RecordLimiter } from '#core/records/record-limiter.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { DurableHash } from '#core/secrets/keyed-hash.ts'
import type { Account } from './account.ts'
import { foldMailbox } from './email-address.ts'
import type { Networks } from './networks.ts'

/** `had`: the chat user or the mailbox was welcomed before. `capped`: enough were, today or from there. `off`: nobody is. */
export type Welcoming = 'granted' | 'had' | 'capped' | 'off'

type Who = Pick<ChatUser, 'platform' | 'user'>

export interface Welcome {
  /**
   * Can be repeated, whatever crashed in between. `network` is from `nameNetwork`; without it nothing is capped, as for an
   * operator and at a terminal.
   */
  give(account: Account, user: Who, network?: string): Promise<Welcoming>
  /** What `give` would come to now. */
  foresee(account: Account, user: Who, network: string): Promise<Welcoming>
  /** A keyed digest of where somebody asks from: an IPv4 /24, an IPv6 /56. */
  nameNetwork(networks: Networks): Promise<string>
  /** Keeps of somebody who is being untied from an account that they were welcomed, and nothing of whose it was. */
  note(account: string, user: Who): Promise<void>
  /** Keeps of a deleted account's address and chat users that they were welcomed, and nothing of whose they were. */
  forget(account: Account, users: readonly Who[]): Promise<void>
}

export interface WelcomeRules {
  welcomeCredits: number
  /** How many accounts are welcomed in a day, from one network and in all; without an end where absent. */
  welcomesPerNetwork?: number
  welcomesPerDay?: number
}

const kind = 'welcomed' as const
const day = 24 * 60 * 60_000
/** Of the entry that gives them. */
export const welcomeKey = 'welcome'

interface WelcomePorts {
  records: RecordStore
  ledger: Ledger
  clock: Clock
  hash: DurableHash
}

interface Giving extends WelcomePorts {
  credits: number
  perNetwork: RecordLimiter
  perDay: RecordLimiter
}

export function createWelcome(ports: WelcomePorts, rules: WelcomeRules): Welcome {
  const { records, ledger, clock, hash } = ports
  const openLimit = (name: string, points = Number.MAX_SAFE_INTEGER) =>
    new RecordLimiter({ records, clock, name, points, duration: day })
  const perNetwork = openLimit('welcome-network', rules.welcomesPerNetwork)
  const perDay = openLimit('welcome-day', rules.welcomesPerDay)
  const giving: Giving = { ...ports, credits: rules.welcomeCredits, perNetwork, perDay }
  const remember = async (name: string) => {
    await putRecord(records, { kind, key: name, body: {} }, clock.now())
  }

  return {
    async give(account, user, network) {
      const obstacle = await findObstacle(giving, account, user)
      if (obstacle) return obstacle
      if (network !== undefined && !(await count(giving, network))) return 'capped'
      const [name = '', mailbox] = await listNames(giving, account, user)
      if (!(await claim(giving, mailbox === undefined ? [name] : [name, mailbox], account))) {
        if (network !== undefined) await Promise.all([perNetwork.reward(network), perDay.reward('all')])
        return 'had'
      }
      await ledger.append({
        wallet: walletOf(account.id),
        key: welcomeKey,
        kind: 'grant',
        amount: giving.credits,
        reference: 'welcome',
      })
      return 'granted'
    },
    async foresee(account, user, network) {
      const obstacle = await findObstacle(giving, account, user)
      if (obstacle) return obstacle
      return (await isFull(perNetwork, network)) || (await isFull(perDay, 'all')) ? 'capped' : 'granted'
    },
    // An IPv4 address is a site of its own; what a provider gives one customer is the /24 there.
    nameNetwork: ({ host, site, wide }) => hash('welcome-network', host === site ? wide : site),
    async note(account, user) {
      if (await findGrant(ports, account)) await remember(await nameUser(ports, user))
    },
    async forget({ id, emailKey }, users) {
      if (!(await findGrant(ports, id))) return
      const names = await Promise.all(users.map((user) => nameUser(ports, user)))
      if (emailKey !== undefined) names.push(await nameMailbox(ports, emailKey))
      for (const name of names) await remember(name)
    },
  }
}

const findGrant = ({ ledger }: WelcomePorts, account: string) =>
  ledger.findEntry(walletOf(account), welcomeKey)
const nameUser = ({ hash }: WelcomePorts, { platform, user }: Who) => hash('welcomed-chat', platform, user)
const nameMailbox = ({ hash }: WelcomePorts, emailKey: string) => hash('welcomed', foldMailbox(emailKey))

/** What speaks against it without counting it. */
async function findObstacle(giving: Giving, account: Account, user: Who): Promise<Welcoming | undefined> {
  if (giving.credits === 0) return 'off'
  if (await findGrant(giving, account.id)) return 'had'
  for (const name of await listNames(giving, account, user))
    if (await isForeign(giving, name, account)) return 'had'
  return undefined
}

/** Every digest that must not be another's: the last two are of one mailbox, of which older ones were kept as typed. */
async function listNames(ports: WelcomePorts, { emailKey }: Account, user: Who): Promise<string[]> {
  const mailbox =
    emailKey === undefined ? [] : [await nameMailbox(ports, emailKey), await ports.hash('welcomed', emailKey)]
  return [await nameUser(ports, user), ...mailbox]
}

/** Whether all are this account's now. */
async function claim(ports: WelcomePorts, names: readonly string[], account: Account): Promise<boolean> {
  for (const name of names) {
    const record = { kind, key: name, body: { account: account.id } }
    const isNew = await ports.records.insertRecord(record, ports.clock.now())
    if (!isNew && (await isForeign(ports, name, account))) return false
  }
  return true
}

async function count({ perNetwork, perDay }: Giving, network: string): Promise<boolean> {
  if ((await perNetwork.take(network)) > 0) return false
  if ((await perDay.take('all')) === 0) return true
  await perNetwork.reward(network)
  return false
}

async function isForeign({ records, clock }: WelcomePorts, name: string, { id }: Account): Promise<boolean> {
  const found = await records.findRecord(kind, name, clock.now())
  return found !== undefined && found.body.account !== id
}

async function isFull(limit: RecordLimiter, name: string): Promise<boolean> {
  return ((await limit.get(name))?.remainingPoints ?? limit.points) <= 0
}
