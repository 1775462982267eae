/** Tests that every call ends in exactly one reply, and every picture as delivered. */

import { describe, expect, it } from 'vitest'
import type { Command } from '#bots/command.ts'
import { commands } from '#bots/commands/index.ts'
import { createDispatch } from '#bots/dispatch.ts'
import { renderFailure } from '#bots/messages/refusal.ts'
import type { Form, Message, Platform } from '#bots/platform.ts'
import { CoreError, type ErrorCode } from '#core/errors.ts'
import { speak } from '#core/index.ts'
import { createAnsweringCore, createCall, failFox, fox, inEnglish, readWords } from './calls.ts'
import { createRecordedLog } from './recorded-log.ts'
import { codes, examples } from './refused-codes.ts'

function createCommand(run: Command['run'], opensForm?: true): Command {
  const options: Command['options'] = [{ name: 'id', type: 'generation' }]
  return { name: 'try', options, isPrivate: () => false, run, ...(opensForm && { opensForm }) }
}

function createDesk(list: readonly Command[] = commands, send?: Platform['send']) {
  const { core, marked } = createAnsweringCore()
  const { log, lines } = createRecordedLog()
  const dispatch = createDispatch({ commands: list, core, log, now: () => 0, ...(send && { send }) })
  return { dispatch, marked, lines }
}

/** What only free commands are refused for. */
const free: readonly ErrorCode[] = [
  'too-many-utilities',
  'utility-busy',
  'utility-too-much',
  'svg-refused',
  'too-many-frames',
  'stands-still',
  'nothing-waits',
  'not-cancellable',
  'not-admin',
  'not-in-team',
  'not-a-member',
  'person-not-linked',
  'no-tie',
  'already-tied',
  'too-many-codes',
  'not-yourself',
  'not-giftable',
  'no-gallery',
  'already-shared',
  'being-shared',
  'not-shared',
  'already-linked',
]

/** Of what may have been done, what is said in place of that nothing was charged. */
const unsure: Partial<Record<ErrorCode, string>> = {
  unsettled: 'or its credits are back.',
  'gift-unsettled': 'a gift that had started arrives within minutes.',
}

const ready: Message = { private: false, blocks: [{ kind: 'text', text: ['done'] }], delivers: 'fox0000001' }

