/** Holds the layout's rules: who may import whom. */
import { expect, it } from 'vitest'
import { listSources, readImports } from './sources.ts'

/** What the outside may enter the core by. */
const coreDoors = ['core/index.ts', 'core/config.ts', 'core/wire.ts', 'core/errors.ts']
const platforms = listSources().flatMap((file) => /^bots\/([^/]+)\/platform\.ts$/.exec(file)?.[1] ?? [])
/** Of vendors, who know nothing of the product or of its tests. */
const standins = 'tests/standins/'

/** Why `from` may not import `to`, both paths from the root; undefined when it may. */
function findBreach(from: string, to: string): string | undefined {
  const [top, folder] = from.split('/')
  const [targetTop, targetFolder] = to.split('/')
  if (from.startsWith(standins) && !to.startsWith(standins)) return 'stand-ins could be lifted out'
  if (top === 'tests') return undefined
  if (targetTop === 'tests') return 'source imports tests'
  if (top === 'core') return targetTop === 'core' ? undefined : 'core reaches outward'
  if (targetTop === 'core' && !coreDoors.includes(to)) return 'core is entered by its doors only'
  if (from === 'bots/run.ts') return undefined
  if (top !== targetTop && targetTop !== 'core') return `${top} and ${targetTop} do not know each other`
  if (from === 'bots/platforms.ts') return undefined
  if (platforms.includes(targetFolder ?? '') && folder !== targetFolder) {
    return `only ${targetFolder} itself and bots/platforms.ts know ${targetFolder}`
  }
  return undefined
}

/** Vendors' packages, and the only folder or file each may be imported from. */
const vendorHomes: Readonly<Record<string, RegExp>> = {
  'discord.js': /^$/,
  '@discordjs/rest': /^bots\/discord\//,
  'discord-api-types': /^bots\/discord\//,
  ws: /^bots\/(discord|slack)\//,
  '@slack/bolt': /^bots\/slack\//,
  mongodb: /^core\/store\/mongodb\//,
  'node:sqlite': /^core\/store\/sqlite\//,
  openai: /^core\/images\/openai\//,
  cloudflare: /^core\/hosting\//,
  bottleneck: /^core\/images\/rate\/vendor-rate\.ts$/,
  qr: /^core\/utilities\/qr\//,
  'zxing-wasm': /^core\/utilities\/qr\//,
  pino: /^bots\/process\/log\.ts$/,
  hono: /^(web\/|bots\/run\.ts$)/,
}

it('keeps to the layout', () => {
  const breaches = listSources().flatMap((file) =>
    readImports(file)
      .filter(({ path }) => path !== undefined)
      .flatMap(({ path = '' }) => {
        const why = findBreach(file, path)
        return why ? [`${file} → ${path}: ${why}`] : []
      }),
  )
  expect(breaches).toEqual([])
})

it('keeps each vendor in its own place', () => {
  const strays = listSources()
    .filter((file) => !file.startsWith('tests/'))
    .flatMap((file) =>
      readImports(file).flatMap(({ specifier }) => {
        const home = Object.entries(vendorHomes).find(
          ([name]) => specifier === name || specifier.startsWith(`${name}/`),
        )
        return home && !home[1].test(file) ? [`${file} imports ${specifier}`] : []
      }),
    )
  expect(strays).toEqual([])
})

it('loads vendors and platforms only when they are in use', () => {
  const eager = ['core/wire.ts', 'bots/run.ts', 'bots/platforms.ts'].flatMap((file) =>
    readImports(file)
      .filter(({ dynamic, type }) => !dynamic && !type)
      .filter(({ path }) =>
        /core\/(store\/\w+\/|images\/|hosting\/)|bots\/(discord|slack|terminal)\//.test(path ?? ''),
      )
      .map(({ specifier }) => `${file} imports ${specifier} at once`),
  )
  expect(eager).toEqual([])
})

it.each([
  ['bots/discord/receive.ts', 'bots/slack/receive.ts'],
  ['bots/dispatch.ts', 'bots/slack/receive.ts'],
  ['bots/dispatch.ts', 'web/app.ts'],
  ['web/app.ts', 'bots/messages.ts'],
  ['web/app.ts', 'core/images/drawing/drawing.ts'],
  ['core/index.ts', 'web/app.ts'],
  ['web/app.ts', 'tests/setup.ts'],
  ['tests/standins/clock.ts', 'core/clock.ts'],
  ['tests/standins/slack/start.ts', 'tests/networks.ts'],
])('would see that %s imports %s', (from, to) => {
  expect(findBreach(from, to)).toBeDefined()
})
