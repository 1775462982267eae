/** The named points are all there are: whatever in the source writes, or asks a vendor for something, has its name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasEffect } from './name-step.ts'
import { createSqlitePlace } from './places.ts'
import { outsidePoints, pointNames } from './points.ts'

const known = [...pointNames, ...outsidePoints]
const isNamed = (step: string) => known.some((name) => name === step || name.startsWith(`${step} `))

it('name every method of the store that writes', async () => {
  const place = createSqlitePlace()
  const store = await place.open()
  const { dump, isShared, backUp, check, close, scrub, ...ports } = store
  const methods = Object.entries({ ...ports, store: { scrub } }).flatMap(([port, methods]) =>
    Object.keys(methods).map((method) => `${port}.${method}`),
  )
  await store.close()
  await place.remove()
  expect(methods.length).toBeGreaterThan(30)
  expect(methods.filter((step) => hasEffect(step) && !isNamed(step))).toEqual([])
})

/** The ports of vendors, by the names that their steps have, and what of them asks nobody. */
const vendorPorts = [
  { port: 'model', file: 'core/images/image-model.ts', type: 'ImageModel' },
  { port: 'host', file: 'core/hosting/image-host.ts', type: 'ImageHost' },
  {
    port: 'kept',
    file: 'core/hosting/kept-pictures.ts',
    type: 'KeptPictures',
    silent: ['findDisk', 'read', 'list'],
  },
  { port: 'mailer', file: 'web/mailer.ts', type: 'Mailer' },
  { port: 'chat', file: 'core/history/sharing.ts', type: 'SharingTeam' },
  { port: 'provider', file: 'core/payments/provider.ts', type: 'OrderSource' },
  { port: 'provider', file: 'core/payments/provider.ts', type: 'WebProvider', silent: ['readWebhook'] },
]
/** The list of orders is fetched by one step here. */
const otherName: Readonly<Record<string, string>> = { 'provider.listOrders': 'provider.fetchOrders' }

it.each(vendorPorts)('name every method of $type', ({ port, file, type, silent = [] }) => {
  const [, body = ''] =
    new RegExp(`export interface ${type}[^{]*{\n(.*?)\n}`, 's').exec(readFileSync(file, 'utf8')) ?? []
  const methods = [...body.matchAll(/^ {2}(\w+)\??\(/gm)].map(([, name = '']) => name)
  expect(methods.length).toBeGreaterThan(0)
  const steps = methods.filter((name) => !silent.includes(name)).map((name) => `${port}.${name}`)
  expect(steps.filter((step) => !isNamed(otherName[step] ?? step))).toEqual([])
})

/** The words of a type that is written as a list of them. */
function readWords(file: string, type: string): string[] {
  const [, words = ''] = new RegExp(`export type ${type} =([^\n]*)`).exec(readFileSync(file, 'utf8')) ?? []
  return [...words.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word)
}

it('name every kind of entry, and every status', () => {
  const entries = readWords('core/credits/ledger-store.ts', 'EntryKind')
  const statuses = readWords('core/images/generation.ts', 'Status').filter((status) => status !== 'recorded')
  expect([entries.length, statuses.length]).toEqual([6, 5])
  const steps = [
    ...entries.map((kind) => `ledger.insert ${kind}`),
    ...statuses.map((status) => `generations.change ${status}`),
  ]
  expect(steps.filter((step) => !pointNames.includes(step))).toEqual([])
})

const writes = {
  insertRecord: ['insertRecord'],
  replaceRecord: ['replaceRecord'],
  removeRecord: ['removeRecord'],
  putRecord: ['insertRecord', 'replaceRecord'],
} as const

/** Files that write records of other kinds than the one they name, or remove theirs otherwise. */
const special: Readonly<Record<string, readonly string[]>> = {
  'core/operations/migrate.ts': ['lease', 'migration'].flatMap((kind) => [
    `insertRecord ${kind}`,
    `replaceRecord ${kind}`,
    `removeRecord lease`,
  ]),
  'core/accounts/erase.ts': [
    ...['insertRecord erasure', 'replaceRecord erasure', 'removeRecord erasure', 'removeRecord source'],
  ],
  'core/images/sources/sources.ts': [
    'insertRecord sources-counted',
    ...['source', 'source-check'].flatMap((kind) =>
      ['insertRecord', 'replaceRecord', 'removeRecord'].map((method) => `${method} ${kind}`),
    ),
  ],
  'core/payments/tellings.ts': ['insertRecord told', 'replaceRecord told', 'insertRecord doubt'],
  'core/accounts/merge.ts': [
    ...['insertRecord merge', 'replaceRecord merge', 'removeRecord merge'],
    ...['source', 'checkout', 'merged'].map((kind) => `replaceRecord ${kind}`),
  ],
}

/** What a file does with records, as its text tells. */
function readRecordSteps(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const kinds = [...text.matchAll(/\b(?:\w*[kK]ind = |= \{ kind: )'([\w-]+)'/g)].map(([, kind = '']) => kind)
  const methods = Object.entries(writes).flatMap(([call, made]) =>
    new RegExp(`\\b${call}\\((?!\\s*records: RecordStore)`).test(text) ? made : [],
  )
  if (methods.length > 0 && !special[file] && kinds.length !== 1)
    return [`${file} writes ${kinds.length} kinds`]
  return special[file]?.slice() ?? methods.flatMap((method) => kinds.map((kind) => `${method} ${kind}`))
}

it('name every kind of record and what is done with it, and no others', () => {
  const files = ['core', 'bots', 'web'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const ports = /^core\/(store\/|records\/(put-record|record-store)\.ts$)/
  const sources = files.filter((file) => file.endsWith('.ts') && !ports.test(file))
  const steps = new Set(sources.flatMap(readRecordSteps))
  const named = known.flatMap(
    (name) => /(?:^|\/)records\.((?:insert|replace|remove)Record .*)/.exec(name)?.[1] ?? [],
  )
  expect([...steps].sort()).toEqual([...new Set(named)].sort())
})
