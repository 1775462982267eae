/** Compares the books with what the world outside has seen: requests, hosted pictures, orders, addresses. */
import { createHash } from 'node:crypto'
import { probeKey } from '#core/hosting/probe.ts'
import type { Generation } from '#core/images/generation.ts'
import { type Books, findBookFaults } from './books.ts'
import { listHeirs } from './heirs.ts'
import type { Order } from './provider.ts'
import { findTeamFaults } from './team-books.ts'
import type { World } from './world.ts'

/** Every way in which they do not agree, as sentences. */
export function findFaults(books: Books, world: World): string[] {
  return [
    ...world.faults,
    ...findBookFaults(books, world.givenBack),
    ...findTeamFaults(books, world),
    ...findUnknown(books, world),
    ...findExtraRequests(world),
    ...findHostingFaults(books, world),
    ...findLeftBytes(world),
    ...findOrphans(books),
    ...findUselessSources(books),
    ...findHiddenMessages(books, world),
    ...world.provider.orders.flatMap((order) => findOrderFaults(order, books, world)),
    ...findWelcomeFaults(world),
    ...findGrantFaults(books, world),
    ...findNoticeFaults(books, world),
    ...findBrokenPromises(books, world),
  ]
}

function findUnknown({ entries, generations }: Books, { recorded }: World): string[] {
  const known = [
    ...entries.filter(({ kind }) => kind === 'spend' || kind === 'refund').map(({ reference }) => reference),
    ...generations.map(({ id }) => id),
  ]
  return known.filter((id) => !recorded.has(id)).map((id) => `${id} was recorded by nobody`)
}

/** Each generation is allowed one request, once. */
function findExtraRequests({ requests, drawings }: World): string[] {
  const digest = (account: string) => createHash('sha256').update(account).digest('hex')
  const twice = [...Map.groupBy(drawings, ({ id }) => id)].filter(([, passages]) => passages.length > 1)
  const allowed = Map.groupBy(drawings, ({ account, prompt }) => `${digest(account)} ${prompt}`)
  const made = Map.groupBy(requests, ({ account, prompt }) => `${account} ${prompt}`)
  const extra = [...made].filter(([what, list]) => list.length > (allowed.get(what)?.length ?? 0))
  return [
    ...twice.map(([id]) => `${id} was drawn twice`),
    ...extra.map(([what, list]) => `${list.length} requests for ${what}`),
  ]
}

const isDelivered = ({ status }: Generation) => status === 'delivered'

const listKeys = ({ pictures }: Generation) => pictures.map(({ key }) => key)

/** An account that is deleted and taken over at the same time may hand over what has lost its pictures already. */
function findHostingFaults(books: Books, { hosted, copied, erased }: World): string[] {
  const { generations, records } = books
  const heirs = new Set([...erased].map((account) => findHolder(account, books)))
  const delivered = generations.filter(isDelivered)
  const shown = new Set(delivered.flatMap(listKeys))
  const wanted = delivered.filter(({ owner: account }) => !heirs.has(account)).flatMap(listKeys)
  const brought = new Set(records.filter(({ kind }) => kind === 'source').map(({ key }) => key))
  return [
    ...[...hosted]
      .filter((key) => !shown.has(key) && !brought.has(key) && key !== probeKey)
      .map((key) => `${key} is hosted for nobody`),
    ...[...copied].filter((key) => !hosted.has(key)).map((key) => `${key} is gone, and its copies are not`),
    ...wanted.filter((key) => !hosted.has(key)).map((key) => `${key} is delivered and not hosted`),
  ]
}

/** Nothing stays on the disk that the last process has; another machine's is for the next start there. */
function findLeftBytes({ disks, lastDisk }: World): string[] {
  return [...(disks.get(lastDisk()) ?? new Map()).keys()].map((id) => `${id} is kept for nobody`)
}

/** What somebody brought is kept for a generation of theirs, or is about to be looked at. */
function findUselessSources({ generations, records }: Books): string[] {
  const used = new Set(
    generations.flatMap(({ owner: account, asked }) => asked.sources.map((key) => `${account} ${key}`)),
  )
  const watched = new Set(records.filter(({ kind }) => kind === 'source-check').map(({ key }) => key))
  return records
    .filter(({ kind, key, owner }) => kind === 'source' && !watched.has(key) && !used.has(`${owner} ${key}`))
    .map(({ key, owner }) => `${key} of ${owner} is kept for nothing`)
}

