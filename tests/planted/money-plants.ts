/** Bugs in the ledger, in what payments come to, and in merging wallets. */
import { type Plant, plantIn } from './plant.ts'

export const moneyPlants: readonly Plant[] = [
  ...plantIn('weigh', ['ledger.test.ts'], {
    'a spend may be larger than the balance': ["['spend', 'transfer']", "['transfer']"],
  }),
  ...plantIn('createAppends', ['credits/ledger.test.ts', 'credits/together.test.ts'], {
    'a repeated spend is refused when the balance no longer covers it': [
      'if ($written) $waiting.resolve($written)\nelse $waiting.reject($refusal)',
      '$waiting.reject($refusal)',
    ],
    'an entry that lost the race for its place counts as written': [
      'const $written = $entries.slice(0, $count)',
      'const $written = $count < 0 ? [] : $entries',
    ],
    'a balance does not follow from the entry before': [
      '{ sequence: $sequence + 1, balance: $before + $amount, at: $at }',
      '{ sequence: $sequence + 1, balance: Math.max($before, 0) + $amount, at: $at }',
    ],
    'a spend is refused by what is only remembered': [
      'let $isCertain = $known === undefined',
      'let $isCertain = true',
    ],
    'one spend is weighed as if those written with it were not': [
      '$reading = $follow($reading, [$next])',
      '$reading = { ...$follow($reading, [$next]), spent: $reading.spent }',
    ],
  }),
  ...plantIn('countBudget', ['credits/budgets.test.ts', 'credits/budgets.property.test.ts'], {
    'a team’s cap is overrun by the last spend': [
      'if ($spent[$cap] + $price <= $limit) continue',
      'if ($spent[$cap] < $limit) continue',
    ],
    'what an account spent before it was taken over is forgotten': ['$others.reduce($add, $own)', '$own'],
    'a refund is held to the cap': ["$kind === 'spend' ? $given : undefined", '$given'],
  }),
  ...plantIn('createWalletReader', ['credits/budgets.test.ts', 'credits/together.test.ts'], {
    'what others of a team spent meanwhile is not counted': [
      'if ($since.length < $most) return $follow($reading, $rest)\nreturn { last: $newest, spent: $none }',
      'if ($since.length < $most) return { ...$reading, last: $newest }\nreturn { last: $newest, spent: $none }',
    ],
    'what a team’s budgets had come to is believed, however much others spent since': [
      'if ($since.length < $most) return $follow($reading, $rest)\nreturn { last: $newest, spent: $none }',
      'if ($since.length < $most) return $follow($reading, $rest)\nreturn { last: $newest, spent: $reading.spent }',
    ],
    'only the newest of what others of a team spent meanwhile counts': [
      'if ($since.length < $most) return $reading',
      'return $reading',
    ],
  }),
  ...plantIn('renderRefund', ['credits/budgets.test.ts', 'images/charging.test.ts'], {
    'what a team gets back counts in no channel': [
      '{ month: $month, member: $member, ...$channel }',
      '{ month: $month, member: $member }',
    ],
  }),
  ...plantIn('createOrderBook', ['payments/orders.test.ts'], {
    'every report of a refund takes credits again': [
      'let $reversed = $made.reduce($add, 0)',
      'let $reversed = 0',
    ],
    'a refund that comes before its payment is forgotten': [
      'for (let $number = $made.length + 1; $reversed < $wanted; $number++) $body',
      'for (let $number = $made.length + 1; $made.length > 0 && $reversed < $wanted; $number++) $body',
    ],
    'a late webhook credits an account that is deleted': [
      'const $account = $buyer && (await $findHolder($buyer))',
      'const $account = $buyer',
    ],
    'an order that was credited counts as news each time it is reported': [
      'const $known = $before.find($isPurchase)\nif ($known) $settle\nconst $credited = await $credit($report, $reference)',
      'const $credited = await $credit($report, $reference)',
    ],
    'what is not paid is credited': ["if ($report.doubt === 'unpaid') return 'unpaid'", ''],
    'what was given back before anybody is credited is forgotten': [
      'Math.max($report.refunded, $noted)',
      '$report.refunded',
    ],
    'what is given back after its buyer has left is not booked': [
      'const $wallet = $owner === undefined ? $purchase.wallet : $walletOf($owner)',
      "if (!$owner) return { outcome: 'settled', left: 0 }\nconst $wallet = $walletOf($owner)",
    ],
  }),
  ...plantIn('createUndoGrant', ['operations/orders.test.ts'], {
    'a grant is taken back again where the account was taken over': [
      'const $back = $render($grant, ...$rest)\nconst $known = await $findFirst($all, $back.key)',
      'const $back = $render($grant, $rest)\nconst $known = await $findFirst([$grant.wallet], $back.key)',
    ],
  }),
  ...plantIn('isSameSecret', ['lemon-squeezy.test.ts', 'payments/contract.test.ts'], {
    'any signature of the right length is believed': [
      'const [$one, $other] = [$digest($given), $digest($right)]\nreturn $equal($one, $other)',
      'return $given.length === $right.length',
    ],
  }),
  ...plantIn('readEntitlement', ['discord-premium.test.ts'], {
    'test purchases are worth real credits': ["return $isPaid === $testMode ? 'other-mode' : undefined", ''],
    'what another application sold is credited here': ["if ($theirs !== $ours) return 'other-store'", ''],
    'what was taken away counts as bought': ['$deleted ? 1 : 0', '0'],
  }),
  ...plantIn('readOrder', ['lemon-squeezy.test.ts', 'payments/contract.test.ts'], {
    'test orders are worth real credits': ["return $isOurs ? undefined : 'other-mode'", ''],
    "another store's orders are worth credits here": ["if ($isOther) return 'other-store'", ''],
    'an unpaid order is worth credits': ["return $isPaid ? undefined : 'unpaid'", 'return undefined'],
    'a partial refund takes nothing back': ['$total === 0 ? 1 : $part', '$total === 0 ? 1 : 0'],
  }),
  ...plantIn('createReconciler', ['purchases.test.ts'], {
    'what was paid on the day of the last look is not looked at again': [
      '{ since: $lookedAt - $overlap }',
      '{ since: $lookedAt }',
    ],
  }),
  ...plantIn('createRunAlone', ['purchases.test.ts'], {
    'two processes compare orders at once': [
      'if (!$held || ($holder !== $owner && $isAlive($holder))) return false',
      'if (!$held) return false',
    ],
  }),
  ...plantIn('createMerge', ['web/merging.test.ts'], {
    'a merge cut off between its two entries loses the credits': [
      'if (!$known && $balance <= 0) return $end',
      'if ($balance <= 0) return $end',
    ],
    'a merge takes the wallet while its pictures are still being drawn': [
      'if (!$isAwaiting && $isSettled($clock, $since)) await $records.removeRecord($kind, $from)',
      'if (!$isAwaiting) await $records.removeRecord($kind, $from)',
      ['late.test.ts'],
    ],
  }),
  ...plantIn('createWelcome', ['web/erasing.test.ts'], {
    'whoever deletes the account is welcomed with credits again': [
      'return $found !== undefined && $account !== $id',
      'return $found !== undefined && $id === undefined',
    ],
  }),
]
