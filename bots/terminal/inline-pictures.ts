/** Shows pictures inside terminals that can: by kitty's graphics protocol or iTerm2's. */
import type { PictureMime } from './render.ts'

export type PictureProtocol = 'kitty' | 'iterm2'

/** The environment variables by which terminals say what they are. */
export type TerminalVariables = Readonly<
  Partial<Record<'TERM' | 'TERM_PROGRAM' | 'KITTY_WINDOW_ID' | 'TMUX' | 'STY', string>>
>

/** Undefined where pictures cannot be shown, also inside tmux and screen, which swallow them. */
export function findPictureProtocol(variables: TerminalVariables): PictureProtocol | undefined {
  const { TERM = '', TERM_PROGRAM = '', KITTY_WINDOW_ID, TMUX, STY } = variables
  if (TMUX || STY || /^(tmux|screen)/.test(TERM)) return undefined
  if (TERM === 'xterm-kitty' || KITTY_WINDOW_ID || /^ghostty$/i.test(TERM_PROGRAM)) return 'kitty'
  return TERM_PROGRAM === 'iTerm.app' || TERM_PROGRAM === 'WezTerm' ? 'iterm2' : undefined
}

/** Bytes of base64 in one of kitty's escape codes (sw.kovidgoyal.net/kitty/graphics-protocol, "Remote client"). */
const kittyChunk = 4096

/** The escape codes that show a picture `columns` cells wide; undefined when the protocol does not take its format. */
export function renderInlinePicture(
  protocol: PictureProtocol,
  picture: { bytes: Uint8Array; mime: PictureMime },
  columns: number,
): string | undefined {
  const { bytes, mime } = picture
  const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  if (protocol === 'iterm2') {
    // iterm2.com/documentation-images.html
    return `\u001b]1337;File=inline=1;size=${bytes.byteLength};width=${columns}:${payload}\u0007`
  }
  if (mime !== 'image/png') return undefined
  const chunks = payload.match(new RegExp(`.{1,${kittyChunk}}`, 'g')) ?? []
  return chunks
    .map((chunk, index) => {
      const more = index < chunks.length - 1 ? 1 : 0
      // q=2: the terminal must not answer, since its answer would be read as typing.
      const keys = index === 0 ? `a=T,f=100,q=2,c=${columns},m=${more}` : `m=${more}`
      return `\u001b_G${keys};${chunk}\u001b\\`
    })
    .join('')
}
