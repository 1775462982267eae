/** The words that ask the image model for a variation. */
import { longestPrompt } from '#core/index.ts'
import { cutText } from './literal.ts'

const request = 'Another version of this picture, different in its details: '

/** The prompt of a variation, and of a variation of that one; cut where it would be too long. */
export function writeVariation(prompt: string): string {
  const asked = prompt.startsWith(request) ? prompt : `${request}${prompt}`
  return cutText(asked, longestPrompt, '')
}
