/** Pictures that come along with a call, and the options of its command that they are for. */
import { CoreError } from '#core/errors.ts'
import { listImageOptions, type Option } from './option.ts'
import type { Attachment } from './platform.ts'

/** One by one: at most so many, or the `read` of each refuses. */
export function limitAttachments(attachments: readonly Attachment[], most: number): Attachment[] {
  const taken = attachments.slice(0, most)
  if (attachments.length <= most) return taken
  const read = () => Promise.reject(new CoreError('too-many-attachments', { limit: most }))
  return taken.map(({ kept: _, ...each }) => ({ ...each, read }))
}

/** By the names of the command's image options, in their order. */
export function nameAttachments(
  options: readonly Option[],
  attachments: readonly Attachment[],
): Record<string, Attachment> {
  const images = listImageOptions(options)
  const taken = limitAttachments(attachments, images.length)
  return Object.fromEntries(
    images.flatMap(({ name }, index) => {
      const attachment = taken[index]
      return attachment ? [[name, attachment]] : []
    }),
  )
}

/** Those that were given, in their order. */
export const listGiven = (...images: readonly (Attachment | undefined)[]): Attachment[] =>
  images.filter((image) => image !== undefined)
