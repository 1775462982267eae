/** Tells somebody by a message of the bot's own, when no reply can be used. */
import type { Origin } from '#core/index.ts'
import type { Platform } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { type Location, readOrigin } from './location.ts'
import type { OpenWorkspace } from './workroom.ts'

export interface Sender {
  send: Platform['send']
  /** The location took no reply: what is sent for it goes to the person, so that nothing appears there twice. */
  close(origin: Origin): void
}

/** Public messages go where they were asked for, and to the person's direct messages if Slack refuses that. */
export function createSender({ open }: { open: OpenWorkspace }): Sender {
  const closed = new WeakSet<Origin>()

  return {
    close: (origin) => void closed.add(origin),
    async send(origin, user, message) {
      const location = readLocation(origin, user.user)
      const { posting } = await open(location)
      const isPublic = !message.private && !location.direct && !closed.has(origin)
      if (isPublic) {
        try {
          await posting.post(location, message)
          return
        } catch (error) {
          if (!(error instanceof SlackFault && error.kind === 'refused')) throw error
        }
      }
      await posting.post({ channel: location.person }, message)
    },
  }
}

/** An origin from elsewhere still says who the person is: their identity ends with Slack's own id. */
function readLocation(origin: Origin, user: string): Location {
  const location = readOrigin(origin)
  const [home = '', person = ''] = user.split(':')
  return { ...location, team: location.team || home, person: location.person || person }
}
