/**
 * The survey leaves nothing out: whatever writes, or asks a vendor for something, is a crash point. A few schedules are
 * played with it, so that a change which breaks them is told at once; `schedule.proof.test.ts` plays many.
 */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import type { EntryKind } from '#core/credits/ledger-store.ts'
import type { Status } from '#core/images/generation.ts'
import { works } from './outside.ts'
import { scheduleCounts } from './schedule-counts.ts'
import type { Survey } from './survey.ts'
import { testSchedules } from './test-schedules.ts'
import { createWorld } from './world.ts'

const entryKinds: Readonly<Record<EntryKind, true>> = {
  purchase: true,
  spend: true,
  refund: true,
  reversal: true,
  grant: true,
  transfer: true,
}
const laterStatuses: Readonly<Record<Exclude<Status, 'recorded'>, true>> = {
  drawing: true,
  ready: true,
  delivered: true,
  failing: true,
  refunded: true,
}

const { stdout } = spawnSync(process.execPath, ['tests/crash/print-survey.ts'], { encoding: 'utf8' })
const { survey, unmet } = JSON.parse(stdout) as { survey: Survey; unmet: string[] }
const names = survey.points.map(({ name }) => name)
const listSubjects = (step: string) =>
  names.flatMap((name) => (name.startsWith(`${step} `) ? [name.slice(step.length + 1)] : []))

it('meets every method of every port that does more than look', async () => {
  const world = createWorld()
  const { doomed, close } = await world.boot({})
  const methods = doomed.listMethods().filter((method) => !method.startsWith('operator/'))
  await close()
  await world.remove()
  expect(methods.length).toBeGreaterThan(30)
  expect(methods.filter((method) => !names.some((name) => name.split(' ')[0] === method))).toEqual([])
})

it('meets every kind of entry, and every status', () => {
  expect(listSubjects('ledger.insert').sort()).toEqual(Object.keys(entryKinds).sort())
  expect(listSubjects('generations.change')).toEqual(expect.arrayContaining(Object.keys(laterStatuses)))
})

it('meets, with what is outside of it, every call that writes a record', () => {
  expect(works.length).toBeGreaterThan(5)
  expect(unmet).toEqual([])
})

it('meets what a migration does, also one that goes on where another died', () => {
  expect(survey.migrationPoints.length).toBeGreaterThan(20)
  expect(survey.migrationPoints.filter(({ after }) => after !== undefined)).not.toEqual([])
})

testSchedules(scheduleCounts.few, survey)
