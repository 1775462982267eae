/** Who may change a workspace's settings: docs.slack.dev/reference/objects/user-object */
import type { Location } from './location.ts'

/** What Slack says of a person, as far as it matters here. */
export interface SlackUser {
  team_id?: string | undefined
  is_admin?: boolean | undefined
  is_owner?: boolean | undefined
  enterprise_user?: { enterprise_id?: string | undefined } | undefined
}

/** Of another company's person, in a channel that both share, Slack says what they are at home: here they are nobody. */
export function isAdminOf(
  user: SlackUser | undefined,
  { team, enterprise }: Pick<Location, 'team' | 'enterprise'>,
): boolean {
  const organisation = user?.enterprise_user?.enterprise_id
  const isMember = user?.team_id === team || (enterprise !== undefined && organisation === enterprise)
  return isMember && (user?.is_admin === true || user?.is_owner === true)
}
