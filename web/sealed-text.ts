/** Text that only the browser it belongs to can open again: where a visitor goes next may hold the secret of a link. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Of the browser's token the store knows a digest only, so what is sealed with it can be kept there. */
const findKey = (token: string) => createHash('sha256').update(`sealed text\n${token}`).digest()

export function sealText(text: string, token: string): string {
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, findKey(token), nonce)
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')
}

/** Empty for what was not sealed with this token. */
export function openText(sealed: string, token: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceLength + tagLength) return ''
  const opening = createDecipheriv(cipher, findKey(token), bytes.subarray(0, nonceLength))
  opening.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  try {
    const text = opening.update(bytes.subarray(nonceLength + tagLength))
    return Buffer.concat([text, opening.final()]).toString('utf8')
  } catch {
    return ''
  }
}
