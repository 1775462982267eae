/** Starts a Slack on 127.0.0.1: a server that any Slack app can be pointed at. */
import { createServer } from 'node:http'
import { type Clock, systemClock } from '../clock.ts'
import { listen, shut } from '../loopback.ts'
import { Channel, type ChannelKind } from './channel.ts'
import { createSlackId, randomText } from './ids.ts'
import { install } from './install.ts'
import type { Change } from './message.ts'
import { createOperator, type Operator } from './operator.ts'
import { Person } from './person.ts'
import { createRateLimits } from './rate-limits.ts'
import { createListener } from './server.ts'
import { createSockets } from './sockets.ts'
import { createTrouble } from './trouble.ts'
import {
  type AppSettings,
  createChanges,
  type Enterprise,
  findInstallation,
  type Installation,
  type RecordedRequest,
  type StoredFile,
  type Switches,
  type Team,
  until,
  type World,
} from './world.ts'

/** Everything has a default; the world starts empty. */
export interface SlackOptions {
  /** Drives every deadline and life. */
  clock?: Clock
  /** 0, and absent: any free port. */
  port?: number
  app?: Partial<AppSettings>
  switches?: Partial<Switches>
}

/** All a bot may need; what an installation gets unless told otherwise. */
export const usualScopes: readonly string[] = [
  ...[
    'commands',
    'chat:write',
    'chat:write.public',
    'app_mentions:read',
    'im:history',
    'im:write',
    'im:read',
  ],
  ...[
    'files:read',
    'files:write',
    'users:read',
    'team:read',
    'channels:read',
    'channels:join',
    'groups:read',
  ],
]

/** A running Slack with its one app. */
export interface SlackStandin {
  url: string
  /** For `clientOptions.slackApiUrl`. */
  apiUrl: string
  /** For `installerOptions.authorizationUrl`. */
  authorizeUrl: string
  app: Readonly<AppSettings>
  /** What the app did that Slack would not have, as sentences. */
  faults: readonly string[]
  requests: readonly RecordedRequest[]
  /** All that was ever uploaded, by its id. */
  files: ReadonlyMap<string, StoredFile>
  /** Everything that became visible to anybody, in order. */
  history: readonly Change[]
  operator: Operator
  createEnterprise(name: string): Enterprise
  createTeam(given: { name: string; enterprise?: Enterprise }): Team
  /** `org`: for the team's whole organisation. */
  install(team: Team, given?: { scopes?: readonly string[]; org?: boolean }): Installation
  /** The live installation that serves a team. */
  findInstallation(team: Team): Installation | undefined
  createPerson(team: Team, given: { name: string; admin?: boolean; owner?: boolean }): Person
  /** Everybody given is a member, and the bot too unless `bot` is false. */
  createChannel(
    team: Team,
    given: { name: string; kind?: ChannelKind; members?: readonly Person[]; bot?: boolean },
  ): Channel
  /** Resolves with what `check` finds, now or after any later change. */
  until<Found>(check: () => Found | undefined): Promise<Found>
  close(): Promise<void>
}

/** Resolves once it listens, on 127.0.0.1 alone. */
export async function startSlackStandin(options: SlackOptions = {}): Promise<SlackStandin> {
  const closing = new AbortController()
  const world = createWorld(options, closing.signal)
  const server = createServer(createListener(world, createRateLimits(world.clock)))
  server.on('upgrade', (request, socket, head) => world.sockets.accept(request, socket, head))
  world.url = `http://${await listen(server, options.port)}`

  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    authorizeUrl: `${world.url}/oauth/v2/authorize`,
    app: world.settings,
    faults: world.faults,
    requests: world.requests,
    files: world.files,
    history: world.history,
    operator: createOperator(world),
    createEnterprise: (name) => ({ id: createSlackId('E'), name, domain: createDomain(name) }),
    createTeam({ name, enterprise }) {
      const team = { id: createSlackId('T'), name, domain: createDomain(name), enterprise }
      world.teams.set(team.id, team)
      return team
    },
    install(team, { scopes = usualScopes, org = false } = {}) {
      return install(world, { team, org, scopes, installer: createSlackId('U') })
    },
    findInstallation: (team) => findInstallation(world, team),
    createPerson(team, { name, admin = false, owner = false }) {
      const person = new Person(world, { name, team, admin, owner })
      world.people.set(person.id, person)
      return person
    },
    createChannel(team, { name, kind = 'public', members = [], bot = true }) {
      const botId = bot ? findInstallation(world, team)?.botUserId : undefined
      const ids = [...members.map((member) => member.id), ...(botId ? [botId] : [])]
      const channel = new Channel({ name, kind, team, members: ids })
      world.channels.set(channel.id, channel)
      return channel
    },
    until: (check) => until(world, check),
    async close() {
      closing.abort()
      world.sockets.close()
      await shut(server)
    },
  }
}

function createDomain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

const usualSwitches: Switches = {
  ackDeadline: 3_000,
  rateLimits: false,
  fetchImages: false,
  filesReadyAfter: 0,
}

function createWorld(options: SlackOptions, closing: AbortSignal): World {
  const clock = options.clock ?? systemClock
  const world: World = {
    clock,
    url: '',
    settings: {
      id: createSlackId('A'),
      name: 'standin-app',
      clientId: '1111111111.2222222222',
      clientSecret: randomText(32),
      signingSecret: randomText(32),
      verificationToken: randomText(24),
      appToken: `xapp-1-${randomText(24)}`,
      socketMode: options.app?.requestUrls === undefined,
      requestUrls: undefined,
      commands: undefined,
      events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      redirectUrls: undefined,
      ...options.app,
    },
    switches: { ...usualSwitches, ...options.switches },
    teams: new Map(),
    people: new Map(),
    channels: new Map(),
    installations: [],
    files: new Map(),
    views: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    grants: new Map(),
    signIns: new Map(),
    userTokens: new Map(),
    history: [],
    requests: [],
    faults: [],
    sockets: createSockets(() => world),
    trouble: createTrouble(clock),
    changes: createChanges(),
    closing,
  }
  return world
}
