/** Starts that cannot be: each says why in words and exits with 1. */
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readConfig } from '#core/config.ts'
import { wirePorts } from '#core/wire.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { runProgram } from '#tests/program.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'

it('lists every fault of a bad configuration at once, by variable', async () => {
  const env = { PORT: 'http', WELCOME_CREDITS: 'many', IMAGES_PER_MINUTE: '0', CLOUDFLARE_ACCOUNT_ID: 'abc' }
  const stderr = `imgsrc bot cannot start, because of its configuration:
  PORT must be a whole number from 1 to 65535
  WELCOME_CREDITS must be a whole number from 0 to 1000000
  IMAGES_PER_MINUTE must be a whole number from 4 to 100000
  CLOUDFLARE_API_TOKEN is missing, while CLOUDFLARE_ACCOUNT_ID is set
`
  expect(await runProgram([], { env })).toEqual({ code: 1, stdout: '', stderr })
})

async function fails(env: Record<string, string>, words: RegExp) {
  const { code, stderr } = await runProgram([], { env })
  expect(code).toBe(1)
  expect(stderr).toMatch(words)
}

it('says in a sentence that the data folder cannot be used', async () => {
  const file = join(createFolder(), 'a-file')
  writeFileSync(file, '')
  await fails({ DATA_DIR: join(file, 'data') }, /^imgsrc bot cannot start: .*DATA_DIR.*a-file\/data.*\n$/m)
})

it('says in a sentence that the port is taken', async () => {
  const other = createServer().listen(0)
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  await fails({ PORT: String(port) }, new RegExp(`^imgsrc bot cannot start: .*${port}.*PORT.*\\n$`, 'm'))
})

it('says in a sentence that the store file is not a store', async () => {
  const folder = createFolder()
  writeFileSync(join(folder, 'imgsrc.sqlite'), 'a letter, not a database'.repeat(100))
  await fails({ DATA_DIR: folder }, /^imgsrc bot cannot start: the store cannot be opened .*\n$/m)
})

describe('Cloudflare', () => {
  async function setUp(changes: Record<string, string> = {}, metadata: 'keep' | 'none' = 'keep') {
    const cloudflare = await startCloudflareStandin({ metadata })
    onTestFinished(() => cloudflare.close())
    const env = { DATA_DIR: createFolder(), ...leadTo.cloudflare(cloudflare), ...changes }
    const { config, secrets } = readConfig(env)
    const { log, lines } = createKeptLog()
    return { cloudflare, env, lines, wire: () => wirePorts(config, secrets, log) }
  }
  const refusal = /Cloudflare Images refuses .*CLOUDFLARE_IMAGES_VARIANT/

  it('that refuses the token is told of in a sentence', async () => {
    const { env } = await setUp({ CLOUDFLARE_API_TOKEN: 'wrong' })
    await fails(env, new RegExp(`^imgsrc bot cannot start: ${refusal.source}.*\\n$`, 'm'))
  })

  it('that has no such variant is too', async () => {
    const { wire } = await setUp({ CLOUDFLARE_IMAGES_VARIANT: 'nope' })
    await expect(wire()).rejects.toThrow(refusal)
  })

  it.each([
    ['none', 1],
    ['keep', 0],
  ] as const)('whose variant has metadata %s starts with %i warnings', async (metadata, count) => {
    const { wire, lines } = await setUp({}, metadata)
    const { store } = await wire()
    await store.close()
    const warnings = lines.filter(({ level }) => level === 'warn')
    expect(warnings).toHaveLength(count)
    for (const { fields, message } of warnings) {
      expect(fields).toEqual({ variant: 'public' })
      expect(message).toContain('made by AI')
    }
  })

  it('that is away keeps nobody from starting', async () => {
    const { cloudflare, env } = await setUp()
    cloudflare.behave({ kind: 'error', status: 503, code: 1 })
    expect((await runProgram([], { env })).code).toBe(0)
  })

  const troubles = [{ kind: 'error', status: 429, code: 1 }, { kind: 'cut' }, { kind: 'hang' }] as const
  it.each(troubles)('that answers with %o keeps nobody either', async (trouble) => {
    const { cloudflare, wire, lines } = await setUp()
    cloudflare.behave(trouble)
    const { store } = await wire()
    await store.close()
    const said = 'Cloudflare Images does not answer; starting all the same'
    expect(lines.map(({ message }) => message)).toContain(said)
  })
})

it('refuses a secret file that holds no secret', async () => {
  const folder = createFolder()
  writeFileSync(join(folder, 'session-secret'), '')
  await fails({ DATA_DIR: folder }, /session-secret holds no secret/)
})

it('keeps what it stores for its own user', async () => {
  const folder = createFolder()
  await runProgram(['/imagine a fox'], { env: { DATA_DIR: folder } })
  expect(statSync(join(folder, 'imgsrc.sqlite')).mode & 0o077).toBe(0)
})
