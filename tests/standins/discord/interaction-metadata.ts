/** What a message tells of the interaction it answers. */
import type { Json } from './form.ts'
import { type Interaction, interactionType } from './interaction.ts'
import { renderUser } from './users.ts'

export function renderInteractionMetadata(interaction: Interaction): Json {
  const base = {
    id: interaction.id,
    type: interaction.type,
    user: renderUser(interaction.user),
    authorizing_integration_owners: interaction.owners,
  }
  if (interaction.type === interactionType.component) {
    return { ...base, interacted_message_id: interaction.source?.id }
  }
  if (interaction.type === interactionType.modal && interaction.parent) {
    return { ...base, triggering_interaction_metadata: renderInteractionMetadata(interaction.parent) }
  }
  return base
}
