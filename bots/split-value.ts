/** Values of forms that are longer than one input takes. */

/** In parts of at most `longest` UTF-16 units, no character cut in two; joined they are the value. At least one part. */
export function splitValue(value: string, longest: number): string[] {
  const parts: string[] = []
  for (let start = 0; start < value.length; start += parts.at(-1)?.length ?? longest) {
    const part = value.slice(start, start + longest)
    const cutsCharacter = start + longest < value.length && /[\ud800-\udbff]$/.test(part)
    parts.push(cutsCharacter ? part.slice(0, -1) : part)
  }
  return parts.length > 0 ? parts : ['']
}

/** `label`, with which part it is where there are several. */
export function renderPartLabel(label: string, index: number, count: number): string {
  return count > 1 ? `${label} (${index + 1}/${count})` : label
}
