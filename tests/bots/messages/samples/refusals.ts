/** One of every refusal, and of every failure of a picture. */
import { renderEndedElsewhere, renderWithoutWords } from '#bots/messages/blocked.ts'
import { renderPicture } from '#bots/messages/picture.ts'
import {
  renderFailure,
  renderFault,
  renderRefusal,
  renderUnreadable,
  renderUnsettled,
} from '#bots/messages/refusal.ts'
import { CoreError } from '#core/errors.ts'
import { usualPrices as prices, type Words } from '#core/index.ts'
import { failFox, fox } from '../../calls.ts'
import { codes, examples, optionProblems } from '../../refused-codes.ts'
import type { Samples } from './samples.ts'

export const listRefusalSamples = (words: Words): Samples => ({
  ...Object.fromEntries(
    codes.map((code) => [`refused: ${code}`, renderRefusal(words, new CoreError(code, examples[code]))]),
  ),
  ...Object.fromEntries(
    optionProblems.map((problem, index) => [
      `option: ${problem.kind} (${index})`,
      renderRefusal(words, new CoreError('bad-option', { option: 'size', problem })),
    ]),
  ),
  'failed: moderation': renderFailure(
    words,
    failFox({ code: 'moderation-blocked', data: { stage: 'output', categories: ['violence', 'gore'] } }),
  ),
  'failed: the service': renderFailure(words, failFox({ code: 'vendor-down', data: {} })),
  'failed: a team paid': renderFailure(words, {
    ...failFox({ code: 'vendor-timeout', data: { after: 180_000 } }),
    payer: 'team:discord:1',
  }),
  'end unknown: restarting': renderUnsettled(words, fox, 'stopping'),
  'end unknown: database': renderUnsettled(words, { ...fox, payer: 'team:discord:1' }, 'store-unavailable'),
  'a fault of ours': renderFault(words, 'discord:1234'),
  unreadable: renderUnreadable(words, 'discord:1234'),
  'a platform refuses the words': renderWithoutWords(
    words,
    renderPicture(words, fox, { private: true, balance: 90, prices }),
  ),
  'ended elsewhere': renderEndedElsewhere(words),
})
