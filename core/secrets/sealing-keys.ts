/** The keys that seal what the store must not hold in the clear. They are apart from the session secret, which may change. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { openSecretFile, replaceSecretFile } from './secret-file.ts'

/** The first seals; the others still open what they once sealed. */
export type SealingKeys = readonly [string, ...string[]]

/**
 * Those of the configuration, then those of the file, which is made when it `mayMake` one and none is configured: then
 * all processes share the file. Last the `others`, which all processes have; the first of them seals where nothing else
 * does. Rejects as `openSecretFile` does.
 */
export async function openSealingKeys(given: {
  configured: string | undefined
  file: string
  mayMake: boolean
  others: SealingKeys
}): Promise<SealingKeys> {
  const { configured = '', file, mayMake, others } = given
  const own = split(configured)
  const makes = own.length === 0 && mayMake
  const kept = makes ? split(await openSecretFile(file)) : await readKept(file)
  const all = own.length > 0 || makes ? [...own, ...kept, ...others] : [others[0], ...kept, ...others]
  const [first = others[0], ...older] = new Set(all)
  return [first, ...older]
}

/** Before the session secret changes: what it may have sealed stays readable. Rejects with the system's error. */
export async function keepAsSealingKey(session: string, file: string): Promise<void> {
  const keys = split(await openSecretFile(file))
  if (!keys.includes(session)) await replaceSecretFile(file, [...keys, session].join('\n'))
}

const readKept = async (file: string) => (existsSync(file) ? split(await readFile(file, 'utf8')) : [])

const split = (text: string) => text.split(/[\s,]+/).filter((key) => key !== '')
