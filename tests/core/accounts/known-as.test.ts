/** One person under several names: what was tied under any of them is found, and untied with all. */
import { describe, expect, it } from 'vitest'
import type { ChatUser } from '#core/index.ts'
import { createRig } from '#tests/web/rig.ts'

const named = (user: string, ...formerly: string[]): ChatUser => ({
  platform: 'slack',
  user,
  name: 'ada',
  formerly,
})

async function setUp(...tied: string[]) {
  const { core } = await createRig()
  const accounts: string[] = []
  for (const name of tied) accounts.push((await core.accounts.openAccount(named(name))).id)
  return { core, accounts }
}

describe.each([
  ['today’s name', 'E1:U1'],
  ['an earlier name', 'T3:U1'],
  ['another earlier name', 'T1:U1'],
])('tied under %s', (_what, tied) => {
  const ada = named('E1:U1', 'T3:U1', 'T1:U1')

  it('is found, and untied', async () => {
    const { core, accounts } = await setUp(tied)
    expect((await core.accounts.requireAccount(ada)).id).toBe(accounts[0])
    expect((await core.links.unlink(ada)).id).toBe(accounts[0])
    await expect(core.accounts.requireAccount(ada)).rejects.toMatchObject({ code: 'not-linked' })
    await expect(core.links.unlink(ada)).rejects.toMatchObject({ code: 'not-linked' })
  })

  it('is nobody else’s', async () => {
    const { core } = await setUp(tied)
    const others = [named('E1:U2', 'T3:U2'), named('T9:U1'), { ...named(tied), platform: 'discord' as const }]
    for (const other of others) {
      await expect(core.accounts.requireAccount(other)).rejects.toMatchObject({ code: 'not-linked' })
    }
  })
})

it('uses the account of today’s name where two are tied, and unties both', async () => {
  const { core, accounts } = await setUp('T3:U1', 'E1:U1')
  const ada = named('E1:U1', 'T3:U1')
  expect((await core.accounts.requireAccount(ada)).id).toBe(accounts[1])
  await core.links.unlink(ada)
  for (const name of ['E1:U1', 'T3:U1']) {
    await expect(core.accounts.requireAccount(named(name))).rejects.toMatchObject({ code: 'not-linked' })
  }
  expect(await core.accounts.listIdentities(accounts[0] ?? '')).toEqual([])
})

it('asks for no second link under today’s name, and keeps no earlier names', async () => {
  const { core, accounts } = await setUp('T3:U1')
  const [account = ''] = accounts
  const found = await core.accounts.findAccount(account)
  expect(found?.email).toBeUndefined()
  await core.accounts.openAccount(named('E1:U1', 'T3:U1'))
  const [identity, ...others] = await core.accounts.listIdentities(account)
  expect(identity).not.toHaveProperty('formerly')
  expect(others).toEqual([])
})
