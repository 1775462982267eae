/** The app's Home tab: a place where one message stands, brought up to date whenever somebody comes to it. */
import type { StringIndexed, types } from '@slack/bolt'
import { type Log, logFailure, speak } from '#core/index.ts'
import { home } from '../commands/home.ts'
import type { Message, Reply, Spoken } from '../platform.ts'
import { renderPlain } from './form.ts'
import type { Location } from './location.ts'
import { type Received, readWorkspace, renderCallId, renderPerson } from './receive.ts'
import { type FindImage, renderBlocks } from './render.ts'
import type { Pictures } from './uploads.ts'
import type { Workroom } from './workroom.ts'

/** docs.slack.dev/reference/views/home-tab-views */
const mostBlocks = 100

/** Shows its end on the person's tab, and nowhere else: `finish` never rejects. */
export function createHomeReply(
  location: Location,
  { client, upload, ask }: Pick<Workroom, 'client' | 'upload' | 'ask'>,
  { pictures, log }: { pictures: Pictures; log: Log },
): Reply<Spoken> {
  return {
    progress: () => undefined,
    async finish(message) {
      try {
        await pictures.show(message.blocks, { team: location.team, upload }, (findImage) =>
          ask('again', `home ${location.team}`, () =>
            client.views.publish({ user_id: location.person, view: renderHome(message, findImage) }),
          ),
        )
      } catch (error) {
        logFailure(log, error, {}, 'A Home tab could not be shown on Slack')
      }
    },
  }
}

function renderHome({ blocks, words = speak(undefined) }: Message, findImage: FindImage): types.HomeView {
  const title: types.KnownBlock = { type: 'header', text: renderPlain(words.slack.homeTitle, 150) }
  return { type: 'home', blocks: [title, ...renderBlocks(words, blocks, findImage, mostBlocks - 1)] }
}

/** Opening the Home tab asks for what stands there. */
export function readVisit(body: StringIndexed): Received {
  const person = String(body.event.user)
  const workspace = readWorkspace(body)
  return {
    id: renderCallId(String(body.event_id)),
    location: { ...workspace, channel: '', person, direct: true },
    ...renderPerson({ person, ...workspace, name: person }),
    ...visit,
  }
}

/** What was done on the Home tab may have changed what stands there. */
export const visitAgain = ({ id, location, seen, user }: Received): Received => {
  return { id: `${id}:home`, location, seen, user, ...visit }
}

const visit = {
  asked: { kind: 'call', command: home.name, options: {}, files: [] },
  home: 'opened',
} as const
