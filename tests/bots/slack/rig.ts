/** The Slack platform under test: the real core on SQLite, the real dispatch and Bolt, and a stand-in Slack. */

import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { expect, onTestFinished } from 'vitest'
import { createAdmit } from '#bots/admit.ts'
import type { Command } from '#bots/command.ts'
import { commands as everyCommand } from '#bots/commands/index.ts'
import { createGreet } from '#bots/greet.ts'
import type { SlackOptions, SlackTiming } from '#bots/slack/options.ts'
import { createSlack, type Slack } from '#bots/slack/platform.ts'
import { listScopes } from '#bots/slack/register.ts'
import { createDiskHost } from '#core/hosting/disk-host.ts'
import type { Bounds, Core, Rules, SealingKeys } from '#core/index.ts'
import { createCounter } from '#tests/core/rig.ts'
import { openSqliteStore } from '#tests/core/store/new-sqlite.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import type { Person } from '#tests/standins/slack/person.ts'
import { type SlackStandin, startSlackStandin } from '#tests/standins/slack/start.ts'
import type { Switches } from '#tests/standins/slack/world.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { bootBot, boundless, createMovedClock, openDoors } from '../boot.ts'
import { createScriptedModel } from '../scripted-model.ts'

export interface RigOptions extends Partial<Pick<SlackOptions, 'servesPictures' | 'suggest' | 'precedence'>> {
  transport?: 'socket' | 'http'
  /** Workspaces install the app themselves; none has yet. */
  oauth?: boolean
  org?: boolean
  /** Where pictures are said to be; Slack never finds them at the usual one. */
  pictureUrl?: string
  /** How much may be under way at once; all that comes, unless said otherwise. */
  bounds?: Bounds
  /** Says hello where it is new. */
  greets?: boolean
  commands?: readonly Command[]
  /** Where the web module is said to be, for what Slack is to fetch from there. */
  site?: string
  scopes?: readonly string[]
  switches?: Partial<Switches>
  timing?: Partial<SlackTiming>
  rules?: Partial<Rules>
  /** Seal the tokens of workspaces; the first boot's. */
  sealingKeys?: SealingKeys
  /** Slack before the bot starts. */
  prepare?: (slack: SlackStandin) => void
  /** `false`: the platform is left for the test to start. */
  starts?: boolean
  /** Faults of the stand-in that this test provokes. */
  expectsFaults?: boolean
}

export const isPicture = ({ blocks }: Message) => blocks.some(({ type }) => type === 'image')

export type Rig = Awaited<ReturnType<typeof startRig>>

const quick: SlackTiming = {
  timeout: 2_000,
  patience: 60_000,
  progressEvery: 5,
  settling: [0, 5, 20],
  shutdown: 20,
  pauses: { first: 5, longest: 50 },
}

