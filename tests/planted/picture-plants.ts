/** Bugs in the steps of a generation, in recovery, in the schedule and in the vendor's pace. */
import type { Plant } from './plant.ts'

const charging = { file: 'core/images/charging/charging.ts', caughtBy: 600 }
const drawing = { file: 'core/images/drawing/drawing.ts', caughtBy: 600 }
const ending = { file: 'core/images/drawing/ending.ts', caughtBy: 600 }
const recovery = { file: 'core/images/tasks/recovery.ts', caughtBy: 600 }
const pace = {
  file: 'core/images/rate/vendor-rate.ts',
  caughtBy: ['tests/core/images/rate/vendor-rate.test.ts'],
}
const shared = ['tests/core/images/rate/shared-window.test.ts']

const sources = { file: 'core/images/sources/sources.ts', caughtBy: ['tests/bots/commands/sources.test.ts'] }
const unpaid = {
  file: 'core/images/ordering/place-order.ts',
  caughtBy: ['tests/bots/commands/unpaid.test.ts'],
}

export const picturePlants: readonly Plant[] = [
  {
    ...charging,
    bug: 'credits are given back that were never taken',
    search: 'if (!(await isCharged(ports, generation))) return\n',
    replace: '',
  },
  {
    ...charging,
    bug: 'each attempt to give credits back succeeds',
    search: 'key: `refund:',
    replace: 'key: Math.random() + `refund:',
  },
  {
    ...drawing,
    bug: 'a generation is drawn by a process that has lost it',
    search: "{ status: ['recorded'], owner },\n    { status: 'drawing'",
    replace: "{ status: ['recorded', 'drawing', 'failing'] },\n    { status: 'drawing'",
  },
  {
    ...ending,
    bug: 'a process that has lost a generation ends it all the same',
    search: "{ status: ['recorded', 'drawing'], owner },\n    { status: 'failing', failure }",
    replace: "{ status: ['recorded', 'drawing', 'ready'] },\n    { status: 'failing', failure }",
    caughtBy: ['tests/core/images/drawing.test.ts'],
  },
  {
    ...ending,
    bug: 'pictures of a generation that failed stay hosted',
    search: 'if (generation.drawingAt !== undefined) await removePictures(ports, generation)',
    replace: '',
  },
  {
    ...ending,
    bug: 'a charge that fails leaves the generation without an end',
    search: 'if (isEnd) await fail(ports, generation, error)\n',
    replace: '',
    caughtBy: ['tests/bots/commands/shortfall.test.ts', 'tests/bots/commands.test.ts'],
  },
  {
    ...charging,
    bug: 'a charge may arrive when another process has ended the generation',
    search: '(generation.lease?.until ?? 0) - longestDifference',
    replace: 'Number.POSITIVE_INFINITY',
    caughtBy: ['tests/core/images/late-charge.test.ts'],
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
    search: 'return await tasks.conclude(task, () => failLost(ports, generation))',
    replace: "return enqueue(Object.assign(task, { generation: { ...generation, status: 'recorded' } }))",
  },
  {
    ...recovery,
    bug: 'what was recorded and not charged is drawn for nothing',
    search: 'if (await isCharged(ports, generation)) return enqueue(task)',
    replace: 'if (!tasks.isStopping()) return enqueue(task)',
  },
  {
    ...recovery,
    bug: 'what is half given back stays so',
    search: 'return await tasks.conclude(task, () => refund(ports, generation))',
    replace: 'return await tasks.conclude(task, async () => generation)',
  },
  {
    bug: 'whoever orders while the store fails is told that nothing was charged',
    file: 'core/images/ordering/place-order.ts',
    search: "const isUnknown = hasCode(error, 'store-unavailable') && ",
    replace: "const isUnknown = hasCode(error, 'not-found') && ",
    caughtBy: 600,
  },
  {
    bug: 'a place among the running ones waits behind one that waits for a place',
    file: 'core/images/tasks/schedule.ts',
    search: 'if (putBack(state, task)) return advance(state)',
    replace: 'state.queue.addFirst(task)',
    caughtBy: ['tests/core/images/schedule.test.ts'],
  },
  {
    bug: 'every process counts its own running ones',
    file: 'core/images/drawing/holding.ts',
    search: "return found?.status !== 'recorded' || found.lease?.owner !== owner || isAdmitted(found)",
    replace: 'return found !== undefined',
    caughtBy: ['tests/crash/running.proof.test.ts'],
  },
  {
    bug: 'the minute forgets a picture as soon as it has begun',
    file: 'core/images/rate/local-window.ts',
    search: 'at + countedFor > now',
    replace: 'at + 1 > now',
    caughtBy: ['tests/core/images/rate/vendor-rate.test.ts'],
  },
  {
    ...pace,
    bug: 'a request that is repeated counts for nothing',
    search: '      given = undefined',
    replace: '      given = at',
  },
  {
    ...pace,
    bug: 'a request that comes late counts from its start',
    search: 'now !== at; now = await',
    replace: 'now === -1; now = await',
  },
  {
    bug: 'two processes note their starts over each other',
    file: 'core/records/change-record.ts',
    search: '? await records.replaceRecord({ ...record, version: found.version })',
    replace: '? (await records.replaceRecord({ ...record, version: found.version })) || true',
    caughtBy: shared,
  },
  {
    bug: 'a start that was noted late counts from when it was asked for',
    file: 'core/images/rate/window.ts',
    search: 'if (clock.now() - at <= longestLate) return at',
    replace: 'if (clock.now() - at <= 120_000) return at',
    caughtBy: shared,
  },
  {
    bug: 'a large order waits for as long as small ones come to another process',
    file: 'core/images/rate/waiters.ts',
    search: 'now - other.since >= patience',
    replace: 'now < other.since',
    caughtBy: shared,
  },
  {
    bug: 'room is left for ever for a process that died',
    file: 'core/images/rate/waiters.ts',
    search: 'other.until > now && ',
    replace: '',
    caughtBy: shared,
  },
  {
    bug: 'room is left for a process that has stopped',
    file: 'core/images/rate/vendor-rate.ts',
    search: '  await minute.leave().catch(() => undefined)\n',
    replace: '',
    caughtBy: shared,
  },
  {
    bug: 'who waits is noted again at each look',
    file: 'core/images/rate/waiters.ts',
    search: 'if (isKnown) return undefined',
    replace: '',
    caughtBy: shared,
  },
  {
    bug: 'clocks that differ are not allowed for',
    file: 'core/images/rate/shared-window.ts',
    search: '60_000 + longestLate + longestDifference',
    replace: '60_000 + longestLate',
    caughtBy: shared,
  },
  {
    bug: 'two processes draw one held order each',
    file: 'core/images/ordering/held-orders.ts',
    search: 'if (!(await records.replaceRecord({ ...record, body }))) return undefined',
    replace: 'await records.replaceRecord({ ...record, body })',
    caughtBy: ['tests/crash/held.proof.test.ts'],
  },
  {
    bug: 'a process that stops keeps what waits from others for a minute',
    file: 'core/images/tasks/worker.ts',
    search: 'await forEach(waiting, ({ id }) => letGo(work, id))',
    replace: '',
    caughtBy: ['tests/core/images/work.test.ts'],
  },
  {
    bug: 'an order is taken while no picture can be hosted',
    file: 'core/images/tasks/worker.ts',
    search: '      ports.hosting.require()\n',
    replace: '',
    caughtBy: ['tests/core/images/hosting-outage.test.ts'],
  },
  {
    ...recovery,
    bug: 'what was bought and kept on the disk is thrown away by the next process',
    search: 'if (await keeping.find(generation.id)) {',
    replace: 'if (tasks.isStopping()) {',
    caughtBy: ['tests/core/images/hosting-outage.test.ts'],
  },
  {
    ...recovery,
    bug: "what is kept on another machine's disk is ended at once",
    search: 'if (await keeping.isElsewhere(generation)) continue\n',
    replace: '',
    caughtBy: ['tests/core/images/hosting-outage.test.ts'],
  },
  {
    ...sources,
    bug: "whoever presses draws from what the picture's author brought",
    search: 'if (own || sources.length === 0) return sources',
    replace: 'return sources',
  },
  {
    ...sources,
    bug: 'what somebody brought stays when its last picture goes',
    search: 'if (left.length === 0) return (await discard(found)) ? false : undefined\n',
    replace: '',
  },
  {
    ...sources,
    bug: 'what was brought before uses were counted stays for ever',
    search: 'if (!hasAdopted) await adoptAll()\n',
    replace: '',
  },
  {
    ...unpaid,
    bug: 'a picture is decoded for an order that is refused',
    search: '  if (refusal) throw refusal\n',
    replace: '',
  },
  {
    ...unpaid,
    bug: 'what a refused order brought stays hosted',
    search: "if (!hasCode(error, 'unsettled')) await sources.release(wanted)\n",
    replace: '',
  },
  {
    bug: 'one account has many pictures decoded at once',
    file: 'core/images/ordering/intake.ts',
    search: 'return await takeTurn(account, () => hold(work))',
    replace: 'return await hold(work)',
    caughtBy: ['tests/core/images/intake.test.ts'],
  },
]
