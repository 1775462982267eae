/** The metrics' page is for whoever has the token; readiness does not wait for a store that hangs. */

import { expect, it } from 'vitest'
import { silent } from '#tests/kept-log.ts'
import { createHealthRoutes } from '#web/health.ts'
import { createMetricsRoutes } from '#web/metrics.ts'

const routes = createMetricsRoutes(
  { render: async () => ({ contentType: 'text/plain; version=0.0.4', body: 'up 1\n' }) },
  'hush',
)
const get = (authorization?: string) =>
  routes.request('/metrics', authorization === undefined ? {} : { headers: { authorization } })

it('answers whoever has the token', async () => {
  const answer = await get('Bearer hush')
  expect([answer.status, await answer.text()]).toEqual([200, 'up 1\n'])
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
})

const wrong = [undefined, '', 'hush', 'Bearer', 'Bearer ', 'Bearer hus', 'Bearer hushh', 'Basic hush']
it.each(wrong)('refuses %j', async (authorization) => {
  const answer = await get(authorization)
  expect([answer.status, await answer.text()]).toEqual([401, ''])
  expect(answer.headers.get('www-authenticate')).toBe('Bearer')
})

it('is not ready when the store hangs, and ready again when it answers', async () => {
  const lines: string[] = []
  const log = { ...silent, warn: (_: object, message: string) => lines.push(message) }
  const hanging = Promise.withResolvers<void>()
  let check = () => hanging.promise
  const core = { check: () => check(), findStoreTrouble: () => undefined }
  const health = createHealthRoutes({ core, listAway: () => ({}), log, patience: 20 })
  for (let time = 0; time < 3; time++) expect((await health.request('/readyz')).status).toBe(503)
  expect((await health.request('/healthz')).status).toBe(200)
  check = async () => undefined
  expect((await health.request('/readyz')).status).toBe(200)
  // What comes too late is nobody's business any more, whatever it is.
  hanging.reject(new Error('gone'))
  expect(lines).toEqual(['Not ready: the store does not answer'])
})

it('is not ready while a platform is away, and names it and since when', async () => {
  let away: Record<string, { since: number; reason: string }> = {}
  let check = async () => undefined
  const core = { check: () => check(), findStoreTrouble: () => undefined }
  const health = createHealthRoutes({ core, listAway: () => away, log: silent })
  const ask = async () => {
    const answer = await health.request('/readyz')
    return [answer.status, await answer.json()]
  }
  away = { discord: { since: Date.UTC(2026, 10, 29, 12), reason: 'http_520' } }
  const discord = { since: '2026-11-29T12:00:00.000Z', reason: 'http_520' }
  expect(await ask()).toEqual([503, { status: 'not ready', away: { discord } }])
  check = () => Promise.reject(new Error('gone'))
  const store = { since: expect.any(String), reason: 'no_answer' }
  expect(await ask()).toEqual([503, { status: 'not ready', away: { store, discord } }])
  check = async () => undefined
  away = {}
  expect(await ask()).toEqual([200, { status: 'ready' }])
})
