/** Values of forms that are longer than one input takes. */
import { cutText } from '#core/index.ts'

/**
 * In parts of at most `longest` UTF-16 units, at least two; no character is cut in two that is not longer itself. Joined they are
 * the value. At least one part.
 */
export function splitValue(value: string, longest: number): string[] {
  const parts: string[] = []
  for (let start = 0; start < value.length; start += parts.at(-1)?.length ?? longest) {
    const rest = value.slice(start)
    parts.push(cutText(rest, longest, '') || String.fromCodePoint(rest.codePointAt(0) ?? 0))
  }
  return parts.length > 0 ? parts : ['']
}

/** `label`, with which part it is where there are several. */
export function renderPartLabel(label: string, index: number, count: number): string {
  return count > 1 ? `${label} (${index + 1}/${count})` : label
}
