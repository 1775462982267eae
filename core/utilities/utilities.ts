/** The free utilities, for anybody who chats: within limits, and on threads of their own. */
import type { InputOf, MadeOf, UtilityName } from './catalog.ts'
import { type Asking, createUtilityLimits, type LimitPorts, type UtilityRules } from './limits.ts'
import { createPool, type Pool, type PoolPorts, type Terms } from './pool.ts'

export interface Utilities extends Pick<Pool, 'stop'> {
  /**
   * Makes something for whoever asks. `prepare` gives what the job takes, and is called once it is certain that the job
   * may be done. Rejects with `too-many-utilities`, and as `Pool.run` does.
   */
  run<Name extends UtilityName>(
    name: Name,
    asking: Asking,
    prepare: () => Promise<InputOf<Name>> | InputOf<Name>,
    terms?: Pick<Terms, 'isLarge'>,
  ): Promise<MadeOf<Name>>
}

export function createUtilities(ports: LimitPorts & PoolPorts, rules: UtilityRules): Utilities {
  const pool = createPool(ports)
  const take = createUtilityLimits(ports, rules)
  return {
    run: (name, asking, prepare, terms) =>
      pool.run(name, async () => await prepare(), { ...terms, admit: () => take(asking) }),
    stop: pool.stop,
  }
}
