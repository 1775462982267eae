/** Trouble on order, as the real WebClient meets it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.ts'
import type { TroubleOrder } from './trouble.ts'

let slack: Desk['slack']
let world: Desk['world']
let client: Desk['client']

beforeEach(async () => {
  ;({ slack, world, client } = await openDesk())
})

const post = () => client.chat.postMessage({ channel: world.general.id, text: 'x' })
const posted = () => world.general.messages.length
const order = (given: Omit<TroubleOrder, 'method'>) =>
  slack.operator.trouble({ method: 'chat.postMessage', times: 1, ...given })

test('busy, broken and refusing, for the next request only', async () => {
  order({ trouble: { kind: 'ratelimited', retryAfter: 7 } })
  await expect(post()).rejects.toMatchObject({ retryAfter: 7 })
  order({ trouble: { kind: 'status', status: 503 } })
  await expect(post()).rejects.toMatchObject({ statusCode: 503 })
  order({ trouble: { kind: 'error', error: 'fatal_error' } })
  await client.auth.test()
  await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } })
  expect(posted()).toBe(0)
  await post()
  expect(posted()).toBe(1)
})

describe('a lost connection', () => {
  test('before the request took effect', async () => {
    order({ trouble: { kind: 'reset' } })
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(posted()).toBe(0)
  })

  test('after it took effect', async () => {
    order({ trouble: { kind: 'reset' }, when: 'after' })
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(posted()).toBe(1)
    expect(slack.requests.at(-1)?.answer).toBeUndefined()
  })
})

test('what hangs goes on when it is released', async () => {
  order({ trouble: { kind: 'hang' } })
  const waiting = post()
  await slack.until(() => slack.requests[0])
  await client.auth.test()
  expect(posted()).toBe(0)
  slack.operator.release()
  await waiting
  expect(posted()).toBe(1)
})
