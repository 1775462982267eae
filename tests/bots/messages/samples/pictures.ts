/** One of every message about pictures, as people see it. */
import { renderCancelled } from '#bots/messages/cancelled.ts'
import { renderWhichToChange } from '#bots/messages/change.ts'
import { renderDeleted, renderDeleteQuestion, renderOneDeleted } from '#bots/messages/delete.ts'
import { renderTooLongForForm } from '#bots/messages/edit.ts'
import { renderFavicons } from '#bots/messages/favicon.ts'
import { renderFavourite } from '#bots/messages/favourite.ts'
import { renderGallery, renderOlderExhibits, renderVoted } from '#bots/messages/gallery.ts'
import { renderChoice, renderHistory } from '#bots/messages/history.ts'
import { renderKept } from '#bots/messages/kept.ts'
import { renderPickQuestion, renderVaryQuestion } from '#bots/messages/pick.ts'
import { renderPicture } from '#bots/messages/picture.ts'
import { renderProgress } from '#bots/messages/progress.ts'
import { renderResized } from '#bots/messages/resize.ts'
import {
  renderGalleryChosen,
  renderGalleryNote,
  renderGalleryPost,
  renderShared,
  renderUnshared,
} from '#bots/messages/sharing.ts'
import { renderTalk } from '#bots/messages/talk.ts'
import { renderUse } from '#bots/messages/use-made.ts'
import { renderMade } from '#bots/messages/utility.ts'
import { press } from '#bots/pressed.ts'
import { type Generation, usualPrices as prices, type Words } from '#core/index.ts'
import { createFour, deliveredFox, fox } from '../../calls.ts'
import type { Samples } from './samples.ts'

const at = fox.createdAt
const bytes = new Uint8Array(2_400)
const four = createFour()
const paying = { payer: 'team:discord:1', name: 'Acme', left: 340 }
const own = { ...deliveredFox, favourite: true } as const
const changed: Generation<'ready'> = {
  ...fox,
  id: 'fox0000002',
  asked: { ...fox.asked, tool: 'change', prompt: 'now in winter' },
}
const post = { platform: 'slack', team: 'T1', channel: 'C1', message: 'M1' } as const
const exhibit = { generation: deliveredFox, at, author: 'Ann' }
const one = { name: 'code.png', mime: 'image/png', bytes }

