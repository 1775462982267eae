/** Follows a picture from its order to the message that shows it. */
import { CoreError } from '#core/errors.ts'
import { type Core, type Generation, type Job, teamOf } from '#core/index.ts'
import { findAudience, findWords } from './find-audience.ts'
import { type PaidBy, renderPicture } from './messages/picture.ts'
import { renderProgress } from './messages/progress.ts'
import { renderFailure, renderUnsettled } from './messages/refusal.ts'
import type { Call, Message } from './platform.ts'
import { findSteps } from './show-again.ts'

/** Shows progress in the call's reply; answers with the picture, or with what became of it. */
export async function followJob(
  call: Call,
  core: Core,
  job: Job,
  shown: { private: boolean },
): Promise<Message> {
  const hidden = shown.private || job.generation.private
  const audience = findAudience(call, hidden)
  const words = findWords(call, hidden)
  const asker = 'asker' in audience ? audience.asker : undefined
  let since: number | undefined
  const paying = notePayer(call, core, job.generation)
  const unfollow = job.follow((progress) => {
    if (progress.stage === 'drawing') since = progress.since
    const { payer } = paying
    call.reply.progress({
      ...renderProgress(words, job.generation, progress, { since, asker, payer }),
      private: hidden,
    })
  })
  let ended: Generation
  try {
    ended = await job.done
  } catch (error) {
    return refuseUnsettled(call, job.generation, error)
  } finally {
    unfollow()
  }
  if (ended.failure) return renderFailure(call.words, ended)
  const inTeam = call.team !== undefined
  const common = { prices: core.prices, inTeam, steps: await findSteps(core, ended), payer: paying.payer }
  if ('asker' in audience) return renderPicture(words, ended, { ...audience, ...common })
  const balance = await core.credits.findBalance(ended.payer).catch(() => undefined)
  return renderPicture(words, ended, { ...audience, ...common, balance })
}

/** Keeps nobody waiting: the name is there once the platform has told it, and whoever is seen may be seen next time. */
function notePayer({ team, user, origin }: Call, core: Core, generation: Generation): PaidBy {
  const paying: PaidBy = {}
  const payer = teamOf(generation.payer)
  if (payer === undefined) return paying
  void core.teams.seeMember(payer, { account: generation.owner, name: user.name }).catch(() => undefined)
  const { platform, team: place } = generation.origin
  if (!team || platform !== origin.platform || place !== team.id) return paying
  void team.findName().then((name) => {
    paying.payer = name
  })
  return paying
}

function refuseUnsettled({ words }: Call, generation: Generation, error: unknown): Message {
  if (error instanceof CoreError && (error.code === 'stopping' || error.code === 'store-unavailable')) {
    return renderUnsettled(words, generation, error.code)
  }
  throw error
}
