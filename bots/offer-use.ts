/** Offers to draw from what a free utility made of a picture that somebody brought. */
import type { Core } from '#core/index.ts'
import { findWords } from './find-audience.ts'
import { renderUse } from './messages/use-made.ts'
import type { OptionsOf } from './option.ts'
import type { Attachment, Button, Call } from './platform.ts'
import { isSealed, sealPress } from './press.ts'
import { type pressed, pressPart } from './pressed.ts'

type Options = OptionsOf<(typeof pressed)['use-made']>
type Made = Options & Required<Pick<Options, 'tool'>>

/**
 * Nothing of it is kept for that: a platform hands over the message again with what was made, or finds again what was
 * brought, for whoever brought it alone. None where it does neither, or where a drawing was brought, which models do not take.
 */
export async function offerUse(
  call: Pick<Call, 'user' | 'findShown' | 'alone' | 'words' | 'roomWords'>,
  core: Pick<Core, 'seals'>,
  { tool, private: hidden = false, ...made }: Made,
  brought: { image: Attachment; isDrawing?: boolean },
): Promise<Button[]> {
  const words = findWords(call, hidden)
  if (call.findShown) return [renderUse(words, { tool, private: hidden })]
  const picture = brought.image.reference
  if (picture === undefined || brought.isDrawing === true) return []
  const { seal: proof = '' } = await sealPress(core.seals, call.user, name(picture))
  return [renderUse(words, { ...made, tool, private: hidden, picture, proof })]
}

/** Whether it was offered to this person. */
export const isOffered = (
  { user }: Pick<Call, 'user'>,
  core: Pick<Core, 'seals'>,
  { picture = '', proof = '' }: Options,
): Promise<boolean> => isSealed(core.seals, user, { ...name(picture), seal: proof })

const name = (picture: string) => pressPart('use-made', { picture })
