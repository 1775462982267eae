/** One example of every error that a person may be told about, and of everything that can be wrong with an option. */
import type { ErrorCode, ErrorData, OptionProblem, SizeFault } from '#core/errors.ts'

export const examples: { readonly [Code in ErrorCode]: ErrorData[Code] } = {
  'not-linked': {},
  'insufficient-credits': { balance: 20, price: 30 },
  'bad-option': { option: 'count', problem: { kind: 'not-a-number' } },
  'unknown-command': { command: 'imagien', suggestion: 'imagine' },
  'too-many-running': { limit: 8 },
  'too-many-repeats': { wait: 40_000 },
  'too-many-utilities': { of: 'person', wait: 200_000 },
  'utility-busy': {},
  'utility-too-much': {},
  'not-found': { id: 'abc' },
  'nothing-waits': {},
  'not-yours': { id: 'abc' },
  'press-refused': {},
  'not-admin': {},
  'not-in-team': {},
  'no-gallery': {},
  'cannot-post': {},
  'not-connected': {},
  'reply-expired': {},
  'chat-trouble': { problem: 'unsure' },
  'already-shared': { id: 'abc' },
  'being-shared': { id: 'abc' },
  'not-shared': { id: 'abc' },
  'already-linked': {},
  'attachment-too-large': { limit: 20_000_000 },
  'attachment-too-many-pixels': { limit: 50_000_000 },
  'too-many-attachments': { limit: 1 },
  'nothing-to-change': {},
  'attachment-unavailable': {},
  'attachment-unreadable': {},
  'not-cancellable': { id: 'abc' },
  'moderation-blocked': { stage: 'input', categories: ['violence'] },
  'vendor-busy': { retryAfter: 20_000 },
  'queue-full': {},
  'vendor-quota': {},
  'vendor-refused': {},
  'vendor-down': {},
  'vendor-timeout': { after: 180_000 },
  'picture-unreadable': {},
  'source-gone': {},
  'hosting-failed': {},
  'hosting-down': {},
  'no-pack': { pack: 'gold' },
  'no-provider': { provider: 'nobody' },
  'provider-trouble': { problem: 'busy' },
  interrupted: {},
  cancelled: {},
  'store-unavailable': {},
  unsettled: { id: 'abc' },
  stopping: {},
}

export const codes = Object.keys(examples) as ErrorCode[]

const problems: { readonly [Kind in OptionProblem['kind']]: OptionProblem & { kind: Kind } } = {
  missing: { kind: 'missing' },
  unknown: { kind: 'unknown', suggestion: 'size' },
  'too-long': { kind: 'too-long', length: 32_001, limit: 32_000 },
  'control-characters': { kind: 'control-characters' },
  'not-a-number': { kind: 'not-a-number' },
  'out-of-range': { kind: 'out-of-range', minimum: 1, maximum: 4 },
  'not-a-choice': { kind: 'not-a-choice', choices: ['draft', 'standard', 'premium'] },
  'illegal-size': { kind: 'illegal-size', reason: 'form' },
  'not-a-size': { kind: 'not-a-size', shortest: 16, longest: 4_000 },
  'not-a-color': { kind: 'not-a-color', names: ['black', 'white'] },
  'unterminated-quote': { kind: 'unterminated-quote' },
  repeated: { kind: 'repeated' },
  'illegal-combination': { kind: 'illegal-combination', with: 'image' },
}

const sizeFaults: { readonly [Fault in SizeFault]: true } = {
  form: true,
  multiple: true,
  edge: true,
  ratio: true,
  'too-few-pixels': true,
  'too-many-pixels': true,
}

/** Every problem, every size fault among them. */
export const optionProblems: readonly OptionProblem[] = [
  ...Object.values(problems).filter(({ kind }) => kind !== 'illegal-size'),
  ...(Object.keys(sizeFaults) as SizeFault[]).map((reason) => ({ kind: 'illegal-size' as const, reason })),
]
