/** Asks whether to delete a picture, and says that it is gone. */
import { findNumber, type Generation, isAnyShared, namePicture } from '#core/index.ts'
import type { Message, Press } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderPictures } from './picture.ts'
import { cut } from './words.ts'

const longestExcerpt = 160

/** `deletion` is what deletes it. */
export function renderDeleteQuestion(generation: Generation, deletion: Press): Message {
  const { asked } = generation
  const others = findNumber(generation) === undefined ? '' : ' It alone goes.'
  const also = isAnyShared(generation) ? ' It is taken back from the gallery channel too.' : ''
  return {
    private: true,
    blocks: [
      { kind: 'quote', text: cut(asked.prompt, longestExcerpt) },
      {
        kind: 'text',
        text: [
          'Delete the picture ',
          { code: namePicture(generation) },
          ` for good?${others}${also} Its credits do not come back.`,
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

/** Where it had others beside it, of which `rest` are left: they are shown without it. */
export function renderOneDeleted(name: string, retracted: boolean, rest: Generation | undefined): Message {
  const post = retracted ? '' : ' Its post in the gallery channel could not be taken back.'
  const gone = ` is deleted.${post} Messages that show it beside others may go on showing it: whoever may delete messages there can do it.`
  return {
    private: true,
    blocks: [
      { kind: 'text', text: ['The picture ', { code: name }, gone] },
      ...(rest ? [renderPictures(rest)] : []),
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
