/** How soon commands are acknowledged on Discord and Slack while two hundred others wait for their pictures. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { type Benchmark, holdTo } from '../benchmark.ts'
import { findMedian, findQuantile } from '../compare.ts'
import { startVendors, type Vendors } from './vendors.ts'

const inFlight = 200
const measured = 400
/** Milliseconds between two commands: more than a large bot is sent. */
const pace = 40
/** Milliseconds that the stand-in draws: nothing is done while this is measured that was not waiting before. */
const drawing = 60_000

export const acknowledgements: Benchmark = {
  name: 'acknowledgement',
  async *run() {
    const vendors = await startVendors({ people: 100 })
    const bot = await vendors.startBot()
    vendors.openai.behave(
      ...Array.from({ length: inFlight + measured }, () => ({ kind: 'slow' as const, until: drawing })),
    )
    try {
      await Promise.all(await typeAll(vendors, 0, inFlight))
      // The stand-ins are in this process: what it is late itself is in the figures.
      const own = monitorEventLoopDelay({ resolution: 1 })
      own.enable()
      const took = await Promise.all(await typeAll(vendors, inFlight, measured))
      yield holdTo(50, 'ms', {
        what: `acknowledgement, p99 of ${measured}, with ${inFlight} more in flight`,
        measured: findQuantile(took, 0.99),
        note: `median ${findMedian(took).toFixed(1)}, the stand-ins late by ${(own.percentile(99) / 1e6).toFixed(1)}`,
      })
    } finally {
      await bot.kill()
      await vendors.close()
    }
  },
}

/** One after the other, on both platforms by turns; answers with how long each was not acknowledged. */
async function typeAll(vendors: Vendors, from: number, count: number): Promise<Promise<number>[]> {
  const typed: Promise<number>[] = []
  for (let number = from; number < from + count; number++) {
    typed.push(number % 2 === 0 ? typeOnDiscord(vendors, number) : typeOnSlack(vendors, number))
    await wait(pace)
  }
  return typed
}

async function typeOnDiscord({ onDiscord, discordChannel }: Vendors, number: number): Promise<number> {
  const person = onDiscord[(number >> 1) % onDiscord.length]
  const handle = person?.command(discordChannel, 'imagine', { prompt: `a fox, number ${number}` })
  await handle?.waitFor(({ acknowledgedAfter }) => acknowledgedAfter !== undefined)
  return handle?.acknowledgedAfter ?? Number.NaN
}

async function typeOnSlack({ onSlack, slackChannel }: Vendors, number: number): Promise<number> {
  const person = onSlack[(number >> 1) % onSlack.length]
  const acknowledged = await person?.slash(slackChannel, '/imagine', `an owl, number ${number}`).acknowledged
  if (!acknowledged?.ok) throw new Error(`Slack was not answered: ${acknowledged?.error}`)
  return acknowledged.took
}
