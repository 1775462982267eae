/** Says what the image service's safety check minded, as a language names it. */

/** As OpenAI names them in `CreateModerationResponse` of its API description. */
type ModerationCategory =
  | 'harassment'
  | 'harassment/threatening'
  | 'hate'
  | 'hate/threatening'
  | 'illicit'
  | 'illicit/violent'
  | 'self-harm'
  | 'self-harm/intent'
  | 'self-harm/instructions'
  | 'sexual'
  | 'sexual/minors'
  | 'violence'
  | 'violence/graphic'

export type CategoryWords = Readonly<Record<ModerationCategory, string>>

/** Of a category that no catalogue knows, in characters: a longer one is no word that helps. */
const longestUnknown = 40

/**
 * Each once, in the order given. What is unknown below a known category is said as that one; what is unknown altogether is
 * shown as the service's own word, `quoted`.
 */
export function nameCategories(
  words: CategoryWords,
  categories: readonly string[],
  quoted: (text: string) => string,
): string[] {
  const named = categories.flatMap((category) => {
    const key = category.trim().toLowerCase().replaceAll('_', '-')
    const known = [key, key.replace(/\/.*/s, '')].find((each) => isKnown(words, each))
    if (known !== undefined) return words[known as ModerationCategory]
    return key === '' || key.length > longestUnknown ? [] : quoted(category.trim())
  })
  return [...new Set(named)]
}

const isKnown = (words: CategoryWords, key: string): key is ModerationCategory => Object.hasOwn(words, key)
