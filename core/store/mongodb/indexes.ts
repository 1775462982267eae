/** Every index of the database: what is unique, and what each query reads. */
import type { IndexDescription } from 'mongodb'
import type { EntryKind } from '#core/credits/ledger-store.ts'

/** Present exactly while a generation has no end: its slot says so. */
export const unfinished = { slot: { $exists: true } }

/** Entries that an order has, and has once, in whatever wallets they are. */
export const ofOrder = { kind: { $in: ['purchase', 'reversal'] satisfies EntryKind[] } }

/** Entries of a team's wallet that are of somebody's budget, and of a channel's besides. */
export const ofMember = { 'budget.member': { $exists: true } }
export const ofChannel = { 'budget.channel': { $exists: true } }

/** What finds the last of those of a month, where other indexes find the wallet as well. */
export const ofMonth = {
  member: { account: 1, 'budget.month': 1, 'budget.member': 1, sequence: -1 },
  channel: { account: 1, 'budget.month': 1, 'budget.channel': 1, sequence: -1 },
} as const

/**
 * One that changes is built beside the old one, under another name if need be, and the old one is dropped then: a change
 * here is a step in `schema/steps.ts`, which makes programs of before refuse. The index that each collection has by
 * nature, on `_id`, is not named here.
 */
export const indexes = {
  accounts: [
    {
      name: 'emailKey',
      key: { emailKey: 1 },
      unique: true,
      partialFilterExpression: { emailKey: { $exists: true } },
    },
  ],
  identities: [
    { name: 'user', key: { platform: 1, user: 1 }, unique: true },
    { name: 'links', key: { account: 1, linkedAt: 1 } },
  ],
  entries: [
    { name: 'sequence', key: { account: 1, sequence: 1 }, unique: true },
    { name: 'key', key: { account: 1, key: 1 }, unique: true },
    { name: 'order', key: { reference: 1, key: 1 }, unique: true, partialFilterExpression: ofOrder },
    {
      name: 'memberMonth',
      key: ofMonth.member,
      partialFilterExpression: ofMember,
    },
    {
      name: 'channelMonth',
      key: ofMonth.channel,
      partialFilterExpression: ofChannel,
    },
    {
      name: 'member',
      key: { 'budget.member': 1, account: 1, sequence: 1 },
      partialFilterExpression: ofMember,
    },
  ],
  generations: [
    { name: 'call', key: { call: 1 }, unique: true },
    { name: 'owned', key: { account: 1, _id: 1 } },
    { name: 'slot', key: { account: 1, slot: 1 }, unique: true, partialFilterExpression: unfinished },
    {
      name: 'place',
      key: { account: 1, place: 1 },
      unique: true,
      partialFilterExpression: { place: { $exists: true } },
    },
    { name: 'spec', key: { account: 1, cacheKey: 1 }, unique: true, partialFilterExpression: unfinished },
    { name: 'unfinished', key: { slot: 1, createdAt: 1, _id: 1 }, partialFilterExpression: unfinished },
    // Who holds what, and until when, whosever it is: no query of one owner's reads it.
    {
      name: 'held',
      key: { 'lease.owner': 1, 'lease.until': 1, slot: 1, status: 1, 'spec.count': 1 },
      partialFilterExpression: unfinished,
    },
    {
      name: 'history',
      key: { account: 1, createdAt: -1, _id: -1 },
      partialFilterExpression: { status: 'delivered' },
    },
    {
      name: 'shown',
      key: { account: 1, cacheKey: 1, createdAt: -1, _id: -1 },
      partialFilterExpression: { status: 'delivered' },
    },
    {
      name: 'favourites',
      key: { account: 1, favourite: 1, createdAt: -1, _id: -1 },
      partialFilterExpression: { favourite: true },
    },
    {
      name: 'children',
      key: { account: 1, parent: 1, createdAt: -1, _id: -1 },
      partialFilterExpression: { parent: { $exists: true } },
    },
    { name: 'repeats', key: { repeatOf: 1 }, partialFilterExpression: { repeatOf: { $exists: true } } },
  ],
  records: [
    {
      name: 'owner',
      key: { owner: 1, kind: 1, key: 1 },
      partialFilterExpression: { owner: { $exists: true } },
    },
    { name: 'kind', key: { kind: 1, key: 1 } },
    { name: 'expiry', key: { expires: 1 }, expireAfterSeconds: 0 },
    { name: 'expired', key: { expiresAt: 1 } },
  ],
} satisfies Record<string, IndexDescription[]>

export type CollectionName = keyof typeof indexes

/** Names of earlier versions' indexes that are no more, or were others. */
export const pastIndexes: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  accounts: ['email'],
  identities: ['account'],
  generations: ['original'],
}

/** Never of any document. */
const nothing = { key: { ofLaterVersion: 1 }, partialFilterExpression: { ofLaterVersion: { $exists: true } } }

/**
 * Programs that know of no version make every index at each start, and end where another has its name: these two are
 * there for that, in the collections that they look at first.
 */
export const refusals = {
  accounts: { name: 'email', ...nothing },
  identities: { name: 'account', ...nothing },
} satisfies Partial<Record<CollectionName, IndexDescription>>
