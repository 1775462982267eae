/** Puts together what members ask of their team's admins, and who may see the team at all. */
import { type AccessPorts, createTeamAccess, type TeamAccess } from './access.ts'
import { type Audience, type AudiencePorts, createAudience } from './audience.ts'
import { type CapRequestPorts, type CapRequests, createCapRequests } from './cap-requests.ts'
import type { Teams } from './teams.ts'

export interface Asking {
  teamAccess: TeamAccess
  capRequests: Omit<CapRequests, 'start' | 'stop'>
}

export interface OpenAsking extends Asking {
  audience: Audience
  capRequests: CapRequests
}

type Made = 'isBlocked' | 'listTied' | 'audience'

export function openAsking(
  ports: AudiencePorts &
    Omit<AccessPorts & CapRequestPorts, Made> & { teams: Pick<Teams, 'findId' | 'ties'> },
): OpenAsking {
  const audience = createAudience(ports)
  return {
    audience,
    teamAccess: createTeamAccess({ ...ports, audience }),
    capRequests: createCapRequests({ ...ports, ...audience, listTied: ports.teams.ties.list }),
  }
}
