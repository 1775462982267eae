/** What is sealed outlives a change of the session secret, wherever keys are kept. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '#core/config.ts'
import { wireRotateSecret, wireSealingKeys } from '#core/wire.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const [session, other, own, older] = ['s', 'o', 'k', 'l'].map((letter) => letter.repeat(40))
const client = 'the client secret'.replaceAll(' ', '-')
const slack = { SLACK_CLIENT_ID: 'id', SLACK_CLIENT_SECRET: client, SLACK_SIGNING_SECRET: 'sign' }

function createPlace(env: Record<string, string> = {}) {
  const folder = createFolder()
  const open = (more: Record<string, string> = {}, secret = session) => {
    const { config, secrets } = readConfig({ DATA_DIR: folder, ...slack, ...env, ...more })
    return wireSealingKeys(config, secrets, secrets.session ?? secret ?? '')
  }
  const rotate = () => {
    const { config, secrets } = readConfig({ DATA_DIR: folder, ...slack, ...env })
    return wireRotateSecret(config, secrets)()
  }
  return { folder, file: join(folder, 'sealing-key'), open, rotate }
}

it('has a key of its own in the data folder, which this user alone can read, and reads what the session secret sealed', async () => {
  const { file, open } = createPlace()
  const keys = await open()
  expect(keys).toEqual([readFileSync(file, 'utf8'), client, session])
  expect(keys[0]).toMatch(/^[\w-]{43}$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await open({}, other)).toEqual([keys[0], client, other])
})

it('is the same for all who start at once', async () => {
  const { open } = createPlace()
  const all = await Promise.all(Array.from({ length: 8 }, () => open()))
  expect(new Set(all.map(([first]) => first)).size).toBe(1)
})

it('keeps reading what a session secret sealed that is changed before there was a key', async () => {
  const { folder, file, open, rotate } = createPlace()
  writeFileSync(join(folder, 'session-secret'), String(session))
  writeFileSync(join(folder, 'imgsrc.sqlite'), '')
  await rotate()
  const fresh = readFileSync(join(folder, 'session-secret'), 'utf8')
  const [first, ...others] = await open({}, fresh)
  expect(others).toEqual([session, client, fresh])
  expect([session, fresh]).not.toContain(first)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await rotate()
  expect(await open({}, 'x'.repeat(40))).toEqual([first, session, fresh, client, 'x'.repeat(40)])
})

it('keeps it where the session secret is configured, too', async () => {
  const { folder, open, rotate } = createPlace({ SESSION_SECRET: String(session) })
  writeFileSync(join(folder, 'imgsrc.sqlite'), '')
  await rotate()
  expect((await open({ SESSION_SECRET: String(other) })).slice(1)).toEqual([session, client, other])
})

it('takes configured keys first, then those in the folder, and makes none', async () => {
  const { file, open } = createPlace()
  expect(await open({ SEALING_KEY: `${own},${older}` })).toEqual([own, older, client, session])
  expect(existsSync(file)).toBe(false)
  const [made] = await open()
  expect(await open({ SEALING_KEY: `${own}, ${older}` })).toEqual([own, older, made, client, session])
})

it('seals with what all processes have where the store is MongoDB', async () => {
  const mongodb = { MONGODB_URI: 'mongodb://127.0.0.1:1/x', SESSION_SECRET: String(session) }
  const { file, open } = createPlace(mongodb)
  expect(await open()).toEqual([client, session])
  expect(await open({ SESSION_SECRET: String(other) })).toEqual([client, other])
  expect(await open({ SLACK_CLIENT_SECRET: 'new', SEALING_KEY: String(own) })).toEqual([own, 'new', session])
  expect(existsSync(file)).toBe(false)
  writeFileSync(file, String(own))
  expect(await open()).toEqual([client, own, session])
})

it.each(['short', `${'k'.repeat(40)},short`, ','])('refuses the keys %s', (keys) => {
  expect(() => readConfig({ SEALING_KEY: keys })).toThrow()
})
