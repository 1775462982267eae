/** Tells what only an operator can mend from what passes by itself, or is the person's. */
import { CoreError } from './errors.ts'
import { listCauses, readVendorAnswer } from './vendor-answer.ts'

/**
 * What an operator must change, or know. Its message is a sentence of our own that quotes nothing anybody typed, so it
 * may be logged and printed as it is.
 */
export class OperatorFault extends Error {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super(sentence, options)
    this.name = 'OperatorFault'
  }
}

/** Refusals that stay until an account, a key, a bill or a permission is changed: HTTP's, and SMTP's (RFC 4954, 6). */
const statuses = new Set([401, 402, 403, 530, 534, 535, 538])

/**
 * Slack's words (docs.slack.dev/reference/methods), MongoDB's (its error_codes.yml; AtlasError is a login or a quota), SQLite's
 * (sqlite.org/rescode.html: 8 read-only, 13 full, 14 cannot open), nodemailer's and Node's.
 */
const codes = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope'],
  ...['no_permission', 'access_denied', 'ekm_access_denied', 'team_access_not_granted', 'link_disabled'],
  ...['restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
  ...['restricted_action_non_threadable_channel', 'restricted_action_thread_locked', 'org_login_required'],
  ...['AtlasError', 'AuthenticationFailed', 'Unauthorized', 'OutOfDiskSpace', 'EAUTH'],
  ...[
    'SQLITE_8',
    'SQLITE_13',
    'SQLITE_14',
    'ENOSPC',
    'EROFS',
    'EDQUOT',
    'EACCES',
    'EPERM',
    'CERT_HAS_EXPIRED',
  ],
])

/** Whether an operator must act on it, by it or by whatever caused it. */
export function mustAct(error: unknown): boolean {
  return listCauses(error).some((each) => {
    if (each instanceof OperatorFault) return true
    if (each instanceof CoreError) return each.code === 'vendor-quota'
    const { status, code } = readVendorAnswer(each)
    if (code !== undefined && codes.has(code.replace(/^(SQLITE_\d+)\..*/, '$1'))) return true
    return status !== undefined && statuses.has(status) && !isForAdmins(each, status)
  })
}

/** What a bot may do in a channel is set by that server's admins: Discord's 403 is not the operator's to mend. */
function isForAdmins(error: unknown, status: number): boolean {
  return status === 403 && error instanceof Error && error.name.startsWith('DiscordAPIError')
}
