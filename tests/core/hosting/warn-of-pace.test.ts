/** Nobody finds out from a refusal that Cloudflare takes fewer pictures than are drawn. */
import { expect, it } from 'vitest'
import { warnOfPace } from '#core/hosting/warn-of-pace.ts'
import { createKeptLog } from '#tests/kept-log.ts'

it.each([
  [240, 0],
  [241, 1],
])('%i pictures a minute are warned of %i times', (perMinute, times) => {
  const { log, lines } = createKeptLog()
  warnOfPace(perMinute, log)
  expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(times)
})
