/** Tells somebody by a message of the bot's own, when no reply can be used. */
import type { Origin } from '#core/index.ts'
import type { Platform } from '../platform.ts'
import { SlackFault } from './errors.ts'
import { type Place, readOrigin } from './place.ts'
import type { OpenWorkspace } from './workroom.ts'

export interface Sender {
  send: Platform['send']
  /** The place took no reply: what is sent for it goes to the person, so that nothing appears there twice. */
  close(origin: Origin): void
}

/** Public messages go where they were asked for, and to the person's direct messages if Slack refuses that. */
export function createSender({ open }: { open: OpenWorkspace }): Sender {
  const closed = new WeakSet<Origin>()

  return {
    close: (origin) => void closed.add(origin),
    async send(origin, user, message) {
      const place = readPlace(origin, user.user)
      const { posting } = await open(place)
      const isPublic = !message.private && !place.direct && !closed.has(origin)
      if (isPublic) {
        try {
          await posting.post(place, message)
          return
        } catch (error) {
          if (!(error instanceof SlackFault && error.kind === 'refused')) throw error
        }
      }
      await posting.post({ channel: place.person }, message)
    },
  }
}

/** An origin from elsewhere still says who the person is: their identity ends with Slack's own id. */
function readPlace(origin: Origin, user: string): Place {
  const place = readOrigin(origin)
  const [home = '', person = ''] = user.split(':')
  return { ...place, team: place.team || home, person: place.person || person }
}
