/** The language of a mail that nobody has just asked for in a browser. */
import { type Core, speak, type Words } from '#core/index.ts'

export type FindLanguages = Core['preferences']['findLanguages']

/** What the account's owner has chosen, or else what their chat platform speaks with them. */
export async function findMailWords(findLanguages: FindLanguages, account: string): Promise<Words> {
  const { chosen, heard } = await findLanguages(account)
  return speak(chosen ?? heard)
}
