/** All that the bot as shipped needs around it: chats, OpenAI, Cloudflare, a shop, and a store of its own. */

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import type { PlatformName } from '#core/chat.ts'
import { systemClock } from '#core/clock.ts'
import { findSqliteFile } from '#core/config.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { leadTo } from '#tests/variables.ts'
import { startDiscordSide } from './discord-side.ts'
import { startShop } from './shop.ts'
import { type Side, townSecret } from './side.ts'
import { startSlackSide } from './slack-side.ts'

export type Town = Awaited<ReturnType<typeof startTown>>

export interface TownOptions {
  /** A server, for a database of its own there; without it, SQLite. */
  mongodbUri?: string | undefined
  /** On each platform. */
  people?: number
  /** Slack alone, where several processes run. */
  slackAlone?: boolean
  imagesPerMinute?: number
}

/** How rich everybody is: nobody is refused for want of credits. */
const wealth = 1_000_000

export async function startTown(options: TownOptions) {
  const { mongodbUri, people: size = 6, slackAlone = false, imagesPerMinute = 100_000 } = options
  const folder = mkdtempSync(join(tmpdir(), 'imgsrc-'))
  const openai = await startOpenAIStandin()
  const cloudflare = await startCloudflareStandin()
  const { slack, people, channel, side } = await startSlackSide(size)
  const discord = slackAlone ? undefined : await startDiscordSide(size)
  const sides: Record<string, Side> = { slack: side, ...(discord && { discord }) }
  const database = `kill-${randomUUID()}`
  const uri = mongodbUri && Object.assign(new URL(mongodbUri), { pathname: `/${database}` }).href
  const store = uri
    ? await createMongoStore({ uri })
    : await createSqliteStore({ file: findSqliteFile(folder) })
  for (const [platform, { people }] of Object.entries(sides)) {
    await enrol(store, platform as PlatformName, people)
  }
  const shop = await startShop(
    store,
    people.map(({ name }) => name),
  )

  return {
    openai,
    cloudflare,
    slack,
    people,
    channel,
    sides,
    shop,
    /** Beside the bot. */
    store,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: folder,
      // As in the image.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      SESSION_SECRET: townSecret,
      IMAGES_PER_MINUTE: String(imagesPerMinute),
      ...leadTo.openai(openai),
      ...leadTo.cloudflare(cloudflare),
      ...side.env,
      ...discord?.env,
      ...shop.env,
      ...(uri && { MONGODB_URI: uri }),
    },
    async close() {
      await Promise.all([openai, cloudflare, side, discord, shop].map((each) => each?.close()))
      await store.close()
      rmSync(folder, { recursive: true, force: true })
      if (!mongodbUri) return
      const client = new MongoClient(mongodbUri)
      await client.db(database).dropDatabase()
      await client.close()
    },
  }
}

/** Everybody has an account, and credits. */
async function enrol(
  { accounts, ledger }: Store,
  platform: PlatformName,
  people: Side['people'],
): Promise<void> {
  const createdAt = Date.now()
  for (const { user, name } of people) {
    const email = `${name}@example.com`
    await accounts.insertAccount({ id: name, email, emailKey: email, createdAt })
    await accounts.insertIdentity({ platform, user, name, account: name, linkedAt: createdAt })
    const entry = { wallet: name, key: 'wealth', kind: 'grant', amount: wealth } as const
    await createLedger(ledger, systemClock).append({ ...entry, reference: 'wealth' })
  }
}
