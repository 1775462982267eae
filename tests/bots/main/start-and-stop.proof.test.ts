/** The bot as shipped, started and stopped while a platform gives trouble. What hangs must end before the test does. */
import { GatewayCloseCodes } from 'discord-api-types/v10'
import { expect, it } from 'vitest'
import { systemClock } from '#core/clock.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createGeneration } from '#tests/contracts/store-records.ts'
import { bootBot, findFreePort, startBot } from '#tests/program.ts'
import { startWorld, until } from './world.ts'

/** Ann alone, and no Slack. */
async function startOnDiscord() {
  const { env: all, ...world } = await startWorld(['ann'], [])
  return {
    ...world,
    env: Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('SLACK_'))),
  }
}

it('gives back what an earlier process left also while Discord cannot be reached', async () => {
  const { env, store } = await startOnDiscord()
  const ledger = createLedger(store.ledger, systemClock)
  const now = Date.now()
  const lease = { owner: 'gone', until: now }
  const generation = createGeneration({ owner: 'ann', status: 'recorded', createdAt: now, lease })
  const grant = { wallet: 'ann', key: 'welcome', kind: 'grant', amount: 100, reference: 'welcome' } as const
  await ledger.append(grant)
  await store.generations.create(generation, 20)
  const spend = { key: `spend:${generation.id}`, kind: 'spend', amount: -10 } as const
  await ledger.append({ wallet: 'ann', reference: generation.id, ...spend })
  const guard = { status: ['recorded'] } as const
  await store.generations.change(generation.id, guard, { status: 'drawing', drawingAt: now, lease })
  const nowhere = `http://127.0.0.1:${await findFreePort()}/api`
  const { stop, read } = await bootBot({ ...env, DISCORD_API_URL: nowhere })
  expect(read()).toContain('Discord cannot be connected')
  await expect.poll(() => store.generations.listUnfinished()).toEqual([])
  expect(await ledger.findBalance('ann')).toBe(100)
  expect(await stop(), read()).toBe(0)
})

it('stops when it is asked to while Discord does not let it in', async () => {
  const { env, discord } = await startOnDiscord()
  discord.refuse(GatewayCloseCodes.UnknownError)
  const { stop, says, read } = await startBot(env)
  await says('Discord cannot be connected')
  expect(await stop(), read()).toBe(0)
})

it('stops with a picture that Discord does not take, which the next process shows', {
  timeout: 120_000,
}, async () => {
  const { env, discord, openai, store, channel, onDiscord } = await startOnDiscord()
  const [ann] = onDiscord
  if (!ann) throw new Error('Nobody is there')
  const first = await bootBot(env)
  const gate = Promise.withResolvers<void>()
  openai.behave({ kind: 'slow', until: gate.promise })
  const handle = ann.command(channel, 'imagine', { prompt: 'a boat' })
  await openai.received(1)
  const routes = [
    'edit-original',
    'create-message',
    'create-follow-up',
    'create-dm',
    'delete-original',
  ] as const
  const mend = discord.trouble({ kind: 'hang', routes, times: 1_000 })
  gate.resolve()
  await until(async () => (await store.generations.listUnfinished())[0]?.status === 'ready')
  expect(await first.stop(), first.read()).toBe(0)
  expect(handle.message?.pictures ?? []).toEqual([])

  mend()
  const second = await bootBot(env)
  const isShown = () => channel.visibleTo(ann).some(({ pictures }) => pictures.length === 1)
  await discord.waitFor(isShown, 'the picture')
  expect(await second.stop()).toBe(0)
  expect(await store.generations.listUnfinished()).toEqual([])
})
