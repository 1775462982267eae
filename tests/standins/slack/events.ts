/** The Events API: wraps an event, sends it where it was subscribed to, and tries again as Slack does. */
import { type Acknowledgement, deliver, type Parcel } from './delivery.ts'
import { createSlackId } from './ids.ts'
import type { ActionOptions } from './interaction.ts'
import type { Payload } from './payloads.ts'
import type { Installation, Team, World } from './world.ts'

/** https://docs.slack.dev/apis/events-api: at once, after a minute, after five. */
const retryDelays = [0, 60_000, 300_000]

const neededScope: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
}

/** The parcel, or undefined where the app is not subscribed or may not read it. */
export function wrapEvent(
  world: World,
  installation: Installation,
  team: Team | undefined,
  name: string,
  event: Payload,
): { id: string; parcel: Parcel } | undefined {
  const scope = neededScope[name]
  if (!world.settings.events.includes(name)) return undefined
  if (scope !== undefined && !installation.scopes.includes(scope)) return undefined
  const id = createSlackId('Ev')
  const enterprise = team?.enterprise ?? installation.enterprise
  const org = installation.enterprise !== undefined
  return {
    id,
    parcel: {
      kind: 'event',
      acceptsAnswer: false,
      payload: {
        token: world.settings.verificationToken,
        team_id: team?.id ?? null,
        ...(enterprise && { enterprise_id: enterprise.id }),
        context_team_id: team?.id ?? null,
        context_enterprise_id: enterprise?.id ?? null,
        api_app_id: world.settings.id,
        event: { event_ts: `${Math.floor(world.clock.now() / 1000)}.000100`, ...event },
        type: 'event_callback',
        event_id: id,
        event_time: Math.floor(world.clock.now() / 1000),
        authorizations: [
          {
            enterprise_id: enterprise?.id ?? null,
            team_id: org ? null : (team?.id ?? null),
            user_id: installation.botUserId,
            is_bot: true,
            is_enterprise_install: org,
          },
        ],
        is_ext_shared_channel: false,
      },
    },
  }
}

/** Tries again after a failure, up to three times; `x-slack-no-retry: 1` ends it. */
export async function retryEvent(
  world: World,
  parcel: Parcel,
  first: Acknowledgement | undefined,
): Promise<readonly Acknowledgement[]> {
  const further: Acknowledgement[] = []
  for (const [index, delay] of retryDelays.entries()) {
    const last = further.at(-1) ?? first
    if (!last || last.ok || last.headers['x-slack-no-retry'] === '1' || world.closing.aborted) break
    if (delay > 0) await world.clock.sleep(delay, world.closing).catch(() => {})
    const reason =
      last.error === 'operation_timeout' ? 'http_timeout' : last.status ? 'http_error' : 'connection_failed'
    further.push(await deliver(world, parcel, { retry: { number: index + 1, reason } }))
  }
  return further
}

/** Sends an event nobody in particular caused. Resolves with every attempt. */
export async function sendEvent(
  world: World,
  installation: Installation,
  name: string,
  event: Payload,
  options: ActionOptions = {},
): Promise<readonly Acknowledgement[]> {
  const wrapped = wrapEvent(world, installation, installation.team, name, event)
  if (!wrapped) return []
  const first = await deliver(world, wrapped.parcel, options)
  return [first, ...(await retryEvent(world, wrapped.parcel, first))]
}

/** Resolves with every attempt; none where the app is not subscribed. */
export function tellTokensRevoked(
  world: World,
  installation: Installation,
): Promise<readonly Acknowledgement[]> {
  const tokens = { oauth: [], bot: [installation.botUserId] }
  return sendEvent(world, installation, 'tokens_revoked', { type: 'tokens_revoked', tokens })
}

/** Slack sends both events, in no promised order. */
export async function tellUninstalled(
  world: World,
  installation: Installation,
): Promise<readonly Acknowledgement[]> {
  const both = await Promise.all([
    sendEvent(world, installation, 'app_uninstalled', { type: 'app_uninstalled' }),
    tellTokensRevoked(world, installation),
  ])
  return both.flat()
}
