/** Reads the languages that platforms and systems name. */
import { type Origin, speak } from '#core/index.ts'
import type { Call } from './platform.ts'

/** Longer than any in use: RFC 5646, section 4.4.1. */
const longestTag = 35

/** A language tag (BCP 47) as it was given; undefined for what is none. */
export function readLocale(tag: unknown): string | undefined {
  if (typeof tag !== 'string' || tag.length > longestTag) return undefined
  try {
    return Intl.getCanonicalLocales(tag).length > 0 ? tag : undefined
  } catch {
    return undefined
  }
}

/** What was said in which languages, as an origin keeps it. `own`: the person's, `room`: that of all who read along, as a platform names them, if it does. */
export function readLocales(own: unknown, room?: unknown): Pick<Origin, 'locale' | 'roomLocale'> {
  const roomLocale = readLocale(room)
  const locale = readLocale(own) ?? roomLocale
  return { ...(locale !== undefined && { locale }), ...(roomLocale !== undefined && { roomLocale }) }
}

export type Language = Pick<Call, 'locale' | 'words' | 'roomWords'>

/** What a call is answered in: the person in their own language, and where nothing is known of the room it is theirs too. */
export function speakTo({ locale, roomLocale }: Pick<Origin, 'locale' | 'roomLocale'>): Language {
  const said = { words: speak(locale), roomWords: speak(roomLocale ?? locale) }
  return locale === undefined ? said : { ...said, locale }
}

/** The environment variables by which systems name a language, such as `de_DE.UTF-8`. */
export type LocaleVariables = Readonly<Partial<Record<'LC_ALL' | 'LANG', string>>>

/** `C` and `POSIX` name no language. */
export function readSystemLocale({ LC_ALL, LANG }: LocaleVariables): string | undefined {
  const [tag = ''] = (LC_ALL || LANG || '').split(/[.@]/, 1)
  return /^(C|POSIX)$/.test(tag) ? undefined : readLocale(tag.replaceAll('_', '-'))
}
