/** What comes over HTTP is believed only when Slack has signed it, now, and once. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startRig } from './rig.ts'

it('answers Slack’s challenge', async () => {
  const { slack } = await startRig({ transport: 'http' })
  expect(await slack.operator.verifyRequestUrl()).toBe(true)
})

it.each(['wrong', 'stale', 'future', 'missing'] as const)('refuses a %s signature', async (signature) => {
  const { ada, general, logged } = await startRig({ transport: 'http' })
  const typed = ada.slash(general, '/help', '', { signature })
  expect(await typed.acknowledged).toMatchObject({ ok: false, status: 401 })
  expect(logged.filter(({ message }) => message === 'A call was answered')).toEqual([])
})

describe('says at level warn what is likely to be wrong', () => {
  const warnings = (logged: readonly { level: string; fields: object; message: string }[]) =>
    logged.filter(({ level, message }) => level === 'warn' && message.includes('was refused'))

  it.each([
    ['wrong', { doubt: 'signature', secondsOff: expect.closeTo(0, -1) }, 'SLACK_SIGNING_SECRET'],
    ['stale', { doubt: 'clock', secondsOff: expect.closeTo(360, -1) }, 'clock'],
    ['future', { doubt: 'clock', secondsOff: expect.closeTo(-360, -1) }, 'clock'],
    ['missing', { doubt: 'unsigned' }, 'signed'],
  ] as const)('with a %s signature', async (signature, fields, word) => {
    const { ada, general, logged } = await startRig({ transport: 'http' })
    await ada.slash(general, '/imagine', 'a secret gull', { signature }).acknowledged
    expect(warnings(logged)).toMatchObject([{ fields: { ...fields, refused: 1 } }])
    expect(warnings(logged)[0]?.message).toContain(word)
    expect(JSON.stringify(warnings(logged))).not.toMatch(/gull|v0=|imagine/)
  })

  it('by how much a clock is off, in either direction', async () => {
    for (const minutes of [6, -6]) {
      const { ada, general, logged, misset } = await startRig({ transport: 'http' })
      misset(minutes * 60_000)
      expect(await ada.slash(general, '/help').acknowledged).toMatchObject({ status: 401 })
      const secondsOff = expect.closeTo(minutes * 60, -1)
      expect(warnings(logged)).toMatchObject([{ fields: { doubt: 'clock', secondsOff } }])
    }
  })

  it('once a minute for each kind, with their number, however many come', async () => {
    const { ada, general, logged, advance } = await startRig({ transport: 'http' })
    const send = async (signature: 'wrong' | 'missing', times: number) => {
      for (let sent = 0; sent < times; sent++)
        await ada.slash(general, '/help', '', { signature }).acknowledged
    }
    await send('missing', 30)
    await send('wrong', 20)
    expect(warnings(logged)).toHaveLength(2)
    advance(61_000)
    await send('wrong', 1)
    expect(warnings(logged)[2]?.fields).toMatchObject({ doubt: 'signature', refused: 20 })
  })
})

it.each(['ssl_check=1', 'ssl_check=1&token=x'])(
  'answers Slack’s unsigned %s, and nothing else',
  async (body) => {
    const { publicUrl, platform } = await startRig({ transport: 'http' })
    const url = `${publicUrl}/slack/events`
    const send = (words: string) => fetch(url, { method: 'POST', body: new URLSearchParams(words) })
    expect((await send(body)).status).toBe(200)
    expect((await fetch(`${url}?${body}`)).status).toBe(200)
    expect((await send(`${body}&command=%2Fhelp`)).status).toBe(401)
    expect((await send(`${body}&payload=%7B%7D`)).status).toBe(401)
    expect((await send('ssl_check=0')).status).toBe(401)
    expect((await fetch(url)).status).toBe(405)
    await platform.stop()
    expect((await send(body)).status).toBe(200)
  },
)

it('refuses the same bytes a second time, also after a while', async () => {
  const { ada, general, answered, advance, history } = await startRig({ transport: 'http' })
  const typed = ada.slash(general, '/imagine', 'a gull')
  await answered()
  expect(await typed.replay()).toMatchObject({ ok: false, status: 401 })
  advance(200_000)
  expect(await typed.replay()).toMatchObject({ ok: false, status: 401 })
  advance(200_000)
  expect(await typed.replay()).toMatchObject({ ok: false, status: 401 })
  expect(await history(ada)).toHaveLength(1)
})

it('refuses what is too large, garbled, or not for it', async () => {
  const { slack, publicUrl, logged } = await startRig({ transport: 'http' })
  const send = (body: string, type = 'application/json', path = '/slack/events') => {
    const timestamp = Math.floor(Date.now() / 1_000)
    const digest = createHmac('sha256', slack.app.signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex')
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${digest}`,
    }
    return fetch(`${publicUrl}${path}`, { method: 'POST', body, headers }).then(({ status }) => status)
  }
  expect(await send('x'.repeat(1_000_001))).toBe(413)
  expect(await send('{"half":')).toBe(400)
  expect(await send('payload=%7B', 'application/x-www-form-urlencoded')).toBe(400)
  const told = logged.filter(({ message }) => message === 'A signed request from Slack could not be read')
  expect(told).toHaveLength(2)
  expect(await send('ssl_check=1', 'application/x-www-form-urlencoded')).toBe(200)
  expect(await send('{}', 'application/json', '/slack/other')).toBe(404)
  expect(await send('{"type":"event_callback"}')).toBe(200)
})

it('takes nothing before it starts or after it stops', async () => {
  const { ada, general, platform } = await startRig({ transport: 'http', expectsFaults: true })
  await platform.stop()
  expect(await ada.slash(general, '/help').acknowledged).toMatchObject({ ok: false, status: 503 })
})

it('answers everything at once, however many come', async () => {
  const switches = { ackDeadline: Number.POSITIVE_INFINITY }
  const { ada, ben, general, answered } = await startRig({ transport: 'http', switches })
  const asked = Array.from({ length: 100 }, (_, index) =>
    (index % 2 ? ada : ben).slash(general, '/imagine', `gull ${index} --quality draft`),
  )
  for (const each of asked) expect(await each.acknowledged).toMatchObject({ ok: true, body: undefined })
  await answered(100)
  expect(general.visibleTo(ada)).toHaveLength(100)
})
