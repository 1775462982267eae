/** The languages that the product speaks, and which of them somebody is answered in. */
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { ja } from './ja.ts'

/** A further language is a file like these, and its line here. */
export const languages: readonly Words[] = [en, de, es, ja]

/** `tag`: a language (BCP 47) that a platform, a browser or a setting names, such as `de-AT`. English where it is none of ours. */
export function speak(tag: string | undefined): Words {
  const [language = ''] = (tag ?? '').toLowerCase().split('-', 1)
  return languages.find((words) => words.tag === language) ?? en
}
