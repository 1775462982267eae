/** Holds the floors of core: who stands on whom, and that nothing goes in circles, types included. */
import { expect, it } from 'vitest'
import { listSources, readImports } from './sources.ts'

/** From the ground up. A folder or file may import what stands below it, and its own folder; the ground is one folder. */
const floors: readonly (readonly string[])[] = [
  [
    'admission',
    'characters',
    'chat',
    'clock',
    'errors',
    'gate',
    'log',
    'operator-fault',
    'turns',
    'vendor-answer',
  ],
  ['credits', 'hosting', 'languages', 'lettering', 'outbound', 'records'],
  ['images', 'secrets', 'teams'],
  ['accounts', 'history', 'utilities'],
  ['payments', 'reports', 'store'],
  ['metrics', 'operations', 'process', 'variables'],
  ['config-faults', 'ports'],
  ['index'],
  ['config'],
  ['wire'],
]

interface Arrow {
  from: string
  to: string
}

/** The room of core that a file is in: a folder, or the file itself without its ending. */
const findRoom = (file: string) => file.split('/')[1]?.replace(/\.ts$/, '') ?? ''
const findFloor = (file: string) => floors.findIndex((rooms) => rooms.includes(findRoom(file)))
const isOwn = ({ from, to }: Arrow) =>
  findRoom(from) === findRoom(to) || (findFloor(from) === 0 && findFloor(to) === 0)

/** The imports that do not go down. */
function findUpward(arrows: readonly Arrow[]): string[] {
  return arrows
    .filter((arrow) => !isOwn(arrow) && findFloor(arrow.to) >= findFloor(arrow.from))
    .map(({ from, to }) => `${from} → ${to}`)
}

/** One circle of files, from a file back to itself; empty where there is none. */
function findCircle(arrows: readonly Arrow[]): readonly string[] {
  const targets = Map.groupBy(arrows, ({ from }) => from)
  const done = new Set<string>()

  function visit(file: string, path: readonly string[]): readonly string[] {
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    if (done.has(file)) return []
    for (const { to } of targets.get(file) ?? []) {
      const circle = visit(to, [...path, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }

  return [...targets.keys()].map((file) => visit(file, [])).find((circle) => circle.length > 0) ?? []
}

const arrows = listSources()
  .filter((file) => !file.startsWith('tests/'))
  .flatMap((from) =>
    readImports(from).flatMap(({ path }) => (path?.endsWith('.ts') ? [{ from, to: path }] : [])),
  )
const core = arrows.filter(({ from }) => from.startsWith('core/'))

it('gives every room of core a floor', () => {
  const rooms = new Set(core.flatMap(({ from, to }) => [findRoom(from), findRoom(to)]))
  expect([...rooms].filter((room) => !floors.flat().includes(room))).toEqual([])
})

it('imports downwards only', () => {
  expect(findUpward(core)).toEqual([])
})

it('has no two files that know each other, in a circle of any length', () => {
  expect(findCircle(arrows)).toEqual([])
})

it.each([
  ['core/credits/ledger.ts', 'core/images/tasks/task.ts'],
  ['core/accounts/erase.ts', 'core/history/history.ts'],
  ['core/log.ts', 'core/records/lease.ts'],
  ['core/index.ts', 'core/wire.ts'],
])('would find %s importing %s', (from, to) => {
  expect(findUpward([...core, { from, to }])).toEqual([`${from} → ${to}`])
})

it('would find a circle, however long', () => {
  const long = ['a', 'b', 'c', 'd'].map((from, index, all) => ({ from, to: all[(index + 1) % 4] ?? '' }))
  expect(findCircle([...arrows, ...long])).toEqual(['a', 'b', 'c', 'd', 'a'])
})
