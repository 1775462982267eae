/** What people are shown of a form, as Discord or Slack is sent it: not what they typed themselves. */
const shown = /^(title|text|label|description|placeholder|hint|alt_text|content)$/

/** In order. */
export function listShown(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value !== 'string' ? listShown(value) : shown.test(name) ? [value] : [],
  )
}
