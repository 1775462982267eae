/** Forgets a workspace that has removed the app, or the token it gave. */
import type { StringIndexed } from '@slack/bolt'
import type { Core, Log } from '#core/index.ts'
import { renderTeamId } from '../location.ts'
import type { Installations } from './installations.ts'

/** Takes the news that Slack sends of it. */
export function createLeave(options: {
  teams: Core['teams']
  installations: Installations
  log: Log
}): (body: StringIndexed) => Promise<void> {
  const { teams, installations, log } = options

  return async ({ event, authorizations, team_id: team, enterprise_id: enterprise, event_time: time }) => {
    if (event.type === 'tokens_revoked' && !event.tokens?.bot?.length) return
    const org = authorizations?.[0]?.is_enterprise_install === true
    if (event.type === 'app_uninstalled') {
      if (org) await teams.removeTeams({ platform: 'slack', prefix: `${enterprise}:` })
      else if (typeof team === 'string')
        await teams.removeTeam({
          platform: 'slack',
          id: renderTeamId({ team, ...(enterprise && { enterprise }) }),
        })
    }
    // Slack's time is in whole seconds, and its events may come late: after a new installation they mean nothing.
    await installations.remove(org ? { enterprise } : { team }, Number(time) * 1_000 + 999)
    log.warn({ event: event.type }, 'A workspace has removed the Slack app or its token')
  }
}
