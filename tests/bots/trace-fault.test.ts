/** Tests that what is logged of an error says what a vendor answered, and holds nothing that anybody typed. */
import { DiscordAPIError, HTTPError } from '@discordjs/rest'
import { webApi } from '@slack/bolt'
import { APIError as CloudflareError } from 'cloudflare'
import fc from 'fast-check'
import { MongoServerError } from 'mongodb'
import OpenAI from 'openai'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { traceFault } from '#bots/trace-fault.ts'
import { CoreError } from '#core/errors.ts'
import { logFailure, mustAct, OperatorFault } from '#core/index.ts'
import { createRecordedLog } from './recorded-log.ts'

const secret = 'a red fox, ann@example.com'
const typed = (fields: object) => Object.assign(new Error(secret), fields)
const cloudflare = (status: number, code: number) =>
  CloudflareError.generate(
    status,
    { errors: [{ code, message: secret }] },
    secret,
    new Headers({ 'cf-ray': '8f-FRA' }),
  )
const openai = (status: number, fields: object) =>
  OpenAI.APIError.generate(
    status,
    { error: { message: secret, ...fields } },
    secret,
    new Headers({ 'x-request-id': 'req_1' }),
  )
const slack = (data: object) => new webApi.WebAPIPlatformError({ ok: false, error: 'fatal_error', ...data })
const discord = (status: number, body: { code: number; message: string; errors?: Record<string, never> }) =>
  new DiscordAPIError(body, body.code, status, 'POST', `https://discord.test/webhooks/1/${secret}`, {})
const smtp = (responseCode: number) =>
  typed({ code: 'EAUTH', responseCode, response: secret, command: 'AUTH PLAIN' })

/** An answer, what is kept of it, and whether an operator must act. */
const answers: [string, unknown, object, boolean][] = [
  ['Cloudflare 401', cloudflare(401, 10_000), { status: 401, code: '10000', requestId: '8f-FRA' }, true],
  ['Cloudflare 403', cloudflare(403, 9_109), { status: 403, code: '9109' }, true],
  ['Cloudflare 415', cloudflare(415, 5_455), { status: 415, code: '5455' }, false],
  ['Cloudflare 522', CloudflareError.generate(522, undefined, secret, new Headers()), { status: 522 }, false],
  [
    'OpenAI 400',
    openai(400, { code: 'invalid_value', param: 'size', type: 'invalid_request_error' }),
    { status: 400, code: 'invalid_value', param: 'size', type: 'invalid_request_error', requestId: 'req_1' },
    false,
  ],
  ['OpenAI 401', openai(401, { code: 'invalid_api_key' }), { status: 401 }, true],
  [
    'Slack, a scope',
    slack({ error: 'missing_scope', needed: 'files:write' }),
    { code: 'missing_scope', needed: 'files:write' },
    true,
  ],
  [
    'Slack, blocks',
    slack({
      error: 'invalid_blocks',
      response_metadata: { messages: [`${secret} [json-pointer:/blocks/2/text]`] },
    }),
    { code: 'invalid_blocks', param: '/blocks/2/text' },
    false,
  ],
  [
    'Slack, a channel',
    slack({ error: 'restricted_action_thread_only_channel' }),
    { code: 'restricted_action_thread_only_channel' },
    true,
  ],
  [
    'Discord 400',
    discord(400, {
      code: 50_035,
      message: secret,
      errors: { embeds: { 0: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: secret }] } } } as never,
    }),
    { status: 400, code: '50035', param: 'embeds.0:BASE_TYPE_MAX_LENGTH' },
    false,
  ],
  ['Discord 403', discord(403, { code: 50_001, message: secret }), { status: 403, code: '50001' }, false],
  ['Discord 401', discord(401, { code: 0, message: secret }), { status: 401 }, true],
  [
    'Discord 502',
    new HTTPError(502, secret, 'GET', `https://discord.test/${secret}`, {}),
    { status: 502 },
    false,
  ],
  [
    'MongoDB, quota',
    new MongoServerError({ message: secret, code: 8_000, codeName: 'AtlasError' }),
    { code: 'AtlasError' },
    true,
  ],
  [
    'MongoDB, not primary',
    new MongoServerError({ message: secret, code: 10_107, codeName: 'NotWritablePrimary' }),
    { code: 'NotWritablePrimary' },
    false,
  ],
  [
    'SQLite, full',
    typed({ code: 'ERR_SQLITE_ERROR', errcode: 13, errstr: 'database or disk is full' }),
    { code: 'SQLITE_13' },
    true,
  ],
  ['SQLite, read-only', typed({ code: 'ERR_SQLITE_ERROR', errcode: 1_032 }), { code: 'SQLITE_8.4' }, true],
  ['SQLite, locked', typed({ code: 'ERR_SQLITE_ERROR', errcode: 5 }), { code: 'SQLITE_5' }, false],
  ['SMTP 535', smtp(535), { status: 535, code: 'EAUTH' }, true],
  [
    'SMTP 450',
    typed({ code: 'EENVELOPE', responseCode: 450, response: secret }),
    { status: 450, code: 'EENVELOPE' },
    false,
  ],
  [
    'a full disk',
    typed({ code: 'ENOSPC', syscall: 'write', path: secret }),
    { code: 'ENOSPC', syscall: 'write' },
    true,
  ],
  [
    'several addresses',
    new AggregateError([typed({ code: 'ECONNREFUSED' })], secret),
    { code: 'ECONNREFUSED' },
    false,
  ],
  [
    'a body of another form',
    z.object({ data: z.object({ id: z.string() }) }).safeParse({ data: { id: 7 } }).error,
    { param: 'data.id:invalid_type' },
    false,
  ],
  ['a sentence of our own', new OperatorFault('No such variant.'), { says: 'No such variant.' }, true],
]

