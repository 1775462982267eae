/** The door for all calls from Discord, before they are acknowledged: they are let in, or told at once that there is too much. */
import { type Admit, type Admitted, isTurnedAway } from '../admit.ts'
import { readLocale } from '../locale.ts'
import type { Api } from './api.ts'
import { type CallInteraction, readUser } from './receive.ts'
import type { RenderOptions } from './render.ts'
import { sayAtOnce } from './say-at-once.ts'

export interface Door {
  /** Undefined for whoever is turned away; they hear so. */
  enter(interaction: CallInteraction): Admitted | undefined
}

export function createDoor(options: {
  admit: Admit
  api: Pick<Api, 'respond'>
  render: Omit<RenderOptions, 'fileSize'>
}): Door {
  return {
    enter(interaction) {
      const { guild_id: team, locale } = interaction
      const caller = { platform: 'discord', team, person: readUser(interaction).user } as const
      const entered = options.admit.enter(caller, readLocale(locale))
      if (!isTurnedAway(entered)) return entered
      void entered.tell(() => sayAtOnce(interaction, entered.message, options))
      return undefined
    },
  }
}
