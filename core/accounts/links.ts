/** Tying a chat user to an account: asked for in chat, confirmed on a page, finished by the same chat user. */
import type { ChatUser, Origin } from '#core/chat.ts'
import type { CreateId } from '#core/clock.ts'
import { CoreError } from '#core/errors.ts'
import type { Account } from './account.ts'
import type { Codes } from './codes.ts'
import { findIdentities } from './known-as.ts'
import { createLinkProofs, type LinkProofs, type ProofPorts } from './link-proofs.ts'
import { findRequest, keepRequest, type LinkRequest, subjectOf, useRequest } from './link-requests.ts'
import type { Networks } from './networks.ts'
import { isTied, tieUser } from './tie.ts'
import type { Welcome, Welcoming } from './welcome.ts'

/** `dead`: expired, used, replaced by a later request, or never there. */
export type LinkOutcome =
  | { outcome: 'linked'; account: Account; welcoming: Welcoming }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'no-code' }
  | { outcome: 'dead' }

/** There are two ways to finish: a code that is typed back in chat, and the platform's own sign-in. */
export interface Links extends LinkProofs {
  /**
   * Answers with the token of a page, good once and for 15 minutes; a new request ends the one before. Only this
   * chat user must see it. `origin`: where they are told, should nobody be answered there. Rejects with `already-linked`.
   */
  request(user: ChatUser, team: string | undefined, origin?: Origin): Promise<string>
  /** What the page of this token asks. `already-linked` when the chat user has been tied meanwhile. */
  find(token: string): Promise<LinkRequest | 'already-linked' | undefined>
  /** The account's owner agrees, once, from these networks: answers with the code that the chat user must type. */
  confirm(token: string, account: Account, networks?: Networks): Promise<string | undefined>
  /** What becomes of the welcome credits when this chat user is linked to this account, asked from these networks. */
  foreseeWelcome(user: ChatUser, account: Account, networks: Networks): Promise<Welcoming>
  /** Only the chat user who asked can finish. Rejects with `already-linked`. */
  finish(user: ChatUser, code: string): Promise<LinkOutcome>
  /** Unties the chat user, by every name of theirs, from whatever account they use; answers with it. Rejects with `not-linked`. */
  unlink(user: ChatUser): Promise<Account>
}

/** 160 random bits. */
const secretLength = 32

interface LinksPorts extends ProofPorts {
  codes: Codes
  welcome: Pick<Welcome, 'give' | 'foresee' | 'nameNetwork' | 'note'>
  requireAccount: (user: ChatUser) => Promise<Account>
  createId: CreateId
}

export function createLinks(ports: LinksPorts): Links {
  const { store, codes, welcome } = ports

  return {
    ...createLinkProofs(ports),
    async request(given, team, origin) {
      const { platform, user, name } = given
      const asker = { platform, user, name }
      if (await isTied(ports, given)) throw new CoreError('already-linked', {})
      await codes.end(codeOf(asker))
      const request = { user: asker, origin, ...(team !== undefined && { team }) }
      return await keepRequest(ports, request, ports.createId(secretLength))
    },
    async find(token) {
      const found = await findRequest(ports, token)
      if (!found) return undefined
      const { user, team } = found
      if (await isTied(ports, user)) return 'already-linked'
      return { user, ...(team !== undefined && { team }) }
    },
    async foreseeWelcome(user, account, networks) {
      return await welcome.foresee(account, user, await welcome.nameNetwork(networks))
    },
    async confirm(token, account, networks) {
      const found = await findRequest(ports, token)
      if (!found) return undefined
      const { user, team = '' } = found
      if (await isTied(ports, user)) return undefined
      if (!(await useRequest(ports, found))) return undefined
      const network = networks ? await welcome.nameNetwork(networks) : ''
      const data = { account: account.id, team, network }
      const [code] = await codes.issue(codeOf(user), { owner: account.id, data })
      return code
    },
    async finish(user, code) {
      if (await isTied(ports, user)) throw new CoreError('already-linked', {})
      const checked = await codes.check(codeOf(user), [code])
      if (checked.outcome !== 'right') return checked
      const account = await store.findAccount({ id: checked.data.account ?? '' })
      if (!account) return { outcome: 'dead' }
      const { team, network } = checked.data
      const welcoming = await tieUser(ports, user, account, { team, network })
      return welcoming === undefined ? { outcome: 'dead' } : { outcome: 'linked', account, welcoming }
    },
    async unlink(user) {
      const account = await ports.requireAccount(user)
      for await (const identity of findIdentities(store, user)) {
        await welcome.note(identity.account, identity)
        await store.deleteIdentity(identity)
      }
      return account
    },
  }
}

const codeOf = (user: ChatUser) => ({ purpose: 'link', subject: subjectOf(user) }) as const
