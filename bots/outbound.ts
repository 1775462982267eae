/**
 * The core's way out, over the platforms of this process. They need the core, and the core needs it: so it is made first,
 * and what is to be said before they are there waits for them.
 */
import type { Core, Generation, Log, Outbound } from '#core/index.ts'
import {
  createChangeShared,
  createChangeTold,
  createDeliver,
  createPostShared,
  createRemoveCopy,
  createRetract,
  createSend,
  createTellAsker,
  createTellTeam,
} from './deliver.ts'
import { createRunHeld } from './held-call.ts'
import {
  createNotifyCredited,
  createNotifyGifted,
  createNotifyLow,
  createNotifyWaiting,
} from './notify-credited.ts'
import type { Dispatch, Platform } from './platform.ts'
import { createTellLinked } from './tell-linked.ts'
import { createTellMonth } from './tell-month.ts'

/** What people are reached by. */
export interface Reach {
  core: Core
  platforms: readonly Platform[]
  dispatch: Dispatch
  /** By mail. */
  linked: Outbound['linked']
  log: Log
}

/** `send` is for what a command says elsewhere than in its reply. */
export interface BotOutbound extends Outbound<Generation>, Pick<Platform, 'send'> {}

export function createOutbound(reach: Promise<Reach>, retired: Outbound['retired']): BotOutbound {
  return {
    deliver: async (...ended) => createDeliver(await reach)(...ended),
    credited: async (...bought) => createNotifyCredited(await reach)(...bought),
    waiting: async (...bought) => createNotifyWaiting((await reach).platforms)(...bought),
    low: async (...left) => createNotifyLow(await reach)(...left),
    gifted: async (...given) => createNotifyGifted(await reach)(...given),
    linked: async (link) => createTellLinked(await reach)(link),
    runHeld: async (held) => createRunHeld(await reach)(held),
    tellTeam: async (...told) => createTellTeam(await reach)(...told),
    tellMonth: async (...told) => createTellMonth(await reach)(...told),
    changeTold: async (...told) => createChangeTold(await reach)(...told),
    tellAsker: async (...told) => createTellAsker(await reach)(...told),
    postShared: async (...shown) => createPostShared(await reach)(...shown),
    changeShared: async (...shown) => createChangeShared(await reach)(...shown),
    retract: async (post) => createRetract((await reach).platforms)(post),
    removeCopy: async (copy) => createRemoveCopy((await reach).platforms)(copy),
    send: async (...said) => createSend((await reach).platforms)(...said),
    retired,
  }
}
