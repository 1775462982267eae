/** Tells a person that what they asked came in a form that cannot be read, where Discord says how to tell them. */
import { InteractionType } from 'discord-api-types/v10'
import { z } from 'zod'
import { type Log, speak } from '#core/index.ts'
import { inLanguage } from '../in-language.ts'
import { readLocale } from '../locale.ts'
import { renderUnreadable } from '../messages/refusal.ts'
import { traceFault } from '../trace-fault.ts'
import type { Api } from './api.ts'
import { id, token } from './interaction.ts'
import type { RenderOptions } from './render.ts'
import { sayAtOnce } from './say-at-once.ts'

/** What it takes to answer; of those kinds that somebody waits for. */
const answerable = z.object({
  id,
  application_id: id,
  token,
  locale: z.unknown(),
  type: z.literal([
    InteractionType.ApplicationCommand,
    InteractionType.MessageComponent,
    InteractionType.ModalSubmit,
  ]),
})

/** Never rejects. Nothing was begun, so nothing was charged. */
export async function refuseUnreadable(
  given: object,
  { api, render, log }: { api: Pick<Api, 'respond'>; render: Omit<RenderOptions, 'fileSize'>; log: Log },
): Promise<void> {
  const { data: interaction } = answerable.safeParse(given)
  if (!interaction) return
  try {
    const words = speak(readLocale(interaction.locale))
    const message = inLanguage(words, renderUnreadable(words, `discord:${interaction.id}`), 'discord')
    await sayAtOnce(interaction, message, { api, render })
  } catch (error) {
    log.debug({ interaction: interaction.id, fault: traceFault(error) }, 'A refusal was not taken')
  }
}
