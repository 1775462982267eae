/**
 * Decides whether what somebody says to the bot is plainly an order for a picture. When in doubt it is not: then a
 * button asks, which costs a press, where a picture would cost credits. Every step is linear in the length.
 */
import { readsLikeOrderUnspaced } from './unspaced.ts'
import {
  articles,
  asking,
  auxiliaries,
  business,
  changes,
  determiners,
  drawing,
  idioms,
  making,
  openers,
  openings,
  persons,
  pictures,
  polite,
  possessives,
  prepositions,
  recipients,
  remarks,
  styles,
} from './words.ts'

/** Longer texts are judged by their beginning, in UTF-16 units. */
const longestJudged = 2_000

export interface Said {
  /** A picture came along, so that words may say what to do with it. */
  pictured: boolean
  /**
   * There is a picture that the words may be about: in its own `thread` they are, unless they ask for a drawing in so many
   * words; elsewhere the person's `newest`, if they say what to change. What is about one is no order.
   */
  about?: 'thread' | 'newest' | undefined
}

export function readsLikeOrder(said: string, { pictured, about }: Said): boolean {
  const text = prepare(said)
  const words = listWords(text)
  if (words.length === 0) return false
  const plainly = about === 'thread' && !pictured
  const unspaced = readsLikeOrderUnspaced(text, { plainly })
  if (unspaced !== undefined) return unspaced
  const isQuestion = /[?؟]/.test(text.slice(findLastWord(text)))
  if (asksToDraw(words, isQuestion)) return true
  if (isQuestion || plainly || (about && !pictured && asksToChange(words))) return false
  return (pictured && asksToChange(words)) || describes(words.slice(skip(words, 0, asking)))
}

/** Says what to do with a picture that is there. */
export const readsLikeChange = (said: string): boolean => asksToChange(listWords(prepare(said)))

const prepare = (said: string) => removeNoise(said.slice(0, longestJudged).normalize('NFKC').toLowerCase())

const listWords = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu)?.map(straighten) ?? []

/** Links, mentions, channels and the names of emoji are nothing to draw. */
const removeNoise = (text: string) =>
  text
    .replace(/(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)\S+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])[@#][\p{L}\p{N}._-]+/gu, ' ')
    .replace(/:[a-z0-9_+-]{2,40}:/g, ' ')

const straighten = (word: string) => word.replaceAll('’', "'")

/** Where whatever follows the last letter or digit begins. */
function findLastWord(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (/[\p{L}\p{N}]/u.test(text.charAt(at))) return at + 1
  return 0
}

/** `draw me a fox`, `could you paint two cats?`, `make a picture of my dog`. */
function asksToDraw(words: readonly string[], isQuestion: boolean): boolean {
  let at = skip(words, 0, polite)
  const opener = openers.find((opener) => opener.every((word, index) => words[at + index] === word))
  if (opener) at = skip(words, at + opener.length, polite)
  const [verb = '', ...object] = words.slice(at)
  const thing = object.slice(skip(object, 0, recipients))
  const [first = '', second = ''] = thing
  const isThing = isIndefinite(first) && thing.length > 1 && !idioms.has(second)
  if (drawing.has(verb)) return isQuestion ? isThing : thing.length > 0 && !isBusiness(thing)
  if (!making.has(verb) || isQuestion || isBusiness(thing)) return false
  return pictures.has(first) || (isThing && (pictures.has(second) || !thing.some((word) => speaks(word))))
}

function asksToChange(words: readonly string[]): boolean {
  const rest = words.slice(skip(words, 0, polite))
  const [first = ''] = rest
  const isWhole = rest.length > 1 || first.endsWith('er')
  return changes.has(first) && isWhole && !isBusiness(rest) && !rest.some((word) => persons.has(word))
}

/** Names something to be seen, and is no sentence of a conversation. */
function describes(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  if (isBusiness(words) || words.some((word) => persons.has(word)) || idioms.has(second)) return false
  if (remarks.has(words.at(-1) ?? '') && words.length < 5) return false
  if (isIndefinite(first)) return words.length > 1
  if (words.some((word) => auxiliaries.has(word) || possessives.has(word))) return false
  if (determiners.has(first)) return words.length > 2
  // `in a meeting` is no picture, `in a meadow full of poppies` may be one.
  if (openings.has(first) || words.length < (prepositions.has(first) ? 5 : 3)) return false
  return !remarks.has(words.at(-1) ?? '') && words.some((word) => prepositions.has(word) || styles.has(word))
}

const isIndefinite = (word: string) => articles.has(word) || /^[1-9]\d?$/.test(word)
const isBusiness = (words: readonly string[]) => words.some((word) => business.has(word))
const speaks = (word: string) => persons.has(word) || possessives.has(word) || auxiliaries.has(word)

function skip(words: readonly string[], from: number, skipped: ReadonlySet<string>): number {
  const found = words.findIndex((word, index) => index >= from && !skipped.has(word))
  return found < 0 ? words.length : found
}
