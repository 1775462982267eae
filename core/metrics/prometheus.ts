/** Metrics for Prometheus, by prom-client. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { version } from '#core/store/version.ts'
import { bounds, doubtWords, ends, entryKinds, webhookOutcomes } from './known-counts.ts'
import type { ReadableMetrics } from './metrics.ts'

/** Seconds. The longest is what a platform allows. */
const acknowledgementBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3]
/** Seconds. */
const vendorBuckets = [0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320]

type Figures = Readonly<Record<string, number | boolean>>

/** Whom to ask whenever somebody reads. */
interface Readers {
  unclaimed(): Promise<Readonly<Record<string, number>>>
  queue(): { waiting: number; running: number }
  hosting(): { failing: boolean; waiting: number }
  calls(): number
  store(): boolean
  platforms(): Readonly<Record<string, boolean>>
}

/** What is asked for anew whenever somebody reads; where there is no answer, the last one stays. */
function registerGauges(register: Registry, readers: Readers): void {
  const registers = [register]
  const addFigure = (name: string, help: string, read: () => number | boolean) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(Number(read()))
      },
    })
  const addFigures = (label: string, name: string, help: string, read: () => Figures | Promise<Figures>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      async collect() {
        const figures = await Promise.resolve(read()).catch(() => undefined)
        if (!figures) return
        this.reset()
        for (const [of, figure] of Object.entries(figures)) this.set({ [label]: of }, Number(figure))
      },
    })

  new Gauge({
    name: 'imgsrc_build_info',
    help: 'Always 1: which program this is, and which version of the store it works on.',
    labelNames: ['version', 'schema'],
    registers,
  }).set({ ...version }, 1)
  addFigures(
    'provider',
    'imgsrc_orders_unclaimed',
    'Paid orders that credit nobody; the operator’s command orders lists them.',
    () => readers.unclaimed(),
  )
  addFigures('stage', 'imgsrc_queue_generations', 'Generations that wait or run in this process.', () =>
    readers.queue(),
  )
  addFigures(
    'platform',
    'imgsrc_platform_connected',
    '1 while the platform is connected, 0 while it is away.',
    () => readers.platforms(),
  )
  addFigure(
    'imgsrc_calls_under_way',
    'Calls under way in this process, but for those whose pictures wait or are drawn.',
    () => readers.calls(),
  )
  addFigure('imgsrc_store_failing', '1 while the store cannot be read or written.', () => readers.store())
  addFigure(
    'imgsrc_hosting_failing',
    '1 while pictures cannot be hosted, so that none are drawn.',
    () => readers.hosting().failing,
  )
  addFigure(
    'imgsrc_unhosted_generations',
    'Generations whose pictures are bought, and wait to be hosted.',
    () => readers.hosting().waiting,
  )
}

/** What is counted as it happens. */
function registerCounters(register: Registry) {
  const registers = [register]
  const addCounter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers })

  return {
    commands: addCounter(
      'imgsrc_commands_total',
      'Calls that were answered.',
      'command',
      'platform',
      'outcome',
    ),
    turnedAway: addCounter(
      'imgsrc_calls_turned_away_total',
      'Calls that were told to try again, since so much was under way of their person, in their team or of all.',
      'platform',
      'bound',
    ),
    acknowledgements: new Histogram({
      name: 'imgsrc_acknowledgement_seconds',
      help: 'From a call’s arrival until its platform was told so.',
      labelNames: ['platform'],
      buckets: acknowledgementBuckets,
      registers,
    }),
    generations: addCounter('imgsrc_generations_total', 'Generations that came to their end.', 'outcome'),
    vendors: new Histogram({
      name: 'imgsrc_vendor_seconds',
      help: 'How long the image model drew, and the image host took a picture.',
      labelNames: ['vendor', 'outcome'],
      buckets: vendorBuckets,
      registers,
    }),
    spending: addCounter(
      'imgsrc_vendor_dollars_total',
      'US dollars that the vendor of image models is owed, by what it says it used and the prices it publishes.',
      'model',
    ),
    credits: addCounter(
      'imgsrc_credits_total',
      'Credits written to the ledger, given or taken.',
      'kind',
      'direction',
    ),
    webhooks: addCounter(
      'imgsrc_webhooks_total',
      'Messages of the payment providers.',
      'provider',
      'outcome',
    ),
    doubts: addCounter(
      'imgsrc_orders_in_doubt_total',
      'Orders that were credited, and then unpaid or fraudulent: look at them at the payment provider.',
      'provider',
      'doubt',
    ),
  }
}

/** With a registry of its own; Node's own figures are in it. */
export function createPrometheusMetrics(): ReadableMetrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const readers: Readers = {
    unclaimed: async () => ({}),
    queue: () => ({ waiting: 0, running: 0 }),
    hosting: () => ({ failing: false, waiting: 0 }),
    calls: () => 0,
    store: () => false,
    platforms: () => ({}),
  }
  const counters = registerCounters(register)
  const { commands, turnedAway, acknowledgements, generations } = counters
  const { vendors, spending, credits, webhooks, doubts } = counters
  registerGauges(register, readers)

  for (const outcome of Object.keys(ends)) generations.inc({ outcome }, 0)
  for (const vendor of ['model', 'host']) vendors.zero({ vendor, outcome: 'done' })
  for (const [kind, directions] of Object.entries(entryKinds)) {
    for (const direction of directions) credits.inc({ kind, direction }, 0)
  }

  return {
    expect({ commands: names, platforms }) {
      for (const platform of platforms) {
        acknowledgements.zero({ platform })
        for (const bound of bounds) turnedAway.inc({ platform, bound }, 0)
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
    turnedAway: (platform, bound) => turnedAway.inc({ platform, bound }),
    acknowledged: (platform, took) => acknowledgements.observe({ platform }, took / 1_000),
    ended: (outcome) => generations.inc({ outcome }),
    asked: (vendor, outcome, took) => vendors.observe({ vendor, outcome }, took / 1_000),
    spent: (model, dollars) => spending.inc({ model }, dollars),
    moved: (kind, amount) =>
      credits.inc({ kind, direction: amount < 0 ? 'taken' : 'given' }, Math.abs(amount)),
    received: (provider, outcome) => webhooks.inc({ provider, outcome }),
    doubted: (provider, doubt) => doubts.inc({ provider, doubt }),
    watchUnclaimed(read) {
      readers.unclaimed = read
    },
    watchCalls(read) {
      readers.calls = read
    },
    watchQueue(read) {
      readers.queue = read
    },
    watchHosting(read) {
      readers.hosting = read
    },
    watchStore(read) {
      readers.store = read
    },
    watchPlatforms(read) {
      readers.platforms = read
    },
    render: async () => ({ contentType: register.contentType, body: await register.metrics() }),
  }
}
