/** Finishing a link by the platform's own sign-in: it proves that the browser and the chat user who asked are one person. */
import type { PlatformName } from '#core/chat.ts'
import type { CreateId } from '#core/clock.ts'
import { type Log, logFailure } from '#core/log.ts'
import { putRecord } from '#core/records/change-record.ts'
import type { Account } from './account.ts'
import {
  findAgain,
  findRequest,
  type KeptRequest,
  type LinkRequest,
  type RequestPorts,
  useRequest,
} from './link-requests.ts'
import type { Networks } from './networks.ts'
import {
  type PlatformSignIn,
  type SignedIn,
  SignInFault,
  type SignInPlatform,
  type SignInSecrets,
} from './platform-sign-in.ts'
import type { Session } from './sessions.ts'
import { isTied, type TiePorts, tieUser } from './tie.ts'
import type { Welcome, Welcoming } from './welcome.ts'

/** What a browser comes back with. */
export interface Returned {
  platform: SignInPlatform
  state: string
  /** Absent where the person did not consent. */
  code?: string | undefined
  /** Who says so, where the platform tells. */
  issuer?: string | undefined
}

/** `back`: what `beginProof` was given. */
export type ProofOutcome =
  | { outcome: 'linked'; request: LinkRequest; account: Account; welcoming: Welcoming }
  /** Somebody else has signed in there: nothing is linked, and the request can still be finished. */
  | { outcome: 'other-person'; request: LinkRequest; name?: string; back: string }
  | { outcome: 'declined'; back: string }
  /** The platform did not say who it was. */
  | { outcome: 'trouble'; back: string }
  | { outcome: 'already-linked' }
  /** Expired, used, begun in another browser or for another platform, or forged; or the request is. */
  | { outcome: 'dead' }

export interface LinkProofs {
  /** The platform, if its own sign-in can prove it. */
  findProof(platform: PlatformName): SignInPlatform | undefined
  /**
   * The account's owner agrees in this session: answers with the platform's page, good once and for ten minutes. The browser
   * comes back to `redirect`; `back` is handed back then. Undefined for a request that is dead, or cannot be proven so.
   */
  beginProof(
    token: string,
    session: Pick<Session, 'handle'>,
    way: { redirect: string; back: string },
  ): Promise<string | undefined>
  /** Links, once, if it was the chat user who asked that has signed in, in the session that began it. */
  finishProof(
    returned: Returned,
    visitor: { account: Account; session: Pick<Session, 'handle'> },
    networks?: Networks,
  ): Promise<ProofOutcome>
}

export interface ProofPorts extends RequestPorts, TiePorts {
  /** Of the platforms where it is configured. */
  signIns: readonly PlatformSignIn[]
  welcome: Pick<Welcome, 'give' | 'nameNetwork' | 'note'>
  createId: CreateId
  log: Log
}

/** Milliseconds. */
const proofLife = 10 * 60_000
/** 160 random bits. */
const stateLength = 32
const kind = 'link-proof'

interface Body {
  platform: SignInPlatform
  request: { key: string; digest: string }
  redirect: string
  back: string
}

export function createLinkProofs(ports: ProofPorts): LinkProofs {
  const { records, clock, hash, signIns } = ports
  const findSignIn = (platform: PlatformName) => signIns.find((each) => each.platform === platform)
  const keyOf = ({ handle }: Pick<Session, 'handle'>, state: string) => hash('link-proof', handle, state)
  // The state alone makes them, with this installation's secret: none of the three is kept.
  const secretsOf = (state: string): SignInSecrets => ({
    state,
    nonce: hash('link-nonce', state),
    verifier: hash('link-verifier', state),
  })

  return {
    findProof: (platform) => findSignIn(platform)?.platform,
    async beginProof(token, session, { redirect, back }) {
      const found = await findRequest(ports, token)
      const signIn = found && findSignIn(found.user.platform)
      if (!signIn) return undefined
      const { record, digest, user } = found
      const state = ports.createId(stateLength)
      const { platform } = signIn
      const body = { platform, request: { key: record.key, digest }, redirect, back } satisfies Body
      const now = clock.now()
      await putRecord(records, { kind, key: keyOf(session, state), expiresAt: now + proofLife, body }, now)
      return signIn.renderAddress({ ...secretsOf(state), redirect, user: user.user })
    },
    async finishProof(returned, { account, session }, networks) {
      const { platform, state, code, issuer } = returned
      const proof = await records.findRecord(kind, keyOf(session, state), clock.now())
      if (!proof || !(await records.removeRecord(kind, proof.key, proof.version))) return { outcome: 'dead' }
      const { back, redirect, ...asked } = proof.body as unknown as Body
      const signIn = asked.platform === platform ? findSignIn(platform) : undefined
      if (!signIn || (issuer !== undefined && issuer !== signIn.issuer)) return { outcome: 'dead' }
      if (code === undefined) return { outcome: 'declined', back }
      const request = await findAgain(ports, asked.request)
      if (!request) return { outcome: 'dead' }
      const person = await redeem(ports, signIn, code, { ...secretsOf(state), redirect })
      if (!person) return { outcome: 'trouble', back }
      const { user, team } = request
      const told = { user, ...(team !== undefined && { team }) }
      if (!person.users.includes(user.user)) {
        return { outcome: 'other-person', request: told, back, ...(person.name && { name: person.name }) }
      }
      const ended = await finish(ports, request, account, networks)
      return typeof ended === 'string'
        ? { outcome: ended }
        : { outcome: 'linked', request: told, account, ...ended }
    },
  }
}

async function redeem(
  { log }: ProofPorts,
  signIn: PlatformSignIn,
  code: string,
  asked: Parameters<PlatformSignIn['redeem']>[1],
): Promise<SignedIn | undefined> {
  try {
    return await signIn.redeem(code, asked)
  } catch (err) {
    if (!(err instanceof SignInFault)) throw err
    logFailure(log, err, { platform: signIn.platform }, 'A platform did not say who has signed in')
    return undefined
  }
}

async function finish(
  ports: ProofPorts,
  request: KeptRequest,
  account: Account,
  networks: Networks | undefined,
): Promise<{ welcoming: Welcoming } | 'already-linked' | 'dead'> {
  const { user, team, origin } = request
  if (await isTied(ports, user)) return 'already-linked'
  if (!(await useRequest(ports, request))) return 'dead'
  const network = networks && (await ports.welcome.nameNetwork(networks))
  const inChat = origin ?? { platform: user.platform, address: {} }
  const welcoming = await tieUser(ports, user, account, { team, network, inChat })
  return welcoming === undefined ? 'dead' : { welcoming }
}
