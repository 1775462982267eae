/** Every error that a person may be told about, as a code with its data; the words live at the edges. */

/** What each code carries. Amounts are whole credits, times are milliseconds. */
export interface ErrorData {
  'not-linked': Record<never, never>
  /** `heldUntil`: the order is kept until then, and runs by itself when the credits come. Milliseconds since 1970. */
  'insufficient-credits': { balance: number; price: number; heldUntil?: number }
  /** A team's credits for one member, or in one channel, are spent for this month; `limit` and `spent` are of a month. */
  'cap-reached': {
    cap: 'member' | 'channel'
    limit: number
    spent: number
    price: number
    /** The order is kept for a while, by this name; `more`: the credits to ask for, so that it can be paid. */
    held?: { id: string; private: boolean; more: number }
  }
  'bad-option': { option: string; problem: OptionProblem }
  'unknown-command': { command: string; suggestion?: string }
  'too-many-running': { limit: number }
  /** Free repeats of one account; `wait` until the next. */
  'too-many-repeats': { wait: number }
  /** Free pictures of one person, or in one team; `wait` until the next. */
  'too-many-utilities': { of: 'person' | 'team'; wait: number }
  /** As much is under way as may be at once: of this person, in this team, or of everybody's. */
  'too-much-at-once': { of: 'person' | 'team' | 'all' }
  /** As many free pictures are being made as can be. */
  'utility-busy': Record<never, never>
  /** A free picture would take longer, or more memory, than it may. */
  'utility-too-much': Record<never, never>
  /** A QR code that could not be read back; `image`: with the image in its middle. */
  'qr-unreadable': { image: boolean }
  /** There is no such picture, or none that they may see. */
  'not-found': { id: string }
  /** None of the account's pictures waits, so that none can be cancelled. */
  'nothing-waits': Record<never, never>
  'not-yours': { id: string }
  /** What the button carries was not made for this person by this program. */
  'press-refused': Record<never, never>
  /** Only an admin of the team may do it. */
  'not-admin': Record<never, never>
  /** The team does not want this person to use the bot there. */
  'blocked-here': Record<never, never>
  /** Whoever was named is tied to no account. */
  'person-not-linked': Record<never, never>
  /** Whoever was named was never seen in the team with an account; whether they have one is not said. */
  'not-a-member': Record<never, never>
  /** The code ties no teams, or not here, or not any more. */
  'no-tie': Record<never, never>
  /** One of the two is tied already, or they are one. */
  'already-tied': Record<never, never>
  /** Too many codes were tried in this team. */
  'too-many-codes': Record<never, never>
  /** It cannot be done to oneself. */
  'not-yourself': Record<never, never>
  /** Of the balance, so many can be given away: what is left of a welcome, or of an operator's grant, cannot. */
  'not-giftable': { balance: number; giftable: number; credits: number }
  /** The store failed while a gift was being made: it may have been, and then it comes to its end by itself. */
  'gift-unsettled': Record<never, never>
  /** It can only be done in a team's channel. */
  'not-in-team': Record<never, never>
  /** The team has chosen no gallery channel. */
  'no-gallery': Record<never, never>
  /** The bot may not post where it was asked to. */
  'cannot-post': Record<never, never>
  /** The chat platform did not do what was asked, or, where it is `unsure`, may have done it all the same. */
  'chat-trouble': { problem: 'busy' | 'unsure' }
  /** The bot runs on no such platform, or not in that team. */
  'not-connected': Record<never, never>
  /** What the platform gave to answer with is past its life. */
  'reply-expired': Record<never, never>
  'already-shared': { id: string }
  'being-shared': { id: string }
  'not-shared': { id: string }
  /** This chat user is tied to an account already. */
  'already-linked': Record<never, never>
  /** An attached picture is larger than the limit, in bytes. */
  'attachment-too-large': { limit: number }
  /** More came along than the command takes. */
  'too-many-attachments': { limit: number }
  /** No picture to change was named, and there is none here. */
  'nothing-to-change': Record<never, never>
  /** What was to be started from shows no picture. */
  'nothing-to-start-from': Record<never, never>
  /** It could not be fetched from where the platform keeps it. */
  'attachment-unavailable': Record<never, never>
  /** `format`: what it is, where that is known and not taken. */
  'attachment-unreadable': { format?: string }
  /** An attached picture has more pixels than pictures of its kind may have. */
  'attachment-too-many-pixels': { limit: number }
  /** A drawing of SVG holds what is not taken; `name` is that of an element that is not known. */
  'svg-refused': { holds: SvgFault; name?: string }
  'too-many-frames': { frames: number; limit: number }
  /** An animation would stand still in that format. */
  'stands-still': { format: string }
  'not-cancellable': { id: string }
  'moderation-blocked': { stage: 'input' | 'output' | 'unknown'; categories: readonly string[] }
  'vendor-busy': { retryAfter?: number }
  /** As many pictures wait here as can be drawn in time. */
  'queue-full': Record<never, never>
  'vendor-quota': Record<never, never>
  /** `option` is what the vendor will not take, with its value; absent where it is nothing that a person can choose. */
  'vendor-refused': {
    option?: 'prompt' | 'size' | 'quality' | 'count' | 'background' | 'image'
    value?: string
  }
  'vendor-down': Record<never, never>
  'vendor-timeout': { after: number }
  'picture-unreadable': Record<never, never>
  /** The picture it was to be drawn from is deleted. */
  'source-gone': Record<never, never>
  /** `refused`: this picture, or any until an operator acts; else it may pass, after `retryAfter` if the host says so. */
  'hosting-failed': { refused?: true; retryAfter?: number }
  /** Pictures cannot be hosted just now, so that none is drawn. */
  'hosting-down': Record<never, never>
  'no-pack': { pack: string }
  /** Nothing is sold by a provider of that name. */
  'no-provider': { provider: string }
  /** The payment provider did not do what it was asked; `late`: it did not answer in time. `retryAfter` if it says so. */
  'provider-trouble': { problem: 'busy' | 'down' | 'refused' | 'late'; retryAfter?: number }
  interrupted: Record<never, never>
  cancelled: Record<never, never>
  /** `untouched`: it is certain that the work it failed at has written nothing. */
  'store-unavailable': { untouched?: true }
  /** The store failed while an order was being recorded: it may have been, and then it comes to its end by itself. */
  unsettled: { id: string }
  stopping: Record<never, never>
}

