/** An operator's commands as typed: words for a person, JSON for a script, and exit codes. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operatorCommands } from '#bots/operator/operator-commands.ts'
import { createDelivered, createEntry, record } from '#tests/contracts/store-records.ts'
import { createMongoPlace } from '#tests/core/store/places.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { createDesk, email, identity, listCollections, openDesk } from './desk.ts'

describe('what is not understood', () => {
  it.each([
    [['fly'], 'There’s no command fly.'],
    [['grant', email], 'grant needs <credits>.'],
    [['grant', email, '5'], 'grant needs --reason.'],
    [['grant', email, '5', '--reason', 'r', '--loud'], "Unknown option '--loud'."],
    [['grant', email, 'many', '--reason', 'r'], 'many isn’t a whole number of credits above 0.'],
    [['refund', 'a', 'b'], 'refund takes no b.'],
    [['link', 'discord:ada', email], 'discord:ada isn’t a chat user'],
    [['link', identity, 'no address'], 'no address isn’t an e-mail address.'],
    [['books', email, '--limit', '0'], '0 isn’t a number of entries.'],
    [['usage', '--days', 'x'], 'x isn’t a number of days or generations.'],
    [['migrate', '--from', 'mongodb', '--to', 'sqlite'], 'Type --from sqlite --to mongodb.'],
    [['migrate', '--from', 'sqlite', '--to', 'mongodb'], 'Set MONGODB_URI to where it should go.'],
  ])('%j is told so, with how it is typed', async (args, words) => {
    const { code, stdout, stderr } = await (await openDesk()).operate(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).toContain('npm run operator -- ')
  })
})

it('helps without a store', async () => {
  const { operate, expectEnd, folder } = createDesk()
  for (const args of [[], ['help'], ['--help']]) {
    const { code, stdout } = await operate(...args)
    expect(code).toBe(0)
    const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/, ' '))
    for (const { name, summary } of operatorCommands) expect(lines).toContain(`${name} ${summary}`)
  }
  const usage = 'grant <e-mail or account> <credits> --reason <words> [--key <word>]'
  for (const words of ['grant --help', 'help grant']) await expectEnd(0, usage, words.split(' '))
  expect(existsSync(join(folder, 'imgsrc.sqlite'))).toBe(false)
})

it('links, grants, refunds and shows the books', async () => {
  const { operate, expectEnd, openStore } = await openDesk()
  const linked = /^discord:123456789012345678 is connected to the account \w{16} of ada@example\.org\.\n$/
  await expectEnd(0, linked, ['link', identity, email])
  const grant = ['grant', email, '25', '--reason', 'a long wait', '--key', 'ticket-1']
  expect((await operate(...grant)).stdout).toContain('Given: 25 credits')
  expect((await operate(...grant)).stdout).toContain('The balance is 125 credits.')
  const clash = ['grant', email, '26', '--reason', 'a long wait', '--key', 'ticket-1']
  await expectEnd(1, 'Nothing was given', clash)

  const shown = await operate('books', email, '--json')
  const { id } = JSON.parse(shown.stdout) as { id: string }
  const store = await openStore()
  const generation = await record(store, createDelivered({ owner: id, delivery: 'reply' }))
  const spend = { key: `spend:${generation.id}`, kind: 'spend', amount: -10, balance: 115 } as const
  const place = { wallet: id, sequence: 3, reference: generation.id, at: Date.now() }
  await store.ledger.insert(createEntry({ ...spend, ...place }))
  await store.close()

  const back = `10 credits went back to ${id}. The balance is 125 credits.\n`
  expect((await operate('refund', generation.id)).stdout).toBe(back)
  const again = await operate('refund', generation.id, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'known', balance: 125 })
  expect(await operate('refund', 'nothing')).toMatchObject({ code: 1 })

  const books = (await operate('books', email)).stdout
  const told = [`Account ${id} of ada@example.org`, `chats as ${identity}`, 'has 125 credits']
  for (const words of [...told, 'generations: 1 delivered']) expect(books).toContain(words)
  expect(books).toMatch(/spend +-10 +115 +gen\d+ +is delivered by reply/)
  expect(books).not.toContain('red fox')
  expect(await operate('books', 'nobody')).toMatchObject({ code: 1, stdout: 'There’s no account nobody.\n' })
})

it('shows what was drawn, and what that cost at the vendor', async () => {
  const { operate, openStore } = await openDesk()
  expect((await operate('usage')).stdout).toBe('Nothing was drawn in 30 days.\n')
  const store = await openStore()
  const used = { inputTokens: 1_200, outputTokens: 7_024 }
  await record(store, createDelivered({ model: 'gpt-image-2', usage: used, createdAt: Date.now() }))
  await store.close()
  const { stdout } = await operate('usage', '--days', '2')
  expect(stdout).toMatch(/gpt-image-2 +standard +1 +1 +10 +\$0\.2167 +0\n/)
  expect(stdout).toMatch(/gen\d+ +ada +gpt-image-2 +standard +1 +10 +1,200 +7,024 +\$0\.2167\n$/)
  expect(JSON.parse((await operate('usage', '--json')).stdout)).toMatchObject({
    totals: [{ model: 'gpt-image-2', generations: 1, unknown: 0 }],
    generations: [{ tokens: used }],
  })
  expect(await operate('usage', '--account', 'nobody')).toMatchObject({ code: 1 })
})

it('verifies, and exits with 1 when something is wrong', async () => {
  const { operate, expectEnd, openStore } = await openDesk()
  await operate('link', identity, email)
  await expectEnd(0, '1 wallet, 1 entry, 0 generations; ', ['verify'])
  const store = await openStore()
  await store.ledger.insert(createEntry({ wallet: 'lost', sequence: 2, amount: 5, balance: 6 }))
  await store.close()
  const found = await operate('verify')
  expect(found.code).toBe(1)
  expect(found.stdout).toContain('Entry lost/2 should be entry 1 of its wallet.\n')
  expect(found.stdout).toContain('2 faults.\n')
  const json = await operate('verify', '--json')
  expect(json.code).toBe(1)
  const faults = [{ fault: 'sequence' }, { fault: 'balance' }]
  expect(JSON.parse(json.stdout)).toMatchObject({ faultCount: 2, faults })
})

it('backs the store up while it is used, and the copy can be put in its place', async () => {
  const { operate, expectEnd, openStore, folder } = await openDesk()
  await operate('link', identity, email)
  const store = await openStore()
  const copied = createFolder()
  const file = join(copied, 'imgsrc.sqlite')
  expect(await operate('backup', file)).toMatchObject({ code: 0, stdout: expect.stringContaining(file) })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await store.ledger.insert(createEntry({ wallet: 'later' }))
  await store.close()
  await expectEnd(1, `${file} already exists.\n`, ['backup', file], 'stderr')
  expect((await operate('backup', join(folder, 'no', 'such'))).stderr).toContain('can’t be written (ENOENT)')

  const restored = createDesk({}, copied)
  expect(await restored.operate('verify')).toMatchObject({ code: 0 })
  expect((await restored.operate('books', email)).stdout).toContain(`chats as ${identity}`)
  expect(await restored.operate('books', 'later')).toMatchObject({ code: 1 })
  const grant = ['grant', email, '1', '--reason', 'it works on']
  expect((await restored.operate(...grant)).stdout).toContain('The balance is 101 credits.')
  // Without a key, each is one of its own.
  expect((await restored.operate(...grant)).stdout).toContain('The balance is 102 credits.')
})

it('says how secrets in use are changed, and makes a new session secret when told to', async () => {
  const { folder } = await openDesk()
  const file = join(folder, 'session-secret')
  writeFileSync(file, 'a-secret-for-tests-that-is-long-enough')
  const { operate } = createDesk({ OPENAI_API_KEY: 'sk-hush' }, folder)
  const told = (await operate('rotate-secrets')).stdout
  expect(told).toMatch(/^SESSION_SECRET .*\nOPENAI_API_KEY /)
  expect(told).not.toContain('sk-hush')
  const before = readFileSync(file, 'utf8')
  expect((await operate('rotate-secrets', '--session')).stdout).toContain(file)
  const after = readFileSync(file, 'utf8')
  expect(after).toMatch(/^\S{32,}$/)
  expect(after).not.toBe(before)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const configured = createDesk({ SESSION_SECRET: 's'.repeat(32) })
  const fresh = await configured.operate('rotate-secrets', '--session')
  expect(fresh.stdout).toMatch(/^SESSION_SECRET=\S{32,}\n/)
  expect(existsSync(join(configured.folder, 'session-secret'))).toBe(false)
})

it('says what becomes of the Slack app where it is installed', async () => {
  const slack = { SLACK_CLIENT_ID: 'id', SLACK_CLIENT_SECRET: 'hush', SLACK_SIGNING_SECRET: 'hush' }
  const rotate = async (env: Record<string, string>) =>
    (await createDesk({ ...slack, ...env }).operate('rotate-secrets', '--session')).stdout
  const mongodb = { MONGODB_URI: 'mongodb://127.0.0.1:1/x', SESSION_SECRET: 's'.repeat(32) }
  expect(await rotate({})).toContain('stays installed')
  expect(await rotate(mongodb)).toContain('stays installed')
  expect((await createDesk().operate('rotate-secrets', '--session')).stdout).not.toContain('Slack')
  const told = await createDesk({ ...slack, SEALING_KEY: 'k'.repeat(32) }).operate('rotate-secrets')
  expect(told.stdout).toContain('SEALING_KEY ')
})

it('says how secrets are changed where the store cannot be reached, and makes nothing', async () => {
  const env = { MONGODB_URI: 'mongodb://ann:hush@127.0.0.1:1/x', SESSION_SECRET: 's'.repeat(32) }
  const away = createDesk(env, join(createFolder(), 'data'))
  const told = await away.operate('rotate-secrets')
  expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('MONGODB_URI '), stderr: '' })
  expect((await away.operate('rotate-secrets', '--session')).stdout).toMatch(/^SESSION_SECRET=\S{32,}\n/)
  expect(existsSync(away.folder)).toBe(false)
  const none = createDesk({}, away.folder)
  await none.expectEnd(1, 'can’t be written (ENOENT)', ['rotate-secrets', '--session'], 'stderr')
})

it('tells of the policy, and how many could not be told', async () => {
  const { operate } = await openDesk()
  const told = await operate('mail-policy', '2026-11-01')
  expect(told).toMatchObject({ code: 0, stdout: '2 told, 0 couldn’t be.\n' })
  const failed = await operate('mail-policy', '2026-11-02', '--json')
  expect([failed.code, failed.stdout]).toEqual([1, '{"sent":2,"failed":1}\n'])
  expect((await operate('mail-policy', 'soon')).code).toBe(2)
})

it('says that the store cannot be reached', async () => {
  const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/x', SESSION_SECRET: 's'.repeat(32) }
  const { code, stdout, stderr } = await createDesk(env).operate('verify')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^Store: mongodb:\/\/127\.0\.0\.1:1\/x\nWe can’t reach the database: .*ECONNREFUSED/)
})

describe.skipIf(!process.env.MONGODB_URI)('with a MongoDB', () => {
  it('carries a team’s store over', async () => {
    const folder = createFolder()
    const place = await createMongoPlace()
    const uri = new URL(place.database, process.env.MONGODB_URI)
    const env = { MONGODB_URI: uri.href, SESSION_SECRET: 's'.repeat(32) }
    const mongodb = createDesk(env, folder)
    const go = ['migrate', '--from', 'sqlite', '--to', 'mongodb']
    await mongodb.expectEnd(1, 'no SQLite', go)
    expect(await listCollections(uri)).toEqual([])
    await (await openDesk(folder)).operate('link', identity, email)
    const carried = await mongodb.operate(...go)
    expect(carried.stdout).toContain('accounts: 1\nidentities: 1\nentries: 1\n')
    expect(carried).toMatchObject({ code: 0, stdout: expect.stringContaining('The credits add up to 100') })
    expect((await mongodb.operate('books', email)).stdout).toContain('has 100 credits')
    expect(await mongodb.operate('verify')).toMatchObject({ code: 0 })
    const grant = ['grant', email, '5', '--reason', 'r']
    await createDesk({}, folder).expectEnd(1, 'is of the past; set MONGODB_URI.', grant, 'stderr')
    await mongodb.expectEnd(1, 'carried over on', go)
    await mongodb.expectEnd(1, 'mongodump', ['backup', 'x'])
    await place.remove()
  })
})
