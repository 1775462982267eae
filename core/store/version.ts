/** Which program this is, and which stores it works on. */
import { readFileSync } from 'node:fs'
import { schemaVersion } from './schema/steps.ts'

export interface Version {
  /** The program's, as in package.json. */
  version: string
  /** Of the store's shape. */
  schema: number
}

const about: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

export const version: Version = { version: about.version, schema: schemaVersion }
