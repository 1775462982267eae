/** Somebody's seat in each chat: they type a command, read the answer, follow its links and enter a code. */
import type { InteractionHandle } from '#tests/standins/discord/handle.ts'
import type { MessageView } from '#tests/standins/discord/message-view.ts'
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
  enterCode(code: string): Promise<Answer>
}

export interface Seat {
  /** Resolves with the answer once it says those words; `prompt` is for `/imagine` alone. */
  type(command: string, until: string, prompt?: string): Promise<Answer>
}

export function createDiscordSeat(person: DiscordPerson, channel: DiscordChannel): Seat {
  const read = (text: string) => text.replace(/\*\*|\\/g, '')

  function findMessage({ messages }: InteractionHandle, words: string): MessageView | undefined {
    return messages.find(({ text }) => read(text).includes(words))
  }

  const createAnswer = (message: MessageView): Answer => ({
    text: read(message.text),
    findAddress: (label) => message.buttons.find((button) => label.test(button.label))?.url ?? missing(label),
    async enterCode(code) {
      const { modal } = await person.press(message, 'Enter code').waitFor((pressed) => Boolean(pressed.modal))
      if (!modal) throw new Error('No form was opened')
      const { message: told } = await person.submitModal(modal, { code }).settled()
      if (!told) throw new Error('The form was not answered')
      return createAnswer(told)
    },
  })

  return {
    async type(command, until, prompt) {
      const handle = person.command(channel, command, prompt ? { prompt } : {})
      await handle.waitFor(() => findMessage(handle, until) !== undefined)
      const message = findMessage(handle, until)
      if (!message) throw new Error('It was taken back')
      return createAnswer(message)
    },
  }
}

export function createSlackSeat(person: SlackPerson, channel: SlackChannel): Seat {
  const read = ({ shown }: Message) => shown.replace(/\s+/g, ' ')

  const createAnswer = (message: Message): Answer => ({
    text: read(message),
    findAddress: (label) => person.press(message, label).opened ?? missing(label),
    async enterCode(code) {
      const form = await person.press(message, 'Enter code').modal()
      return createAnswer(await person.submitView(form, { 'The code on the page': code }).message())
    },
  })

  return {
    async type(command, until, prompt = '') {
      const typed = person.slash(channel, `/${command}`, prompt)
      return createAnswer(await typed.message((message) => read(message).includes(until)))
    },
  }
}

function missing(label: RegExp): never {
  throw new Error(`Nothing there leads anywhere and is called ${label}`)
}
