/** Who has an account's wallet by now. */
import type { Witness } from './witness.ts'

/** The account, and each that took over the one before. */
export function listHeirs(account: string, heirs: Witness['heirs']): string[] {
  const all = [account]
  for (let heir = heirs.get(account); heir && !all.includes(heir); heir = heirs.get(heir)) all.push(heir)
  return all
}
