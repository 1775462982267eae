/** Shows a call's last message by its interaction's token, so that whoever should see it does, and no one else. */
import { CoreError } from '#core/errors.ts'
import { inLanguage } from '../in-language.ts'
import type { Language } from '../locale.ts'
import { renderEndedElsewhere, renderWithoutWords } from '../messages/blocked.ts'
import type { Message } from '../platform.ts'
import type { Webhook } from './api.ts'
import { readTrouble, type Trouble } from './errors.ts'
import { type Rendered, type RenderOptions, renderMessage } from './render.ts'

/** Who sees the answer: settled by the first response, for good. */
export type Audience = 'everyone' | 'caller'

/** After these, the token shows nothing at all. */
const final: readonly Trouble[] = ['late', 'expired', 'busy', 'mistake']

/**
 * One visible result: the answer changed; or, where it is everybody's and the message is not, the answer taken
 * away and the message shown to the caller alone. An answer that somebody deleted is given anew; one whose files are
 * not taken has links instead; one whose words the server's AutoMod blocks is shown to the caller, without them.
 * Rejects with what Discord said.
 */
export async function showByToken(
  webhook: Webhook,
  audience: Audience,
  message: Message,
  options: RenderOptions,
  { words }: Pick<Language, 'words'>,
): Promise<void> {
  try {
    await showAsItIs(webhook, audience, message, options)
  } catch (error) {
    if (readTrouble(error) !== 'blocked') throw error
    const wordless = { ...inLanguage(words, renderWithoutWords(words, message), 'discord'), private: true }
    await showAsItIs(webhook, audience, wordless, options)
  }
}

/** Lets no progress outlive what it was of, where the end cannot be shown: words in its place, or nothing. */
export async function endAnswer(
  webhook: Webhook,
  options: RenderOptions,
  { roomWords }: Pick<Language, 'roomWords'>,
): Promise<void> {
  try {
    const ended = inLanguage(roomWords, renderEndedElsewhere(roomWords), 'discord')
    await webhook.editOnce(await renderMessage(ended, options))
  } catch {
    await webhook.remove()
  }
}

async function showAsItIs(
  webhook: Webhook,
  audience: Audience,
  message: Message,
  options: RenderOptions,
): Promise<void> {
  if (!message.private || audience === 'caller') {
    return await withoutFiles(message, options, (rendered) => edit(webhook, audience, rendered))
  }
  // While the answer still "thinks", Discord would put the next message in its place, for all to see.
  await webhook.remove()
  await withoutFiles(message, options, (rendered) => webhook.follow(rendered, true))
}

async function edit(webhook: Webhook, audience: Audience, rendered: Rendered): Promise<void> {
  try {
    await webhook.edit(rendered)
  } catch (error) {
    if (readTrouble(error) !== 'message-gone') throw error
    await webhook.follow(rendered, audience === 'caller')
  }
}

/** Whatever the reason for which a message with files was not taken, it is said once more with links in their place. */
async function withoutFiles(
  message: Message,
  options: RenderOptions,
  say: (rendered: Rendered) => Promise<void>,
): Promise<void> {
  const rendered = await renderMessage(message, options)
  try {
    await say(rendered)
  } catch (error) {
    const trouble = readTrouble(error)
    const isOver = error instanceof CoreError || final.includes(trouble) || trouble === 'blocked'
    if (rendered.files.length === 0 || isOver) throw error
    await say(await renderMessage(message, { ...options, fileSize: 0 }))
  }
}
