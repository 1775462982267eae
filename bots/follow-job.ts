/** Follows a picture from its order to the message that shows it. */
import { CoreError } from '#core/errors.ts'
import type { Core, Generation, Job } from '#core/index.ts'
import { findAudience } from './find-audience.ts'
import { renderPicture } from './messages/picture.ts'
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
  const asker = 'asker' in audience ? audience.asker : undefined
  let since: number | undefined
  const unfollow = job.follow((progress) => {
    if (progress.stage === 'drawing') since = progress.since
    call.reply.progress({ ...renderProgress(job.generation, progress, { since, asker }), private: hidden })
  })
  let ended: Generation
  try {
    ended = await job.done
  } catch (error) {
    return refuseUnsettled(job.generation, error)
  } finally {
    unfollow()
  }
  if (ended.failure) return renderFailure(ended)
  const inTeam = call.team !== undefined
  const common = { prices: core.prices, inTeam, steps: await findSteps(core, ended) }
  if ('asker' in audience) return renderPicture(ended, { ...audience, ...common })
  const balance = await core.credits.findBalance(ended.payer).catch(() => undefined)
  return renderPicture(ended, { ...audience, ...common, balance })
}

function refuseUnsettled(generation: Generation, error: unknown): Message {
  if (error instanceof CoreError && (error.code === 'stopping' || error.code === 'store-unavailable')) {
    return renderUnsettled(generation, error.code)
  }
  throw error
}
