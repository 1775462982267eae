/** Where a form was opened, kept in the form itself and sealed, so that nobody else can say where its answer goes. */
import type { Seals } from '#core/index.ts'
import { type Carried, listParts, renderCarried } from './form.ts'
import type { Received } from './receive.ts'

export interface FormPlaces {
  carry(what: Pick<Carried, 'command' | 'id'>, opened: Received): Promise<Carried>
  /** What a form says is believed if this program has said it for that person; else they are answered alone. */
  believe(received: Received): Promise<Received>
}

const purpose = 'slack-form'

export function createFormPlaces(seals: Seals): FormPlaces {
  return {
    async carry(what, { place, hook }) {
      const carried: Carried = { ...what, ...renderCarried(place, hook) }
      return { ...carried, seal: await seals.seal(purpose, place.person, ...listParts(carried)) }
    },
    async believe(received) {
      const { claim, place, hook: _, ...others } = received
      if (!claim) return received
      if (await seals.isSealed(claim.seal, purpose, place.person, ...claim.parts)) return received
      const { thread: __, ...there } = place
      return { ...others, place: { ...there, channel: '', direct: true } }
    },
  }
}
