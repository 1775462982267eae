/** Shows a call's last message by its interaction's token, so that whoever should see it does, and no one else. */
import type { Message } from '../platform.ts'
import type { Webhook } from './api.ts'
import { readTrouble } from './errors.ts'
import { type RenderOptions, renderMessage } from './render.ts'

/** Who sees the answer: settled by the first response, for good. */
export type Audience = 'everyone' | 'caller'

/**
 * One visible result: the answer changed; or, where it is everybody's and the message is not, the answer taken
 * away and the message shown to the caller alone. An answer that somebody deleted is given anew. Rejects with
 * what Discord said.
 */
export async function showByToken(
  webhook: Webhook,
  audience: Audience,
  message: Message,
  options: RenderOptions,
): Promise<void> {
  const rendered = await renderMessage(message, options)
  if (message.private && audience === 'everyone') {
    // While the answer still "thinks", Discord would put the next message in its place, for all to see.
    await webhook.remove()
    return await webhook.follow(rendered, true)
  }
  try {
    await webhook.edit(rendered)
  } catch (error) {
    const trouble = readTrouble(error)
    if (trouble === 'message-gone') await webhook.follow(rendered, audience === 'caller')
    else if (trouble === 'too-large')
      await webhook.edit(await renderMessage(message, { ...options, fileSize: 0 }))
    else throw error
  }
}
