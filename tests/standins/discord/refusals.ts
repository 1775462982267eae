/** Discord's refusals, in its JSON shape: docs.discord.com/developers/topics/opcodes-and-status-codes. */

/** HTTP status, JSON code, message. */
const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownEntitlement: [404, 10029, 'Unknown Entitlement'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  wrongApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
  tooManyCommandsToday: [
    400,
    30034,
    'Max number of daily application command creates has been reached (200)',
  ],
  oldMessageEdits: [429, 30046, 'Maximum number of edits to messages older than 1 hour reached'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  tooManyFollowUps: [400, 40094, 'This interaction has hit the maximum number of follow-up messages.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidRecipients: [400, 50033, 'Invalid Recipient(s)'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidVersion: [400, 50041, 'Invalid API version'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  uploadNotFound: [400, 50146, 'Uploaded file not found.'],
  entryPointMissing: [
    400,
    50240,
    "You cannot remove this app's Entry Point command in a bulk update operation.",
  ],
  blockedByAutoMod: [400, 200000, 'Message was blocked by automatic moderation'],
  noMutualGuilds: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
} as const satisfies Record<string, readonly [number, number, string]>

export type RefusalName = keyof typeof refusals

/** The answer's JSON; `retry_after` is in seconds. */
export interface RefusalBody {
  code: number
  message: string
  errors?: unknown
  retry_after?: number
  global?: boolean
}

/** What a handler throws to answer with one of Discord's errors. */
export class Refusal extends Error {
  readonly status: number
  readonly body: RefusalBody

  constructor(name: RefusalName, more: Omit<RefusalBody, 'code' | 'message'> = {}) {
    const [status, code, message] = refusals[name]
    super(`${code} ${message}`)
    this.status = status
    this.body = { code, message, ...more }
  }
}

/** Runs `work` on the part `field` of a body, so that the faults it finds are told as that part's. */
export function within<Result>(field: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal && error.body.errors) error.body.errors = { [field]: error.body.errors }
    throw error
  }
}
