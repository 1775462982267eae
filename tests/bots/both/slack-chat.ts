/** Slack as its people know it: the rig's workspace with a channel, a gallery and three members. */
import { labelOf } from '#tests/standins/slack/actions/find-element.ts'
import { elementsOf, flattenBlocks, stringIn } from '#tests/standins/slack/blocks/shape.ts'
import type { Interaction } from '#tests/standins/slack/interaction.ts'
import type { Message } from '#tests/standins/slack/message.ts'
import type { View } from '#tests/standins/slack/view.ts'
import { listShown } from '../list-shown.ts'
import { startRig } from '../slack/rig.ts'
import {
  type Chat,
  type FillIn,
  type Hosting,
  type Look,
  type Options,
  type Send,
  splitOptions,
  type Where,
  type Who,
} from './chat.ts'

const reference = 'use-reference'

export async function startSlackChat({ serves = false, ...rules }: Hosting = {}): Promise<Chat> {
  const rig = await startRig({ rules: { runningPerAccount: 1, ...rules }, servesPictures: serves })
  const { slack, team, general, model } = rig
  const people = { ann: rig.ada, ben: rig.ben, cyd: slack.createPerson(team, { name: 'cyd' }) }
  const gallery = slack.createChannel(team, { name: 'gallery', members: Object.values(people) })
  const messages = new Map<string, Message>()
  let holds = false

  const answered = () => rig.logged.filter(({ message }) => message === 'A call was answered').length

  function command(who: Who, where: Where, name: string, options: Options = {}): Interaction {
    const { words, files } = splitOptions(options)
    const text = renderLine(words)
    const person = people[who]
    const brought = Object.values(files)
    // No slash command brings a file along.
    if (brought.length > 0 && where === 'channel')
      return person.mention(general, `/${name} ${text}`, { files: brought })
    if (brought.length > 0) return person.messageDM(`/${name} ${text}`, { files: brought })
    return where === 'channel' ? person.slash(general, `/${name}`, text) : person.messageDM(`${name} ${text}`)
  }

  /** Resolves once that was delivered as often as it is, and answered once. */
  async function settle(act: () => Interaction): Promise<void> {
    const before = answered()
    await act().settled
    await rig.logs('A call was answered', before + 1)
  }

  function fillIn(who: Who, view: View, given: { twice: boolean } = { twice: false }): Send {
    const send: FillIn = (fields, files = []) => {
      const blocks = JSON.stringify(view.content)
      const entries = Object.entries(fields)
        .filter(([name]) => blocks.includes(`"0:${name}"`))
        .map(([name, value]) => [`0:${name}`, value])
      const uploads = files.length > 0 ? { files: { '0:image': files } } : {}
      return settle(() => people[who].submitView(view, Object.fromEntries(entries), { ...given, ...uploads }))
    }
    // A title has room for 24 characters, which no language that is longer could keep to.
    const { title: _, ...content } = view.content
    return Object.assign(send, { texts: listShown(content) })
  }

  function requireMessage({ key }: Pick<Look, 'key'>): Message {
    const message = messages.get(key)
    if (!message) throw new Error(`No message ${key}`)
    return message
  }

  return {
    get core() {
      return rig.core
    },
    get store() {
      return rig.store
    },
    gallery: gallery.id,
    name: (who) => people[who].id,
    logged: rig.logged,
    prompts: model.prompts,
    sources: model.sources,
    begin: (...typed) => void command(...typed),
    type: (...typed) => settle(() => command(...typed)),
    press: (who, look, button, given) => settle(() => people[who].press(requireMessage(look), button, given)),
    async open(who, look, button, given) {
      return fillIn(who, await people[who].press(requireMessage(look), button, given).modal(), given)
    },
    say(who, files) {
      const message = people[who].say(general, 'look', { files })
      const key = `${message.channel.id} ${message.ts}`
      messages.set(key, message)
      return key
    },
    async refer(who, message, given) {
      return fillIn(who, await people[who].shortcut(requireMessage(message), reference, given).modal(), given)
    },
    referInVain: (who, message) => settle(() => people[who].shortcut(requireMessage(message), reference)),
    look(who) {
      const ids = Object.values(people).map(({ id }) => id)
      return [general, gallery, people[who].dm]
        .flatMap((place) => place.visibleTo(people[who]))
        .filter((message) => !ids.includes(message.user) && !isRemark(message) && !isFile(message))
        .map((message) => {
          const key = `${message.channel.id} ${message.ts}`
          messages.set(key, message)
          return { key, ...renderLook(message) }
        })
    },
    hold() {
      holds = true
      model.hold()
    },
    async restart() {
      await rig.replace()
      if (holds) model.hold()
      await rig.core.start()
    },
    advance: rig.advance,
    async findAccount(who) {
      const { id, name } = people[who]
      const found = rig.core.accounts.requireAccount({ platform: 'slack', user: `${team.id}:${id}`, name })
      return await found.then((account) => account.id).catch(() => undefined)
    },
  }
}

/** What the bot has whispered it cannot change: that a picture is under way stays, and is no result. */
const isRemark = ({ shown }: Message) => shown.includes('On it. The answer follows below.')

/** A file that is no picture follows its message. */
const isFile = ({ shown, now }: Message) => shown === '' && now.files.length > 0

/** The first option is what the command is about, the others are named. */
function renderLine(options: Options): string {
  return Object.entries(options)
    .map(([name, value], index) => (index === 0 ? String(value) : `--${name} ${value}`))
    .join(' ')
}

function renderLook({ shown, blocks }: Message): Omit<Look, 'key'> {
  const elements = flattenBlocks(blocks).flatMap(elementsOf)
  return {
    text: shown,
    pictures: blocks.filter(({ type }) => type === 'image').length,
    buttons: elements.filter((each) => stringIn(each, 'url') === '').map(labelOf),
    urls: elements.map((each) => stringIn(each, 'url')).filter((url) => url !== ''),
  }
}
