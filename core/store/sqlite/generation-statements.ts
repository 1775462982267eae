/** Every statement on the table of generations. */
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'

/** `:words` and `:tools` are JSON lists, of folded words and of names; what is NULL does not matter. */
const fits = `(:tools IS NULL OR tool IN (SELECT value FROM json_each(:tools))) AND (:quality IS NULL OR quality = :quality)
      AND NOT EXISTS (SELECT 1 FROM json_each(:words) WHERE instr(folded, value) = 0)
      AND created_at >= :from AND created_at < :until`

/** What no index has, so that every record is read. */
const fitsClosely = `${fits}
      AND (:shared IS NULL OR json_extract(record, '$.shared') IS NOT NULL)
      AND (:platform IS NULL OR (json_extract(record, '$.origin.platform') = :platform
        AND json_extract(record, '$.origin.team') = :team))`

/** Up to a place and with it. `narrowed` picks the index that has no others. */
const list = (narrowed: string) => `
    SELECT * FROM generations
    WHERE account = :account AND status = 'delivered' ${narrowed} AND (created_at, id) < (:createdAt, :id)
      AND (created_at, id) >= (:endAt, :end) AND ${fitsClosely}
    ORDER BY created_at DESC, id DESC LIMIT :limit`

/** Nearest to the place first. */
const listNewer = (narrowed: string) => `
    SELECT * FROM generations
    WHERE account = :account AND status = 'delivered' ${narrowed} AND (created_at, id) > (:createdAt, :id)
      AND (created_at, id) <= (:endAt, :end) AND ${fitsClosely}
    ORDER BY created_at, id LIMIT :limit`

/** The place of the last of so many, and one more, whether they fit or not. */
const skip = (narrowed: string) => `
    SELECT created_at, id FROM generations
    WHERE account = :account AND status = 'delivered' ${narrowed} AND (created_at, id) < (:createdAt, :id)
    ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET :others`

const skipNewer = (narrowed: string) => `
    SELECT created_at, id FROM generations
    WHERE account = :account AND status = 'delivered' ${narrowed} AND (created_at, id) > (:createdAt, :id)
    ORDER BY created_at, id LIMIT 1 OFFSET :others`

const count = (narrowed: string, fits: string) => `
    SELECT count(*) AS looked, coalesce(sum(fits), 0) AS total, coalesce(sum(fits AND before), 0) AS before
    FROM (
      SELECT ${fits} AS fits, (created_at, id) >= (:createdAt, :id) AS before FROM generations
      WHERE account = :account AND status = 'delivered' ${narrowed} AND (created_at, id) < (:fromAt, :first)
      ORDER BY created_at DESC, id DESC LIMIT :limit
    )`

const favourites = 'AND favourite = 1'

const prepared = {
  insert: `
    INSERT INTO generations VALUES (:id, :account, :call, :cache_key, :status, :slot, :lease_owner,
      :lease_until, :repeat_of, :created_at, :folded, :record, :place, :parent)`,
  findById: 'SELECT * FROM generations WHERE id = ?',
  findByCall: 'SELECT * FROM generations WHERE call = ?',
  findUnfinished: `
    SELECT * FROM generations WHERE account = ? AND cache_key = ? AND slot IS NOT NULL`,
  findShown: `
    SELECT * FROM generations
    WHERE account = ? AND cache_key = ? AND status = 'delivered'
    ORDER BY created_at DESC, id DESC LIMIT 1`,
  listSlots: 'SELECT slot, place FROM generations WHERE account = ? AND slot IS NOT NULL',
  listPlaces: 'SELECT place FROM generations WHERE account = ? AND place IS NOT NULL',
  listUnfinished: 'SELECT * FROM generations WHERE slot IS NOT NULL ORDER BY created_at, id',
  /** As `listUnfinished` goes: there is no index by holder. */
  listLeases: `
    SELECT lease_owner AS owner, CASE status WHEN 'recorded' THEN record ->> '$.spec.count' ELSE 0 END AS waiting
    FROM generations WHERE slot IS NOT NULL ORDER BY created_at, id`,
  listUnheld: `
    SELECT * FROM generations
    WHERE slot IS NOT NULL AND CASE
      WHEN lease_owner IS NULL THEN 1
      WHEN lease_owner = :own THEN id NOT IN (SELECT value FROM json_each(:except))
      ELSE lease_until <= :now OR lease_owner IN (SELECT value FROM json_each(:gone))
    END
    ORDER BY created_at, id`,
  listWaiting: `
    SELECT * FROM generations
    WHERE slot IS NOT NULL AND status = 'recorded' AND record ->> '$.hearer' IS NULL
      AND lease_owner <> :except AND lease_until > :now AND created_at <= :until
    ORDER BY created_at, id LIMIT :limit`,
  findAll: 'SELECT * FROM generations WHERE id IN (SELECT value FROM json_each(?))',
  renewLeases: `
    UPDATE generations SET lease_until = :until
    WHERE lease_owner = :owner AND slot IS NOT NULL AND id IN (SELECT value FROM json_each(:ids))`,
  /** A handful, in no order. */
  listUnfinishedOf: 'SELECT * FROM generations WHERE account = ? AND slot IS NOT NULL',
  listDelivered: list(''),
  listFavourites: list(favourites),
  listNewer: listNewer(''),
  listNewerFavourites: listNewer(favourites),
  skipDelivered: skip(''),
  skipFavourites: skip(favourites),
  skipNewer: skipNewer(''),
  skipNewerFavourites: skipNewer(favourites),
  countDelivered: count('', fits),
  countFavourites: count(favourites, fits),
  countDeliveredClosely: count('', fitsClosely),
  countFavouritesClosely: count(favourites, fitsClosely),
  listChildren: `
    SELECT * FROM generations
    WHERE account = :account AND parent = :id AND status = 'delivered'
    ORDER BY created_at DESC, id DESC LIMIT :limit`,
  update: `
    UPDATE generations SET cache_key = :cache_key, status = :status, slot = :slot,
      lease_owner = :lease_owner, lease_until = :lease_until, repeat_of = :repeat_of,
      folded = :folded, record = :record, place = :place
    WHERE id = :id`,
  remove: `DELETE FROM generations WHERE id = ? AND account = ? AND status = 'delivered'`,
  countShowing: `
    SELECT count(*) AS showing FROM (
      SELECT record FROM generations WHERE id = :id AND status = 'delivered'
      UNION ALL SELECT record FROM generations WHERE repeat_of = :id AND status = 'delivered')
    WHERE :key IS NULL
      OR EXISTS (SELECT 1 FROM json_each(record, '$.pictures') WHERE value ->> '$.key' = :key)`,
}

export type GenerationStatements = Record<keyof typeof prepared, Statement>

export function prepareGenerationStatements(database: Database): GenerationStatements {
  const names = Object.keys(prepared) as (keyof typeof prepared)[]
  return Object.fromEntries(
    names.map((name) => [name, database.prepare(prepared[name])]),
  ) as GenerationStatements
}
