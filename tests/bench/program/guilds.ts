/** Memory with thousands of Discord servers, beside none. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Benchmark, holdTo } from '../benchmark.ts'
import { findMedian } from '../compare.ts'
import { renderMegabytes } from './start.ts'
import { startVendors, type Vendors } from './vendors.ts'

const many = 2_500
const rounds = 9
/** Milliseconds from ready until its memory is read. */
const rest = 2_000

export const guilds: Benchmark = {
  name: 'memory with many guilds',
  async *run() {
    const [crowded, empty] = [await startVendors(), await startVendors()]
    for (let number = 0; number < many; number++) {
      crowded.discord.createChannel(crowded.discord.createGuild(`guild ${number}`))
    }
    const memories = { crowded: [] as number[], empty: [] as number[] }
    try {
      for (const vendors of [crowded, empty]) await (await vendors.startBot()).stop()
      for (let round = 0; round < rounds; round++) {
        memories.crowded.push(await readMemory(crowded))
        memories.empty.push(await readMemory(empty))
      }
    } finally {
      await crowded.close()
      await empty.close()
    }
    const [used, least] = [findMedian(memories.crowded), findMedian(memories.empty)]
    yield holdTo(1.02, '×', {
      what: `memory with ${many} guilds, beside none`,
      measured: used / least,
      note: `${renderMegabytes(used)} beside ${renderMegabytes(least)}`,
    })
  },
}

async function readMemory(vendors: Vendors): Promise<number> {
  const bot = await vendors.startBot()
  await wait(rest)
  const memory = bot.readMemory()
  await bot.kill()
  return memory
}
