/** The calls about the app itself: who it is, where its gateway is, direct messages. */
import { findOrCreateDm } from './channel.ts'
import type { Gateway } from './gateway.ts'
import { Refusal } from './refusals.ts'
import type { Route } from './route.ts'
import { renderUser } from './users.ts'
import type { World } from './world.ts'

export function applicationRoutes(world: World, gateway: Gateway): Route[] {
  return [
    {
      name: 'gateway',
      method: 'GET',
      path: '/gateway',
      open: true,
      handle: () => ({ status: 200, body: { url: gateway.url() } }),
    },
    {
      name: 'gateway',
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ({
        status: 200,
        body: {
          url: gateway.url(),
          shards: gateway.shards,
          session_start_limit: {
            total: gateway.startLimit.total,
            remaining: gateway.startLimit.remaining,
            reset_after: 24 * 60 * 60 * 1000,
            max_concurrency: gateway.startLimit.concurrency,
          },
        },
      }),
    },
    {
      name: 'user',
      method: 'GET',
      path: '/users/@me',
      handle: () => ({
        status: 200,
        body: {
          ...renderUser(world.application.bot),
          mfa_enabled: true,
          locale: 'en-US',
          verified: true,
          email: null,
        },
      }),
    },
    {
      name: 'application',
      method: 'GET',
      path: '/applications/@me',
      handle: () => ({ status: 200, body: renderApplication(world) }),
    },
    {
      name: 'oauth-application',
      method: 'GET',
      path: '/oauth2/applications/@me',
      handle: () => ({ status: 200, body: renderApplication(world) }),
    },
    {
      name: 'create-dm',
      method: 'POST',
      path: '/users/@me/channels',
      handle({ body }) {
        const user = world.users.get(String(body.recipient_id))
        if (!user) throw new Refusal('unknownUser')
        if (user.bot) throw new Refusal('invalidRecipients')
        const channel = findOrCreateDm(world, user)
        return {
          status: 200,
          body: { id: channel.id, type: 1, flags: 0, last_message_id: null, recipients: [renderUser(user)] },
        }
      },
    },
  ]
}

export function renderApplication(world: World) {
  const { application } = world
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: renderUser(application.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: renderUser(application.bot),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: [...world.users.values()].filter(({ installed }) => installed).length,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    integration_types_config: { 0: {}, 1: {} },
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  }
}
