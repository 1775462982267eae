/** Shows shared pictures in the gallery channel, and says what is shared where. */

import {
  type GalleryShow,
  type Generation,
  namePicture,
  type Posted,
  type Prices,
  type Text,
} from '#core/index.ts'
import type { Block, Button, Message } from '../platform.ts'
import { press } from '../pressed.ts'
import { renderPicture, renderShareButton } from './picture.ts'
import { platformNames } from './team.ts'
import { cut, renderNumber } from './words.ts'

/** What everybody in the gallery channel sees. */
export function renderGalleryPost(
  { generation, author, votes }: GalleryShow<Generation>,
  prices: Prices,
): Message {
  const { blocks, shows } = renderPicture(generation, {
    private: false,
    asker: author,
    prices,
    inTeam: true,
    shared: true,
  })
  return {
    private: false,
    blocks: [
      { kind: 'text', text: [{ bold: cut(author, 80) }, ' shares a picture'] },
      ...blocks,
      { kind: 'buttons', buttons: [renderVoteButton(generation.id, votes)] },
    ],
    ...(shows && { shows }),
  }
}

const renderVoteButton = (id: string, votes: number): Button => ({
  label: votes === 0 ? 'Vote' : `Vote · ${renderNumber(votes)}`,
  ...press('vote', { id }),
})

/** `here`: it was posted where it was asked, and `address` opens that. */
export function renderShared(
  { generation, post, missed }: Posted,
  { here, address }: { here: boolean; address: string | undefined },
): Message {
  const id = namePicture(generation)
  const where = here ? 'the gallery channel' : `the team’s gallery on ${platformNames[post.platform]}`
  return {
    private: true,
    blocks: [
      {
        kind: 'text',
        text: ['The picture ', { code: id }, ' is in ', ...nameChannel(where, address), '.'],
      },
      ...(missed.length > 0 ? [renderMissed(id, missed)] : []),
      { kind: 'buttons', buttons: [renderShareButton(id, true)] },
    ],
  }
}

function renderMissed(id: string, missed: Posted['missed']): Block {
  const where = [...new Set(missed.map(({ platform }) => platformNames[platform]))].join(' and ')
  return {
    kind: 'text',
    text: [`The team’s gallery on ${where} did not take it: `, { code: `/share ${id}` }, ' tries again.'],
  }
}

export function renderUnshared(generation: Generation): Message {
  return say(['The picture ', { code: namePicture(generation) }, ' is no longer in the gallery channel.'])
}

export function renderGalleryChosen(channel: string, address: string | undefined): Message {
  return say([
    'From now on shared pictures go to ',
    ...nameChannel(address === undefined ? channel : 'that channel', address),
    '.',
  ])
}

/** Posted in the channel when it becomes the gallery. */
export function renderGalleryNote(): Message {
  return {
    ...say(['Pictures that people share with ', { code: '/share' }, ' appear here from now on.']),
    private: false,
  }
}

/** Named by `label`, and opened by it where there is an address. */
export const nameChannel = (label: string, address: string | undefined): Text =>
  address === undefined ? [label] : [{ link: address, label }]

function say(text: Text): Message {
  return { private: true, blocks: [{ kind: 'text', text }] }
}
