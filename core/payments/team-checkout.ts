/** Links to a checkout for a team: by a seal, nobody can be led into paying for another's team by an address made elsewhere. */
import type { Seals } from '#core/secrets/seals.ts'

const purpose = 'team-checkout'

/** Goes along with the team's id in the address, which is this account's alone. */
export const sealTeamCheckout = (seals: Seals, account: string, team: string): Promise<string> =>
  seals.seal(purpose, account, team)

/** Whether the bot itself has given this account the address for this team. */
export const isTeamCheckout = (
  seals: Seals,
  account: string,
  { team, seal }: { team: string; seal: string | undefined },
): Promise<boolean> => seals.isSealed(seal, purpose, account, team)
