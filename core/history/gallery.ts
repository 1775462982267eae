/** What is shared in a team, newest first: for its members to look at. */
import type { Clock } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { Generation } from '#core/images/generation.ts'
import type { GenerationStore } from '#core/images/generation-store.ts'
import { pickPicture } from '#core/images/picture-name.ts'
import type { RecordStore, StoredRecord } from '#core/records/record-store.ts'
import { keyOf, nameTeam, type TeamName } from '#core/teams/team-name.ts'

/** One shared picture, as others may see it. */
export interface Exhibit {
  generation: Generation<'delivered'>
  /** When it was shared, in milliseconds since 1970. */
  at: number
  /** Its author's name, as it was shown. */
  author: string
}

export interface Exhibits {
  exhibits: Exhibit[]
  /** Give it back to get the next, older page; absent on the last. */
  next?: string
}

export interface Gallery {
  /**
   * What was shared in the team while it, or what it is tied to, was of it; nothing that was taken back or deleted. A malformed
   * `cursor` is a `bad-option`.
   */
  list(team: TeamName, page: { cursor?: string | undefined; limit: number }): Promise<Exhibits>
}

export interface GalleryPorts {
  records: RecordStore
  generations: Pick<GenerationStore, 'find'>
  clock: Pick<Clock, 'now'>
}

const kind = 'shared' as const
/** So that what is newer comes first by its key; a moment has fewer digits until the year 33658. */
const endOfTime = 1_000_000_000_000_000
const cursorShape = /^\d{15}\/[0-9a-z]{1,32}$/
/** What is not shared yet, although noted, may be about to be. Milliseconds. */
const settled = 60 * 60_000

const renderPart = (at: number, id: string) => `${String(endOfTime - 1 - at).padStart(15, '0')}/${id}`

/**
 * Notes that it is shared with these, whether or not they have a channel for it: before it is, since what is noted and not
 * shared is shown to nobody.
 */
export async function noteShared(
  { records, clock }: Pick<GalleryPorts, 'records' | 'clock'>,
  { id, owner }: Pick<Generation, 'id' | 'owner'>,
  at: number,
  places: readonly TeamName[],
): Promise<void> {
  for (const place of places) {
    const key = keyOf(nameTeam(place), renderPart(at, id))
    await records.insertRecord({ kind, key, owner, body: { id, at } }, clock.now())
  }
}

export function createGallery(ports: GalleryPorts): Gallery {
  const { records, clock } = ports

  return {
    async list(team, { cursor, limit }) {
      if (cursor !== undefined && !cursorShape.test(cursor)) {
        throw new CoreError('bad-option', { option: 'cursor', problem: { kind: 'unknown' } })
      }
      const begin = keyOf(nameTeam(team), '')
      const found: { key: string; exhibit: Exhibit }[] = []
      let after = cursor && `${begin}${cursor}`
      for (let isLast = false; !isLast && found.length <= limit; ) {
        const page = { limit: limit + 1, ...(after !== undefined && { after }) }
        const noted = await records.listRecordsBy(kind, begin, clock.now(), page)
        for (const each of noted) {
          const exhibit = await findExhibit(ports, each)
          if (exhibit) found.push({ key: each.key, exhibit })
        }
        after = noted.at(-1)?.key
        isLast = noted.length <= limit
      }
      const exhibits = found.slice(0, limit)
      const next = found.length > limit && exhibits.at(-1)?.key.slice(begin.length)
      return { exhibits: exhibits.map(({ exhibit }) => exhibit), ...(next && { next }) }
    },
  }
}

/** What was noted as shared there from one moment until another, the newest first: so many at most, shared still or not. */
export async function listShared(
  { records, clock }: Pick<GalleryPorts, 'records' | 'clock'>,
  place: TeamName,
  { from, end, limit }: { from: number; end: number; limit: number },
): Promise<StoredRecord[]> {
  const begin = keyOf(nameTeam(place), '')
  const after = `${begin}${renderPart(end, '')}`
  const found = await records.listRecordsBy(kind, begin, clock.now(), { after, limit })
  return found.filter(({ body }) => Number(body.at) >= from)
}

/** What was noted and is not shared any more is noted no longer. */
export async function findExhibit(
  { records, generations, clock }: GalleryPorts,
  { key, version, body }: StoredRecord,
): Promise<Exhibit | undefined> {
  const { id, at } = body as { id: string; at: number }
  const found = await generations.find({ id })
  if (found?.status === 'delivered' && found.shared?.at === at) return show(found, at)
  if (at < clock.now() - settled) await records.removeRecord(kind, key, version)
  return undefined
}

/** The one picture that is shared, where one is. */
function show(generation: Generation<'delivered'>, at: number): Exhibit | undefined {
  const { picture, by = '' } = generation.shared ?? {}
  const seen = picture === undefined ? generation : pickPicture(generation, picture)
  return seen && { generation: seen, at, author: by }
}
