/** Values of forms that are longer than one input takes. */
import { cutText } from './literal.ts'

/** In parts of at most `longest` UTF-16 units, no character cut in two; joined they are the value. At least one part. */
export function splitValue(value: string, longest: number): string[] {
  const parts: string[] = []
  for (let start = 0; start < value.length; start += parts.at(-1)?.length ?? longest) {
    parts.push(cutText(value.slice(start), longest, ''))
  }
  return parts.length > 0 ? parts : ['']
}

/** `label`, with which part it is where there are several. */
export function renderPartLabel(label: string, index: number, count: number): string {
  return count > 1 ? `${label} (${index + 1}/${count})` : label
}
