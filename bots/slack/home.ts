/** The app's Home tab: the balance, the prices, ways to top up, and the latest pictures with their buttons. */
import type { types } from '@slack/bolt'
import { hasCode } from '#core/errors.ts'
import { type Core, type Log, logFailure } from '#core/index.ts'
import type { Command } from '../command.ts'
import { renderPicture } from '../messages/picture.ts'
import type { Block, Call } from '../platform.ts'
import { renderPlain } from './form.ts'
import type { Seen } from './identity.ts'
import type { Meet } from './members.ts'
import { type Place, renderOrigin } from './place.ts'
import { type FindImage, renderBlocks } from './render.ts'
import type { Pictures } from './uploads.ts'
import { words } from './words.ts'
import type { OpenWorkspace } from './workroom.ts'

const picturesShown = 5
/** docs.slack.dev/reference/views/home-tab-views */
const mostBlocks = 100

/** Whose tab, and the event that asks for it. */
export interface Visit {
  id: string
  place: Place
  seen: Seen
}

/** Brings somebody's tab up to date; never rejects. */
export function createHomeTab(options: {
  core: Core
  commands: readonly Command[]
  open: OpenWorkspace
  meet: Meet
  pictures: Pictures
  log: Log
}): (visit: Visit) => Promise<void> {
  const { core, commands, open, meet, pictures, log } = options

  return async ({ id, place, seen }) => {
    try {
      const room = await open(place)
      const { client, upload, ask } = room
      const user = await meet(seen, room)
      const reply = { progress: () => undefined, finish: async () => undefined }
      const origin = renderOrigin(place, user.user)
      const call = { id, command: '', options: {}, user, origin, admin: false, reply }
      const blocks = await listHomeBlocks(call, core, commands)
      await pictures.show(blocks, { team: place.team, upload }, (findImage) =>
        ask('again', `home ${place.team}`, () =>
          client.views.publish({ user_id: place.person, view: renderHome(blocks, findImage) }),
        ),
      )
    } catch (error) {
      logFailure(log, error, {}, 'A Home tab could not be shown on Slack')
    }
  }
}

/** Never rejects. */
async function listHomeBlocks(call: Call, core: Core, commands: readonly Command[]): Promise<Block[]> {
  try {
    const account = await core.accounts.requireAccount(call.user)
    const parts = await Promise.all([
      runCommand('credits', call, core, commands),
      runCommand('topup', call, core, commands),
    ])
    const { generations } = await core.history.list(account.id, { limit: picturesShown })
    const recent: Block[] =
      generations.length === 0
        ? [{ kind: 'text', text: [words.homeNone, { code: '/imagine' }] }]
        : [{ kind: 'text', text: [{ bold: words.homeRecent }] }]
    const pictures = generations.flatMap((generation) => renderPicture(generation, { private: true }).blocks)
    return [...parts.flat(), ...recent, ...pictures]
  } catch (error) {
    const linked = !hasCode(error, 'not-linked')
    return [{ kind: 'text', text: linked ? [words.homeTrouble] : [words.homeUnlinked, { code: '/link' }] }]
  }
}

/** What one command would answer; nothing where it is missing or in trouble, so that the rest is still shown. */
async function runCommand(
  name: string,
  call: Call,
  core: Core,
  commands: readonly Command[],
): Promise<readonly Block[]> {
  const command = commands.find((each) => each.name === name)
  if (!command) return []
  const answer = await command.run({ ...call, command: name, options: {} }, core).catch(() => undefined)
  return answer && 'blocks' in answer ? answer.blocks : []
}

function renderHome(blocks: readonly Block[], findImage: FindImage): types.HomeView {
  const title: types.KnownBlock = { type: 'header', text: renderPlain(words.homeTitle, 150) }
  return { type: 'home', blocks: [title, ...renderBlocks(blocks, findImage, mostBlocks - 1)] }
}