export async function startRig(options: RigOptions = {}) {
  const { transport = 'socket', commands = everyCommand, oauth = false } = options
  const { pictureUrl = 'https://pictures.test' } = options
  const folder = createFolder()
  const model = createScriptedModel()
  const logging = new EventEmitter()
  const { log, lines: logged } = createKeptLog(() => logging.emit('line'))
  let error = 0
  const slackClock = createMovedClock()
  const clock = { ...slackClock, now: () => slackClock.now() + error }
  const slack = await startSlackStandin({
    clock: slackClock,
    ...(options.switches && { switches: options.switches }),
  })
  const enterprise = options.org ? slack.createEnterprise('Coast') : undefined
  const team = slack.createTeam({ name: 'Lighthouse Studio', ...(enterprise && { enterprise }) })
  const scopes = options.scopes ?? listScopes(commands)
  const installation = oauth ? undefined : slack.install(team, { scopes, org: options.org ?? false })
  const ada = slack.createPerson(team, { name: 'ada', admin: true })
  const ben = slack.createPerson(team, { name: 'ben' })
  const members = [ada, ben]
  const general = slack.createChannel(team, { name: 'general', members })
  const design = slack.createChannel(team, { name: 'design', kind: 'private', members, bot: false })

  let handler: Slack['fetch']
  const server = serve({
    fetch: async (request) => (await handler?.(request)) ?? new Response(null, { status: 404 }),
    port: 0,
    hostname: '127.0.0.1',
  })
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  const publicUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  if (transport === 'http') slack.operator.setRequestUrl(`${publicUrl}/slack/events`)
  let sealingKeys = options.sealingKeys ?? (['a key of the operator'] satisfies SealingKeys)
  const counter = createCounter()

  async function boot() {
    const store = await openSqliteStore(join(folder, 'store.sqlite'))
    const parts = { ...counter, commands, store, model, clock, log, publicUrl }
    const host = createDiskHost({ folder: join(folder, 'pictures'), publicUrl: pictureUrl })
    const bot = bootBot({ ...parts, host }, { ...boundless, ...options.rules }, ({ core, dispatch }) =>
      createSlack({
        ...(installation && { botToken: installation.token }),
        ...(oauth && {
          clientId: slack.app.clientId,
          clientSecret: slack.app.clientSecret,
          stateSecret: 'a secret of the operator',
          sealingKeys,
        }),
        ...(transport === 'socket'
          ? { appToken: slack.app.appToken }
          : { signingSecret: slack.app.signingSecret }),
        admit: createAdmit({ bounds: options.bounds ?? openDoors, clock, log }),
        ...(options.suggest && { suggest: options.suggest }),
        ...(options.precedence && { precedence: options.precedence }),
        ...(options.greets && { greet: createGreet(core, clock, log) }),
        apiUrl: slack.apiUrl,
        publicUrl: options.site ?? publicUrl,
        commands,
        dispatch,
        core,
        pictures: core.pictures,
        servesPictures: options.servesPictures ?? false,
        records: store.records,
        clock,
        log,
        timing: { ...quick, ...options.timing },
      }),
    )
    handler = bot.platform.fetch
    return { ...bot, store }
  }

  options.prepare?.(slack)
  let process = await boot()
  if (options.starts !== false) await process.platform.start()

  async function begin(): Promise<void> {
    await process.core.close()
    process = await boot()
    await process.platform.start()
  }

  async function end(): Promise<void> {
    await process.platform.stop()
    await process.core.stop(0)
    await process.platform.close()
  }

  onTestFinished(async () => {
    model.release()
    slack.operator.calm()
    await end()
    await process.core.close()
    await slack.close()
    await new Promise((resolve) => server.close(resolve))
    if (!options.expectsFaults) expect(slack.faults).toEqual([])
  })

  /** Resolves once that many lines say this. */
  async function logs(message: string, count = 1): Promise<void> {
    while (logged.filter((line) => line.message === message).length < count) await once(logging, 'line')
  }

  const identify = (person: Person) => ({
    platform: 'slack' as const,
    user: `${person.team.enterprise?.id ?? person.team.id}:${person.id}`,
    name: person.name,
  })
  const requireAccount = async (person: Person) =>
    (await process.core.accounts.requireAccount(identify(person))).id
  const link = (person: Person) => process.core.accounts.openAccount(identify(person))
  for (const person of members) await link(person)

  return {
    slack,
    model,
    ada,
    ben,
    general,
    design,
    team,
    logged,
    publicUrl,
    installation,
    link,
    get core(): Core {
      return process.core
    },
    get platform(): Slack {
      return process.platform
    },
    get store() {
      return process.store
    },
    /** Ends this process and begins another on the same store. */
    async restart(): Promise<void> {
      await end()
      await begin()
      await process.core.start()
    },
    /** Those of the next process. */
    setSealingKeys(keys: SealingKeys): void {
      sealingKeys = keys
    },
    /** Begins another process on the same store, after one that was killed. */
    async replace(): Promise<void> {
      await process.platform.stop()
      model.abandon()
      await begin()
    },
    /** Moves the bot's time and Slack's. */
    advance(ms: number): void {
      slackClock.advance(ms)
    },
    /** Sets the bot's clock wrong. */
    misset(ms: number): void {
      error = ms
    },
    /** Resolves once that many calls have been answered to their end. */
    answered: (count = 1) => logs('A call was answered', count),
    logs,
    balance: async (person: Person) => process.core.credits.findBalance(await requireAccount(person)),
    history: async (person: Person) =>
      (await process.core.history.list(await requireAccount(person), { limit: 1_000 })).generations,
  }
}
