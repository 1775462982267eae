/** All that the bot as shipped needs around it: a Slack workspace, OpenAI, Cloudflare, and a store of its own. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { commands } from '#bots/commands/index.ts'
import { listScopes } from '#bots/slack/register.ts'
import { systemClock } from '#core/clock.ts'
import { findSqliteFile } from '#core/config.ts'
import { createLedger } from '#core/credits/ledger.ts'
import { createMongoStore } from '#core/store/mongodb/mongo-store.ts'
import { createSqliteStore } from '#core/store/sqlite/sqlite-store.ts'
import type { Store } from '#core/store/store.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'

export type Town = Awaited<ReturnType<typeof startTown>>

export interface TownOptions {
  /** A server, for a database of its own there; without it, SQLite. */
  mongodbUri?: string | undefined
  people?: number
  imagesPerMinute?: number
}

/** How rich everybody is: nobody is refused for want of credits. */
const wealth = 1_000_000

export async function startTown({ mongodbUri, people: size = 6, imagesPerMinute = 100_000 }: TownOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'imgsrc-'))
  const openai = await startOpenAIStandin()
  const cloudflare = await startCloudflareStandin()
  const slack = await startSlackStandin()
  const workspace = slack.createTeam({ name: 'Lighthouse' })
  const { token } = slack.install(workspace, { scopes: listScopes(commands) })
  const people = Array.from({ length: size }, (_, index) =>
    slack.createPerson(workspace, { name: `person-${index}` }),
  )
  const channel = slack.createChannel(workspace, { name: 'general', members: people })
  const database = `kill-${randomUUID()}`
  const uri = mongodbUri && Object.assign(new URL(mongodbUri), { pathname: `/${database}` }).href
  const store = uri
    ? await createMongoStore({ uri })
    : await createSqliteStore({ file: findSqliteFile(folder) })
  await enrol(store, people, workspace)

  return {
    openai,
    cloudflare,
    slack,
    people,
    channel,
    /** Beside the bot. */
    store,
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: folder,
      SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
      IMAGES_PER_MINUTE: String(imagesPerMinute),
      OPENAI_API_KEY: 'sk-standin',
      OPENAI_BASE_URL: openai.url,
      CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId,
      CLOUDFLARE_API_TOKEN: cloudflare.apiToken,
      CLOUDFLARE_BASE_URL: cloudflare.baseUrl,
      SLACK_BOT_TOKEN: token,
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      ...(uri && { MONGODB_URI: uri }),
    },
    async close() {
      await Promise.all([openai.close(), cloudflare.close(), slack.close()])
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
  people: readonly { id: string; name: string }[],
  workspace: { id: string },
): Promise<void> {
  const createdAt = Date.now()
  for (const { id, name } of people) {
    const email = `${name}@example.com`
    await accounts.insertAccount({ id: name, email, emailKey: email, createdAt })
    const user = `${workspace.id}:${id}`
    await accounts.insertIdentity({ platform: 'slack', user, name, account: name, linkedAt: createdAt })
    const entry = {
      account: name,
      key: 'wealth',
      kind: 'grant',
      amount: wealth,
      reference: 'wealth',
    } as const
    await createLedger(ledger, systemClock).append(entry)
  }
}
