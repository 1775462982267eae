/** Asks whether to delete a picture, and says that it is gone. */
import { findNumber, type Generation, isAnyShared, joinTexts, namePicture, type Words } from '#core/index.ts'
import type { Message, Press } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderPictures } from './picture.ts'
import { cut } from './words.ts'

const longestExcerpt = 160

/** `deletion` is what deletes it. */
export function renderDeleteQuestion(words: Words, generation: Generation, deletion: Press): Message {
  const { asked } = generation
  const { buttons: labels, delete: said } = words
  const text = joinTexts(
    said.question(namePicture(generation)),
    ...(findNumber(generation) === undefined ? [] : [said.onlyOne()]),
    ...(isAnyShared(generation) ? [said.alsoShared()] : []),
  )
  return {
    private: true,
    blocks: [
      { kind: 'quote', text: cut(asked.prompt, longestExcerpt) },
      { kind: 'text', text },
      {
        kind: 'buttons',
        buttons: [
          { label: labels.deleteIt, ...deletion, style: 'danger' },
          { label: labels.keepIt, ...press('keep', {}) },
        ],
      },
    ],
  }
}

/** Where it had others beside it, of which `rest` are left: they are shown without it. */
export function renderOneDeleted(
  words: Words,
  name: string,
  retracted: boolean,
  rest: Generation | undefined,
): Message {
  const { delete: said } = words
  const post = retracted ? [] : [said.postLeft()]
  const text = joinTexts(said.done(name), ...post, said.besideOthers())
  return {
    private: true,
    blocks: [{ kind: 'text', text }, ...(rest ? [renderPictures(words, rest)] : [])],
  }
}

/** `cleared`: its messages that could be taken back are gone too. */
export function renderDeleted({ delete: said }: Words, id: string, cleared: boolean): Message {
  const text = joinTexts(said.done(id), ...(cleared ? [] : [said.messageLeft()]))
  return { private: true, blocks: [{ kind: 'text', text }] }
}
