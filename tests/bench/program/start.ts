/** From start to ready, and memory when idle, of the bot as shipped on both platforms, beside importing the SDKs. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Benchmark, holdTo } from '../benchmark.ts'
import { findMedian } from '../compare.ts'
import { type Child, startChild } from './child.ts'
import { startVendors } from './vendors.ts'

const rounds = 9
/** Milliseconds from ready until its memory is read. */
const rest = 3_000

interface Seen {
  times: number[]
  memories: number[]
}

export const start: Benchmark = {
  name: 'start to ready, and idle memory',
  async *run() {
    const vendors = await startVendors()
    const { NODE_OPTIONS = '' } = vendors.env
    const importSdks = () =>
      startChild('tests/bench/program/only-sdks.ts', { env: { NODE_OPTIONS }, ready: 'ready' })
    const bot: Seen = { times: [], memories: [] }
    const sdks: Seen = { times: [], memories: [] }
    try {
      // The first makes the store, registers the commands and keeps what was compiled.
      await (await vendors.startBot()).stop()
      for (let round = 0; round < rounds; round++) {
        await watch(vendors.startBot, bot)
        await watch(importSdks, sdks)
      }
    } finally {
      await vendors.close()
    }
    const [ours, theirs] = [findMedian(bot.times), findMedian(sdks.times)]
    yield holdTo(1.6, '×', {
      what: 'start to ready, both platforms, web, SQLite, beside importing the SDKs',
      measured: ours / theirs,
      note: `${Math.round(ours)} ms beside ${Math.round(theirs)} ms`,
    })
    const [used, least] = [findMedian(bot.memories), findMedian(sdks.memories)]
    yield holdTo(1.3, '×', {
      what: 'memory when idle, of the same',
      measured: used / least,
      note: `${renderMegabytes(used)} beside ${renderMegabytes(least)}`,
    })
  },
}

async function watch(begin: () => Promise<Child>, seen: Seen): Promise<void> {
  const child = await begin()
  seen.times.push(child.readyAfter)
  await wait(rest)
  seen.memories.push(child.readMemory())
  await child.kill()
}

export const renderMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
