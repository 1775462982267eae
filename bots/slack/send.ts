/** Tells somebody by a message of the bot's own, when no reply can be used. */
import { type Core, type Log, logFailure, type Origin } from '#core/index.ts'
import type { Message, Platform } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { findThread, type Location, readOrigin } from './location.ts'
import type { Posted } from './posting.ts'
import type { OpenWorkspace } from './workroom.ts'

export interface Sender {
  send: Platform['send']
  /** The location took no reply: what is sent for it goes to the person, so that nothing appears there twice. */
  close(origin: Origin): void
}

/** Notes, for what a message shows, where words are about it. What fails of that keeps nothing from being shown. */
export type NoteThread = (
  location: Pick<Location, 'team' | 'enterprise' | 'thread'>,
  posted: Posted,
  message: Message,
) => Promise<void>

export function createNoteThread(threads: Core['threads'], log: Log): NoteThread {
  return async (location, posted, { shows }) => {
    if (!shows) return
    const { picture, account } = shows
    await threads.note(findThread(location, posted), picture, account).catch((error) => {
      logFailure(log, error, {}, 'What a thread is about could not be noted')
    })
  }
}

/** Public messages go where they were asked for, and to the person's direct messages if Slack refuses that. */
export function createSender({ open, note }: { open: OpenWorkspace; note: NoteThread }): Sender {
  // Origins are copied on their way, with what else is known of them; their address is the same.
  const closed = new WeakSet<Origin['address']>()

  return {
    close: (origin) => void closed.add(origin.address),
    async send(origin, user, message) {
      const location = readLocation(origin, user.user)
      const { posting } = await open(location)
      const isPublic = !message.private && !location.direct && !closed.has(origin.address)
      if (isPublic) {
        try {
          return await note(location, await posting.post(location, message), message)
        } catch (error) {
          if (!(error instanceof SlackFault && error.kind === 'refused')) throw error
        }
      }
      const { thread: _, ...direct } = location
      await note(direct, await posting.post({ channel: location.person }, message), message)
    },
  }
}

/** An origin from elsewhere still says who the person is: their identity ends with Slack's own id. */
function readLocation(origin: Origin, user: string): Location {
  const location = readOrigin(origin)
  const [home = '', person = ''] = user.split(':')
  return { ...location, team: location.team || home, person: location.person || person }
}
