/** Signs and checks what must not be made up: hex HMAC-SHA256, as docs.lemonsqueezy.com/help/webhooks/signing-requests. */
import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same.ts'

/** 64 lower case hex digits. */
export function sign(secret: string, body: Uint8Array | string): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}

/** Only the very digits count, so upper case is forged. */
export function isSigned(secret: string, body: Uint8Array | string, signature: string): boolean {
  return isSameSecret(signature, sign(secret, body))
}
