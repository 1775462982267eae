/** Every kind of record there is, each stated once, and what becomes of those that belong to an account. */

/** A kind whose records may have an account as their owner. */
interface Personal {
  /** The file of an export that tells them; `none`, where they are gone before anybody could read it. */
  exported: 'records' | 'sessions' | 'none'
  /** Whether they go along when another account takes their owner over; else they end with it. */
  moved: boolean
  /** `with-picture`: each stays until the image host has removed what it names. */
  erased: 'at-once' | 'with-picture'
}

/** A kind of work under way that belongs to nobody: each record is gone, or about to expire, once it is done. */
interface Job {
  isJob: true
}

const personal = { exported: 'records', moved: false, erased: 'at-once' } as const
/** No record has an owner: of teams, processes and jobs, keyed digests, or gone within minutes. */
const unowned = undefined
const job = { isJob: true } as const

export const kinds = {
  'cap-request': { ...personal, moved: true },
  checkout: { ...personal, moved: true },
  code: personal,
  'discord-attachments': { ...personal, moved: true },
  held: { ...personal, moved: true },
  'link-mail': personal,
  'low-balance': personal,
  member: { ...personal, moved: true },
  merged: { ...personal, moved: true },
  notice: personal,
  preferences: personal,
  session: { ...personal, exported: 'sessions' },
  shared: { ...personal, moved: true },
  sharing: { ...personal, exported: 'none' },
  source: { ...personal, moved: true, erased: 'with-picture' },
  'team-order': { ...personal, moved: true },
  thread: { ...personal, moved: true },
  told: personal,
  unlink: personal,
  /** One from a chat user without an account has a keyed digest as its owner. */
  vote: { ...personal, moved: true },

  blocked: unowned,
  'budget-note': unowned,
  'cap-note': job,
  'cap-raise': unowned,
  copies: unowned,
  'copy-removal': job,
  'discord-logins': unowned,
  doubt: unowned,
  erasure: job,
  gift: job,
  /** By a keyed digest of whoever asked, who has no account yet; gone within half an hour. */
  'held-call': unowned,
  greeted: unowned,
  lease: unowned,
  limit: unowned,
  link: unowned,
  'link-proof': unowned,
  /** How far a long look at a provider's orders has come. */
  look: unowned,
  merge: job,
  migration: unowned,
  pace: unowned,
  removal: job,
  secret: unowned,
  'slack-installation': unowned,
  'source-check': unowned,
  'sources-counted': unowned,
  team: unowned,
  'team-change': unowned,
  'team-note': job,
  'team-settings': unowned,
  'team-tie': unowned,
  'team-told': unowned,
  unclaimed: unowned,
  welcomed: unowned,
} as const satisfies Record<string, Personal | Job | typeof unowned>

type Kinds = typeof kinds
type KindWith<Trait> = { [Kind in keyof Kinds]: Kinds[Kind] extends Trait ? Kind : never }[keyof Kinds]

export type RecordKind = keyof Kinds
export type PersonalKind = KindWith<Personal>

const names = Object.keys(kinds) as RecordKind[]

function listKinds<Trait extends keyof (Personal & Job), Value extends (Personal & Job)[Trait]>(
  trait: Trait,
  value: Value,
) {
  return names.filter((name): name is KindWith<Readonly<Record<Trait, Value>>> => {
    const traits: Partial<Personal & Job> = kinds[name] ?? {}
    return traits[trait] === value
  })
}

export const toldKinds = listKinds('exported', 'records')
export const movedKinds = listKinds('moved', true)
export const kindsOfPictures = listKinds('erased', 'with-picture')
export const jobKinds = listKinds('isJob', true)
