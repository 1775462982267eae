/** Trigger ids: given with every action of a person, good once and for three seconds. */
import { randomBytes } from 'node:crypto'
import type { BotCall } from './api.ts'
import { ApiError } from './api-error.ts'
import type { Person } from './person.ts'
import type { View } from './view.ts'
import { blame, reaches, type Trigger, type World } from './world.ts'

/** https://docs.slack.dev/interactivity/handling-user-interaction */
const triggerLife = 3_000

let issued = 0

/** `view` is the modal the person was in, which a push goes on top of. */
export function createTrigger(world: World, person: Person, view: View | undefined): Trigger {
  issued += 1
  const id = `${issued}${Math.floor(world.clock.now() / 1000)}.${issued}.${randomBytes(16).toString('hex')}`
  const trigger: Trigger = { id, person, at: world.clock.now(), used: false, view }
  world.triggers.set(id, trigger)
  return trigger
}

/** Uses it up. Throws `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`. */
export function useTrigger(call: BotCall, id: string): Trigger {
  const trigger = call.world.triggers.get(id)
  if (!trigger || !reaches(call.installation, trigger.person.team)) throw new ApiError('invalid_trigger_id')
  const refusal = trigger.used
    ? 'exchanged_trigger_id'
    : call.world.clock.now() - trigger.at > triggerLife
      ? 'expired_trigger_id'
      : undefined
  if (refusal) {
    blame(call.world, `a trigger id used in vain: ${refusal}`)
    throw new ApiError(refusal)
  }
  trigger.used = true
  return trigger
}
