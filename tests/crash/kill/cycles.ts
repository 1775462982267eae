/** Kills the bot at work again and again, and reads the books each time and when the last one has ended everything. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Generation } from '#core/images/generation.ts'
import type { Behaviour as HostBehaviour } from '#tests/standins/cloudflare/behaviour.ts'
import type { Behaviour as ModelBehaviour } from '#tests/standins/openai/behaviour.ts'
import { type Books, findBookFaults, findLedgerFaults, readBooks } from '../books.ts'
import { type Program, startProgram } from './program.ts'
import type { Random } from './random.ts'
import { type Asked, oneOf } from './side.ts'
import type { Town } from './town.ts'

export interface CycleFigures {
  cycles: number
  /** Killed before they were ready. */
  killedAtStart: number
  commands: number
  /** Of the commands: those that the bot said it has. */
  acknowledged: number
  /** Of the acknowledged: those it refused with words, recorded as a generation, and forgot as it died. */
  refused: number
  recorded: number
  cutOff: number
  generations: number
  delivered: number
  /** Delivered and seen by nobody, which their history tells; and shown once more after a crash in between. */
  inHistory: number
  shownAgain: number
  orders: number
  /** Milliseconds from a start to the first generation taken up, for each start that came to that. */
  recoveries: number[]
  faults: string[]
}

/** Milliseconds that the bot is left at work, at most. */
const longestLife = 2_000
/** Milliseconds between two commands, at most. */
const longestPause = 100
/** Milliseconds that the last process gets to end everything. */
const patience = 120_000

export async function killAgainAndAgain(town: Town, cycles: number, random: Random): Promise<CycleFigures> {
  const figures: CycleFigures = {
    cycles,
    killedAtStart: 0,
    commands: 0,
    acknowledged: 0,
    refused: 0,
    recorded: 0,
    cutOff: 0,
    generations: 0,
    delivered: 0,
    inHistory: 0,
    shownAgain: 0,
    orders: 0,
    recoveries: [],
    faults: [],
  }
  await leaveCompiled(town)
  for (let cycle = 0; cycle < cycles && figures.faults.length === 0; cycle++) {
    await runCycle(town, random, figures)
    figures.faults.push(...findLedgerFaults(await readBooks(town.store)))
  }
  await finish(town, figures)
  return figures
}

/** What was compiled is kept by a process that stops by itself; no other here does, but the last. */
async function leaveCompiled(town: Town): Promise<void> {
  const program = await start(town)
  await program.running
  await program.stop()
}

async function runCycle(town: Town, random: Random, figures: CycleFigures): Promise<void> {
  const program = await start(town)
  if (random() < 0.1) await Promise.race([wait(random() * 1_000), program.running])
  else if (!(await program.running)) figures.faults.push(`It did not start: ${program.read()}`)
  else await load(town, random, figures)
  await program.kill()
  noteStart(program, figures)
}

/** Starts the bot as if an hour had passed: Discord's logins are saved up for, and a dead process's duties are free. */
async function start({ store: { records }, env, shop }: Town): Promise<Program> {
  await records.removeRecord('discord-logins', 'all')
  await records.removeRecord('lease', 'orders:lemonsqueezy')
  const program = await startProgram(env)
  shop.sendTo(program.port)
  return program
}

function noteStart(program: Program, figures: CycleFigures): void {
  const recovery = program.findRecovery()
  if (recovery !== undefined) figures.recoveries.push(recovery)
  else if (!program.read().includes('is running')) figures.killedAtStart++
}

/** People ask for pictures, now and then for one they have, until it is time. */
async function load(town: Town, random: Random, figures: CycleFigures): Promise<void> {
  const { openai, cloudflare, shop } = town
  const sides = Object.values(town.sides)
  const until = Date.now() + random() * longestLife
  while (Date.now() < until) {
    openai.behave(chooseModelBehaviour(random))
    cloudflare.behave(chooseHostBehaviour(random))
    const number = random() < 0.1 ? Math.floor(random() * figures.commands) : figures.commands
    figures.commands++
    oneOf(random, sides).ask(`picture ${number}`, random)
    if (random() < 0.1) await shop.buy(random)
    if (random() < 0.05) shop.giveBack(random)
    await wait(random() * longestPause)
  }
}

