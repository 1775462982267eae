/** Bugs in the steps of a generation, in recovery, in the schedule and in the vendor's pace. */
import type { Plant } from './plant.ts'

const steps = { file: 'core/images/steps.ts', caughtBy: 600 }
const recovery = { file: 'core/images/recovery.ts', caughtBy: 600 }
const sharedPace = { file: 'core/images/shared-pace.ts', caughtBy: ['tests/core/images/shared-pace.test.ts'] }

export const picturePlants: readonly Plant[] = [
  {
    ...steps,
    bug: 'credits are given back that were never taken',
    search: 'if (!(await isCharged(generation))) return\n',
    replace: '',
  },
  {
    ...steps,
    bug: 'each attempt to give credits back succeeds',
    search: 'key: `refund:',
    replace: 'key: clock.now() + `refund:',
  },
  {
    ...steps,
    bug: 'a generation is drawn by a process that has lost it',
    search: "{ status: ['recorded'], owner },\n      { status: 'drawing'",
    replace: "{ status: ['recorded', 'drawing', 'failing'] },\n      { status: 'drawing'",
  },
  {
    ...steps,
    bug: 'a process that has lost a generation ends it all the same',
    search: "{ status: ['recorded', 'drawing'], owner },\n      { status: 'failing', failure }",
    replace: "{ status: ['recorded', 'drawing', 'ready'] },\n      { status: 'failing', failure }",
    caughtBy: ['tests/core/images/steps.test.ts'],
  },
  {
    ...steps,
    bug: 'pictures of a generation that failed stay hosted',
    search: 'if (generation.drawingAt !== undefined) await removePictures(generation)',
    replace: '',
  },
  {
    ...steps,
    bug: 'a charge that fails leaves the generation without an end',
    search: "if (hasCode(error, 'insufficient-credits')) await fail(generation, error)\n",
    replace: '',
    caughtBy: ['tests/bots/commands/shortfall.test.ts', 'tests/bots/commands.test.ts'],
  },
  {
    ...recovery,
    bug: "another machine's dead process keeps its generations for ever",
    search: 'lease.until > clock.now() && ',
    replace: '',
  },
  {
    ...recovery,
    bug: 'what was being drawn when the process died is drawn again',
    search: 'return workshop.conclude(task, fail)',
    replace:
      "return workshop.enqueue(Object.assign(task, { generation: { ...generation, status: 'recorded' } }))",
  },
  {
    ...recovery,
    bug: 'what was recorded and not charged is drawn for nothing',
    search: 'if (await steps.isCharged(generation)) return workshop.enqueue(task)',
    replace: 'if (!stopped.signal.aborted) return workshop.enqueue(task)',
  },
  {
    ...recovery,
    bug: 'what is half given back stays so',
    search: 'return workshop.conclude(task, () => steps.refund(generation))',
    replace: 'return workshop.conclude(task, async () => generation)',
  },
  {
    bug: 'whoever orders while the store fails is told that nothing was charged',
    file: 'core/images/images.ts',
    search: "const isUnknown = hasCode(error, 'store-unavailable') && ",
    replace: "const isUnknown = hasCode(error, 'not-found') && ",
    caughtBy: 600,
  },
  {
    bug: 'a place among the running ones waits behind one that waits for a place',
    file: 'core/images/schedule.ts',
    search: 'if (putBack(task)) return advance()',
    replace: 'queue.addFirst(task)',
    caughtBy: ['tests/core/images/schedule.test.ts'],
  },
  {
    bug: 'every process counts its own running ones',
    file: 'core/images/steps.ts',
    search: "return found?.status !== 'recorded' || found.lease?.owner !== owner || isAdmitted(found)",
    replace: 'return found !== undefined',
    caughtBy: ['tests/crash/running.test.ts'],
  },
  {
    bug: 'the pace forgets a picture as soon as it has begun',
    file: 'core/images/pace.ts',
    search: 'await clock.sleep(minute, stopped.signal)',
    replace: 'await clock.sleep(0, stopped.signal)',
    caughtBy: ['tests/core/images/pace.test.ts'],
  },
  {
    ...sharedPace,
    bug: 'two processes note their starts over each other',
    search: '? await records.replaceRecord({ ...record, version: found.version })',
    replace: '? (await records.replaceRecord({ ...record, version: found.version })) || true',
  },
  {
    ...sharedPace,
    bug: 'a start is noted at the time at which its turn was asked for',
    search: 'else if (clock.now() - at <= longestNoting) return at',
    replace: 'else if (clock.now() - at <= 120_000) return at',
  },
  {
    bug: 'two processes draw one held order each',
    file: 'core/images/held-orders.ts',
    search: 'if (!(await records.replaceRecord({ ...record, body }))) return undefined',
    replace: 'await records.replaceRecord({ ...record, body })',
    caughtBy: ['tests/crash/held.test.ts'],
  },
]
