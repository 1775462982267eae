/** A chat platform as the people on it know it: what they type and press, and what they see of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '#core/index.ts'
import type { Store } from '#core/store/store.ts'
import type { Line } from '#tests/kept-log.ts'

/** Ann is an admin of the team, ben a member; both have accounts. Cyd is a member without one. */
export type Who = 'ann' | 'ben' | 'cyd'

/** The team's channel, or one's own direct messages with the bot. */
export type Where = 'channel' | 'direct'

/** One of the bot's messages as somebody sees it now. */
export interface Look {
  key: string
  text: string
  pictures: number
  /** The labels of its buttons. */
  buttons: readonly string[]
  /** Where its other buttons lead. */
  urls: readonly string[]
}

/** `serves`: only the bot's own machine has the pictures, which the platform is sent. */
export interface Hosting {
  serves?: boolean
  /** What people are given when they come. */
  welcomeCredits?: number
}

export interface Chat {
  readonly core: Core
  /** What the running process keeps. */
  readonly store: Store
  /** The team's gallery, as a channel option names it. */
  gallery: string
  /** Somebody, as a person option names them. */
  name(who: Who): string
  /** Types a command; resolves once it is answered. */
  type(who: Who, where: Where, command: string, options?: Options): Promise<void>
  /** Types a command that is not answered soon. */
  begin(who: Who, where: Where, command: string, options?: Options): void
  /** Presses a button; resolves once that is answered. `twice`: the platform tells the bot of it twice. */
  press(who: Who, look: Look, button: string, given?: { twice: boolean }): Promise<void>
  /** Presses a button that opens a form; resolves with what sends it, filled in like this, and is answered. */
  open(who: Who, look: Look, button: string, given?: { twice: boolean }): Promise<Send>
  /** Writes a message of a person's in the team's channel, with files; answers with its key. */
  say(who: Who, files: readonly BroughtFile[]): string
  /** Chooses "Use as reference" in the menu of a message; resolves with what sends the form that opens. */
  refer(who: Who, message: Pick<Look, 'key'>, given?: { twice: boolean }): Promise<Send>
  /** The same where words answer it. */
  referInVain(who: Who, message: Pick<Look, 'key'>): Promise<void>
  /** All that the bot shows somebody, in the team's channels and directly, and no "thinking…". */
  look(who: Who): Look[]
  /** Drawings wait from now on, also in the next process. */
  hold(): void
  /** What the bot has written to its log. */
  logged: readonly Line[]
  /** Every prompt that was drawn, or is. */
  prompts: readonly string[]
  /** What each of them was drawn from. */
  sources: readonly (readonly Uint8Array[])[]
  /** Begins another process on the same store, after one that was killed. */
  restart(): Promise<void>
  /** Moves the bot's time and the platform's. */
  advance(ms: number): void
  /** Undefined for who has none. */
  findAccount(who: Who): Promise<string | undefined>
}

/** A file is a picture that comes along. */
export type Options = Readonly<Record<string, string | number | boolean | BroughtFile>>

export interface BroughtFile {
  name: string
  contentType: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What is typed, and what comes along. */
export function splitOptions(options: Options = {}) {
  const words: Record<string, string | number | boolean> = {}
  const files: Record<string, BroughtFile> = {}
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'object') files[name] = value
    else words[name] = value
  }
  return { words, files }
}

/** `files` are uploaded into it. */
export type FillIn = (
  fields: Readonly<Partial<Record<'prompt' | 'title' | 'code' | 'style' | 'quality', string>>>,
  files?: readonly BroughtFile[],
) => Promise<void>

/** Sends a form that is open. `texts`: what its person is shown of it. */
export type Send = FillIn & { texts: readonly string[] }

/** Resolves once the check holds. */
export async function until(check: () => boolean): Promise<void> {
  while (!check()) await sleep(5)
}

/** The newest message that has that button, and these words. */
export function requireLook(chat: Chat, who: Who, button: string, words = /(?:)/): Look {
  const looks = chat.look(who)
  const found = looks.findLast(({ buttons, text }) => buttons.includes(button) && words.test(text))
  if (!found) throw new Error(`No button ${button} among ${JSON.stringify(looks)}`)
  return found
}
