/** One picture from the command to the message that shows it, beside a bare program that makes the same vendor calls. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Benchmark, type Finding, holdTo } from '../benchmark.ts'
import { compare, findMedian, renderMedians } from '../compare.ts'
import { type Child, startChild } from './child.ts'
import { renderMegabytes } from './start.ts'
import { startVendors, type Vendors } from './vendors.ts'

/** Milliseconds that the stand-in draws: a fraction of what the vendor does, so that what is added shows. */
const drawing = 1_000
const rounds = 20
const atOnce = 8
/** Starts of which the median is taken, for memory. */
const starts = 3

export const pictures: Benchmark = {
  name: 'picture: time, processor, memory',
  async *run() {
    const vendors = await startVendors({ people: atOnce })
    try {
      yield* compareOne(vendors)
      yield await measureMany(vendors)
    } finally {
      await vendors.close()
    }
  },
}

async function* compareOne(vendors: Vendors): AsyncIterable<Finding> {
  const bot = await vendors.startBot()
  const bare = await startChild('tests/bench/program/bare-drawer.ts', { env: vendors.env, ready: 'ready' })
  const cpu = { bot: 0, bare: 0 }
  const count = async (whose: keyof typeof cpu, child: Child, draw: () => Promise<void>) => {
    const before = child.readCpu()
    await draw()
    cpu[whose] += child.readCpu() - before
  }
  try {
    await drawOnDiscord(vendors, 0)
    await drawBare(vendors, bare)
    const times = await compare(
      () => count('bot', bot, () => drawOnDiscord(vendors, 0)),
      () => count('bare', bare, () => drawBare(vendors, bare)),
      { rounds },
    )
    yield holdTo(1.25, '×', {
      what: `one picture that takes ${drawing} ms to draw, beside the bare vendor calls`,
      measured: times.ratio,
      note: renderMedians(times),
    })
    const drawn = rounds + Math.ceil(rounds / 10)
    yield holdTo(1.4, '×', {
      what: 'processor time of one picture, beside the same',
      measured: cpu.bot / cpu.bare,
      note: `${Math.round(cpu.bot / drawn)} ms beside ${Math.round(cpu.bare / drawn)} ms`,
    })
  } finally {
    await bot.kill()
    await bare.kill()
  }
}

/** The peak with so many at once, above what the bot has when it has drawn one: shared out, in pictures' bytes. */
async function measureMany(vendors: Vendors): Promise<Finding> {
  const used: number[] = []
  for (let start = 0; start < starts; start++) {
    const bot = await vendors.startBot()
    await drawOnDiscord(vendors, 0)
    await wait(1_000)
    bot.takePeak()
    const before = bot.readMemory()
    await Promise.all(vendors.onDiscord.map((_, person) => drawOnDiscord(vendors, person)))
    used.push((bot.takePeak() - before) / atOnce)
    await bot.kill()
  }
  const bytes = Math.max(...[...vendors.cloudflare.images.values()].map((image) => image.bytes.byteLength))
  return holdTo(3, '×', {
    what: `memory of each of ${atOnce} premium pictures at once, beside its bytes`,
    measured: findMedian(used) / bytes,
    note: `${renderMegabytes(findMedian(used))} beside ${renderMegabytes(bytes)}`,
  })
}

let asked = 0

/** Resolves when the person sees it. */
async function drawOnDiscord({ openai, onDiscord, discordChannel }: Vendors, person: number): Promise<void> {
  openai.behave({ kind: 'slow', until: drawing })
  const prompt = `a lighthouse, number ${asked++}`
  const handle = onDiscord[person]?.command(discordChannel, 'imagine', {
    prompt,
    quality: 'premium',
    size: 'landscape',
  })
  await handle?.waitFor(({ message }) => message?.text.includes('price') ?? false, 60_000)
}

async function drawBare({ openai }: Vendors, { process, says }: Child): Promise<void> {
  openai.behave({ kind: 'slow', until: drawing })
  const prompt = `a lighthouse, number ${asked++}`
  process.stdin?.write(`${prompt}\n`)
  await says(`drawn ${prompt}`)
}
