/** A person sends a modal, or closes it. */
import { ApiError } from '../api-error.ts'
import { flattenBlocks, isShape, shapesIn } from '../blocks/shape.ts'
import type { Acknowledgement } from '../delivery.ts'
import { type ActionOptions, Interaction } from '../interaction.ts'
import { readView } from '../methods/views.ts'
import { renderActor, renderFile } from '../payloads.ts'
import type { Person } from '../person.ts'
import { createTrigger } from '../triggers.ts'
import { closeView, openModals, renderView, showView, tellView, updateView, type View } from '../view.ts'
import { blame, findInstallation, type World } from '../world.ts'
import { type Entries, fillForm } from './form-values.ts'
import { type Upload, upload } from './talk.ts'

export interface SubmitOptions extends ActionOptions {
  /** By the block that they are uploaded into. */
  files?: Readonly<Record<string, readonly Upload[]>>
}

/** Throws when the view is not the person's topmost modal, or Slack's client would not send it so. */
export function submitView(
  world: World,
  person: Person,
  view: View,
  entries: Entries,
  { files = {}, ...options }: SubmitOptions,
): Interaction {
  if (openModals(world, person).at(-1) !== view)
    throw new Error(`${person.name} does not have that modal on top`)
  const uploads = Object.entries(files).map(([block, given]) => [
    block,
    given.map((file) => renderFile(world, upload(world, person, file))),
  ])
  view.values = fillForm(view, entries, Object.fromEntries(uploads))
  const trigger = createTrigger(world, person, view)
  const installation = findInstallation(world, person.team)
  if (!installation) return new Interaction(world, person, { id: trigger.id, parcel: undefined })
  const payload = {
    type: 'view_submission',
    ...renderActor(world, person, installation),
    trigger_id: trigger.id,
    view: renderView(world, view),
    response_urls: [],
  }
  return new Interaction(world, person, {
    id: trigger.id,
    parcel: { kind: 'interactive', payload, acceptsAnswer: true },
    options,
    apply: (ack) => apply(world, view, trigger.id, ack),
  })
}

async function apply(world: World, view: View, cause: string, ack: Acknowledgement): Promise<void> {
  if (!view.open) return
  if (!ack.ok) return trouble(world, view)
  const answer = isShape(ack.body) ? ack.body : { type: '' }
  try {
    await obey(world, view, cause, answer.response_action, answer)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    trouble(world, view)
  }
}

async function obey(world: World, view: View, cause: string, action: unknown, answer: object): Promise<void> {
  const { view: next, errors } = answer as { view?: unknown; errors?: Record<string, string> }
  const { person, botId } = view
  if (action === undefined) return closeView(world, view)
  if (action === 'errors') return showErrors(world, view, errors ?? {})
  if (action === 'clear') {
    for (const one of openModals(world, person)) closeView(world, one)
    return
  }
  const content = await readView(world, person.team.id, 'modal', next)
  if (action === 'update') return updateView(world, view, content)
  if (action === 'push')
    return void showView(world, { kind: 'modal', person, botId, content, below: view, cause })
  blame(world, `an unknown response_action: ${String(action)}`)
  trouble(world, view)
}

function showErrors(world: World, view: View, errors: Record<string, string>): void {
  const inputs = flattenBlocks(shapesIn(view.content, 'blocks')).filter((block) => block.type === 'input')
  const unknown = Object.keys(errors).filter((id) => !inputs.some((block) => block.block_id === id))
  if (unknown.length > 0 || Object.keys(errors).length === 0) {
    blame(world, `errors for no input of the modal: ${unknown.join(', ')}`)
    trouble(world, view)
  } else {
    view.errors = errors
    tellView(world, view, 'updated')
  }
}

function trouble(world: World, view: View): void {
  view.trouble = 'We had some trouble connecting. Try again?'
  tellView(world, view, 'updated')
}

/** Closes it; the app hears of it only where the view asks for that. */
export function dismissView(world: World, person: Person, view: View, options: ActionOptions): Interaction {
  closeView(world, view)
  const { id } = createTrigger(world, person, undefined)
  const installation = findInstallation(world, person.team)
  const told = installation && view.content.notify_on_close === true
  if (!told) return new Interaction(world, person, { id, parcel: undefined })
  const actor = renderActor(world, person, installation)
  const payload = { type: 'view_closed', ...actor, view: renderView(world, view), is_cleared: false }
  return new Interaction(world, person, {
    id,
    parcel: { kind: 'interactive', payload, acceptsAnswer: false },
    options,
  })
}