describe.each(answers)('%s', (_, error, kept, acts) => {
  it('is told as far as the vendor has words of a fixed form for it, also as a cause', () => {
    const outer = new CoreError('vendor-refused', {}, { cause: error })
    expect(traceFault(error)).toMatchObject(kept)
    expect(traceFault(outer).cause).toMatchObject(kept)
    expect(JSON.stringify(traceFault(outer))).not.toContain('fox')
  })

  it('is an error where only an operator can mend it', () => {
    const { log, lines } = createRecordedLog()
    logFailure(log, new CoreError('hosting-failed', {}, { cause: error }), {}, 'It failed')
    expect(lines[0]?.level).toBe(acts ? 'error' : 'warn')
  })
})

it('keeps name, code and frames of an error and its causes, never a message', () => {
  const cause = Object.assign(new TypeError('secret cause'), { code: 'ECONNRESET' })
  const fault = traceFault(new Error('secret\n    at secret (prompt.ts:1:1)', { cause }))
  expect(fault).toMatchObject({ name: 'Error', cause: { name: 'TypeError', code: 'ECONNRESET' } })
  expect(fault.frames[0]).toContain('trace-fault.test.ts')
  expect(JSON.stringify(fault)).not.toContain('secret')
})

it('follows causes that go in circles only so far', () => {
  const error = new Error('one')
  error.cause = error
  expect(JSON.stringify(traceFault(error)).length).toBeLessThan(20_000)
  expect(mustAct(error)).toBe(false)
})

it('names the type of what is not an error', () => {
  expect(traceFault('secret')).toEqual({ name: 'string', frames: [] })
})

it('keeps no sentence, whatever a vendor puts where', () => {
  const value = fc.oneof(fc.constant(`${secret} ${secret}`), fc.anything())
  const names = [
    ...['status', 'code', 'type', 'param', 'data', 'errors', 'rawError', 'issues', 'headers', 'requestID'],
    'errcode',
  ]
  const fields = fc.dictionary(fc.constantFrom(...names), value)
  fc.assert(
    fc.property(fields, (given) => {
      const text = JSON.stringify({ ...traceFault(Object.assign(new Error('x'), given)), frames: [] })
      expect(text).not.toContain('fox')
    }),
  )
})
