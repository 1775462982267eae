/** Discord as its people know it: the rig's server with a channel, a gallery and three members. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Modal } from '#tests/standins/discord/interaction.ts'
import type { MessageView } from '#tests/standins/discord/message-view.ts'
import { startRig } from '../discord/rig.ts'
import { listShown } from '../list-shown.ts'
import {
  type BroughtFile,
  type Chat,
  type FillIn,
  type Hosting,
  type Look,
  type Send,
  splitOptions,
  type Where,
  type Who,
} from './chat.ts'

const reference = 'Use as reference'
const storable = ({ bytes, ...file }: BroughtFile) => ({ ...file, data: bytes })

export async function startDiscordChat({ serves = false, ...rules }: Hosting = {}): Promise<Chat> {
  const rig = await startRig({ rules: { runningPerAccount: 1, ...rules }, uploads: serves })
  const { standin, guild, channel, model } = rig
  const gallery = standin.createChannel(guild, 'gallery')
  const people = { ann: rig.ann, ben: await rig.join('ben'), cyd: standin.createPerson('cyd') }
  standin.join(guild, people.ann, PermissionFlagsBits.ManageGuild)
  standin.join(guild, people.cyd)
  let holds = false
  const views = new Map<string, MessageView>()

  const place = (who: Who, where: Where) => (where === 'channel' ? channel : standin.openDm(people[who]))
  const answered = () => rig.logged.filter(({ message }) => message === 'A call was answered').length
  const command: Chat['begin'] = (who, where, name, options) => {
    const { words, files } = splitOptions(options)
    const attachments = Object.fromEntries(Object.entries(files).map(([key, file]) => [key, storable(file)]))
    const named = typeof words.person === 'string' && { person: { id: words.person } }
    const typed = { ...words, ...named, ...(words.channel && { channel: gallery }) }
    people[who].command(place(who, where), name, typed, { attachments })
  }

  function fillIn(who: Who, modal: Modal | undefined, twice: boolean): Send {
    if (!modal) throw new Error('No form was opened')
    const send: FillIn = async (fields, files = []) => {
      const names = JSON.stringify(modal.components)
      const values = Object.entries(fields).filter(([name]) => names.includes(`"${name}"`))
      const before = answered()
      const uploads = files.length > 0 ? { files: { image: files.map(storable) } } : {}
      people[who].submitModal(modal, Object.fromEntries(values), { deliverTwice: twice, ...uploads })
      await rig.answered(before + 1)
    }
    const { title, components } = modal
    return Object.assign(send, { texts: listShown({ title, components }) })
  }

  function requireView({ key }: Pick<Look, 'key'>): MessageView {
    const view = views.get(key)
    if (!view) throw new Error(`No message ${key}`)
    return view
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
    begin: command,
    async type(who, where, name, options) {
      const before = answered()
      command(who, where, name, options)
      await rig.answered(before + 1)
    },
    async press(who, look, button, { twice } = { twice: false }) {
      const before = answered()
      people[who].press(requireView(look), button, { deliverTwice: twice })
      await rig.answered(before + 1)
    },
    async open(who, look, button, { twice } = { twice: false }) {
      const { modal } = await people[who].press(requireView(look), button, { deliverTwice: twice }).settled()
      return fillIn(who, modal, twice)
    },
    say(who, files) {
      const view = people[who].say(channel, 'look', files.map(storable))
      views.set(view.id, view)
      return view.id
    },
    async refer(who, message, { twice } = { twice: false }) {
      const chosen = people[who].messageCommand(requireView(message), reference, { deliverTwice: twice })
      return fillIn(who, (await chosen.settled()).modal, twice)
    },
    async referInVain(who, message) {
      const before = answered()
      people[who].messageCommand(requireView(message), reference)
      await rig.answered(before + 1)
    },
    look(who) {
      const places = [channel, gallery, standin.openDm(people[who])]
      return places
        .flatMap((each) => each.visibleTo(people[who]))
        .map((view) => {
          views.set(view.id, view)
          return renderLook(view)
        })
    },
    hold() {
      holds = true
      model.hold()
    },
    async restart() {
      await rig.restart()
      if (holds) model.hold()
      await rig.core.start()
    },
    advance: rig.advance,
    async findAccount(who) {
      const { id, username: name } = people[who]
      const found = rig.core.accounts.requireAccount({ platform: 'discord', user: id, name })
      return await found.then((account) => account.id).catch(() => undefined)
    },
  }
}

function renderLook({ id, text, loading, pictures, buttons }: MessageView): Look {
  return {
    key: id,
    text: loading ? 'thinking…' : text,
    pictures: pictures.length,
    buttons: buttons.filter(({ url }) => url === undefined).map(({ label }) => label),
    urls: buttons.flatMap(({ url }) => url ?? []),
  }
}
