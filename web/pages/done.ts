/** What a page may say was just done, by its name in the page's address. */
import { findWords } from '../language.ts'

export function findDone(name = ''): string | undefined {
  const { done } = findWords()
  return Object.entries(done).find(([each]) => each === name)?.[1]
}
