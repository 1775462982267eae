/** The free utilities, for anybody who chats: within limits, and on threads of their own. */
import type { InputOf, MadeOf, UtilityName } from './catalog.ts'
import type { Asking, TakeUtility } from './limits.ts'
import type { Pool } from './pool.ts'

export interface Utilities {
  /**
   * Makes something for whoever asks. `prepare` gives what the job takes, and is called once it is certain that the job
   * may be done. Rejects with `too-many-utilities`, and as `Pool.run` does.
   */
  run<Name extends UtilityName>(
    name: Name,
    asking: Asking,
    prepare: () => Promise<InputOf<Name>> | InputOf<Name>,
  ): Promise<MadeOf<Name>>
}

export const createUtilities = (pool: Pool, take: TakeUtility): Utilities => ({
  run: (name, asking, prepare) =>
    pool.run(name, async () => {
      await take(asking)
      return await prepare()
    }),
})
