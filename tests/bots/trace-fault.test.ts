/** Tests that what is logged of an error holds nothing that anybody typed. */
import { expect, it } from 'vitest'
import { traceFault } from '#bots/trace-fault.ts'

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
})

it('names the type of what is not an error', () => {
  expect(traceFault('secret')).toEqual({ name: 'string', frames: [] })
})
