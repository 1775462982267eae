/** Everything held about a person, as files: readable data, and the pictures themselves. */
import type { Clock } from '#core/clock.ts'
import { readGift } from '#core/credits/gift.ts'
import type { LedgerStore } from '#core/credits/ledger-store.ts'
import { walletOf } from '#core/credits/wallet.ts'
import type { ImageHost, PictureOrigin } from '#core/hosting/image-host.ts'
import { renderSpec } from '#core/images/asked.ts'
import type { OwnedGenerations } from '#core/images/owned-generations.ts'
import { listNumbered } from '#core/images/picture-name.ts'
import { readAll } from '#core/images/read-owned.ts'
import { findParent, listSourceKeys, nameResults } from '#core/images/sources/source-names.ts'
import { type Log, logFailure } from '#core/log.ts'
import { toldKinds } from '#core/records/kinds.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import type { Account } from './account.ts'
import type { AccountStore } from './account-store.ts'
import type { Aliases } from './aliases.ts'
import { createHostRound, type HostRound } from './host-round.ts'
import type { Sessions } from './sessions.ts'

export interface ExportFile {
  /** With folders, by slashes. */
  name: string
  /** Read once, when its turn comes, so that little is in memory at a time. */
  content: AsyncIterable<Uint8Array | string>
}

/**
 * The files, one after the other. A picture that its host has lost, or cannot hand out now, keeps nothing else from being
 * told: a last file, `missing.json`, names it.
 */
export type Export = (account: Account) => AsyncIterable<ExportFile>

/** A picture that is not among the files. */
interface Missing {
  /** Its name there, without an ending. */
  file: string
  key: string
  why: string
}

const whyMissing = {
  lost: 'Where pictures are hosted, there is none of that key any more.',
  failed: 'It could not be read just now; another export, later, may have it.',
} as const

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

/**
 * Records that say something of a person, and what of each: digests and tokens that open something are left out. Times
 * are told of all.
 */
const told: Readonly<Record<(typeof toldKinds)[number], (record: StoredRecord) => object>> = {
  source: ({ key, body }) => ({ key, ...body }),
  checkout: ({ key, body }) => ({ key, ...body }),
  merged: ({ key }) => ({ key }),
  'low-balance': ({ key }) => ({ key }),
  member: ({ key, body }) => ({ key, ...body }),
  shared: ({ key, body }) => ({ key, ...body }),
  'team-order': ({ key, body }) => ({ order: key, ...body }),
  thread: ({ key, body }) => ({ key, ...body }),
  preferences: ({ body }) => ({ ...body }),
  notice: ({ key, body }) => ({ key, ...body }),
  vote: ({ key, body }) => ({ picture: key.split('/')[0], counts: body.counts }),
  told: ({ key }) => ({ order: key }),
  'link-mail': ({ body: { inChat: _, ...body } }) => body,
  unlink: ({ body }) => body,
  'discord-attachments': ({ body }) => ({ names: body.names }),
  code: ({ body }) => {
    const { network: _, ...data } = body.data as Record<string, string>
    return { for: data }
  },
  'cap-request': ({ body }) => {
    const { team, credits, month, prompt, askedAt } = body
    return {
      team,
      credits,
      month,
      prompt,
      askedAt,
      answer: (body.answer as { how?: string } | undefined)?.how,
    }
  },
  held: ({ body }) => {
    const { origin, ...order } = body.order as { origin: { platform: string } }
    return { order, platform: origin.platform, price: body.price }
  },
}

interface ExportPorts {
  store: AccountStore
  records: RecordStore
  owned: OwnedGenerations
  ledger: LedgerStore
  sessions: Sessions
  aliases: Aliases
  host: Pick<ImageHost, 'read'>
  clock: Clock
  log: Log
}

export function createExport(ports: ExportPorts): Export {
  const { store, aliases } = ports

  return async function* (account) {
    const { id, email, createdAt } = account
    const accounts = [id, ...(await aliases.list(id))]
    yield {
      name: 'account.json',
      content: once(`${JSON.stringify({ id, email, createdAt, mergedFrom: accounts.slice(1) }, null, 2)}\n`),
    }
    yield { name: 'identities.json', content: renderList(await store.listIdentities(id)) }
    yield { name: 'transactions.json', content: renderList(listEntries(ports, accounts)) }
    yield { name: 'team-spending.json', content: renderList(listTeamSpending(ports, accounts)) }
    yield { name: 'generations.json', content: renderList(listGenerations(ports, id)) }
    yield { name: 'sessions.json', content: renderList(listSessions(ports, id)) }
    yield { name: 'records.json', content: renderList(listRecords(ports, id)) }
    const missing: Missing[] = []
    yield* listPictures(ports, id, missing)
    if (missing.length > 0) yield { name: 'missing.json', content: renderList(missing) }
  }
}

