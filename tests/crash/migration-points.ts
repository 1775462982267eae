/** The named crash points of an operator's migration. */
import type { NamedPoint } from './points.ts'

const shelves = ['accounts', 'identities', 'entries', 'generations', 'records'] as const

export interface MigrationPoint extends Pick<NamedPoint, 'name' | 'often'> {
  /** Where an earlier attempt must have died for it to be reached. */
  after?: string
}

/** What an operator's migration does, whatever is carried; each is tried in turn. */
export const migrationPoints: readonly MigrationPoint[] = [
  ...shelves.flatMap((shelf) => [
    { name: `source/${shelf}.readAll`, often: shelf === 'entries' ? 3 : 2 },
    { name: `target/${shelf}.readAll` },
    { name: `target/${shelf}.writeAll` },
  ]),
  { name: 'source/records.insertRecord lease' },
  { name: 'source/records.replaceRecord lease', often: 5 },
  { name: 'source/records.removeRecord lease' },
  { name: 'source/records.insertRecord migration' },
  { name: 'source/records.replaceRecord migration', after: 'source/records.insertRecord migration' },
  { name: 'target/records.insertRecord migration' },
  { name: 'target/records.replaceRecord migration' },
]
