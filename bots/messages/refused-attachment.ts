/** Says why a file that came along could not be taken, and what can be attached instead. */
import type { ErrorData } from '#core/errors.ts'
import type { Text } from '../platform.ts'

const attachTaken = 'Attach a JPEG, PNG, WebP, GIF, AVIF or TIFF.'

export const explainUnavailable = (): Text => [`The attached file could not be fetched. ${attachTaken}`]

export const explainUnreadable = ({ format }: ErrorData['attachment-unreadable']): Text => [
  format === undefined
    ? 'The attached file could not be read as a picture. '
    : `We can’t read ${format} files as pictures. `,
  attachTaken,
]
