/** Reads the languages that platforms and systems name. */
import { speak } from '#core/index.ts'
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

export type Language = Pick<Call, 'locale' | 'words' | 'roomWords'>

/** What a call is answered in. `own`: the person's language, `room`: that of all who read along, as a platform names them, if it does. */
export function readLanguage(own: unknown, room?: unknown): Language {
  const locale = readLocale(own) ?? readLocale(room)
  const said = { words: speak(locale), roomWords: speak(readLocale(room) ?? locale) }
  return locale === undefined ? said : { ...said, locale }
}

/** The environment variables by which systems name a language, such as `de_DE.UTF-8`. */
export type LocaleVariables = Readonly<Partial<Record<'LC_ALL' | 'LANG', string>>>

/** `C` and `POSIX` name no language. */
export function readSystemLocale({ LC_ALL, LANG }: LocaleVariables): string | undefined {
  const [tag = ''] = (LC_ALL || LANG || '').split(/[.@]/, 1)
  return /^(C|POSIX)$/.test(tag) ? undefined : readLocale(tag.replaceAll('_', '-'))
}
