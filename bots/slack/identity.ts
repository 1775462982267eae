/**
 * Decides who somebody on Slack is, whatever they do. A person is the same in all workspaces of one organisation, and
 * stays who they are at home where companies share a channel.
 */
import type { ChatUser } from '#core/index.ts'

/** Somebody as an event names them. */
export interface Seen {
  /** Slack's id of the person. */
  person: string
  /** The workspace where the app is installed, and its organisation. */
  team: string
  enterprise?: string | undefined
  /** The workspace or organisation that the event says is theirs. */
  own?: string | undefined
  /** Whether somebody from another company can be meant; absent where the event does not say. */
  shared?: boolean | undefined
  /** What they are called; absent where the event does not say. */
  name?: string | undefined
}

/** What Slack says of a person: docs.slack.dev/reference/objects/user-object */
export interface Member {
  name?: string | undefined
  team?: string | undefined
  enterprise?: string | undefined
  /** The language that they have Slack speak, such as `de-DE`. */
  locale?: string | undefined
  /** Their workspaces in the organisation. */
  teams?: readonly string[] | undefined
}

/** More workspaces of one person than anybody looks for. */
const mostNames = 20

/** Whether the event alone does not tell under which names the person may be known. */
export function isUncertain({ team, enterprise, own }: Seen): boolean {
  return own === undefined ? enterprise !== undefined : own !== team && own !== enterprise
}

/** Without `member`, as well as the event alone can tell. */
export function identify(seen: Seen, member: Member = {}): ChatUser {
  const { person, team, enterprise, own } = seen
  const render = (home: string) => `${home}:${person}`
  const user = render(findHome(seen, member))
  // Earlier versions took the one or the other for the person's home.
  const homes = [own, member.team, enterprise, team, member.enterprise, ...(member.teams ?? [])]
  const names = homes.filter((home) => home !== undefined && home !== '').map((home) => render(String(home)))
  const formerly = [...new Set(names)].filter((name) => name !== user).slice(0, mostNames)
  const name = seen.name ?? member.name ?? person
  return { platform: 'slack', user, name, ...(formerly.length > 0 && { formerly }) }
}

function findHome({ team, enterprise, own, shared }: Seen, member: Member): string {
  const here = enterprise ?? team
  const isHere = own === undefined || own === '' || own === team || own === enterprise
  // What the event says of the organisation is what all events there say.
  if (isHere && enterprise === undefined) return team
  if (member.enterprise !== undefined) return member.enterprise
  if (isHere) return here
  // Slack knows the person, and of no organisation.
  if (member.team !== undefined) return member.team === team ? here : own
  return enterprise !== undefined && shared !== true ? enterprise : own
}
