/** apps.* and api.test: Socket Mode's door, and leaving. */
import type { ApiMethod } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { tellUninstalled } from '../events.ts'
import { requireText } from '../posting.ts'

/** By name. */
export const appMethods: Record<string, ApiMethod> = {
  'api.test': { token: 'none', tier: 4, run: ({ args }) => ({ args }) },

  'apps.connections.open': {
    token: 'app',
    tier: 1,
    run({ world }) {
      if (!world.settings.socketMode) throw new ApiError('socket_mode_not_enabled')
      return { url: world.sockets.createUrl() }
    },
  },

  'apps.uninstall': {
    token: 'bot',
    scopes: [],
    tier: 1,
    run({ world, args, installation }) {
      if (requireText(args, 'client_id') !== world.settings.clientId) throw new ApiError('invalid_client_id')
      if (requireText(args, 'client_secret') !== world.settings.clientSecret)
        throw new ApiError('bad_client_secret')
      installation.state = 'uninstalled'
      void tellUninstalled(world, installation)
      return {}
    },
  },
}
