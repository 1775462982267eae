/**
 * The bot as shipped is asked to stop, at work on both platforms: it ends by itself with 0, begins nothing more, and
 * what it has accepted is delivered, given back, or taken up by the next process. How long it takes is not measured
 * here, since a busy machine would decide that: one that does not stop is killed when the test's time is over.
 */
import { expect, it } from 'vitest'
import { findBookFaults, readBooks } from '#tests/crash/books.ts'
import type { Bot } from '#tests/program.ts'
import { hasPicture, startWorld, until, type World } from './world.ts'

/** Sends the signal; resolves once it is heeded, with a promise for the exit code. */
async function askToStop(program: Bot): Promise<{ code: Promise<number | null> }> {
  const code = program.stop()
  await program.says('"msg":"Stopping"')
  return { code }
}

/** Another process ends what was left. */
async function finish({ boot, store }: World): Promise<void> {
  const next = await boot()
  await until(async () => (await store.generations.listUnfinished()).length === 0)
  expect(await next.stop()).toBe(0)
}

/** Everybody asks for so many pictures. */
function ask({ onDiscord, onSlack, channel, general }: World, count: number) {
  const each = Array.from({ length: count }, (_, index) => index)
  return {
    discord: onDiscord.flatMap((person) =>
      each.map((index) => person.command(channel, 'imagine', { prompt: `fox ${person.username} ${index}` })),
    ),
    slack: onSlack.flatMap((person) =>
      each.map((index) => person.slash(general, '/imagine', `owl ${person.name} ${index}`)),
    ),
  }
}

/** In the channels and in direct messages with the bot, on Discord and on Slack. */
function countPictures({ discord, channel, general, onDiscord, onSlack }: World): [number, number] {
  const seen = [channel, ...onDiscord.map(discord.openDm)].flatMap((each) =>
    onDiscord.flatMap((person) => each.visibleTo(person)),
  )
  const pictured = seen.filter(({ pictures }) => pictures.length > 0)
  const posted = [general, ...onSlack.map(({ dm }) => dm)].flatMap(({ messages }) => messages)
  return [
    new Set(pictured.map(({ id }) => id)).size,
    posted.filter((message) => message.deletedAt === undefined && hasPicture(message)).length,
  ]
}

it('ends what is drawn, leaves what waits to the next process, and begins nothing more', async () => {
  const world = await startWorld()
  const { openai, discord, onDiscord, channel, store, boot, listAsked } = world
  const gate = Promise.withResolvers<void>()
  // Two of each person are drawn at a time, and two more wait for them.
  openai.behave(...Array.from({ length: 8 }, () => ({ kind: 'slow', until: gate.promise }) as const))
  const program = await boot()
  ask(world, 4)
  await until(
    async () => listAsked().length === 8 && (await store.generations.listUnfinished()).length === 16,
  )
  // Its acknowledgement is on its way for a while, so that Discord is not left at once.
  discord.trouble({ kind: { delay: 1_500 }, routes: ['callback'] })
  const callbacks = () => discord.requests.filter(({ route }) => route === 'callback').length
  const before = callbacks()
  const late = onDiscord[0]?.command(channel, 'imagine', { prompt: 'a late fox' })
  await until(() => callbacks() > before)
  const { code } = await askToStop(program)
  gate.resolve()
  expect(await code).toBe(0)
  expect(listAsked()).toHaveLength(8)
  expect(countPictures(world)).toEqual([4, 4])
  expect(late?.messages).toHaveLength(1)

  await finish(world)
  expect(countPictures(world)).toEqual([8, 8])
  const books = await readBooks(store)
  expect(findBookFaults(books)).toEqual([])
  expect(books.generations.map(({ asked }) => asked.prompt).sort()).toEqual(listAsked().sort())
  expect(books.generations.every(({ status }) => status === 'delivered')).toBe(true)
  expect(world.listFaults()).toEqual([])
})

it('accepts or leaves alone what comes at the moment of the signal', async () => {
  const world = await startWorld()
  const { store, boot, listAsked } = world
  const program = await boot()
  const asked = ask(world, 6)
  await Promise.race(asked.slack.map(({ acknowledged }) => acknowledged))
  expect(await program.stop()).toBe(0)
  await finish(world)
  const { generations, ...books } = await readBooks(store)
  expect(findBookFaults({ generations, ...books })).toEqual([])
  expect(listAsked().sort()).toEqual([...new Set(listAsked())].sort())
  const recorded = new Set(generations.map(({ asked }) => asked.prompt))
  expect(countPictures(world).reduce((sum, count) => sum + count)).toBe(recorded.size)
  for (const handle of asked.discord) {
    // Nobody is left with "thinking…".
    expect(handle.state).not.toBe('thinking')
    if (handle.responseType !== undefined) expect(handle.messages.length).toBeGreaterThan(0)
  }
  for (const typed of asked.slack) {
    const { ok } = await typed.acknowledged
    if (ok) await typed.message()
  }
})

it('stops though the image service hangs, and gives the credits back', { timeout: 120_000 }, async () => {
  const world = await startWorld()
  const { openai, store, boot, listAsked } = world
  openai.behave(...(['start', 'body', 'start', 'body'] as const).map((at) => ({ kind: 'hang', at }) as const))
  const program = await boot()
  const asked = ask(world, 1)
  await until(() => listAsked().length === 4)
  expect(await program.stop()).toBe(0)
  const books = await readBooks(store)
  expect(findBookFaults(books)).toEqual([])
  expect(books.generations.map(({ status }) => status)).toEqual(Array(4).fill('refunded'))
  for (const { followUps } of asked.discord) expect(followUps[0]?.text).toContain('credits are back')
  for (const typed of asked.slack) await typed.message(({ shown }) => shown.includes('credits are back'))
})

it('stops though Discord and Slack hang, and the next process shows what was not taken', {
  timeout: 75_000,
}, async () => {
  const world = await startWorld()
  const { openai, discord, slack, store, boot, listAsked } = world
  const gate = Promise.withResolvers<void>()
  openai.behave(...Array.from({ length: 4 }, () => ({ kind: 'slow', until: gate.promise }) as const))
  const program = await boot()
  ask(world, 1)
  await until(() => listAsked().length === 4)
  const end = discord.trouble({ kind: 'hang', routes: ['edit-original', 'create-message'], times: 1_000 })
  // Slack takes it in the end, and another way; Discord does not.
  slack.operator.trouble({ method: /^chat\.|^response_url$/, times: 2, trouble: { kind: 'hang' } })
  const { code } = await askToStop(program)
  gate.resolve()
  expect(await code).toBe(0)
  end()
  await finish(world)
  expect(countPictures(world)).toEqual([2, 2])
  expect(findBookFaults(await readBooks(store))).toEqual([])
})