async function* listEntries({ ledger }: ExportPorts, accounts: readonly string[]) {
  for (const account of accounts) {
    let before = Number.MAX_SAFE_INTEGER
    for (;;) {
      const page = await ledger.list(walletOf(account), { before, limit: 100 })
      for (const { wallet: _, ...entry } of page) {
        const gift = readGift(entry)
        yield { account, ...entry, ...(gift && { gift: { [gift.half]: gift.other } }) }
      }
      before = page.at(-1)?.sequence ?? 0
      if (page.length < 100) break
    }
  }
}

/** What somebody spent of teams' credits, and nothing of what others did: no balance, no place in the wallet. */
async function* listTeamSpending({ ledger }: ExportPorts, accounts: readonly string[]) {
  for (const account of accounts) {
    for (let after = { wallet: '', sequence: 0 }; ; ) {
      const page = await ledger.listOfMember(account, { after, limit: 100 })
      for (const { wallet, kind, amount, reference, at, budget } of page) {
        const { month, channel } = budget ?? {}
        yield { account, payer: wallet, kind, amount, reference, at, month, channel }
      }
      after = page.at(-1) ?? after
      if (page.length < 100) break
    }
  }
}

async function* listSessions({ sessions }: ExportPorts, account: string) {
  for (const { createdAt, seenAt } of await sessions.list(account)) yield { createdAt, seenAt }
}

async function* listRecords({ records, clock }: ExportPorts, account: string) {
  for (const kind of toldKinds) {
    for (const record of await records.listRecords(kind, account, clock.now())) {
      const { expiresAt } = record
      yield { kind, ...(expiresAt !== undefined && { expiresAt }), ...told[kind](record) }
    }
  }
}

/** What somebody else brought is not this account's to be told of, not even its key: it started from the result. */
async function* listGenerations({ records, owned, clock }: ExportPorts, account: string) {
  const brought = await records.listRecords('source', account, clock.now())
  const own = new Set(brought.map(({ key }) => key))
  for await (const generation of readAll(owned, account)) {
    const { owner, payer, asked, ...rest } = generation
    const isOwn = listSourceKeys(asked).every((key) => own.has(key))
    const spec = renderSpec(isOwn ? asked : { ...asked, sources: nameResults(generation) })
    const parent = findParent(asked)
    const lineage = parent && { cameOf: { id: parent.id, picture: parent.index + 1 } }
    yield { ...rest, account: owner, ...(payer !== owner && { payer }), spec, ...lineage }
  }
}

async function* listPictures(
  ports: ExportPorts,
  account: string,
  missing: Missing[],
): AsyncIterable<ExportFile> {
  const { records, owned, host, clock, log } = ports
  const round = createHostRound(clock)
  const read = (file: string, key: string, origin: PictureOrigin) =>
    readPicture(round, () => host.read(key, origin), { file, key }, missing)

  // A free repeat has no pictures of its own, but for those that what it repeats has no longer.
  const given = new Set<string>()
  for (const isRepeat of [false, true]) {
    for await (const generation of readAll(owned, account)) {
      const { id, status, repeatOf } = generation
      if (status !== 'delivered' || (repeatOf !== undefined) !== isRepeat) continue
      for (const { number, picture } of listNumbered(generation)) {
        if (given.has(picture.key)) continue
        given.add(picture.key)
        yield* read(`pictures/${id}-${number}`, picture.key, 'drawn')
      }
    }
  }
  for (const { key } of await records.listRecords('source', account, clock.now())) {
    yield* read(`brought/${key}`, key, 'brought')
  }
  const count = round.countFailed()
  if (count > 0) logFailure(log, round.findFirst(), { account, count }, 'Pictures are missing from an export')
}

/** The picture as a file, or what is missing. */
async function* readPicture(
  round: HostRound,
  ask: () => ReturnType<ImageHost['read']>,
  { file, key }: Omit<Missing, 'why'>,
  missing: Missing[],
): AsyncIterable<ExportFile> {
  const read = await round.ask(ask)
  if (read === 'failed') missing.push({ file, key, why: whyMissing.failed })
  else if (!read.answer) missing.push({ file, key, why: whyMissing.lost })
  else {
    const { bytes, mime } = read.answer
    yield { name: `${file}.${extensions[mime]}`, content: once(bytes) }
  }
}

async function* once<Value>(value: Value) {
  yield value
}

/** A JSON list, one item a line. */
async function* renderList(items: Iterable<unknown> | AsyncIterable<unknown>) {
  let separator = '[\n'
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}
