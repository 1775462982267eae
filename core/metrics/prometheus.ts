/** Metrics for Prometheus, by prom-client. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { EntryKind } from '#core/credits/ledger-store.ts'
import type { FailureCode } from '#core/errors.ts'
import { version } from '#core/store/version.ts'
import type { ReadableMetrics } from './metrics.ts'

/** Seconds. The longest is what a platform allows. */
const acknowledgementBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3]
/** Seconds. */
const vendorBuckets = [0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320]

/** What a generation can come to. A count that only begins with its first event shows no rise to whoever watches it. */
const ends: Readonly<Record<FailureCode | 'delivered' | 'repeated', 0>> = {
  delivered: 0,
  repeated: 0,
  'moderation-blocked': 0,
  'vendor-busy': 0,
  'vendor-quota': 0,
  'vendor-refused': 0,
  'vendor-down': 0,
  'vendor-timeout': 0,
  'picture-unreadable': 0,
  'source-gone': 0,
  'hosting-failed': 0,
  'hosting-down': 0,
  interrupted: 0,
  cancelled: 0,
  'insufficient-credits': 0,
}
const entryKinds: Readonly<Record<EntryKind, readonly ('given' | 'taken')[]>> = {
  purchase: ['given'],
  spend: ['taken'],
  refund: ['given'],
  reversal: ['taken'],
  grant: ['given'],
  transfer: ['given', 'taken'],
}
const webhookOutcomes = ['done', 'forged', 'unreadable', 'failed']
const doubtWords = ['unpaid', 'fraudulent']

/** With a registry of its own; Node's own figures are in it. */
export function createPrometheusMetrics(): ReadableMetrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  let readUnclaimed = async (): Promise<Readonly<Record<string, number>>> => ({})
  let readQueue = () => ({ waiting: 0, running: 0 })
  let readHosting = () => ({ failing: false, waiting: 0 })
  let readStore = () => false
  let readPlatforms = (): Readonly<Record<string, boolean>> => ({})

  new Gauge({
    name: 'imgsrc_build_info',
    help: 'Always 1: which program this is, and which version of the store it works on.',
    labelNames: ['version', 'schema'],
    registers,
  }).set({ ...version }, 1)
  const commands = new Counter({
    name: 'imgsrc_commands_total',
    help: 'Calls that were answered.',
    labelNames: ['command', 'platform', 'outcome'],
    registers,
  })
  const acknowledgements = new Histogram({
    name: 'imgsrc_acknowledgement_seconds',
    help: 'From a call’s arrival until its platform was told so.',
    labelNames: ['platform'],
    buckets: acknowledgementBuckets,
    registers,
  })
  const generations = new Counter({
    name: 'imgsrc_generations_total',
    help: 'Generations that came to their end.',
    labelNames: ['outcome'],
    registers,
  })
  const vendors = new Histogram({
    name: 'imgsrc_vendor_seconds',
    help: 'How long the image model drew, and the image host took a picture.',
    labelNames: ['vendor', 'outcome'],
    buckets: vendorBuckets,
    registers,
  })
  const credits = new Counter({
    name: 'imgsrc_credits_total',
    help: 'Credits written to the ledger, given or taken.',
    labelNames: ['kind', 'direction'],
    registers,
  })
  const webhooks = new Counter({
    name: 'imgsrc_webhooks_total',
    help: 'Messages of the payment providers.',
    labelNames: ['provider', 'outcome'],
    registers,
  })
  const doubts = new Counter({
    name: 'imgsrc_orders_in_doubt_total',
    help: 'Orders that were credited, and then unpaid or fraudulent: look at them at the payment provider.',
    labelNames: ['provider', 'doubt'],
    registers,
  })
  new Gauge({
    name: 'imgsrc_orders_unclaimed',
    help: 'Paid orders that credit nobody; the operator’s command orders lists them.',
    labelNames: ['provider'],
    registers,
    async collect() {
      const counts = await readUnclaimed().catch(() => undefined)
      if (!counts) return
      this.reset()
      for (const [provider, count] of Object.entries(counts)) this.set({ provider }, count)
    },
  })
  new Gauge({
    name: 'imgsrc_queue_generations',
    help: 'Generations that wait or run in this process.',
    labelNames: ['stage'],
    registers,
    collect() {
      for (const [stage, count] of Object.entries(readQueue())) this.set({ stage }, count)
    },
  })
  new Gauge({
    name: 'imgsrc_platform_connected',
    help: '1 while the platform is connected, 0 while it is away.',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, connected] of Object.entries(readPlatforms())) {
        this.set({ platform }, connected ? 1 : 0)
      }
    },
  })

  new Gauge({
    name: 'imgsrc_store_failing',
    help: '1 while the store cannot be read or written.',
    registers,
    collect() {
      this.set(readStore() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'imgsrc_hosting_failing',
    help: '1 while pictures cannot be hosted, so that none are drawn.',
    registers,
    collect() {
      this.set(readHosting().failing ? 1 : 0)
    },
  })
  new Gauge({
    name: 'imgsrc_unhosted_generations',
    help: 'Generations whose pictures are bought, and wait to be hosted.',
    registers,
    collect() {
      this.set(readHosting().waiting)
    },
  })

  for (const outcome of Object.keys(ends)) generations.inc({ outcome }, 0)
  for (const vendor of ['model', 'host']) vendors.zero({ vendor, outcome: 'done' })
  for (const [kind, directions] of Object.entries(entryKinds)) {
    for (const direction of directions) credits.inc({ kind, direction }, 0)
  }

  return {
    expect({ commands: names, platforms }) {
      for (const platform of platforms) {
        acknowledgements.zero({ platform })
        for (const command of [...names, 'unknown']) {
          for (const outcome of ['done', 'fault']) commands.inc({ command, platform, outcome }, 0)
        }
      }
    },
    expectProviders(names) {
      for (const provider of names) {
        for (const outcome of webhookOutcomes) webhooks.inc({ provider, outcome }, 0)
        for (const doubt of doubtWords) doubts.inc({ provider, doubt }, 0)
      }
    },
    answered: (call) => commands.inc(call),
    acknowledged: (platform, took) => acknowledgements.observe({ platform }, took / 1_000),
    ended: (outcome) => generations.inc({ outcome }),
    asked: (vendor, outcome, took) => vendors.observe({ vendor, outcome }, took / 1_000),
    moved: (kind, amount) =>
      credits.inc({ kind, direction: amount < 0 ? 'taken' : 'given' }, Math.abs(amount)),
    received: (provider, outcome) => webhooks.inc({ provider, outcome }),
    doubted: (provider, doubt) => doubts.inc({ provider, doubt }),
    watchUnclaimed(read) {
      readUnclaimed = read
    },
    watchQueue(read) {
      readQueue = read
    },
    watchHosting(read) {
      readHosting = read
    },
    watchStore(read) {
      readStore = read
    },
    watchPlatforms(read) {
      readPlatforms = read
    },
    render: async () => ({ contentType: register.contentType, body: await register.metrics() }),
  }
}
