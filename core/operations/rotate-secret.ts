/** Makes a new secret for cookies, codes and links. */
import { randomBytes } from 'node:crypto'
import { replaceSecretFile } from '#core/secrets/secret-file.ts'

/** Answers with where the new secret is: in its file already, or here, for the operator to set as SESSION_SECRET. */
export type RotateSecret = () => Promise<{ file: string } | { secret: string }>

/**
 * Puts a new secret into the file, whole or not at all; a bot that runs goes on with the old one until it is started
 * again. Where the secret `isConfigured`, no file is read: the new one is answered with. Rejects with the system's error
 * when the file cannot be written.
 */
export async function rotateSecretFile(file: string, isConfigured: boolean): ReturnType<RotateSecret> {
  const secret = randomBytes(32).toString('base64url')
  if (isConfigured) return { secret }
  await replaceSecretFile(file, secret)
  return { file }
}
