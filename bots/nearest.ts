/** Guesses which word somebody meant. */

/** Longer words are nobody's slip of the finger. */
const longestWord = 32

/**
 * The candidate nearest to a mistyped word: the one it begins, or the one fewest single-letter slips away.
 * Undefined when none is near enough to be worth a question.
 */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  if (typed === '' || typed.length > longestWord) return undefined
  const begun = candidates.find((candidate) => typed.length > 1 && candidate.startsWith(typed))
  if (begun !== undefined) return begun
  const [nearest] = candidates
    .map((candidate) => ({ candidate, slips: countSlips(typed, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((one, other) => one.slips - other.slips)
  return nearest?.candidate
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment distance). */
function countSlips(from: string, to: string): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        at(current, column - 1) + 1,
        at(last, column) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = current
  }
  return at(last, to.length)
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
