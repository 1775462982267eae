/** A ledger write beside one raw transaction of the same durability. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '#core/credits/ledger.ts'
import { type Benchmark, holdTo } from '../benchmark.ts'
import { compare, renderMedians } from '../compare.ts'
import { openBot } from '../open-bot.ts'
import { createRawLedger } from './raw-ledger.ts'

export const ledgerWrites: Benchmark = {
  name: 'ledger write on sqlite',
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    const { ports, core } = await openBot({ DATA_DIR: folder })
    const ledger = createLedger(ports.store.ledger, ports.clock)
    const raw = createRawLedger(folder)
    const account = ports.createId(16)
    let written = 0
    const append = () => {
      const reference = `order:${++written}`
      return ledger.append({
        wallet: account,
        key: `purchase:${reference}`,
        kind: 'purchase',
        amount: 10,
        reference,
      })
    }
    try {
      const compared = await compare(append, () => raw.write(account), { rounds: 3_000 })
      yield holdTo(1.6, '×', {
        what: 'a ledger write, beside one raw transaction',
        measured: compared.ratio,
        note: renderMedians(compared),
      })
    } finally {
      raw.close()
      await core.close()
      rmSync(folder, { recursive: true })
    }
  },
}
