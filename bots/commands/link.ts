/** Ties the chat user to an account: asked for here, confirmed on a page, finished here by its code. */
import type { Core } from '#core/index.ts'
import { defineCommand } from '../command.ts'
import { requestLink } from '../connect.ts'
import { renderCodeForm, renderLinked, renderLinkRequest, renderWrongCode } from '../messages/link.ts'
import type { Call, Message } from '../platform.ts'
import { pressed } from '../pressed.ts'

export const link = defineCommand({
  name: 'link',
  options: pressed.link,
  isPrivate: () => true,
  async run(call, core) {
    const { code: entered } = call.options
    if (entered !== undefined) return await finish(call, core, entered)
    const address = await requestLink(call, core)
    const waiting = await core.purchases.countWaiting(call.user)
    return renderLinkRequest(call.words, address, { typed: isTyped(call), waiting })
  },
})

/** The button Enter code. */
export const enterCode = defineCommand({
  name: 'enter-code',
  options: pressed['enter-code'],
  hidden: true,
  opensForm: true,
  isPrivate: () => true,
  run: async ({ words }) => renderCodeForm(words),
})

/** What the form sends. */
export const codeEntered = defineCommand({
  name: 'code-entered',
  options: pressed['code-entered'],
  hidden: true,
  isPrivate: () => true,
  run: (call, core) => finish(call, core, call.options.code),
})

async function finish(call: Pick<Call, 'user' | 'words'>, core: Core, entered: string): Promise<Message> {
  const waits = await core.heldCalls.isHeld(call.user)
  const ended = await core.links.finish(call.user, entered)
  if (ended.outcome !== 'linked') return renderWrongCode(call.words, ended, { typed: isTyped(call) })
  const { account, welcoming } = ended
  return renderLinked(call.words, account, await core.credits.findBalance(account.id), { welcoming, waits })
}

/** The terminal has no forms: there the code is typed after the command. */
const isTyped = ({ user }: Pick<Call, 'user'>) => user.platform === 'terminal'
