/** The app's Home tab: a place where one message stands, brought up to date whenever somebody comes to it. */
import type { types } from '@slack/bolt'
import { type Log, logFailure } from '#core/index.ts'
import type { Message, Reply } from '../platform.ts'
import { renderPlain } from './form.ts'
import type { Place } from './place.ts'
import { type FindImage, renderBlocks } from './render.ts'
import type { Pictures } from './uploads.ts'
import { words } from './words.ts'
import type { Workroom } from './workroom.ts'

/** docs.slack.dev/reference/views/home-tab-views */
const mostBlocks = 100

/** Shows its end on the person's tab, and nowhere else: `finish` never rejects. */
export function createHomeReply(
  place: Place,
  { client, upload, ask }: Pick<Workroom, 'client' | 'upload' | 'ask'>,
  { pictures, log }: { pictures: Pictures; log: Log },
): Reply {
  return {
    progress: () => undefined,
    async finish(message) {
      try {
        await pictures.show(message.blocks, { team: place.team, upload }, (findImage) =>
          ask('again', `home ${place.team}`, () =>
            client.views.publish({ user_id: place.person, view: renderHome(message, findImage) }),
          ),
        )
      } catch (error) {
        logFailure(log, error, {}, 'A Home tab could not be shown on Slack')
      }
    },
  }
}

function renderHome({ blocks }: Message, findImage: FindImage): types.HomeView {
  const title: types.KnownBlock = { type: 'header', text: renderPlain(words.homeTitle, 150) }
  return { type: 'home', blocks: [title, ...renderBlocks(blocks, findImage, mostBlocks - 1)] }
}
