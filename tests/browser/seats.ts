/** Somebody's seat in each chat: they type a command, read the answer, follow its links and enter a code. */
import type { InteractionHandle } from '#tests/standins/discord/handle.ts'
import type { Person as DiscordPerson } from '#tests/standins/discord/person.ts'
import type { Channel as DiscordChannel } from '#tests/standins/discord/world.ts'
import type { Channel as SlackChannel } from '#tests/standins/slack/channel.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import type { Person as SlackPerson } from '#tests/standins/slack/person.ts'

export interface Answer {
  /** Everything it says, without its formatting. */
  text: string
  /** Where the button leads. Throws where there is none. */
  findAddress(label: RegExp): string
  /** Presses Enter code, fills in the form, and resolves with what that is answered. */
  enterCode(code: string): Promise<string>
}

export interface Seat {
  /** Resolves with the answer once it says those words; `prompt` is for `/imagine` alone. */
  type(command: string, until: string, prompt?: string): Promise<Answer>
}

export function createDiscordSeat(person: DiscordPerson, channel: DiscordChannel): Seat {
  const read = (text = '') => text.replace(/\*\*|\\/g, '')
  const says = (words: string) => (handle: InteractionHandle) =>
    handle.messages.some(({ text }) => read(text).includes(words))

  return {
    async type(command, until, prompt) {
      const handle = await person.command(channel, command, prompt ? { prompt } : {}).waitFor(says(until))
      const message = handle.messages.find(({ text }) => read(text).includes(until))
      if (!message) throw new Error('It was taken back')
      return {
        text: read(message.text),
        findAddress: (label) =>
          message.buttons.find((button) => label.test(button.label))?.url ?? missing(label),
        async enterCode(code) {
          const { modal } = await person
            .press(message, 'Enter code')
            .waitFor((pressed) => Boolean(pressed.modal))
          if (!modal) throw new Error('No form was opened')
          const sent = await person.submitModal(modal, { code }).settled()
          return read(sent.message?.text)
        },
      }
    },
  }
}

export function createSlackSeat(person: SlackPerson, channel: SlackChannel): Seat {
  const read = ({ shown }: Message) => shown.replace(/\s+/g, ' ')
  const says = (words: string) => (message: Message) => read(message).includes(words)

  return {
    async type(command, until, prompt = '') {
      const message = await person.slash(channel, `/${command}`, prompt).message(says(until))
      return {
        text: read(message),
        findAddress: (label) => person.press(message, label).opened ?? missing(label),
        async enterCode(code) {
          const form = await person.press(message, 'Enter code').modal()
          return read(await person.submitView(form, { 'The code on the page': code }).message())
        },
      }
    },
  }
}

function missing(label: RegExp): never {
  throw new Error(`Nothing there leads anywhere and is called ${label}`)
}
