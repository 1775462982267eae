/** A chat whose bot speaks the pseudo-language: its people know the messages as English has them, and what was seen is kept. */
import { speak } from '#core/index.ts'
import { pseudo, unmark } from '../../core/languages/pseudo.ts'
import type { Chat, Look } from './chat.ts'

/** From now on, wherever English is spoken. */
export function speakPseudo(): void {
  const english = speak('en')
  const { tag, name } = english
  Object.assign(english, pseudo, { tag, name })
}

export interface Seen {
  texts: Set<string>
  labels: Set<string>
}

export function watchChat(chat: Chat, { texts, labels }: Seen): Chat {
  const marked = new Map<string, string>()
  const find = (label: string) => marked.get(label) ?? label

  const watched: Partial<Chat> = {
    look: (who) => chat.look(who).map(read),
    press: (who, look, button, given) => chat.press(who, look, find(button), given),
    open: (who, look, button, given) => chat.open(who, look, find(button), given),
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
