/** Signs and checks what must not be made up: hex HMAC-SHA256, as docs.lemonsqueezy.com/help/webhooks/signing-requests. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** 64 lower case hex digits. */
export function sign(secret: string, body: Uint8Array | string): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}

/** Takes equally long for any signature of the right length. Only the very digits count, so upper case is forged. */
export function isSigned(secret: string, body: Uint8Array | string, signature: string): boolean {
  const expected = Buffer.from(sign(secret, body))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
