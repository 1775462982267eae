/** The port to a chat platform's own sign-in, by which a browser proves which chat user sits at it. */
import type { PlatformName } from '#core/chat.ts'

/** Who has one. */
export const signInPlatforms = ['discord', 'slack'] as const satisfies readonly PlatformName[]
export type SignInPlatform = (typeof signInPlatforms)[number]

/** Where a platform sends the browser back to, on the web. */
export const signInPath = (platform: SignInPlatform) => `/link/back/${platform}`

/** What ties one sign-in to the browser that began it; nobody can guess any of it. */
export interface SignInSecrets {
  /** Comes back with the browser. */
  state: string
  /** Comes back in what the platform vouches for, where it does (OpenID Connect Core, 3.1.2.1). */
  nonce: string
  /** Of RFC 7636: a code that somebody else got hold of is worth nothing without it. */
  verifier: string
}

/** Who has signed in. */
export interface SignedIn {
  /** Each `user` that a `ChatUser` of this very person may have. */
  users: readonly string[]
  /** What they are called; absent where the platform does not say. */
  name?: string
}

export interface PlatformSignIn {
  platform: SignInPlatform
  /** Whom the platform says that it is, where it says so as it sends a browser back (RFC 9207). */
  issuer: string
  /** The platform's page that asks for consent; `user` is who should give it. */
  renderAddress(asked: SignInSecrets & { redirect: string; user: string }): string
  /** Exchanges the code that came back, once. Rejects with `SignInFault`. */
  redeem(code: string, asked: SignInSecrets & { redirect: string }): Promise<SignedIn>
}

/** `refused`: the platform does not take the code, or this app. `down`: it may go better next time. */
export class SignInFault extends Error {
  readonly code: 'refused' | 'down'

  constructor(code: SignInFault['code'], message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'SignInFault'
    this.code = code
  }
}
