/** Puts together all that is about people: who they are, how they prove it, and what becomes of what is held about them. */

import { type AccountLimits, createAccountLimits } from '#core/accounts/account-limits.ts'
import { createMailLimits, type MailLimits } from '#core/accounts/mail-limits.ts'
import type { Clock, CreateId } from '#core/clock.ts'
import type { Ledger } from '#core/credits/ledger.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import type { ImageHost } from '#core/hosting/image-host.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import type { Sources } from '#core/images/sources/sources.ts'
import type { Log } from '#core/log.ts'
import type { Outbound } from '#core/outbound.ts'
import type { RecordStore } from '#core/records/record-store.ts'
import type { Rounds } from '#core/records/rounds.ts'
import type { DurableSecret } from '#core/secrets/durable-secret.ts'
import { createDurableHash, createKeyedHash } from '#core/secrets/keyed-hash.ts'
import type { AccountStore } from './account-store.ts'
import { type Accounts, createAccounts, createOpenByEmail } from './accounts.ts'
import { type Aliases, createAliases } from './aliases.ts'
import { createChores } from './chores.ts'
import { createCodes, type RandomInt } from './codes.ts'
import { createEmailChange, type EmailChange } from './email-change.ts'
import { createErase, type Erase } from './erase.ts'
import { createExport, type Export } from './export.ts'
import { createGifts, type Gifts } from './gifts.ts'
import { createHeldCalls, type HeldCallRunning, type HeldCalls } from './held-calls.ts'
import type { Job } from './job.ts'
import { createLinkMails } from './link-mails.ts'
import { createLinks, type Links } from './links.ts'
import { createMerge } from './merge.ts'
import { createMerging, type Merging } from './merging.ts'
import { createNotifications, type Notifications } from './notifications.ts'
import type { PlatformSignIn } from './platform-sign-in.ts'
import { createPreferences, type Preferences } from './preferences.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createUnlinkTickets, type UnlinkTickets } from './unlink-tickets.ts'
import { createWelcome, type WelcomeRules } from './welcome.ts'

/** The parts of the store that people are kept in. */
export interface PeopleStore {
  accounts: AccountStore
  records: RecordStore
  ledger: LedgerStore
  generations: GenerationStore
  owned: OwnedGenerations
  /** Overwrites what was deleted. Resolves when that is done. */
  scrub(): Promise<void>
}

export interface People {
  accounts: Accounts
  preferences: Preferences
  signIn: SignIn
  sessions: Sessions
  links: Links
  heldCalls: HeldCalls
  unlinkTickets: Omit<UnlinkTickets, 'issue'>
  emailChange: EmailChange
  merging: Merging
  gifts: Omit<Gifts, 'run'>
  /** All that is held about an account's owner. */
  exportData: Export
  /** Deletes the account and all that is personal. */
  erase: Erase['erase']
  notifications: Notifications
  mailLimits: Pick<MailLimits, 'giveBack'>
  accountLimits: AccountLimits
}

/** What the rest of the core needs of it besides. */
export interface PeopleParts {
  people: People
  chores: Rounds
  heldCalls: HeldCallRunning
  aliases: Aliases
}

export function createPeople(
  ports: {
    store: PeopleStore
    ledger: Ledger
    host: ImageHost
    /** Removes what people brought and nothing uses. */
    sources: Job & Pick<Sources, 'expectRelease'>
    /** Tells whom it could not tell before. */
    lowBalance: Job
    /** Removes what people deleted. */
    removals: Job
    outbound: Pick<Outbound, 'linked' | 'retract' | 'gifted' | 'runHeld'>
    clock: Clock
    createId: CreateId
    randomInt: RandomInt
    /** Keys digests and signatures: with another one, all sessions and codes are void. */
    secret: string
    /** Keys the digests of whoever was welcomed. */
    durableSecret: DurableSecret
    /** Of the platforms where it is configured. */
    signIns: readonly PlatformSignIn[]
    log: Log
    /** Names this process; unique per start. */
    owner: string
    isAlive(owner: string): boolean
  },
  rules: WelcomeRules,
): PeopleParts {
  const { store } = ports
  const common = {
    ...ports,
    hash: createKeyedHash(ports.secret),
    store: store.accounts,
    records: store.records,
    owned: store.owned,
    generations: store.generations,
    entries: store.ledger,
  }
  const welcome = createWelcome({ ...common, hash: createDurableHash(ports.durableSecret) }, rules)
  const accounts = createAccounts({ ...common, welcome })
  const codes = createCodes(common)
  const sessions = createSessions(common)
  const limits = createMailLimits({ ...common, sessions })
  const tickets = createUnlinkTickets({ ...common, welcome })
  const aliases = createAliases(common)
  const merge = createMerge({ ...common, aliases })
  const gifts = createGifts({ ...common, aliases })
  const erase = createErase({ ...common, sources: ports.sources, merge, welcome, scrub: store.scrub })
  const mails = createLinkMails({ ...common, tickets })
  const links = createLinks({ ...common, ...accounts, codes, mails, welcome, merge: merge.merge })
  const heldCalls = createHeldCalls({ ...common, ...accounts })
  const people: People = {
    accounts,
    preferences: createPreferences(common),
    sessions,
    links,
    heldCalls,
    signIn: createSignIn({
      codes,
      limits,
      sessions,
      openByEmail: createOpenByEmail(common),
    }),
    unlinkTickets: tickets,
    emailChange: createEmailChange({ ...common, codes, limits, sessions }),
    merging: createMerging({ ...common, codes, limits, merge: merge.merge }),
    gifts,
    exportData: createExport({ ...common, ledger: store.ledger, sessions, aliases }),
    erase: erase.erase,
    notifications: createNotifications(common),
    mailLimits: limits,
    accountLimits: createAccountLimits(common),
  }
  // Last, so that nothing stays readable of what they removed.
  const jobs = [
    merge,
    gifts,
    ports.lowBalance,
    erase,
    mails,
    ports.removals,
    ports.sources,
    { run: store.scrub },
  ]
  return { people, chores: createChores({ ...common, jobs }), heldCalls, aliases }
}
