/**
 * Prints, as JSON, the survey, and every call in the source that writes a record and that no crash point stands for:
 * neither the survey nor the works outside the schedules make it. Where a call stands is read from its syntax, whether it was made from
 * what the engine counts, so that it must run on Node itself.
 */
import { globSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { stripTypeScriptTypes } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyNode, parse } from 'acorn'

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

const { createSqlitePlace } = await import('./places.ts')
const { createDoomed } = await import('./crashing.ts')
const { makeSurvey } = await import('./survey.ts')
const { works } = await import('./outside.ts')
const { changeRecord, putRecord } = await import('#core/records/change-record.ts')

async function listWriters(): Promise<string[]> {
  const place = createSqlitePlace()
  const store = await place.open()
  const doomed = createDoomed({})
  doomed.wrapStore('records', store.records)
  for (const { before, act, read } of works) {
    await before?.(store.records)
    await act(store.records)
    await read(store.records)
  }
  await store.close()
  await place.remove()
  return [
    ...doomed.listMethods().map((method) => method.split('.')[1] ?? ''),
    changeRecord.name,
    putRecord.name,
  ]
}

/** Calls `meet` for all nodes of a tree. */
function walk(node: AnyNode, meet: (node: AnyNode) => void): void {
  meet(node)
  for (const value of Object.values(node).flat()) {
    if (typeof value === 'object' && value !== null && 'type' in value) walk(value, meet)
  }
}

/** Where a call of one of these stands in a file. */
function listCalls(script: string, writers: readonly string[]): number[] {
  const places: number[] = []
  walk(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type !== 'CallExpression') return
    const { callee } = node
    const name = callee.type === 'MemberExpression' ? callee.property : callee
    if (name.type === 'Identifier' && writers.includes(name.name)) places.push(name.start)
  })
  return places
}

const survey = await makeSurvey()
const writers = await listWriters()
const { result } = await session.post('Profiler.takePreciseCoverage')
const covered = new Map(result.map(({ url, functions }) => [url, functions.flatMap(({ ranges }) => ranges)]))

/** The innermost range around a place tells whether it was reached. */
function isMade(file: string, place: number): boolean {
  const around = (covered.get(pathToFileURL(resolve(file)).href) ?? []).filter(
    ({ startOffset, endOffset }) => startOffset <= place && place < endOffset,
  )
  const [inner] = around.sort(
    (one, other) => one.endOffset - one.startOffset - (other.endOffset - other.startOffset),
  )
  return (inner?.count ?? 0) > 0
}

const unmet = globSync('{bots,core,web}/**/*.ts')
  .filter((file) => !file.startsWith('core/store/'))
  .flatMap((file) => {
    const script = stripTypeScriptTypes(readFileSync(file, 'utf8'))
    return listCalls(script, writers)
      .filter((place) => !isMade(file, place))
      .map((place) => `${file}:${script.slice(0, place).split('\n').length}`)
  })
process.stdout.write(JSON.stringify({ survey, unmet }))
process.exit(0)
