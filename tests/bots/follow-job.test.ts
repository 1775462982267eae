/** Tests how a picture is followed from its order to its end. */
import { describe, expect, it } from 'vitest'
import { followJob } from '#bots/follow-job.ts'
import { CoreError } from '#core/errors.ts'
import type { Job, Progress } from '#core/index.ts'
import { createAnsweringCore, createCall, createJob, failFox, fox, readWords } from './calls.ts'

const stages: Progress[] = [
  { stage: 'waiting', ahead: 1 },
  { stage: 'drawing', since: 5_000 },
  { stage: 'preview', picture: new Uint8Array(1) },
  { stage: 'hosting' },
]

async function follow(done: Job['done'], hidden = false, generation = fox) {
  const { core } = createAnsweringCore()
  const call = createCall({ command: 'imagine' })
  const message = await followJob(call, core, createJob(stages, done, generation), { private: hidden })
  return { message, call }
}

describe('a job', () => {
  it('is followed stage by stage to its picture', async () => {
    const { message, call } = await follow(Promise.resolve(fox))
    expect(call.progress.map(({ blocks }) => blocks.map(({ kind }) => kind).join(' '))).toEqual([
      'quote text buttons',
      'quote text',
      'quote text preview',
      'quote text',
    ])
    expect(readWords(call.progress[3])).toContain('{"since":5000}')
    expect(message).toMatchObject({ private: false, delivers: 'fox0000001' })
  })

  it('stays private when the call or the picture is', async () => {
    for (const { message, call } of [
      await follow(Promise.resolve(fox), true),
      await follow(Promise.resolve(fox), false, { ...fox, private: true }),
    ]) {
      expect([...call.progress, message].map((each) => each.private)).not.toContain(false)
    }
  })

  it('ends in the failure it met', async () => {
    const failure = { code: 'vendor-quota' as const, data: {} }
    const { message } = await follow(Promise.resolve(failFox(failure)))
    expect(message.private).toBe(true)
    expect(readWords(message)).toContain('Your 10 credits are back.')
  })

  it.each(['stopping', 'store-unavailable'] as const)(
    'promises nothing lost when it ends in %s',
    async (code) => {
      const { message } = await follow(Promise.reject(new CoreError(code, {})))
      expect(message.delivers).toBeUndefined()
      expect(readWords(message)).toContain('isn’t lost')
    },
  )

  it('leaves the unforeseen to dispatch', async () => {
    await expect(follow(Promise.reject(new Error('unforeseen')))).rejects.toThrow('unforeseen')
  })
})
