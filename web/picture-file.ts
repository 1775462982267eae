/** Names the files that pictures are downloaded as, after their words. */
import { cutText, type Generation, type Picture, renderPictureName } from '#core/index.ts'

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

/** Characters of the words; the id comes after them. */
const longestWords = 80

/** What some system does not take in a name, or reads as something else: separators, wildcards, what cannot be seen. */
const unfit = /[\p{C}\p{Z}\\/:*?"<>|]/gu

/** File systems take 255 bytes; the id and the ending need some of them. */
const mostBytes = 200

/** A name that begins with a dot is hidden. */
const isWord = (text: string) => text !== '' && !/^\.+$/.test(text)

/** Such as `a lighthouse at dusk 4y30wdyk4t.png`; of several, with its number. The same for the same picture, and no other has it. */
export function nameFile(
  { id, asked, pictureKeys }: Pick<Generation, 'id' | 'pictureKeys'> & { asked: { prompt: string } },
  number: number,
  mime: Picture['mime'],
): string {
  const seen = asked.prompt.toWellFormed().replace(unfit, ' ').split(' ').filter(isWord)
  let words = cutText(seen.join(' ').replace(/^\.+/, ''), longestWords, '')
  while (Buffer.byteLength(words) > mostBytes) words = cutText(words, words.length - 1, '')
  const name = renderPictureName({ id, number: pictureKeys.length > 1 ? number : undefined })
  return `${words === '' ? '' : `${words} `}${name}.${extensions[mime]}`
}

/** For `Content-Disposition`: in full as RFC 6266 and RFC 8187 have it, and for what knows these not, in ASCII. */
export function renderAttachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_')
    // Compatibility forms of separators are separators by now.
    .replace(/["\\%/:*?<>|]/g, '_')
    .replace(/^\.+/, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
