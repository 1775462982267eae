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
/** Of pictures that are small and drawn at once. */
const smallRounds = 60
const atOnce = 8
type Quality = 'draft' | 'premium'

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
    yield* compareSmall()
  },
}

async function* compareOne(vendors: Vendors): AsyncIterable<Finding> {
  const { times, cpu } = await compareDrawing(vendors, 'premium', rounds)
  yield holdTo(1.15, '×', {
    what: `one picture that takes ${drawing} ms to draw, beside the bare vendor calls`,
    measured: times.ratio,
    note: renderMedians(times),
  })
  yield holdTo(0.8, '×', {
    what: 'processor time of one picture, beside the same',
    measured: cpu.bot / cpu.bare,
    note: `${cpu.bot.toFixed(0)} ms beside ${cpu.bare.toFixed(0)} ms`,
  })
}

async function* compareSmall(): AsyncIterable<Finding> {
  const vendors = await startVendors({ people: 1, detail: 'plain' })
  try {
    const { cpu } = await compareDrawing(vendors, 'draft', smallRounds)
    yield holdTo(2, '×', {
      what: 'processor time of one picture of a few KB, beside the same',
      measured: cpu.bot / cpu.bare,
      note: `${cpu.bot.toFixed(1)} ms beside ${cpu.bare.toFixed(1)} ms`,
    })
  } finally {
    await vendors.close()
  }
}

/** `cpu`: milliseconds of processor time a picture. */
async function compareDrawing(vendors: Vendors, quality: Quality, rounds: number) {
  const bot = await vendors.startBot()
  const bare = await startChild('tests/bench/program/bare-drawer.ts', {
    env: { ...vendors.env, ...(quality === 'draft' && { QUALITY: 'low' }) },
    ready: 'ready',
  })
  const cpu = { bot: 0, bare: 0 }
  const count = async (whose: keyof typeof cpu, child: Child, draw: () => Promise<void>) => {
    const before = child.readCpu()
    await draw()
    cpu[whose] += child.readCpu() - before
  }
  try {
    await drawOnDiscord(vendors, 0, quality)
    await drawBare(vendors, bare, quality)
    const times = await compare(
      () => count('bot', bot, () => drawOnDiscord(vendors, 0, quality)),
      () => count('bare', bare, () => drawBare(vendors, bare, quality)),
      { rounds },
    )
    const drawn = rounds + Math.ceil(rounds / 10)
    return { times, cpu: { bot: cpu.bot / drawn, bare: cpu.bare / drawn } }
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
async function drawOnDiscord(
  { openai, onDiscord, discordChannel }: Vendors,
  person: number,
  quality: Quality = 'premium',
): Promise<void> {
  openai.behave({ kind: 'slow', until: quality === 'draft' ? 0 : drawing })
  const prompt = `a lighthouse, number ${asked++}`
  const handle = onDiscord[person]?.command(discordChannel, 'imagine', {
    prompt,
    quality,
    size: 'landscape',
  })
  await handle?.waitFor(({ message }) => message?.text.includes('price') ?? false, 60_000)
}

async function drawBare({ openai }: Vendors, { process, says }: Child, quality: Quality): Promise<void> {
  openai.behave({ kind: 'slow', until: quality === 'draft' ? 0 : drawing })
  const prompt = `a lighthouse, number ${asked++}`
  process.stdin?.write(`${prompt}\n`)
  await says(`drawn ${prompt}`)
}
