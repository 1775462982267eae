/** Where several processes may run, the start says how many Socket Mode is for. */
import { expect, it } from 'vitest'
import { hintAtHttp } from '#bots/slack/transport/hint-at-http.ts'
import { createKeptLog } from '#tests/kept-log.ts'

it.each([
  [true, 1],
  [false, 0],
])('shared: %s', (isShared, times) => {
  const { log, lines } = createKeptLog()
  hintAtHttp({ isShared, log })
  expect(lines.filter(({ message }) => message.includes('use HTTP'))).toHaveLength(times)
})
