/** Says what is stored about people, in short; the policy on the web says all of it. */
import type { Words } from '#core/index.ts'
import type { Message } from '../platform.ts'

export function renderPrivacy({ privacy }: Words, publicUrl: string): Message {
  const paragraphs = [privacy.stored(), privacy.passedOn(), privacy.rights()]
  return {
    private: true,
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'text' as const, text })),
      {
        kind: 'buttons',
        buttons: [
          { label: privacy.policy, url: `${publicUrl}/privacy` },
          { label: privacy.download, url: `${publicUrl}/account/export` },
          { label: privacy.deleteAll, url: `${publicUrl}/account/delete` },
        ],
      },
    ],
  }
}
