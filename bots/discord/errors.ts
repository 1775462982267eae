/** What went wrong at Discord, in the few kinds that make a difference here. */
import { DiscordAPIError, RateLimitError } from '@discordjs/rest'
import { RESTJSONErrorCodes as codes } from 'discord-api-types/v10'
import { CoreError } from '#core/errors.ts'
import { isMistake } from '../trace-fault.ts'

export type Trouble =
  /** The event is older than three seconds, or never was: nobody waits for the answer. */
  | 'late'
  /** Somebody has answered it already. */
  | 'answered'
  /** The interaction's token is past its life. */
  | 'expired'
  | 'message-gone'
  | 'channel-gone'
  /** The bot may not see the channel, not post there, or the person takes no messages. */
  | 'forbidden'
  | 'too-large'
  /** The server's AutoMod does not let these words be seen. */
  | 'blocked'
  | 'busy'
  /** Discord said no for another reason. */
  | 'refused'
  /** No answer came, or one from in front of Discord: it may have been done. */
  | 'unanswered'
  /** Not of Discord's making. */
  | 'mistake'

/** By JSON error code: docs.discord.com/developers/topics/opcodes-and-status-codes#json. */
const troubles: Readonly<Record<number, Trouble>> = {
  [codes.UnknownInteraction]: 'late',
  [codes.InteractionHasAlreadyBeenAcknowledged]: 'answered',
  [codes.InvalidWebhookToken]: 'expired',
  [codes.UnknownWebhook]: 'expired',
  [codes.UnknownMessage]: 'message-gone',
  [codes.UnknownChannel]: 'channel-gone',
  [codes.RequestEntityTooLarge]: 'too-large',
  [codes.MessageWasBlockedByAutomaticModeration]: 'blocked',
  [codes.TitleWasBlockedByAutomaticModeration]: 'blocked',
}

export function readTrouble(error: unknown): Trouble {
  if (error instanceof RateLimitError) return 'busy'
  if (!(error instanceof DiscordAPIError)) return isMistake(error) ? 'mistake' : 'unanswered'
  const known = troubles[Number(error.code)]
  if (known) return known
  if (error.status === 403) return 'forbidden'
  if (error.status === 413) return 'too-large'
  return error.status === 429 ? 'busy' : 'refused'
}

/** A failure to post, as commands know it; what is not of Discord's making stays what it is. */
export function refusePost(cause: unknown): unknown {
  if (cause instanceof CoreError) return cause
  switch (readTrouble(cause)) {
    case 'mistake':
      return cause
    case 'busy':
      return new CoreError('chat-trouble', { problem: 'busy' }, { cause })
    case 'unanswered':
      return new CoreError('chat-trouble', { problem: 'unsure' }, { cause })
    default:
      return new CoreError('cannot-post', {}, { cause })
  }
}
