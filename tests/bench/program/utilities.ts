/** How soon free pictures are there, beside as many others as people may ask for at once, and how soon each is acknowledged. */
import { type Benchmark, holdTo } from '../benchmark.ts'
import { findMedian, findQuantile } from '../compare.ts'
import { startVendors, type Vendors } from './vendors.ts'

const atOnce = 20
/** Codes that each of them asks for, one after the other; the first is not measured. */
const each = 10

export const utilities: Benchmark = {
  name: 'utilities',
  async *run() {
    const vendors = await startVendors({ people: atOnce })
    const bot = await vendors.startBot()
    try {
      const people = Array.from({ length: atOnce }, (_, person) => askAll(vendors, person))
      const asked = (await Promise.all(people)).flat()
      const took = asked.map(({ answered }) => answered)
      yield holdTo(300, 'ms', {
        what: `a QR code on Discord, p95 of ${took.length}, ${atOnce} at once`,
        measured: findQuantile(took, 0.95),
        note: `median ${findMedian(took).toFixed(1)}`,
      })
      const acknowledged = asked.map((one) => one.acknowledged)
      yield holdTo(50, 'ms', {
        what: `acknowledgement of a QR code, p99 of ${took.length}, ${atOnce} at once`,
        measured: findQuantile(acknowledged, 0.99),
        note: `median ${findMedian(acknowledged).toFixed(1)}`,
      })
    } finally {
      await bot.kill()
      await vendors.close()
    }
  },
}

/** Milliseconds until each was acknowledged, and until it was there. */
async function askAll({ onDiscord, discordChannel }: Vendors, person: number) {
  const found: { acknowledged: number; answered: number }[] = []
  for (let number = 0; number <= each; number++) {
    const began = performance.now()
    const text = `https://example.com/${person}/${'é'.repeat(number * 20)}`
    const handle = onDiscord[person]?.command(discordChannel, 'qr', { text })
    await handle?.waitFor(({ messages }) => messages.some(({ pictures }) => pictures.length > 0))
    const answered = performance.now() - began
    if (number > 0) found.push({ answered, acknowledged: handle?.acknowledgedAfter ?? Number.NaN })
  }
  return found
}
