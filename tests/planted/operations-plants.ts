/** Bugs in what an operator does, and in telling who else is at work. */
import { type Plant, plantIn } from './plant.ts'

export const operationsPlants: readonly Plant[] = [
  ...plantIn('createMigrate', ['migrate.test.ts'], {
    'what was carried is not compared': [
      "if (!(await $isSame($one, $others))) return { outcome: 'differs', ...$rest }",
      '',
    ],
    'a store is carried onto something else': [
      "for await (const $item of $shelf.readAll()) return { outcome: 'not-empty', ...$rest }",
      '',
    ],
    'a store is carried while a bot works on it': [
      '$all.find(($other) => $other !== $owner && $isAlive($other))',
      '$all.find(() => false)',
    ],
    'a store is carried without its having been said': [
      'await $putRecord($records, { ...$carrying, expiresAt: $at, ...$rest }, $now)',
      '',
    ],
    'what was carried in part counts as something else': [
      'await $records.insertRecord({ ...$carriedFrom, body: {} }, $now)',
      '',
    ],
    'the old store can be used after it was carried': [
      'await $putRecord($from.records, { ...carriedTo, body: $done }, $now)',
      '',
    ],
    'a long migration lets a bot begin meanwhile': [
      'if ($count++ % $size === 0) await $hold($ports, $from)',
      'if ($count++ === 0) await $hold($ports, $from)',
    ],
  }),
  ...plantIn('nameProcess', ['process-name.test.ts'], {
    'whoever is on another machine counts as dead': [
      'if ($other !== $machine) return true',
      'if ($other !== $machine) return false',
    ],
    'whoever is dead counts as alive': ['return $isOther && $isRunning(Number($pid))', 'return $isOther'],
    'containers that are called alike count as one machine': ["'/proc/self/ns/pid'", '/proc/self/ns/none'],
  }),
  ...plantIn('createStoreLease', ['store-lease.test.ts'], {
    'a bot works on a store that was carried in part': [
      'await requireSettled($records, $now).catch($take)',
      'await Promise.resolve().catch($take)',
      ['migrate.test.ts'],
    ],
    'a bot works on where its store was carried away': ['$outbound.retired($error)', ''],
    'a bot that wakes writes before it looks': [
      'await $look()\nif ($clock.now() >= $due) await $renew()',
      'if ($clock.now() >= $due) await $renew()',
    ],
  }),
  ...plantIn('wirePorts', ['which-store.test.ts'], {
    'an operator works on a store of the past': ['await $requireSettled($store.records, $clock.now())', ''],
  }),
  ...plantIn('openDatabase', ['which-store.test.ts'], {
    'an operator makes a store': [
      'if ($mustExist && !$exists($file)) throw $error',
      'if ($file === undefined) throw $error',
    ],
  }),
  ...plantIn('adviseIfUnsure', ['lost-answers.test.ts'], {
    'an operator is not told that a grant may have been given': [
      "$hasCode($error, 'store-unavailable') ? $unsure : $error",
      '$error',
    ],
  }),
]
