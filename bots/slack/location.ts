/** Where on Slack something was asked, so that it can be found again. */
import type { Origin, Thread } from '#core/index.ts'

export interface Location {
  /** The workspace it was asked in. */
  team: string
  enterprise?: string
  /** Empty where there is none, as on the Home tab: the person's direct message with the bot. */
  channel: string
  /** The `ts` of a thread's first message. */
  thread?: string
  /** Slack's id of the person. */
  person: string
  /** Only that person and the bot are there. */
  direct: boolean
}

/** An address by which it can be answered, and when it came, in milliseconds since 1970. */
export interface Hook {
  url: string
  at: number
}

/** `user` is the chat user's id, by which the core finds the person again. */
export function renderOrigin(location: Location, user: string): Origin {
  const { team, enterprise, channel, thread, person, direct } = location
  return {
    platform: 'slack',
    ...(!direct && { team: renderTeamId(location) }),
    ...(!direct && isInChannel(location) && isOfTeam(location, user) && { channel }),
    address: {
      user,
      workspace: team,
      person,
      channel,
      direct,
      ...(enterprise !== undefined && { enterprise }),
      ...(thread !== undefined && { thread }),
    },
  }
}

/** A command may be typed in a direct message too. */
const isInChannel = ({ channel }: Location) => channel !== '' && !channel.startsWith('D')

/** Whether it is one of the workspace's own people: companies share channels. */
export function isOfTeam({ team, enterprise }: Location, user: string): boolean {
  const [home] = user.split(':')
  return home === team || home === enterprise
}

/** Names a workspace, with the organisation whose token may be the one that serves it. */
export function renderTeamId({ team, enterprise }: { team: string; enterprise?: string }): string {
  return enterprise === undefined ? team : `${enterprise}:${team}`
}

/** The workspace that `renderTeamId` was given. */
export function readTeamId(id: string): { team: string; enterprise?: string } {
  const [, enterprise, team = id] = /^([^:]+):(.+)$/.exec(id) ?? []
  return { team, ...(enterprise !== undefined && { enterprise }) }
}

/** The location that `renderOrigin` was given. */
export function readOrigin({ address }: Origin): Location {
  const { enterprise, thread } = address
  return {
    team: String(address.workspace ?? ''),
    channel: String(address.channel ?? ''),
    person: String(address.person ?? ''),
    direct: address.direct === true,
    ...(typeof enterprise === 'string' && { enterprise }),
    ...(typeof thread === 'string' && { thread }),
  }
}

/** Where words are about a message: in the thread that it stands in, or else begins. */
export const findThread = (
  location: Pick<Location, 'team' | 'enterprise' | 'thread'>,
  posted: { channel: string; ts: string },
): Thread => ({
  platform: 'slack',
  team: renderTeamId(location),
  channel: posted.channel,
  thread: location.thread ?? posted.ts,
})
