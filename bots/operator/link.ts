/** Connects a chat user to the account of an e-mail address. */
import type { ChatUser } from '#core/index.ts'
import { type OperatorCommand, refuse, UsageError } from './operator-command.ts'
import { adviseIfUnsure } from './unsure.ts'

export const link: OperatorCommand = {
  name: 'link',
  summary:
    'Connects a chat user to the account of an e-mail address, and makes that account if there is none.',
  needsStore: true,
  parameters: ['identity', 'e-mail'],
  options: {},
  async run({ parameters: [identity = '', email = ''] }, { operations }) {
    const user = readIdentity(identity)
    const linked = await adviseIfUnsure(() => operations.link(user, email))
    switch (linked.outcome) {
      case 'linked': {
        const { id } = linked.account
        const line = `${identity} is connected to the account ${id} of ${linked.account.email}.`
        return { ok: true, lines: [line], data: { outcome: 'linked', account: id } }
      }
      case 'bad-address':
        throw new UsageError(`${email} isn’t an e-mail address.`)
      case 'linked-elsewhere':
        return refuse(
          linked.outcome,
          `${identity} is connected to another account, ${linked.account}. Its owner must /unlink first.`,
        )
      case 'in-debt':
        return refuse(
          linked.outcome,
          `${identity} has an account without an address, ${linked.account}, whose balance is below zero.`,
        )
      case 'busy':
        return refuse(linked.outcome, `The account ${linked.account} is being merged. Try again in a minute.`)
    }
  },
}

/** How each platform's users are named. */
const forms: Readonly<Record<ChatUser['platform'], RegExp>> = {
  terminal: /^\S+$/,
  discord: /^\d{15,20}$/,
  slack: /^[TE][A-Z0-9]+:[UW][A-Z0-9]+$/,
}

const isPlatform = (name: string): name is ChatUser['platform'] => Object.hasOwn(forms, name)

function readIdentity(text: string): Pick<ChatUser, 'platform' | 'user'> {
  const [, platform = '', user = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? []
  if (!isPlatform(platform) || !forms[platform].test(user)) {
    throw new UsageError(
      `${text} isn’t a chat user: type discord:<user id>, or slack:<workspace or organisation id>:<user id>.`,
    )
  }
  return { platform, user }
}