function findHiddenMessages({ generations }: Books, { shown }: World): string[] {
  const seen = new Set(shown.map(({ id }) => id))
  return generations
    .filter(({ delivery, id }) => (delivery === 'message' || delivery === 'reply') && !seen.has(id))
    .filter(({ repeatOf }) => repeatOf === undefined)
    .map(({ id, delivery }) => `${id} is delivered by ${delivery} and was never shown`)
}

/** Nothing is left of an account that is no more. */
function findOrphans({ generations, accounts }: Books): string[] {
  return generations
    .filter(({ owner: account }) => !accounts.has(account))
    .map(({ id, owner: account }) => `${id} is of ${account}, which is no more`)
}

/** Who has an account's wallet now. */
function findHolder(account: string, { records }: Books): string | undefined {
  const merged = new Map(
    records.filter(({ kind }) => kind === 'merged').map(({ key, owner }) => [key, owner]),
  )
  let holder: string | undefined = account
  while (holder !== undefined && merged.has(holder)) holder = merged.get(holder)
  return holder
}

/**
 * An order is credited once, less what was given back, also where its buyer has left since. One that nobody had heard of
 * when its buyer, or whoever took their account over, deleted it, or before it was no longer paid, is nobody's.
 */
function findOrderFaults(
  { reports, account, credits }: Order,
  { entries }: Books,
  { erased, heirs }: World,
): string[] {
  const last = reports.at(-1)
  if (!last) return []
  const movements = entries.filter(({ reference }) => reference === `${last.provider}:${last.order}`)
  const purchases = movements.filter(({ kind }) => kind === 'purchase')
  const sum = movements.reduce((total, { amount }) => total + amount, 0)
  const wanted = credits - Math.round(credits * last.refunded)
  if (purchases.length > 1) return [`order ${last.order} was credited ${purchases.length} times`]
  const isNobodys = last.doubt === 'unpaid' || listHeirs(account, heirs).some((heir) => erased.has(heir))
  if (movements.length === 0 && isNobodys) return []
  return sum === wanted ? [] : [`order ${last.order} came to ${sum}, should be ${wanted}`]
}

/** Once per account, and per address. */
function findWelcomeFaults({ welcomed }: World): string[] {
  return welcomed
    .filter((address, index) => welcomed.indexOf(address) !== index)
    .map((address) => `${address} was welcomed twice`)
}

/** Each key of an operator's grants counts once, in whatever wallet, and no more of it is taken back. */
function findGrantFaults({ entries }: Books, { grants }: World): string[] {
  const granted = entries.filter(({ key }) => key.startsWith('grant:'))
  const back = entries.filter(({ key }) => key.startsWith('back:'))
  const tooMuch = [...Map.groupBy(back, ({ reference }) => reference)].filter(([reference, all]) => {
    const [grant] = entries.filter((entry) => `${entry.wallet}:${entry.key}` === reference)
    return all.length > 1 || (grant?.amount ?? 0) + (all[0]?.amount ?? 0) < 0
  })
  return [
    ...tooMuch.map(([reference]) => `${reference} was taken back too often, or too much of it`),
    ...[...Map.groupBy(granted, ({ key }) => key)].flatMap(([key, all]) =>
      all.length === 1 && all[0]?.amount === grants.get(key)
        ? []
        : [`${key} was granted ${all.length} times`],
    ),
  ]
}

/** Whoever is noted as told of something was mailed. */
function findNoticeFaults({ records }: Books, { mails }: World): string[] {
  return records
    .filter(({ kind, body }) => kind === 'notice' && body.sentAt !== undefined)
    .filter(({ owner }) => !mails.some(({ messageId }) => messageId === `notice:${owner}`))
    .map(({ owner }) => `${owner} is noted as told, and was not`)
}

/**
 * Whoever was told at every attempt that nothing was charged, was charged nothing, and sees nothing: but for a free
 * repeat of what they had, of which that is true.
 */
function findBrokenPromises({ entries, generations }: Books, { orders, calls, shown }: World): string[] {
  const refused = [...orders].filter(([, attempts]) => attempts.every((attempt) => attempt === 'refused'))
  const byId = Map.groupBy(entries, ({ reference }) => reference)
  const seen = shown.filter(({ status }) => status !== 'refunded')
  const delivered = new Set(
    [...generations.filter(isDelivered), ...seen].filter(({ price }) => price > 0).map(({ id }) => id),
  )
  return refused.flatMap(([call]) =>
    (calls.get(call) ?? []).flatMap((id) => {
      const kept = (byId.get(id) ?? []).reduce((sum, { amount }) => sum + amount, 0)
      const faults = kept === 0 ? [] : [`${id} of ${call} was refused, and charged ${-kept}`]
      return delivered.has(id) ? [...faults, `${id} of ${call} was refused, and delivered`] : faults
    }),
  )
}