/** What can be wrong with one option's value. */
export type OptionProblem =
  | { kind: 'missing' }
  | { kind: 'unknown'; suggestion?: string }
  | { kind: 'too-long'; length: number; limit: number }
  | { kind: 'control-characters' }
  | { kind: 'not-a-person' }
  | { kind: 'not-a-time-zone' }
  /** Of a year. */
  | { kind: 'not-a-month' }
  | { kind: 'not-a-number' }
  | { kind: 'out-of-range'; minimum: number; maximum: number }
  | { kind: 'not-a-choice'; choices: readonly string[] }
  | { kind: 'illegal-size'; reason: SizeFault }
  /** Sides in pixels. */
  | { kind: 'not-a-size'; shortest: number; longest: number }
  | { kind: 'not-a-color'; names: readonly string[] }
  /** Contrast ratios, to one. */
  | { kind: 'too-little-contrast'; ratio: number; least: number }
  /** What is to be dark is lighter than its ground. */
  | { kind: 'inverted' }
  /** In UTF-8. */
  | { kind: 'too-many-bytes'; bytes: number; limit: number }
  /** Pixels of a side, for all that is to be in it. */
  | { kind: 'too-small'; least: number }
  /** `longest`: pixels of a side; `most`: sizes at once; `sets`: names of several sizes that go together. */
  | { kind: 'not-a-resize'; longest: number; most: number; sets: readonly string[] }
  | { kind: 'unterminated-quote' }
  | { kind: 'repeated' }
  | { kind: 'illegal-combination'; with: string }

/** Which of the model's rules a WIDTHxHEIGHT breaks. */
export type SizeFault = 'form' | 'multiple' | 'edge' | 'ratio' | 'too-few-pixels' | 'too-many-pixels'

/** Why a drawing of SVG is not taken. */
export type SvgFault = 'script' | 'reference' | 'entities' | 'picture' | 'element' | 'too-much' | 'nothing'

export type ErrorCode = keyof ErrorData

/** The codes that end a generation that was accepted: what its record keeps as the reason. */
export type FailureCode = Extract<
  ErrorCode,
  | 'moderation-blocked'
  | 'vendor-busy'
  | 'queue-full'
  | 'vendor-quota'
  | 'vendor-refused'
  | 'vendor-down'
  | 'vendor-timeout'
  | 'picture-unreadable'
  | 'source-gone'
  | 'hosting-failed'
  | 'hosting-down'
  | 'interrupted'
  | 'cancelled'
  | 'insufficient-credits'
  | 'cap-reached'
>

/** A refusal or failure with a literal `code` and its `data`; `cause` keeps what a vendor threw. */
export class CoreError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly data: ErrorData[Code]

  constructor(code: Code, data: ErrorData[Code], options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'CoreError'
    this.code = code
    this.data = data
  }
}

/** True for a `CoreError` of that code, with its data typed. */
export function hasCode<Code extends ErrorCode>(error: unknown, code: Code): error is CoreError<Code> {
  return error instanceof CoreError && error.code === code
}
