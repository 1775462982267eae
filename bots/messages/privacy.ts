/** Says what is stored about people, in short; the policy on the web says all of it. */
import type { Text } from '#core/index.ts'
import type { Message } from '../platform.ts'

const paragraphs: readonly Text[] = [
  [
    { bold: 'What is stored. ' },
    'Your e-mail address; the name and number this chat platform has for you; your prompts, the pictures you bring ' +
      'and those made for you, until you delete them; and what you bought and spent.',
  ],
  [
    { bold: 'Who else gets it. ' },
    'Prompts and pictures you bring go to the image service, finished pictures to the image host, and your e-mail ' +
      'address to the payment service when you buy. Nobody else, and nothing is used for advertising.',
  ],
  [
    { bold: 'What you can do. ' },
    { code: '/history' },
    ' lists your pictures, each with a button to delete it. On your account page you get all of it as a file, or ' +
      'delete everything: only nameless billing entries stay.',
  ],
]

export function renderPrivacy(publicUrl: string): Message {
  return {
    private: true,
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'text' as const, text })),
      {
        kind: 'buttons',
        buttons: [
          { label: 'The whole policy', url: `${publicUrl}/privacy` },
          { label: 'Get my data', url: `${publicUrl}/account/export` },
          { label: 'Delete everything', url: `${publicUrl}/account/delete` },
        ],
      },
    ],
  }
}
