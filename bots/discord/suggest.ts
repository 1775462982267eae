/** Answers while a person is still typing an option. */

import {
  type APIApplicationCommandAutocompleteInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
  InteractionResponseType,
} from 'discord-api-types/v10'
import type { Log, Ports } from '#core/index.ts'
import { createAdmission, cutText, speak } from '#core/index.ts'
import type { Command } from '../command.ts'
import { cleanLine } from '../literal.ts'
import { readLocale } from '../locale.ts'
import { labelChoice } from '../named.ts'
import type { Suggest, Suggestion } from '../suggest.ts'
import { traceFault } from '../trace-fault.ts'
import type { Api } from './api.ts'
import { readUser } from './receive.ts'

/** docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const mostChoices = 25
const longestChoice = 100
/** Discord waits three seconds for suggestions; late ones are of no use. Milliseconds. */
const patience = 2_000
/** Suggestions that are looked for at once; while somebody types, only the last are of use. */
const bounds = { person: 4, team: 100, all: 400 }

/** Never rejects: where there is trouble, nothing is suggested. */
export function createSuggester(options: {
  api: Pick<Api, 'respond'>
  commands: readonly Command[]
  suggest: Suggest
  clock: Ports['clock']
  log: Log
}): (interaction: APIApplicationCommandAutocompleteInteraction) => Promise<void> {
  const { api, commands, suggest, clock, log } = options
  const admission = createAdmission(bounds)

  async function list(
    interaction: APIApplicationCommandAutocompleteInteraction,
  ): Promise<readonly Suggestion[]> {
    const { name, options: given } = interaction.data
    const focused = given.find((option) => 'focused' in option && option.focused)
    const option = commands
      .find((command) => command.name === name)
      ?.options.find((each) => each.name === focused?.name)
    const typed = focused && 'value' in focused ? String(focused.value) : ''
    if (option?.type === 'generation') return await suggest(readUser(interaction), typed, option.of)
    if (option?.type !== 'choice') return []
    const start = typed.trim().toLowerCase()
    const words = speak(readLocale(interaction.locale))
    const fitting = option.choices
      .map((choice) => ({ value: choice.value, label: labelChoice(words, choice) }))
      .filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(start))
    const own = typed.trim()
    return fitting.length === 0 && option.open?.accepts(own) ? [{ value: own, label: own }] : fitting
  }

  return async (interaction) => {
    const seat = admission.enter({ person: readUser(interaction).user, team: interaction.guild_id })
    if (typeof seat === 'string') return
    try {
      const late = new AbortController()
      const tooLate = clock.sleep(patience, late.signal).then(() => [])
      tooLate.catch(() => undefined)
      const found = await Promise.race([list(interaction).catch(() => []), tooLate])
      late.abort()
      await api.respond(interaction, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: renderSuggestions(found),
      })
    } catch (error) {
      log.debug({ interaction: interaction.id, fault: traceFault(error) }, 'Suggestions were not taken')
    } finally {
      seat.leave()
    }
  }
}

function renderSuggestions(
  suggestions: readonly Suggestion[],
): APICommandAutocompleteInteractionResponseCallbackData {
  return {
    choices: suggestions
      .filter(({ value }) => value !== '' && value.length <= longestChoice)
      .slice(0, mostChoices)
      .map(({ value, label }) => ({ name: cutText(cleanLine(label), longestChoice) || value, value })),
  }
}