describe('dispatch', () => {
  it.each(codes)('answers %s with one private refusal', async (code) => {
    const failing = createCommand(async () => {
      throw new CoreError(code, examples[code])
    })
    const { dispatch, lines } = createDesk([failing])
    const call = createCall({ command: 'try' })
    await dispatch(call)
    expect(call.finished).toHaveLength(1)
    expect(call.finished[0]?.private).toBe(true)
    const charged = unsure[code] ?? 'Nothing was charged.'
    const words = expect(readWords(call.finished[0]))
    if (free.includes(code)) words.not.toContain('charged')
    else words.toContain(charged)
    expect(lines.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('guesses at an unknown command, but never at a hidden one', async () => {
    const { dispatch } = createDesk()
    const [near, hidden] = [createCall({ command: 'imagien' }), createCall({ command: 'agian' })]
    await dispatch(near)
    await dispatch(hidden)
    expect(readWords(near.finished[0])).toContain('/imagine')
    expect(readWords(hidden.finished[0])).toContain('/help')
  })

  it('checks the options before it runs anything', async () => {
    const { dispatch } = createDesk()
    const call = createCall({ command: 'imagine', options: { prompt: 'a fox', count: '5' } })
    await dispatch(call)
    expect(readWords(call.finished[0])).toContain('must be from 1 to 4')
  })

  it('tells of the unforeseen by the call’s id and logs it without a word of what was typed', async () => {
    const failing = createCommand(async () => {
      throw new Error('a secret prompt', { cause: new TypeError('at secret place') })
    })
    const { dispatch, lines } = createDesk([failing])
    const call = createCall({ command: 'try' })
    await dispatch(call)
    expect(call.finished).toHaveLength(1)
    expect(call.finished[0]?.private).toBe(true)
    expect(readWords(call.finished[0])).toContain('terminal:1')
    const [line] = lines.filter(({ level }) => level === 'error')
    expect(line?.text).toContain('dispatch.test.ts')
    expect(line?.text).toContain('TypeError')
    expect(JSON.stringify(lines)).not.toContain('secret')
  })

  it('survives what is not even an error', async () => {
    const failing = createCommand(() => Promise.reject('gone'))
    const { dispatch } = createDesk([failing])
    const call = createCall({ command: 'try' })
    await dispatch(call)
    expect(call.finished).toHaveLength(1)
  })

  it('says in the log who called what, of which generation, and how that really ended', async () => {
    const failed = failFox({ code: 'vendor-down', data: {} })
    const imagine = createCommand(async (call, core) => {
      await core.accounts.requireAccount(call.user)
      return renderFailure(speak(undefined), failed)
    })
    const { dispatch, lines } = createDesk([imagine])
    await dispatch(createCall({ command: 'try' }))
    await dispatch(createCall({ command: 'nothing' }))
    const told = lines.filter(({ text }) => text.startsWith('A call was answered'))
    expect(told.map(({ text }) => JSON.parse(text.slice(text.indexOf('{'))))).toMatchObject([
      { command: 'try', account: 'account-1', generation: fox.id, outcome: 'vendor-down' },
      { command: 'unknown', outcome: 'unknown-command' },
    ])
  })

  it('logs what a refusal was caused by, with the vendor’s own status and code', async () => {
    const failing = createCommand(async () => {
      const cause = Object.assign(new Error('a secret prompt'), { status: 403, code: 'no_billing' })
      throw new CoreError('attachment-unreadable', {}, { cause })
    })
    const { dispatch, lines } = createDesk([failing])
    await dispatch(createCall({ command: 'try' }))
    const [line] = lines.filter(({ level }) => level === 'error')
    expect(line?.text).toContain('"status":403,"code":"no_billing"')
    expect(JSON.stringify(lines)).not.toContain('secret')
  })

  it('hands a form back instead of a message', async () => {
    const form: Form = { title: 'Edit', command: 'imagine', options: {}, fields: [], submit: 'Draw' }
    const { dispatch } = createDesk([createCommand(async () => form, true)])
    const call = createCall({ command: 'try' })
    expect(await dispatch(call)).toBe(form)
    expect(call.finished).toEqual([])
  })
})

describe('a delivery', () => {
  const deliver = createCommand(async () => ready)

  it('is by the reply when that is taken', async () => {
    const { dispatch, marked } = createDesk([deliver])
    await dispatch(createCall({ command: 'try' }))
    expect(marked).toEqual([['fox0000001', 'reply']])
  })

  it('is by a message when the reply is not taken', async () => {
    const sent: Message[] = []
    const { dispatch, marked } = createDesk([deliver], async (_origin, _user, message) => {
      sent.push(message)
    })
    await dispatch(createCall({ command: 'try' }, { refuses: true }))
    expect(sent).toEqual([inEnglish(ready)])
    expect(marked).toEqual([['fox0000001', 'message']])
  })

  it.each([
    ['nothing can send', undefined],
    ['sending fails too', () => Promise.reject(new Error('Missing Access'))],
  ])('is by history when %s', async (_, send) => {
    const { dispatch, marked, lines } = createDesk([deliver], send)
    await dispatch(createCall({ command: 'try' }, { refuses: true }))
    expect(marked).toEqual([['fox0000001', 'history']])
    expect(JSON.stringify(lines)).not.toContain('Missing Access')
  })

  it('is left to the next process where this one gave it up, and not tried again', async () => {
    const sent: Message[] = []
    const { dispatch, marked } = createDesk([deliver], async (_origin, _user, message) => {
      sent.push(message)
    })
    const finish = () => Promise.reject(new CoreError('stopping', {}))
    await dispatch({ ...createCall({ command: 'try' }), reply: { progress: () => undefined, finish } })
    expect({ sent, marked }).toEqual({ sent: [], marked: [] })
    const leaving = createDesk([deliver], finish)
    await leaving.dispatch(createCall({ command: 'try' }, { refuses: true }))
    expect(leaving.marked).toEqual([])
  })

  it('tells a refusal by a message as well', async () => {
    const sent: Message[] = []
    const { dispatch, marked } = createDesk([], async (_origin, _user, message) => {
      sent.push(message)
    })
    await dispatch(createCall({ command: 'nothing' }, { refuses: true }))
    expect(sent).toHaveLength(1)
    expect(marked).toEqual([])
  })
})
