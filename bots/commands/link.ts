/** Ties the chat user to an account: asked for here, confirmed on a page, finished here by its code. */
import type { Core } from '#core/index.ts'
import type { Command } from '../command.ts'
import { renderCodeForm, renderLinked, renderLinkRequest, renderWrongCode } from '../messages/link.ts'
import type { Call, Message } from '../platform.ts'

const code = {
  name: 'code',
  summary: 'The code that the page showed you',
  type: 'text',
  maxLength: 100,
} as const

export const link: Command = {
  name: 'link',
  summary: 'Connects this chat to your account, or makes you one.',
  options: [code],
  isPrivate: () => true,
  async run(call, core) {
    if (call.options.code !== undefined) return await finish(call, core)
    const token = await core.links.request(call.user, await call.team?.findName())
    return renderLinkRequest(`${core.publicUrl}/link/${token}`, { typed: isTyped(call) })
  },
}

/** The button Enter code. */
export const enterCode: Command = {
  name: 'enter-code',
  summary: 'Asks for the code that finishes linking.',
  options: [{ name: 'id', summary: 'Nothing', type: 'text', maxLength: 10 }],
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  run: async () => renderCodeForm(),
}

/** What the form sends. */
export const codeEntered: Command = {
  name: 'code-entered',
  summary: 'Finishes linking by its code.',
  options: [
    { ...code, required: true },
    { name: 'id', summary: 'Nothing', type: 'text', maxLength: 10 },
  ],
  hidden: true,
  isPrivate: () => true,
  run: finish,
}

async function finish(call: Call, core: Core): Promise<Message> {
  const ended = await core.links.finish(call.user, String(call.options.code))
  if (ended.outcome !== 'linked') return renderWrongCode(ended, { typed: isTyped(call) })
  return renderLinked(ended.account, await core.credits.findBalance(ended.account.id), ended.welcoming)
}

/** The terminal has no forms: there the code is typed after the command. */
const isTyped = ({ user }: Call) => user.platform === 'terminal'
