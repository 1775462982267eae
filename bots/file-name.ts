/** Names files as every system and platform takes them. */

/** Longer ones are cut at the front, so that the ending stays. */
const longestName = 100

/** Letters, digits, dots, dashes and underscores, not beginning with a dot. */
export function renderFileName(name: string): string {
  const plain = name
    .replace(/[^\w.-]+/g, '_')
    .slice(-longestName)
    .replace(/^\.+/, '')
  return plain === '' ? 'file' : plain
}
