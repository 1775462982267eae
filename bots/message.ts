/** What messages are made of, before a platform renders them. */
import type { Text, Words } from '#core/index.ts'

/** A hosted picture as a message shows it. */
export interface ShownPicture {
  url: string
  /** The host's key: an adapter that must upload instead of link reads the bytes by it. */
  key: string
  alt: string
  /** Of one of several, as people are to name it. */
  number?: number
  width: number
  height: number
  /** Beside words: an adapter that must upload takes a small copy. */
  small?: true
}

/** A command with some of its options, ready to be called by whoever presses. */
export interface Press {
  command: string
  /** By name, as if they had been typed. */
  options: Readonly<Record<string, string | number | boolean>>
  /** By which the program knows that it said this itself, to whoever presses. */
  seal?: string
}

export type Button =
  /** A press is a call of its command, with its options. `otherwise`: what is pressed where a platform's buttons do not hold it. */
  | (Press & { label: string; style?: 'primary' | 'danger'; otherwise?: Press })
  /** Opens a page. */
  | { label: string; url: string }
  /** Sells in the platform's own way, which has its own words and price for it; left out where there is none. */
  | { sku: string }

/** A file to look at or to keep. */
export interface SentFile {
  /** With its ending; shown with what stands in file names safely. */
  name: string
  /** The media type, by which a platform knows a picture that it can show. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
  alt: string
  /** What is said in its place where it cannot be sent. */
  otherwise: Text
}

/** What messages are made of, from top to bottom. */
export type Block =
  | { kind: 'text'; text: Text }
  /** Words a person typed; shown as a quotation, cut with an ellipsis where the platform must. */
  | { kind: 'quote'; text: string }
  /** `alt`: what several are together. */
  | { kind: 'pictures'; pictures: readonly ShownPicture[]; alt?: string }
  /** One of a list: words of ours above what a person typed, with a small picture beside them where the platform can. */
  | { kind: 'entry'; text: Text; quote: string; picture: ShownPicture | undefined }
  /** An unfinished picture; dropped where the platform cannot show one. */
  | { kind: 'preview'; picture: Uint8Array<ArrayBuffer>; alt: string }
  | { kind: 'file'; file: SentFile }
  /** Small print: short labelled values. */
  | { kind: 'facts'; facts: readonly { label: string; value: string }[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'buttons'; buttons: readonly Button[] }

/** One message; a private one is seen by the caller alone. */
export interface Message {
  private: boolean
  blocks: readonly Block[]
  /** The generation this message shows: once it is sent, that generation is delivered. */
  delivers?: string
  /** The picture it shows, by its name, and whose it is: words that answer the message are about it. */
  shows?: { picture: string; account: string }
  /** In which a platform says what it adds of its own; English where absent. */
  words?: Words
  /** For the operator's log: the generation it tells of, and why that failed. */
  about?: { generation: string; failure?: string }
}

/** A message as it is handed to a platform, with commands as they are called in its language: `inLanguage` makes it. */
export interface Spoken extends Message {
  words: Words
}
