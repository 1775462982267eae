/** Words in all languages as Discord takes them: those of English, and what to show to whoever uses it in another. */
import { Locale, type LocalizationMap } from 'discord-api-types/v10'
import { cutText, speak, type Words } from '#core/index.ts'

/** Discord's names for a language, in all the places it is spoken: docs.discord.com/developers/reference#locales */
const listLocales = ({ tag }: Words): Locale[] =>
  Object.values(Locale).filter((locale) => locale === tag || locale.startsWith(`${tag}-`))

interface Localized {
  text: string
  /** Undefined where English is the only language. */
  localizations: LocalizationMap | undefined
}

/** `say`: what one language says, of which at most `limit` characters are shown. */
export function localize(spoken: readonly Words[], limit: number, say: (words: Words) => string): Localized {
  const english = speak(undefined)
  const shown = (words: Words) => cutText(say(words), limit)
  const others = spoken.filter(({ tag }) => tag !== english.tag)
  const entries = others.flatMap((words) => listLocales(words).map((locale) => [locale, shown(words)]))
  return {
    text: shown(english),
    localizations: entries.length > 0 ? Object.fromEntries(entries) : undefined,
  }
}

/** What something is called. */
export function localizeName(...said: Parameters<typeof localize>) {
  const { text: name, localizations } = localize(...said)
  return { name, ...(localizations && { name_localizations: localizations }) }
}

/** What is said about it. */
export function localizeDescription(...said: Parameters<typeof localize>) {
  const { text: description, localizations } = localize(...said)
  return { description, ...(localizations && { description_localizations: localizations }) }
}
