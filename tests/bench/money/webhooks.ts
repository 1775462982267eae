/** A paid order's webhook, beside checking its signature and one raw transaction: in the core, and as a request. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { createRecordedLog } from '#tests/bots/recorded-log.ts'
import { createApp } from '#web/app.ts'
import { describePolicy } from '#web/policy.ts'
import { type Benchmark, holdTo } from '../benchmark.ts'
import { compare, renderMedians } from '../compare.ts'
import { type Bot, openBot } from '../open-bot.ts'
import { createRawLedger, type RawLedger } from './raw-ledger.ts'
import { createRequest, createSignedOrder, requireSigned, secret, storeId, variant } from './signed-orders.ts'

const rounds = 3_000
const bound = 1.6

export const webhooks: Benchmark = {
  name: 'webhook on sqlite',
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    const bot = await openBot({
      DATA_DIR: folder,
      LEMONSQUEEZY_API_KEY: 'never-used',
      LEMONSQUEEZY_STORE_ID: storeId,
      LEMONSQUEEZY_WEBHOOK_SECRET: secret,
      CREDIT_PACKS: `starter:100:$5:${variant}`,
    })
    const raw = createRawLedger(folder)
    const { id } = await bot.core.accounts.openAccount({ platform: 'discord', user: 'ann', name: 'ann' })
    try {
      const inside = await compare(createReceiver(bot, id), createLeast(raw, id), { rounds })
      yield holdTo(bound, '×', {
        what: 'a webhook in the core, beside checking its signature and one raw transaction',
        measured: inside.ratio,
        note: renderMedians(inside),
      })
      const asked = await compare(createSender(bot, id), createLeastSender(raw, id), { rounds })
      yield holdTo(bound, '×', {
        what: 'a webhook as a request, beside a bare Hono app that does just that',
        measured: asked.ratio,
        note: renderMedians(asked),
      })
    } finally {
      raw.close()
      await bot.core.close()
      rmSync(folder, { recursive: true })
    }
  },
}

/** Orders are made and signed before anything is measured: that is the provider's work. */
function prepare<Prepared>(create: () => Prepared): () => Prepared {
  const prepared = Array.from({ length: 2 * rounds }, create)
  return () => prepared.pop() as Prepared
}

function createReceiver({ core }: Bot, account: string) {
  const next = prepare(() => createSignedOrder(account))
  return async () => {
    const { body, signature } = next()
    const outcome = await core.purchases.receiveWebhook('lemonsqueezy', body, () => signature)
    if (outcome !== 'done') throw new Error(`It was ${outcome}`)
  }
}

function createLeast(raw: RawLedger, account: string) {
  const { body, signature } = createSignedOrder(account)
  return () => {
    requireSigned(body, signature)
    raw.write(account)
  }
}

function createSender({ core, config }: Bot, account: string) {
  const app = createApp({
    core,
    status: { platforms: [], parts: [] },
    publicUrl: config.publicUrl,
    listAway: () => ({}),
    listInstallLinks: () => ({}),
    log: createRecordedLog().log,
    servesPictures: true,
    mailer: { send: async () => undefined },
    retract: async () => undefined,
    operator: config.operator,
    policy: describePolicy(config, [], false),
    trustedProxies: 0,
    welcomeCredits: 0,
  })
  return sendTo(app, account)
}

function createLeastSender(raw: RawLedger, account: string) {
  const app = new Hono()
  app.post('/webhooks/lemonsqueezy', async (c) => {
    requireSigned(new Uint8Array(await c.req.arrayBuffer()), c.req.header('x-signature') ?? '')
    raw.write(account)
    return c.text('done')
  })
  return sendTo(app, account)
}

function sendTo(app: Pick<Hono, 'fetch'>, account: string) {
  const next = prepare(() => createRequest('http://localhost', createSignedOrder(account)))
  return async () => {
    const answer = await app.fetch(next())
    if ((await answer.text()) !== 'done') throw new Error(`It was answered with ${answer.status}`)
  }
}
