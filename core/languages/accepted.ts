/** Which of our languages a browser asks for. */
import type { Words } from './en.ts'
import { speak } from './languages.ts'

/** No browser names more, in characters. */
const mostRead = 500

const englishOnly = 'en'

/** The first of the browser's languages (`Accept-Language`, RFC 9110, 12.5.4) that is one of ours; else English. */
export function readLanguage(accepted: string | null | undefined): Words {
  const named = (accepted ?? '').slice(0, mostRead).split(',').map(readRange)
  const wanted = named.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight)
  return speak(wanted.find(({ tag }) => isSpoken(tag))?.tag ?? englishOnly)
}

/** `de-AT;q=0.9`; a weight that is no number is none. */
function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1'
  return { tag, weight: Number(weight) }
}

const isSpoken = (tag: string) => speak(tag).tag === tag.split('-', 1)[0]
