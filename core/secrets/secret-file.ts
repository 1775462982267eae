/** Keeps a secret in a file where none is configured, so that sessions outlast a restart. */
import { randomBytes } from 'node:crypto'
import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises'

/** What SESSION_SECRET must have too. Characters. */
const shortest = 32

/**
 * The file's secret, made when there is none: 256 random bits that only this user can read. The file is whole or not
 * there, and several processes get the same. Rejects when what it holds is no secret.
 */
export async function openSecretFile(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true })
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < shortest) throw new Error(`${file} holds no secret: remove it, and a new one is made.`)
  return secret
}

/** Whole or not at all, and for this user alone. Rejects with the system's error when it cannot be written. */
export async function replaceSecretFile(file: string, content: string): Promise<void> {
  const fresh = await open(`${file}.new`, 'w', 0o600)
  try {
    await fresh.writeFile(content)
    await fresh.sync()
  } finally {
    await fresh.close()
  }
  await rename(`${file}.new`, file)
}
