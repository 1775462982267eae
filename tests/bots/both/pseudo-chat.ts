/** A chat whose bot speaks the pseudo-language: its people know the messages as English has them, and what was seen is kept. */
import { speak } from '#core/index.ts'
import { pseudo, unmark } from '../../core/languages/pseudo.ts'
import type { Chat, Look, Send } from './chat.ts'

/** From now on, wherever English is spoken. */
export function speakPseudo(): void {
  const english = speak('en')
  const { tag, name } = english
  Object.assign(english, pseudo, { tag, name })
}

export interface Seen {
  texts: Set<string>
  labels: Set<string>
  /** What was read of each form that was opened. */
  forms: (readonly string[])[]
}

export function watchChat(chat: Chat, { texts, labels, forms }: Seen): Chat {
  const marked = new Map<string, string>()
  const find = (label: string) => marked.get(label) ?? label

  const watched: Partial<Chat> = {
    look: (who) => chat.look(who).map(read),
    press: (who, look, button, given) => chat.press(who, look, find(button), given),
    open: async (who, look, button, given) => hear(await chat.open(who, look, find(button), given)),
    refer: async (...chosen) => hear(await chat.refer(...chosen)),
  }

  function hear(send: Send): Send {
    for (const text of send.texts) texts.add(text)
    forms.push(send.texts)
    return send
  }

  function read(look: Look): Look {
    texts.add(look.text)
    for (const label of look.buttons) {
      labels.add(label)
      marked.set(unmark(label), label)
    }
    return { ...look, text: unmark(look.text), buttons: look.buttons.map(unmark) }
  }

  return Object.assign(Object.create(chat), watched)
}
