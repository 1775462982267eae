/** Bugs in the steps of a generation, in recovery, in the schedule and in the vendor's rate. */
import { type Plant, plantIn } from './plant.ts'

const shared = ['shared-window.test.ts']

export const picturePlants: readonly Plant[] = [
  ...plantIn('renderRefund', 600, {
    'each attempt to give credits back succeeds': [
      "{ key: $key, kind: 'refund', ...$rest }",
      "{ key: Math.random() + $key, kind: 'refund', $rest }",
    ],
  }),
  ...plantIn('giveBack', 600, {
    'credits are given back that were never taken': [
      'const $spend = await $findSpend($ports, $generation)\nif ($spend) $give',
      'const $spend = (await $findSpend($ports, $generation)) ?? { wallet: $generation.payer, amount: -$generation.price, reference: $generation.id }\n$give',
    ],
    'a charge may arrive when another process has ended the generation': [
      '($lease?.until ?? 0) - $longest',
      'Number.POSITIVE_INFINITY',
      ['late-charge.test.ts'],
    ],
  }),
  ...plantIn('draw', ['images/drawing.test.ts'], {
    'a generation is drawn by a process that has lost it': [
      "$generations.change($id, { status: ['recorded'], leaseHolder: $owner }, { status: 'drawing', ...$rest })",
      "$generations.change($id, { status: ['recorded', 'drawing', 'failing'] }, { status: 'drawing', $rest })",
    ],
  }),
  ...plantIn('failUncharged', 600, {
    'a process that has lost a generation ends it all the same': [
      "$generations.change($id, { status: $from, leaseHolder: $owner }, { status: 'failing', ...$rest })",
      "$generations.change($id, { status: ['recorded', 'drawing', 'ready'] }, { status: 'failing', $rest })",
      ['images/drawing.test.ts'],
    ],
    'pictures of a generation that failed stay hosted': [
      'if ($generation.drawingAt !== undefined) await $removePictures($ports, $generation)',
      '',
    ],
    'a charge that fails leaves the generation without an end': [
      'if ($isEnd) await $fail($ports, $generation, $error)',
      '',
      ['shortfall.test.ts', 'bots/commands.test.ts'],
    ],
  }),
  ...plantIn('createRecovery', 600, {
    "another machine's dead process keeps its generations for ever": [
      '$isOthers && $lease.until > $clock.now()',
      '$isOthers',
    ],
    'what was being drawn when the process died is drawn again': [
      'if (await $keeping.find($id)) $finish\nreturn await $tasks.conclude($task, () => $lose($ports, $generation))',
      "if (await $keeping.find($id)) $finish\nreturn $ports.worker.enqueue(Object.assign($task, { generation: { ...$generation, status: 'recorded' } }))",
    ],
    'what was recorded and not charged is drawn for nothing': [
      'if (await $isCharged($ports, $generation)) return $enqueue($task)',
      'return $enqueue($task)',
    ],
    'what is half given back stays so': [
      '$tasks.conclude($task, () => endFailing($ports, $generation))',
      '$tasks.conclude($task, async () => $generation)',
    ],
    'what was bought and kept on the disk is thrown away by the next process': [
      'if (await $keeping.find($id)) $finish',
      '',
      ['hosting-outage.test.ts'],
    ],
    "what is kept on another machine's disk is ended at once": [
      'if (await $keeping.isElsewhere($generation)) continue',
      '',
      ['hosting-outage.test.ts'],
    ],
  }),
  ...plantIn('placeOrder', ['unpaid.test.ts'], {
    'whoever orders while the store fails is told that nothing was charged': [
      "const $isUnknown = $hasCode($error, 'store-unavailable') && $isWritten",
      "const $isUnknown = $hasCode($error, 'not-found') && $isWritten",
      600,
    ],
    'a picture is decoded for an order that is refused': ['if ($refusal) throw $refusal', ''],
    'what a refused order brought stays hosted': [
      "if (!$hasCode($error, 'unsettled')) await $sources.release($wanted)",
      '',
    ],
  }),
  ...plantIn('createSchedule', ['images/schedule.test.ts'], {
    'a place among the running ones waits behind one that waits for a place': [
      'if ($putBack($state, $task)) return $advance($state)',
      '$state.queue.addFirst($task)',
    ],
  }),
  ...plantIn('renew', ['running.proof.test.ts'], {
    'every process counts its own running ones': [
      "return $found?.status !== 'recorded' || $isOthers || $isAdmitted($found)",
      'return $found !== undefined',
    ],
  }),
  ...plantIn('createLocalWindow', ['vendor-rate.test.ts'], {
    'the minute forgets a picture as soon as it has begun': ['$at + $countedFor > $now', '$at + 1 > $now'],
  }),
  ...plantIn('createVendorRate', ['vendor-rate.test.ts'], {
    'a request that is repeated counts for nothing': [
      'let $at = $given ?? $taken\n$given = undefined',
      'let $at = $given ?? $taken\n$given = $at',
    ],
    'a request that comes late counts from its start': [
      'for (let $now = $first; $now !== $at; $now = $next) $body',
      'for (let $now = $first; $now === -1; $now = $next) $body',
    ],
    'room is left for a process that has stopped': ['await $window.leave().catch($ignore)', '', shared],
  }),
  ...plantIn('changeRecord', shared, {
    'two processes note their starts over each other': [
      '$found ? await $records.replaceRecord($record) : $inserted',
      '$found ? (await $records.replaceRecord($record)) || true : $inserted',
    ],
  }),
  ...plantIn('createSharedWindow', shared, {
    'clocks that differ are not allowed for': [
      '60_000 + $longestLate + $longestDifference',
      '60_000 + $longestLate',
    ],
  }),
  ...plantIn('createRateWindow', shared, {
    'a start that was noted late counts from when it was asked for': [
      'if ($clock.now() - $at <= $longestLate) return $at',
      'if ($clock.now() - $at <= 120_000) return $at',
    ],
  }),
  ...plantIn('countOlder', shared, {
    'a large order waits for as long as small ones come to another process': [
      '$now - $other.since >= $patience',
      '$now < $other.since',
    ],
    'room is left for ever for a process that died': ['$isOther && $other.until > $now', '$isOther'],
    'who waits is noted again at each look': ['if ($isKnown) return undefined', ''],
  }),
  ...plantIn('createHeldOrders', ['held.proof.test.ts'], {
    'two processes draw one held order each': [
      'if (!(await $records.replaceRecord($record))) return undefined',
      'await $records.replaceRecord($record)',
    ],
  }),
  ...plantIn('createWorker', ['images/work.test.ts'], {
    'a process that stops keeps what waits from others for a minute': [
      'await $forEach($waiting, ({ id }) => letGo($work, id))',
      '',
    ],
    'an order is taken while no picture can be hosted': [
      '$hosting.require()',
      '',
      ['hosting-outage.test.ts'],
    ],
  }),
  ...plantIn('createSources', ['commands/sources.test.ts'], {
    "whoever presses draws from what the picture's author brought": [
      'if ($own || $sources.length === 0) return $sources',
      'return $sources',
    ],
    'what was brought before uses were counted stays for ever': [
      'if (!$hasAdopted) await $adopt($ports)',
      '',
    ],
  }),
  ...plantIn('runChecks', ['commands/sources.test.ts'], {
    'what somebody brought stays when its last picture goes': ['if ($left.length === 0) return $end', ''],
  }),
  ...plantIn('createIntake', ['intake.test.ts'], {
    'one account has many pictures decoded at once': [
      'return await $takeTurn($account, () => $hold($work))',
      'return await $hold($work)',
    ],
  }),
  ...plantIn(
    'createGrowingBytes',
    { bench: 'picture', row: 'memory of each' },
    {
      'a second copy of each picture is held while it is read': [
        'return new Uint8Array($memory.transferToFixedLength())',
        'return Object.assign(new Uint8Array($memory.slice()), { $memory })',
      ],
    },
  ),
  ...plantIn(
    'hostDrawn',
    { bench: 'picture', row: 'to draw, beside the bare vendor calls' },
    {
      'every picture waits for three seconds before it is hosted': [
        'return await $hostAll($ports, $generation, $prepared, $limit, $drawn.usage)',
        'await $ports.clock.sleep(3_000)\nreturn await $hostAll($ports, $generation, $prepared, $limit, $drawn.usage)',
      ],
    },
  ),
]
