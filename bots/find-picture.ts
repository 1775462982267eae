/** Finds the picture that somebody's words are about. */
import { hasCode } from '#core/errors.ts'
import type { Core, Generation } from '#core/index.ts'
import type { Call } from './platform.ts'

/** Of a thread its picture, as far as they may see it, with an account or without; elsewhere their own newest. */
export async function findPicture(
  { accounts, threads }: Pick<Core, 'accounts' | 'threads'>,
  { user, thread }: Pick<Call, 'user' | 'thread'>,
): Promise<Generation<'delivered'> | undefined> {
  const account = await accounts.requireAccount(user).catch((error: unknown) => {
    if (hasCode(error, 'not-linked')) return undefined
    throw error
  })
  return await threads.find(thread, account?.id)
}
