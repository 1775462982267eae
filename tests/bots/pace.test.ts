/** Progress comes at a pace that Discord and Slack allow: as shipped, three seconds between two edits of a message. */
import { describe, expect, it } from 'vitest'
import { usualProgressEvery } from '#bots/discord/options.ts'
import { createPace } from '#bots/pace.ts'
import type { Message } from '#bots/platform.ts'
import { usualTiming } from '#bots/slack/options.ts'
import type { Posting } from '#bots/slack/posting.ts'
import { createReply } from '#bots/slack/reply.ts'
import { createSettableClock } from '#tests/standins/clock.ts'
import { say } from './calls.ts'
import { createRecordedLog } from './recorded-log.ts'

/** Offers news every 100 ms for ten seconds; answers with when each was shown, and what. */
async function watch(
  create: (
    clock: ReturnType<typeof createSettableClock>,
    show: (what: string) => void,
  ) => (text: string) => void,
) {
  const clock = createSettableClock()
  const began = clock.now()
  const shown: { at: number; what: string }[] = []
  const offer = create(clock, (what) => shown.push({ at: clock.now() - began, what }))
  for (let tick = 0; tick <= 100; tick++) {
    offer(String(tick))
    await clock.advance(100)
  }
  return shown
}

/** The first at once, each later one three seconds after the one before, and always the newest. */
function expectPace(shown: readonly { at: number; what: string }[]) {
  expect(shown.length).toBeGreaterThanOrEqual(4)
  for (const [index, { at, what }] of shown.entries()) {
    const before = shown[index - 1]
    if (before) expect(at - before.at).toBeGreaterThanOrEqual(3_000)
    if (before) expect(at - before.at).toBeLessThan(3_300)
    expect(at - Number(what) * 100).toBeLessThanOrEqual(100)
  }
}

describe('as shipped', () => {
  it('is three seconds', () => {
    expect([usualProgressEvery, usualTiming.progressEvery]).toEqual([3_000, 3_000])
  })
})

it('paces edits on Discord', async () => {
  expectPace(
    await watch((clock, show) => {
      const pace = createPace<string>(async (what) => show(what), usualProgressEvery, clock)
      return pace.offer
    }),
  )
})

it('paces edits on Slack', async () => {
  expectPace(
    await watch((clock, show) => {
      const read = ({ blocks }: Message) => (blocks[0]?.kind === 'text' ? String(blocks[0].text[0]) : '')
      const posting = {
        post: async (_: unknown, message: Message) => {
          show(read(message))
          return { channel: 'C1', ts: '1' }
        },
        update: async (_: unknown, message: Message) => show(read(message)),
      } as Partial<Posting> as Posting
      const location = { team: 'T1', channel: 'C1', person: 'U1', direct: false }
      const { progressEvery } = usualTiming
      const { log } = createRecordedLog()
      const reply = createReply({
        location,
        posting,
        clock,
        progressEvery,
        log,
        onShown: async () => undefined,
        giveUp: () => undefined,
      })
      return (text) => reply.progress(say(text, false))
    }),
  )
})
