/** Tests in which language somebody hears that too much was asked at once. */
import { expect, it } from 'vitest'
import { type Caller, createAdmit, isTurnedAway } from '#bots/admit.ts'
import { speak } from '#core/index.ts'
import { silent } from '#tests/kept-log.ts'

const clock = { now: () => 0 }
const ann: Caller = { platform: 'slack', team: 'berlin', person: 'ann' }
const ben: Caller = { ...ann, person: 'ben' }

/** Ann has been answered in German, and from then on everybody is turned away. */
async function answerAnn() {
  const bounds = { person: 1, team: 1, all: 1 }
  const admit = createAdmit({ bounds, clock, log: silent })
  const seat = admit.enter(ann)
  if (isTurnedAway(seat)) throw new Error('There is room')
  const reply = seat.attend({ progress: () => undefined, finish: async () => undefined })
  await reply.finish({ private: true, blocks: [], words: speak('de') })
  return (caller: Caller, locale?: string) => {
    const entered = admit.enter(caller, locale)
    return isTurnedAway(entered) ? entered.words.tag : undefined
  }
}

it.each<[string, Caller, string | undefined, string]>([
  ['what they were answered in before, whatever their platform says', ann, 'ja', 'de'],
  ['what their platform says', ben, 'ja', 'ja'],
  ['what was last spoken in their team', ben, undefined, 'de'],
  ['English in a team that nobody was answered in', { ...ben, team: 'madrid' }, undefined, 'en'],
  ['English outside of teams', { platform: 'slack', person: 'ben' }, undefined, 'en'],
])('is %s', async (_name, caller, locale, tag) => {
  expect((await answerAnn())(caller, locale)).toBe(tag)
})
