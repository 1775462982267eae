/** Words in all languages as Discord takes them: those of English, and what to show to whoever uses it in another. */
import { Locale, type LocalizationMap } from 'discord-api-types/v10'
import { cutText, speak, type Words } from '#core/index.ts'

/** Discord's names for a language, in all the places it is spoken: docs.discord.com/developers/reference#locales */
const listLocales = ({ tag }: Words): Locale[] =>
  Object.values(Locale).filter((locale) => locale === tag || locale.startsWith(`${tag}-`))

/** docs.discord.com/developers/interactions/application-commands#application-command-object */
export const longest = { name: 32, description: 100, choice: 100 }

interface Localized {
  text: string
  /** Undefined where English is the only language. */
  localizations: LocalizationMap | undefined
}

/** `say`: what one language says, of which at most `limit` characters are shown. */
function localize(spoken: readonly Words[], limit: number, say: (words: Words) => string): Localized {
  const english = speak(undefined)
  const shown = (words: Words) => cutText(say(words), limit)
  const others = spoken.filter(({ tag }) => tag !== english.tag)
  const entries = others.flatMap((words) => listLocales(words).map((locale) => [locale, shown(words)]))
  return {
    text: shown(english),
    localizations: entries.length > 0 ? Object.fromEntries(entries) : undefined,
  }
}

/** What a command or an option is called, which comes back by what the program calls it. */
export function localizeId(name: string, spoken: readonly Words[], say: (words: Words) => string) {
  return { ...localizeName(spoken, say), name }
}

/** What is shown in a menu: of a message, unless another length is said. */
export function localizeName(
  spoken: readonly Words[],
  say: (words: Words) => string,
  limit: number = longest.name,
) {
  const { text: name, localizations } = localize(spoken, limit, say)
  return { name, ...(localizations && { name_localizations: localizations }) }
}

/** What is said about it. */
export function localizeDescription(spoken: readonly Words[], say: (words: Words) => string) {
  const { text: description, localizations } = localize(spoken, longest.description, say)
  return { description, ...(localizations && { description_localizations: localizations }) }
}
