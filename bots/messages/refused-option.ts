/** Says which option the image service refused, and what to try instead. */
import type { ErrorData } from '#core/errors.ts'
import type { Text } from '../platform.ts'

/** What every model takes. */
const usual: Readonly<Record<string, string>> = {
  background: 'auto',
  size: 'square',
  quality: 'standard',
  count: '1',
}

/** One or two sentences; what became of the credits is not among them. */
export function renderRefusedOption({ option, value = '' }: ErrorData['vendor-refused']): Text {
  switch (option) {
    case undefined:
      return ['The image service won’t take this request. Try again without its options.']
    case 'image':
      return ['The image service can’t use the picture you gave it. Try another one, as PNG or JPEG.']
    case 'prompt':
      return ['The image service won’t take this prompt. Change the words and try again.']
    case 'count':
      return [
        'The image service won’t draw ',
        { bold: `${value} pictures` },
        ' at once with this model. Try ',
        { bold: '1' },
        '.',
      ]
    default:
      return [
        'The image service won’t take ',
        { bold: value },
        ' with this model. Try ',
        { bold: usual[option] ?? '' },
        '.',
      ]
  }
}
