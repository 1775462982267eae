/** The door for all that Slack sends, before it is understood: it is let in, or told at once that there is too much. */
import type { StringIndexed } from '@slack/bolt'
import type { Log } from '#core/index.ts'
import { type Admit, type Admitted, isTurnedAway, type TurnedAway } from '../admit.ts'
import { traceFault } from '../trace-fault.ts'
import type { Members } from './members.ts'
import { readWorkspace } from './receive.ts'
import type { Refused } from './refused.ts'

export type Entered =
  | { admitted: Admitted }
  /** What it is acknowledged with, if anything. */
  | { said: object | undefined }
  /** Nobody waits for it, and it must not be lost: Slack is to send it again. */
  | 'again'

export interface Door {
  /** Never throws, whatever was sent. */
  enter(body: StringIndexed): Entered
}

export function createDoor(options: {
  admit: Admit
  refused: Pick<Refused, 'turnAway'>
  recallLocale: Members['recallLocale']
  log: Log
}): Door {
  const { admit, refused, recallLocale, log } = options

  /** Whoever is turned away with what cannot be understood is not told, and loses nothing. */
  function turnAway(away: TurnedAway, body: StringIndexed): object | undefined {
    try {
      return refused.turnAway(away, body)
    } catch (error) {
      log.warn({ fault: traceFault(error) }, 'An event from Slack could not be handled')
      return undefined
    }
  }

  return {
    enter(body) {
      const { team, user } = readEntrant(body)
      // People's ids are their workspace's own.
      const person = user && `${team ?? ''}:${user}`
      const entered = admit.enter({ platform: 'slack', team, person }, recallLocale(user))
      if (!isTurnedAway(entered)) return { admitted: entered }
      return person === undefined ? 'again' : { said: turnAway(entered, body) }
    },
  }
}

/** A total function of any payload; without a person for what nobody does, such as the end of an installation. */
function readEntrant(body: StringIndexed): { team?: string; user?: string } {
  const { team, user } = body.event ? readEvent(body) : readAction(body)
  return {
    ...(isId(team) && { team }),
    ...(isId(user) && { user }),
  }
}

const isId = (given: unknown): given is string => typeof given === 'string' && given !== ''

const readEvent = (body: StringIndexed) => ({ team: readWorkspace(body).team, user: body.event.user })

/** A command, or an interaction. */
const readAction = ({ user_id, team_id, user, team, view }: StringIndexed) => ({
  user: user_id ?? user?.id,
  team: team_id ?? view?.app_installed_team_id ?? team?.id ?? user?.team_id,
})
