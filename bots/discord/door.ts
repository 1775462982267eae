/** The door for all calls from Discord, before they are acknowledged: they are let in, or told at once that there is too much. */
import { type Admit, type Admitted, isTurnedAway } from '../admit.ts'
import { readLocale } from '../locale.ts'
import { createRemembered } from '../remembered.ts'
import type { Api } from './api.ts'
import { type CallInteraction, readUser } from './receive.ts'
import type { RenderOptions } from './render.ts'
import { sayAtOnce } from './say-at-once.ts'

export interface Door {
  /** Undefined for whoever is turned away; they hear so. */
  enter(interaction: CallInteraction): Admitted | undefined
  /** The language of somebody who was here lately, by their Discord id. */
  recallLocale(user: string): string | undefined
}

/** People whose language is remembered. */
const mostHeard = 5_000

export function createDoor(options: {
  admit: Admit
  api: Pick<Api, 'respond'>
  render: Omit<RenderOptions, 'fileSize'>
}): Door {
  const locales = createRemembered<string>(mostHeard)

  return {
    enter(interaction) {
      const team = interaction.guild_id
      const person = readUser(interaction).user
      const locale = readLocale(interaction.locale)
      if (locale !== undefined) locales.keep(person, locale)
      const entered = options.admit.enter({ platform: 'discord', team, person }, locale)
      if (!isTurnedAway(entered)) return entered
      void entered.tell(() => sayAtOnce(interaction, entered.message, options))
      return undefined
    },
    recallLocale: locales.find,
  }
}
