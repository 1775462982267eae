/** Shows shared pictures in the gallery channel, and says what is shared where. */

import {
  type GalleryShow,
  type Generation,
  namePicture,
  type Posted,
  type Prices,
  type Text,
  type Words,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderPicture, renderShareButton } from './picture.ts'
import { platformNames } from './team.ts'
import { cut } from './words.ts'

/** What everybody in the gallery channel sees. */
export function renderGalleryPost(
  words: Words,
  { generation, author, votes }: GalleryShow<Generation>,
  prices: Prices,
): Message {
  const { blocks, shows } = renderPicture(words, generation, {
    private: false,
    asker: author,
    prices,
    inTeam: true,
    shared: true,
  })
  return {
    private: false,
    blocks: [
      { kind: 'text', text: words.sharing.post(cut(author, 80)) },
      ...blocks,
      { kind: 'buttons', buttons: [renderVoteButton(words, generation.id, votes)] },
    ],
    ...(shows && { shows }),
  }
}

const renderVoteButton = ({ buttons }: Words, id: string, votes: number): Button => ({
  label: buttons.vote(votes),
  ...press('vote', { id }),
})

/** `here`: it was posted where it was asked, and `address` opens that. */
export function renderShared(
  words: Words,
  { generation, post, missed }: Posted,
  { here, address }: { here: boolean; address: string | undefined },
): Message {
  const { sharing: said } = words
  const id = namePicture(generation)
  const text = here ? said.shared(id, address) : said.sharedElsewhere(id, platformNames[post.platform])
  return {
    private: true,
    blocks: [
      { kind: 'text', text },
      ...(missed.length > 0 ? [renderMissed(words, id, missed)] : []),
      { kind: 'buttons', buttons: [renderShareButton(words, id, true)] },
    ],
  }
}

function renderMissed({ sharing: said }: Words, id: string, missed: Posted['missed']): Block {
  const where = [...new Set(missed.map(({ platform }) => platformNames[platform]))]
  return { kind: 'text', text: said.missed(where, `/share ${id}`) }
}

export const renderUnshared = ({ sharing: said }: Words, generation: Generation): Message =>
  say(said.unshared(namePicture(generation)))

/** `channel` as it was chosen, `address` where it opens. */
export const renderGalleryChosen = (
  { sharing: said }: Words,
  channel: string,
  address: string | undefined,
): Message => say(said.chosen(channel, address))

/** Posted in the channel when it becomes the gallery. */
export const renderGalleryNote = ({ sharing: said }: Words): Message => ({
  ...say(said.note()),
  private: false,
})

function say(text: Text): Message {
  return { private: true, blocks: [{ kind: 'text', text }] }
}
