/** What is known of addresses outlives a change of SESSION_SECRET. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '#core/config.ts'
import { createCore, nobody } from '#core/index.ts'
import { wireOperations, wirePorts } from '#core/wire.ts'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'

const user = { platform: 'discord', user: 'ann' } as const

function createPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'imgsrc-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { log } = createRecordedLog()
  const read = (letter: string) => readConfig({ DATA_DIR: folder, SESSION_SECRET: letter.repeat(40) })

  /** A bot with that secret, and an operator beside it. */
  async function open(letter: string) {
    const { config, secrets } = read(letter)
    const ports = await wirePorts(config, secrets, log)
    const core = createCore({ ...ports, outbound: nobody }, config.rules)
    const operations = await wireOperations(config, secrets, log)
    const close = async () => {
      await operations.close()
      await core.close()
    }
    return { ports, core, operations, close }
  }
  return { open }
}

it('does not welcome again whoever was deleted', async () => {
  const { open } = createPlace()
  const before = await open('a')
  const first = await before.operations.link(user, 'ann@example.com')
  if (first.outcome !== 'linked') throw new Error(first.outcome)
  expect(await before.core.credits.findBalance(first.account.id)).toBe(100)
  await before.core.erase(first.account.id)
  await before.close()

  const after = await open('b')
  const second = await after.operations.link(user, 'ann@example.com')
  if (second.outcome !== 'linked') throw new Error(second.outcome)
  expect(second.account.id).not.toBe(first.account.id)
  expect(await after.core.credits.findBalance(second.account.id)).toBe(0)
  await after.close()
})

it('finds a checkout by the secret that all processes on a store have', async () => {
  const { open } = createPlace()
  const [one, other] = [await open('a'), await open('b')]
  const secrets = await Promise.all([one, other].map(({ ports }) => ports.durableSecret()))
  expect(secrets[0]).toMatch(/^[\w-]{43}$/)
  expect(secrets[1]).toBe(secrets[0])
  await one.close()
  await other.close()
  const later = await open('c')
  expect(await later.ports.durableSecret()).toBe(secrets[0])
  await later.close()
})
