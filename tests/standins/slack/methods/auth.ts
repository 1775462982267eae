/** auth.*: who a token is, and giving it back. */
import type { ApiMethod } from '../api.ts'
import { tellTokensRevoked } from '../events.ts'
import { readFlag } from '../posting.ts'

/** By name. */
export const authMethods: Record<string, ApiMethod> = {
  'auth.test': {
    token: 'bot',
    scopes: [],
    tier: 4,
    run({ world, installation }) {
      const { team, enterprise } = installation
      const place = team ?? enterprise
      return {
        url: `https://${place?.domain}.${team ? '' : 'enterprise.'}slack.com/`,
        team: place?.name,
        team_id: place?.id,
        user: world.settings.name,
        user_id: installation.botUserId,
        bot_id: installation.botId,
        is_enterprise_install: !team,
        ...((team?.enterprise ?? enterprise) && { enterprise_id: (team?.enterprise ?? enterprise)?.id }),
      }
    },
  },

  'auth.revoke': {
    token: 'bot',
    scopes: [],
    tier: 3,
    run({ world, args, installation }) {
      if (readFlag(args, 'test')) return { revoked: false }
      installation.state = 'revoked'
      void tellTokensRevoked(world, installation)
      return { revoked: true }
    },
  },

  'auth.teams.list': {
    token: 'bot',
    scopes: [],
    tier: 2,
    run({ world, installation }) {
      const teams = [...world.teams.values()].filter((team) =>
        installation.team ? team === installation.team : team.enterprise?.id === installation.enterprise?.id,
      )
      return { teams: teams.map(({ id, name }) => ({ id, name })), response_metadata: { next_cursor: '' } }
    },
  },
}
