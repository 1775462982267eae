/** The image's steps, one by one and without an engine; and that the compose file is one. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findFreePort } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const dockerfile = readFileSync('Dockerfile', 'utf8').replaceAll(/\\\n\s*/g, '')
const steps = dockerfile.split('\n').map((line) => line.split(' '))
const find = (name: string) => steps.filter(([first]) => first === name).map(([, ...rest]) => rest)
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([name = '', ...rest]) => spawnSync(name, [...rest, 'version']).status === 0,
)

/** Nobody on any system; only root can become them. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** The packages that `npm ci --omit=dev` installs, without what the Dockerfile deletes. */
function installPackages(app: string): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: true }>
  }
  const wanted = Object.entries(lock.packages).filter(([path, { dev }]) => path && !dev && existsSync(path))
  for (const [path] of wanted) {
    mkdirSync(dirname(join(app, path)), { recursive: true })
    const filter = (file: string) =>
      !/\.([mc]?ts|map)$/.test(file) && !(file !== path && basename(file) === 'node_modules')
    cpSync(path, join(app, path), { recursive: true, filter })
  }
}

/** What the last stage puts under its working folder; nobody may write there. */
function buildImage() {
  const folder = createFolder()
  const app = join(folder, 'app')
  const data = join(folder, 'data')
  installPackages(app)
  for (const parts of find('COPY').filter(([first]) => !first?.startsWith('--from'))) {
    const [target = '', ...sources] = parts.toReversed()
    for (const source of sources) {
      cpSync(source, join(app, target.endsWith('/') ? join(target, source) : target), { recursive: true })
    }
  }
  const fonts = join(folder, 'fonts.conf')
  writeFileSync(fonts, /echo '(.*)' > \/etc\/fonts\/fonts.conf/.exec(dockerfile)?.[1] ?? '')
  const node = join(folder, 'node')
  cpSync(process.execPath, node)
  mkdirSync(data)
  chmodSync(folder, 0o755)
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid)
  return { app, data, fonts, node }
}

describe('the image', () => {
  it('is allowed all that it copies, and nothing that is not there', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    const copied = find('COPY')
      .filter(([first]) => !first?.startsWith('--from'))
      .flatMap((parts) => parts.slice(0, -1))
    for (const source of copied) {
      expect(existsSync(source), source).toBe(true)
      expect(ignored, source).toContain(`!${source}`)
    }
    expect(ignored.filter((line) => line.startsWith('!')).length).toBe(new Set(copied).size)
  })

  it('runs as a user who may write to its data alone, is healthy, draws, and stops when told to', async () => {
    const { app, data, fonts, node } = buildImage()
    const set = find('ENV')
      .flat()
      .map((pair) => pair.split(/=(.*)/) as [string, string])
    const port = String(await findFreePort())
    const env = {
      ...Object.fromEntries(set),
      DATA_DIR: data,
      NODE_COMPILE_CACHE: set.find(([name]) => name === 'NODE_COMPILE_CACHE')?.[1]?.replace('/data', data),
      PORT: port,
      PUBLIC_URL: `http://localhost:${port}`,
      FONTCONFIG_FILE: fonts,
      ALLOW_STAND_INS: 'model,checkout,mailer',
    }
    expect(env).toMatchObject({ NODE_ENV: 'production' })
    const [[, ...command] = []] = find('CMD').map((parts) => JSON.parse(parts.join(' ')) as string[])
    const program = spawn(node, command, { cwd: app, env, ...nobody })
    onTestFinished(() => void program.kill('SIGKILL'))
    const outputs = Promise.all([text(program.stdout), text(program.stderr)])
    const ended = once(program, 'exit') as Promise<[number | null]>

    const [check = []] = find('HEALTHCHECK')
    const [, ...probe] = JSON.parse(check.slice(check.indexOf('CMD') + 1).join(' ')) as string[]
    const isHealthy = () => spawnSync(node, probe, { env, ...nobody }).status
    await expect.poll(isHealthy, { timeout: 20_000 }).toBe(0)

    program.stdin.write('/imagine a red fox\n')
    await readUntil(program, /price 10 credits/)
    const readme = readFileSync('bots/README.md', 'utf8')
    const [, inside = ''] = /`docker exec CONTAINER node ([^`]+)`/.exec(readme) ?? []
    const verified = spawnSync(node, inside.split(' '), { cwd: app, env, encoding: 'utf8', ...nobody })
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('1 generation') })
    program.kill('SIGTERM')
    const [code] = await ended
    const [, stderr] = await outputs
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/fontconfig|warning|EACCES|EROFS/i)
    expect(existsSync(join(data, 'imgsrc.sqlite'))).toBe(true)
    const [version = ''] = readdirSync(join(data, 'compiled'))
    expect(readdirSync(join(data, 'compiled', version)).length).toBeGreaterThan(100)
    expect(isHealthy()).toBe(1)
  })
})

async function readUntil(program: ChildProcess, pattern: RegExp): Promise<void> {
  let seen = ''
  for await (const [chunk] of eachChunk(program)) {
    seen += String(chunk)
    if (pattern.test(seen)) return
  }
}

async function* eachChunk(program: ChildProcess) {
  while (program.exitCode === null && program.stdout) yield await once(program.stdout, 'data')
}

it('every port is published on this machine alone: whoever came past the proxy would say who they are', () => {
  const published = [
    ...readFileSync('compose.yaml', 'utf8').matchAll(/^ *- "?(\S+:\d+)"?$/gm),
    ...readFileSync('bots/README.md', 'utf8').matchAll(/ (?:-p|--publish)[ =](\S+)/g),
  ].map(([, port = '']) => port)
  expect(published.length).toBeGreaterThan(1)
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/)
})

describe.skipIf(!compose)('the compose file', () => {
  const [name = '', ...rest] = compose ?? []
  const readComposed = (env: string) => {
    const folder = createFolder()
    cpSync('compose.yaml', join(folder, 'compose.yaml'))
    writeFileSync(join(folder, '.env'), env)
    return execFileSync(name, [...rest, 'config'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  }

  it('is valid, and hands over what .env says', () => {
    const composed = readComposed(`SESSION_SECRET=${'s'.repeat(32)}\nDISCORD_TOKEN=hush\n`)
    for (const part of [
      'mongo:8.0',
      'replicaSet=rs0',
      'DISCORD_TOKEN: hush',
      'service_completed_successfully',
    ]) {
      expect(composed).toContain(part)
    }
  })

  it('asks for the secret that several processes must share', () => {
    expect(() => readComposed('')).toThrow(/SESSION_SECRET/)
  })
})
