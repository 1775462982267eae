/** users.info, bots.info and team.info. */
import { type ApiMethod, requireTeam } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { readFlag, readText, requireText } from '../posting.ts'
import { reaches } from '../world.ts'

/** By name. */
export const peopleMethods: Record<string, ApiMethod> = {
  'users.info': {
    token: 'bot',
    scopes: ['users:read'],
    tier: 4,
    run({ world, args, installation }) {
      const id = requireText(args, 'user')
      const person = world.people.get(id)
      if (id === installation.botUserId) {
        return {
          user: {
            id,
            name: world.settings.name,
            is_bot: true,
            is_admin: false,
            is_owner: false,
            deleted: false,
          },
        }
      }
      if (!person || !reaches(installation, person.team)) throw new ApiError('user_not_found')
      const { name, team, admin, owner, locale } = person
      const { enterprise } = team
      const mine = enterprise && {
        id,
        enterprise_id: enterprise.id,
        enterprise_name: enterprise.name,
        is_admin: false,
        is_owner: false,
        teams: [team.id],
      }
      return {
        user: {
          id,
          team_id: team.id,
          ...(mine && { enterprise_user: mine }),
          name,
          real_name: name,
          profile: { real_name: name, display_name: name },
          is_bot: false,
          is_admin: admin || owner,
          is_owner: owner,
          is_primary_owner: false,
          is_restricted: false,
          is_app_user: false,
          deleted: false,
          tz: 'Etc/UTC',
          ...(readFlag(args, 'include_locale') && { locale }),
        },
      }
    },
  },

  'bots.info': {
    token: 'bot',
    scopes: ['users:read'],
    tier: 3,
    run({ world, args, installation }) {
      const id = readText(args, 'bot') ?? installation.botId
      if (id !== installation.botId) throw new ApiError('bot_not_found')
      const { settings } = world
      return {
        bot: {
          id,
          app_id: settings.id,
          user_id: installation.botUserId,
          name: settings.name,
          deleted: false,
        },
      }
    },
  },

  'team.info': {
    token: 'bot',
    scopes: ['team:read'],
    tier: 3,
    run(call) {
      const team = call.world.teams.get(readText(call.args, 'team') ?? '') ?? requireTeam(call)
      if (!reaches(call.installation, team)) throw new ApiError('team_not_found')
      const { id, name, domain, enterprise } = team
      const organisation = enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }
      return { team: { id, name, domain, email_domain: '', icon: {}, ...organisation } }
    },
  },
}
