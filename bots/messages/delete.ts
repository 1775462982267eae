/** Asks whether to delete a picture, and says that it is gone. */
import { type Generation, namePicture } from '#core/index.ts'
import type { Message, Press } from '../platform.ts'
import { press } from '../pressed.ts'
import { cut } from './words.ts'

const longestExcerpt = 160

/** `deletion` is what deletes it. */
export function renderDeleteQuestion(generation: Generation, deletion: Press): Message {
  const { asked, shared } = generation
  const also = shared ? ' It is taken back from the gallery channel too.' : ''
  return {
    private: true,
    blocks: [
      { kind: 'quote', text: cut(asked.prompt, longestExcerpt) },
      {
        kind: 'text',
        text: [
          'Delete the picture ',
          { code: namePicture(generation) },
          ` for good?${also} Its credits do not come back.`,
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Delete it', ...deletion, style: 'danger' },
          { label: 'Keep it', ...press('keep', {}) },
        ],
      },
    ],
  }
}

/** `cleared`: its messages that could be taken back are gone too. */
export function renderDeleted(id: string, cleared: boolean): Message {
  const rest = cleared
    ? ' is deleted.'
    : ' is deleted. A message that showed it could not be taken back: whoever may delete messages there can do it.'
  return { private: true, blocks: [{ kind: 'text', text: ['The picture ', { code: id }, rest] }] }
}
