/** Whatever Slack sends, the door takes it or turns it away: what it throws would end the process. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAdmit } from '#bots/admit.ts'
import { createShutdown } from '#bots/process/shutdown.ts'
import { createDoor } from '#bots/slack/door.ts'
import { createRefused } from '#bots/slack/refused.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { type Mutation, mutate, mutations } from '#tests/mutations.ts'

const ids = { team_id: 'T1', user_id: 'U1' }
const authorizations = [{ team_id: 'T1', enterprise_id: null, user_id: 'B1', is_bot: true }]
const talk = { user: 'U1', team: 'T1', channel: 'C1', ts: '1.1', event_ts: '1.1' }
const blocks = [{ type: 'input', block_id: 'prompt', element: { type: 'plain_text_input' } }]
const payloads = [
  {
    type: 'event_callback',
    ...ids,
    authorizations,
    event: { type: 'app_mention', text: '<@B1> a gull', ...talk },
  },
  { type: 'event_callback', authorizations, event: { type: 'app_home_opened', ...talk } },
  { command: '/imagine', text: 'a gull', response_url: 'https://elsewhere.test/1', trigger_id: '1', ...ids },
  { type: 'block_actions', user: { id: 'U1' }, team: { id: 'T1' }, actions: [{ action_id: 'again' }] },
  { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' }, view: { id: 'V1', blocks } },
]
const clock = { now: () => 0, sleep: () => Promise.resolve() }

it.each([
  ['lets in', 1_000_000],
  ['turns away', 0],
])('%s every spoiled payload', (_, most) => {
  const { log } = createKeptLog()
  const nobody = () => undefined
  const options = { clock, timeout: 1, shutdown: createShutdown(clock), track: () => undefined }
  const refused = createRefused({
    ...options,
    install: undefined,
    recallLocale: nobody,
    send: async () => undefined,
  })
  const admit = createAdmit({ bounds: { person: most, team: most, all: most }, clock, log })
  const door = createDoor({ admit, refused, recallLocale: nobody, log })
  let sent = 0
  const enter = (payload: object, changes: readonly Mutation[]) => {
    const body = mutate(payload, changes)
    if (typeof body !== 'object' || body === null) return
    sent++
    door.enter({ ...body })
  }
  fc.assert(fc.property(fc.constantFrom(...payloads), mutations, enter), { numRuns: 2_000 })
  expect([sent > 1_000, admit.count()]).toEqual([true, most === 0 ? 0 : sent])
})
