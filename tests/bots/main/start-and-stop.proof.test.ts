/** The bot as shipped, started and stopped while a platform gives trouble. What hangs must end before the test does. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { GatewayCloseCodes } from 'discord-api-types/v10'
import { expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { findSqliteFile } from '#core/config.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { findFreePort, startProgram } from '#tests/program.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'

async function startWorld() {
  const openai = await startOpenAIStandin()
  onTestFinished(() => openai.close())
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const folder = createFolder()
  const env = {
    DATA_DIR: folder,
    PORT: String(await findFreePort()),
    OPENAI_API_KEY: 'sk-standin',
    OPENAI_BASE_URL: openai.url,
    DISCORD_TOKEN: discord.application.token,
    DISCORD_API_URL: discord.url,
  }
  return { openai, discord, env, openStore: () => createSqliteStore({ file: findSqliteFile(folder) }) }
}

function run(env: Record<string, string>) {
  const program = startProgram({ env })
  program.stdin.end()
  let log = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const exited = once(program, 'exit') as Promise<[number | null]>
  return {
    program,
    exited,
    read: () => log,
    async says(words: string) {
      while (!log.includes(words)) await Promise.race([once(program.stderr, 'data'), exited.then(fail)])
    },
  }
  function fail(): never {
    throw new Error(`It ended: ${log}`)
  }
}

it('gives back what an earlier process left also while Discord cannot be reached', async () => {
  const { env, openStore } = await startWorld()
  const store = await openStore()
  const ledger = createLedger(store.ledger, systemClock)
  const now = Date.now()
  const generation = createGeneration({
    ...{ owner: 'ann', status: 'recorded', createdAt: now, lease: { owner: 'gone', until: now } },
  })
  const grant = { wallet: 'ann', key: 'welcome', kind: 'grant', amount: 100, reference: 'welcome' } as const
  await ledger.append(grant)
  await store.generations.create(generation, 20)
  const spend = { key: `spend:${generation.id}`, kind: 'spend', amount: -10 } as const
  await ledger.append({ wallet: 'ann', reference: generation.id, ...spend })
  const guard = { status: ['recorded'] } as const
  const lease = { owner: 'gone', until: now }
  await store.generations.change(generation.id, guard, { status: 'drawing', drawingAt: now, lease })
  const nowhere = `http://127.0.0.1:${await findFreePort()}/api`
  const { program, says, exited, read } = run({ ...env, DISCORD_API_URL: nowhere })
  await says('is running')
  expect(read()).toContain('Discord cannot be connected')
  expect(await ledger.findBalance('ann')).toBe(100)
  expect(await store.generations.listUnfinished()).toEqual([])
  program.kill('SIGTERM')
  expect(await exited, read()).toEqual([0, null])
  await store.close()
})

it('stops when it is asked to while Discord does not let it in', async () => {
  const { env, discord } = await startWorld()
  discord.refuse(GatewayCloseCodes.UnknownError)
  const { program, says, exited, read } = run(env)
  await says('Discord cannot be connected')
  program.kill('SIGTERM')
  expect(await exited, read()).toEqual([0, null])
})

it('stops with a picture that Discord does not take, which the next process shows', {
  timeout: 120_000,
}, async () => {
  const { env, discord, openai, openStore } = await startWorld()
  const channel = discord.createChannel(discord.createGuild())
  const ann = discord.createPerson('ann')
  if (channel.guild) discord.join(channel.guild, ann)
  const store = await openStore()
  await store.accounts.insertAccount({ id: 'ann', createdAt: 0 })
  const identity = { platform: 'discord', user: ann.id, name: 'ann', account: 'ann', linkedAt: 0 } as const
  await store.accounts.insertIdentity(identity)
  const grant = { wallet: 'ann', key: 'gift', kind: 'grant', amount: 100, reference: 'gift' } as const
  await createLedger(store.ledger, systemClock).append(grant)

  const first = run(env)
  await first.says('is running')
  const gate = Promise.withResolvers<void>()
  openai.behave({ kind: 'slow', until: gate.promise })
  const handle = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await openai.received(1)
  const mend = discord.trouble({
    kind: 'hang',
    routes: ['edit-original', 'create-message', 'create-follow-up', 'create-dm', 'delete-original'],
    times: 1_000,
  })
  gate.resolve()
  while ((await store.generations.listUnfinished())[0]?.status !== 'ready') await sleep(50)
  first.program.kill('SIGTERM')
  expect(await first.exited, first.read()).toEqual([0, null])
  expect(handle.message?.pictures ?? []).toEqual([])

  mend()
  const second = run(env)
  await second.says('is running')
  await discord.waitFor(
    () => channel.visibleTo(ann).some(({ pictures }) => pictures.length === 1),
    'the picture',
  )
  second.program.kill('SIGTERM')
  expect(await second.exited).toEqual([0, null])
  expect(await store.generations.listUnfinished()).toEqual([])
  await store.close()
})
