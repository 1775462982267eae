/** Tells every account that the privacy policy has changed. */

import { type OperatorCommand, UsageError } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'
import { renderNumber } from './words.ts'

export const mailPolicy: OperatorCommand = {
  name: 'mail-policy',
  summary: 'Tells every account by e-mail that the privacy policy has changed, once however often it is run.',
  needsStore: true,
  parameters: ['day'],
  options: {},
  async run({ parameters: [version = ''] }, place) {
    if (!/^\d{4}-\d\d-\d\d$/.test(version)) {
      throw new UsageError(`${version} isn’t a day of a policy, such as 2026-11-01. PRIVACY_DATE says it.`)
    }
    const { sent, failed } = await adviseIfUnsure(() => place.mailPolicy(version))
    return {
      ok: failed === 0,
      lines: [
        `${renderNumber(sent)} told, ${renderNumber(failed)} couldn’t be.`,
        ...(failed > 0 ? ['Run it again to tell only those.'] : []),
      ],
      data: { sent, failed },
    }
  },
}
