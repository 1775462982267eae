/**
 * `npm run bench`: measures what the design bounds, as ratios taken side by side in this run, and prints each beside its
 * bound. BENCH picks benchmarks by a word of theirs. Exits with 1 when anything misses it.
 */
import type { Benchmark, Finding } from './benchmark.ts'
import { mongoHistory } from './history/mongodb.ts'
import { sqliteHistory } from './history/sqlite.ts'
import { hotWallet } from './money/hot-wallet.ts'
import { ledgerWrites } from './money/ledger.ts'
import { webhooks } from './money/webhooks.ts'
import { acknowledgements } from './program/acknowledgements.ts'
import { guilds } from './program/guilds.ts'
import { pictures } from './program/pictures.ts'
import { start } from './program/start.ts'
import { utilities } from './program/utilities.ts'

const benchmarks: readonly Benchmark[] = [
  ledgerWrites,
  hotWallet,
  webhooks,
  start,
  guilds,
  acknowledgements,
  pictures,
  utilities,
  sqliteHistory,
  mongoHistory,
]

function printRow(...[what, measured, bound, verdict]: [string, string, string, string]): void {
  process.stdout.write(`${what.padEnd(72)} ${measured.padEnd(36)} ${bound.padEnd(8)} ${verdict}\n`)
}

const chosen = benchmarks.filter(({ name }) => name.includes(process.env.BENCH ?? ''))
const missed: Finding[] = []
printRow('what', 'measured', 'at most', '')
for (const { run } of chosen) {
  for await (const finding of run()) {
    printRow(finding.what, finding.measured, finding.bound, finding.verdict)
    if (finding.verdict === 'over' || finding.verdict === 'under') missed.push(finding)
  }
}
process.exit(missed.length > 0 || chosen.length === 0 ? 1 : 0)