export const listPictureSamples = (words: Words): Samples => ({
  'waiting, others read along': renderProgress(
    words,
    fox,
    { stage: 'waiting', ahead: 2, readyIn: 40_000 },
    { asker: 'Ann' },
  ),
  'waiting, at the earliest': renderProgress(words, fox, {
    stage: 'waiting',
    ahead: 0,
    readyIn: 90_000,
    isLeast: true,
  }),
  drawing: renderProgress(words, fox, { stage: 'drawing', since: at }, { since: at, payer: 'Acme' }),
  'saving it': renderProgress(words, fox, { stage: 'hosting' }, { since: at }),
  'a picture for its author': renderPicture(words, fox, { private: true, balance: 90, prices }),
  'a picture in a channel': renderPicture(words, own, { private: false, asker: 'Ann', prices, inTeam: true }),
  'a picture that a team paid': renderPicture(
    words,
    { ...fox, payer: 'team:discord:1' },
    { private: true, balance: 340, payer: 'Acme', prices, inTeam: true },
  ),
  'four pictures': renderPicture(words, four, { private: false, asker: 'Ann', prices, inTeam: true }),
  'a picture after a change': renderPicture(words, changed, {
    ...{ private: true, balance: 80, prices },
    steps: { steps: [fox] },
    children: { children: [deliveredFox], hasMore: true },
  }),
  'a free repeat': renderPicture(
    words,
    { ...deliveredFox, price: 0, repeatOf: 'fox0000000' },
    { private: true, prices },
  ),
  cancelled: renderCancelled(words, fox),
  'which one to change': renderWhichToChange(words, four, prices, 'make it bluer', paying),
  'which one': renderPickQuestion(words, four, { hidden: true }),
  'how different': renderVaryQuestion(words, fox, prices, { hidden: false, paying }),
  'too long for a form': renderTooLongForForm(words, 3_000),
  'delete it?': renderDeleteQuestion(words, fox, press('delete', { id: fox.id })),
  'one deleted': renderOneDeleted(words, 'fox0000001.2', true, four),
  'deleted, a message left': renderDeleted(words, fox.id, false),
  favourite: renderFavourite(words, own),
  kept: renderKept(words),
  history: renderHistory(words, [deliveredFox, own, four], {
    ...{ search: 'fox', filter: { quality: 'standard' as const }, next: 'cursor' },
    count: { total: 310, before: 5, isWhole: true },
  }),
  'history of nothing': renderHistory(words, [], {
    ...{ search: '', filter: {}, count: { total: 0, before: 0, isWhole: true } },
  }),
  'history, nothing found': renderHistory(words, [], {
    ...{ search: 'wolf', filter: {}, count: { total: 0, before: 0, isWhole: true } },
  }),
  'history, no favourites': renderHistory(words, [], {
    ...{ search: '', filter: { favourites: true }, count: { total: 0, before: 0, isWhole: true } },
  }),
  'choose one': renderChoice(words, [deliveredFox], undefined),
  gallery: renderGallery(
    words,
    { channel: '#art', address: 'https://chat.test/art' },
    { exhibits: [exhibit, exhibit], next: 'c' },
    'https://bot.test/team/gallery',
  ),
  'no gallery': renderGallery(words, undefined, { exhibits: [] }, undefined),
  'older exhibits': renderOlderExhibits(words, { exhibits: [exhibit] }),
  voted: renderVoted(words, { generation: fox, counts: true, votes: 3 }),
  'vote taken back': renderVoted(words, { generation: fox, counts: false, votes: 1 }),
  'a gallery post': renderGalleryPost(words, { generation: fox, author: 'Ann', votes: 2 }, prices),
  shared: renderShared(
    words,
    { generation: fox, post, missed: [{ ...post, channel: 'C2' }] },
    { here: true, address: 'https://chat.test/art' },
  ),
  'shared elsewhere': renderShared(
    words,
    { generation: fox, post, missed: [] },
    { here: false, address: undefined },
  ),
  unshared: renderUnshared(words, fox),
  'gallery chosen': renderGalleryChosen(words, '#art', 'https://chat.test/art'),
  'gallery note': renderGalleryNote(words),
  'talk with a picture': renderTalk(words, {
    draw: { prompt: 'a fox', price: 10, press: press('again', { id: fox.id, private: false }) },
    change: [{ label: words.buttons.change(10), ...press('change', { prompt: 'bluer', id: fox.id }) }],
    paying,
  }),
  'talk that is long': renderTalk(words, { change: [] }),
  'a QR code': renderMade(words, [one], {
    ...{ private: false, asker: 'Ann', quote: 'https://imgsrc.pub', alt: 'QR' },
    buttons: [renderUse(words, { text: 'https://imgsrc.pub', tool: 'qr', private: false })],
  }),
  'icons of a site': renderFavicons(
    words,
    {
      files: [{ name: 'favicon.zip', mime: 'application/zip', bytes }],
      html: ['<link rel="icon" href="/favicon.ico" sizes="32x32">', '<link rel="icon" href="/icon.svg">'],
      names: ['favicon.ico', 'icon.svg', 'icon-192.png', 'README.txt', 'site.webmanifest'],
      ...{ isEnlarged: true, isSquare: false, isDrawing: true, hasWords: true },
    },
    { private: true, buttons: [] },
  ),
  resized: renderResized(
    words,
    {
      files: [{ name: 'sizes.zip', mime: 'application/zip', bytes }],
      pictures: [
        { name: '800.webp', size: 1_200, width: 800, height: 600 },
        { name: '400.webp', size: 400, width: 400, height: 300 },
      ],
      ...{ sides: { width: 320, height: 240 }, format: 'webp', frames: 12, isDrawing: false },
      ...{ isEnlarged: true, isFlattened: true, isLess: true },
    },
    { private: true, buttons: [] },
  ),
})
