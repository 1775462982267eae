/** Shows somebody's account and what they made last, in one place. */
import type { Generation, Prices, Words } from '#core/index.ts'
import type { Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderExamples } from './examples.ts'
import { renderPicture } from './picture.ts'

/** `parts` are messages about the account; `generations` are the newest first. */
export function renderHome(
  words: Words,
  parts: readonly Message[],
  generations: readonly Generation[],
  prices: Prices,
): Message {
  const { home } = words
  const shown = [
    ...parts,
    {
      blocks: [{ kind: 'text' as const, text: generations.length === 0 ? home.nothingYet() : home.latest() }],
    },
    ...generations.map((generation) => renderPicture(words, generation, { private: true, prices })),
    ...(generations.length === 0 ? [{ blocks: [renderExamples(words, prices, true)] }] : []),
  ]
  return { private: true, blocks: shown.flatMap(({ blocks }) => blocks) }
}

/** The button asks for the page, which would be too old by the time that somebody looks here again. */
export function renderHomeWithoutAccount(words: Words, prices: Prices): Message {
  const { connect } = words
  return {
    private: true,
    blocks: [
      { kind: 'text', text: connect.first(undefined, false) },
      { kind: 'buttons', buttons: [{ label: connect.button, ...press('link', {}), style: 'primary' }] },
      { kind: 'text', text: words.examples.more() },
      renderExamples(words, prices, true),
    ],
  }
}
