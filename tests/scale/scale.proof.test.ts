/** A short day as `npm run scale` plays it. */
import { describe, expect, it } from 'vitest'
import { playDay } from './play.ts'

const uri = process.env.MONGODB_URI

describe.skipIf(!uri)('with a server', () => {
  it('serves a crowd from three processes, one of which is killed', { timeout: 300_000 }, async () => {
    const size = { processes: 3, people: 30, commands: 60, commandsPerSecond: 6, imagesPerMinute: 360 }
    const day = { mongodbUri: uri ?? '', ...size, drawing: 500, seed: 1 }
    const played = await playDay(day)
    expect(played).toMatchObject({ killed: 1, over: 0, faults: [], ends: [0, 0, 0] })
    expect(played.recorded + played.told + played.failed + played.cutOff).toBe(day.commands)
    expect(played.delivered).toBeGreaterThan(day.commands / 2)
    expect(played.requests).toBeGreaterThan(played.delivered)
  })
})