function chooseModelBehaviour(random: Random): ModelBehaviour {
  if (random() < 0.75) return { kind: 'slow', until: random() * 400 }
  return oneOf<ModelBehaviour>(random, [
    { kind: 'moderation-blocked' },
    { kind: 'server-error' },
    { kind: 'outage' },
    { kind: 'undecodable' },
    { kind: 'cut', at: 'body', by: 'reset' },
  ])
}

function chooseHostBehaviour(random: Random): HostBehaviour {
  if (random() < 0.7) return { kind: 'normal' }
  return oneOf<HostBehaviour>(random, [
    { kind: 'slow', milliseconds: random() * 300 },
    { kind: 'error', status: 503, code: 10_000 },
    { kind: 'lost' },
  ])
}

/** A last process ends everything and stops by itself when asked. */
async function finish(town: Town, figures: CycleFigures): Promise<void> {
  const { store, shop } = town
  const program = await start(town)
  await program.running
  const isBusy = async () =>
    (await store.generations.listUnfinished()).length > 0 ||
    shop.findFaults((await readBooks(store)).entries).length > 0
  for (const until = Date.now() + patience; Date.now() < until && (await isBusy()); ) await wait(100)
  const code = await program.stop()
  if (code !== 0) figures.faults.push(`It stopped with ${code}: ${program.read()}`)
  noteStart(program, figures)
  const books = await readBooks(store)
  const asked = (await Promise.all(Object.values(town.sides).map((side) => side.listAsked()))).flat()
  count(figures, books, asked)
  figures.orders = shop.orders.size
  figures.faults.push(
    ...findBookFaults(books),
    ...findOutsideFaults(town, books),
    ...shop.findFaults(books.entries),
    ...findHidden(town, books, figures),
  )
}

/** What the bot said it has, it has recorded or refused; or it died before, and then it cost nothing. */
function count(figures: CycleFigures, { generations }: Books, asked: readonly Asked[]): void {
  const recorded = new Set(generations.map(({ call }) => call))
  const acknowledged = asked.filter((each) => each.acknowledged)
  const others = acknowledged.filter(({ call }) => !recorded.has(call))
  figures.generations = generations.length
  figures.delivered = generations.filter(isDelivered).length
  figures.acknowledged = acknowledged.length
  figures.recorded = acknowledged.length - others.length
  figures.refused = others.filter(({ refused }) => refused).length
  figures.cutOff = others.length - figures.refused
}

/** Whatever was paid for and delivered can be seen by somebody, or is in history alone and marked so. */
function findHidden({ sides }: Town, { generations }: Books, figures: CycleFigures): string[] {
  return generations.filter(isDelivered).flatMap((generation) => {
    const { id, delivery, price, origin } = generation
    const shown = sides[origin.platform]?.countShown(generation) ?? 0
    if (delivery === 'history') figures.inHistory++
    if (shown > 1) figures.shownAgain++
    const isHidden = price > 0 && delivery !== 'history' && shown === 0
    return isHidden ? [`${id} is delivered by ${delivery}, and nobody sees it`] : []
  })
}

/** No generation was asked of the vendor twice, and what is hosted is what was delivered. */
function findOutsideFaults({ openai, cloudflare }: Town, { generations }: Books): string[] {
  const asked = Map.groupBy(
    openai.requests.filter(({ path }) => path.endsWith('/generations')),
    ({ fields }) => String(fields.prompt),
  )
  const drawn = Map.groupBy(
    generations.filter(({ drawingAt }) => drawingAt !== undefined),
    ({ asked }) => asked.prompt,
  )
  const extra = [...asked].filter(([prompt, requests]) => requests.length > (drawn.get(prompt)?.length ?? 0))
  const wanted = new Set(generations.filter(isDelivered).flatMap(({ pictureKeys }) => pictureKeys))
  const hosted = [...cloudflare.images.keys()]
  return [
    ...extra.map(([prompt, requests]) => `${requests.length} requests for "${prompt}"`),
    ...hosted.filter((id) => !wanted.has(id)).map((id) => `${id} is hosted for nobody`),
    ...[...wanted].filter((key) => !cloudflare.images.has(key)).map((key) => `${key} is not hosted`),
  ]
}

const isDelivered = ({ status }: Generation) => status === 'delivered'
