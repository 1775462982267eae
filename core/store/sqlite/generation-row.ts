/** A generation as a row of its table, and back. */
import type { Generation, Status } from '#core/images/generation.ts'
import { findParent } from '#core/images/sources/source-names.ts'
import {
  findWords,
  readGeneration,
  renderGeneration,
  type StoredGeneration,
} from '#core/store/read-generation.ts'
import { decodeText, encodeText, foldText } from '#core/store/text.ts'

export type GenerationRow = {
  id: string
  account: string
  call: string
  cache_key: string
  status: string
  slot: number | null
  lease_owner: string | null
  lease_until: number | null
  repeat_of: string | null
  created_at: number
  folded: string
  record: string
  place: number | null
  parent: string | null
}

/** What the `record` column keeps, as JSON: any string survives in it. */
type Rest = Omit<
  StoredGeneration,
  'id' | 'account' | 'call' | 'cacheKey' | 'status' | 'slot' | 'place' | 'lease' | 'repeatOf' | 'createdAt'
>

export const toRow = (generation: Generation): GenerationRow => renderRow(renderGeneration(generation))

/** What `readRow` reads. */
export function renderRow(stored: StoredGeneration): GenerationRow {
  const { id, account, call, cacheKey, status, slot, place, lease, repeatOf, createdAt, ...rest } = stored
  const parent = findParent(rest.spec)?.id
  return {
    id: encodeText(id),
    account: encodeText(account),
    call: encodeText(call),
    cache_key: encodeText(cacheKey),
    status,
    slot: slot ?? null,
    lease_owner: lease ? encodeText(lease.owner) : null,
    lease_until: lease?.until ?? null,
    repeat_of: repeatOf === undefined ? null : encodeText(repeatOf),
    created_at: createdAt,
    folded: foldText(findWords(rest.spec)),
    record: JSON.stringify(rest),
    place: place ?? null,
    parent: parent === undefined ? null : encodeText(parent),
  }
}

export const toGeneration = (row: GenerationRow): Generation => readGeneration(readRow(row))

/** As it is stored, whatever it may lack. */
export function readRow(row: GenerationRow): StoredGeneration {
  const { slot, place, lease_owner: owner, lease_until: until, repeat_of: repeatOf } = row
  return {
    ...(JSON.parse(row.record) as Rest),
    id: decodeText(row.id),
    account: decodeText(row.account),
    call: decodeText(row.call),
    cacheKey: decodeText(row.cache_key),
    status: row.status as Status,
    createdAt: row.created_at,
    ...(slot !== null && { slot }),
    ...(place !== null && { place }),
    ...(owner !== null && until !== null && { lease: { owner: decodeText(owner), until } }),
    ...(repeatOf !== null && { repeatOf: decodeText(repeatOf) }),
  }
}
