/** A modal or a Home tab: what it shows now, what it showed before, and the words a person would send with it. */
import { completeBlocks, renderShapes, type Shape, shapeIn, shapesIn, stringIn } from './blocks/shape.ts'
import { createSlackId, randomText } from './ids.ts'
import type { Change } from './message.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Ids never change; `hash` does with every update. */
export interface View {
  id: string
  kind: 'modal' | 'home'
  person: Person
  botId: string
  /** The view as the app sent it, blocks and elements with their ids. */
  content: Shape
  versions: { at: number; content: Shape }[]
  hash: string
  rootId: string
  previousId: string | undefined
  open: boolean
  /** Field errors the last submission was answered with, by block id. */
  errors: Readonly<Record<string, string>>
  /** Slack's own complaint to the person, when a submission went unanswered. */
  trouble: string | undefined
  /** What people have chosen so far, as `view.state.values`. */
  values: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** The trigger id it was opened with. */
  cause: string | undefined
}

/** Puts a view before a person; a pushed one names the view under it. */
export function showView(
  world: World,
  given: { kind: View['kind']; person: Person; botId: string; content: Shape; below?: View; cause?: string },
): View {
  const id = createSlackId('V')
  const view: View = {
    id,
    kind: given.kind,
    person: given.person,
    botId: given.botId,
    content: given.content,
    versions: [],
    hash: '',
    rootId: given.below?.rootId ?? id,
    previousId: given.below?.id,
    open: true,
    errors: {},
    trouble: undefined,
    values: {},
    cause: given.cause,
  }
  world.views.set(id, view)
  setContent(world, view, given.content)
  tellView(world, view, given.kind === 'home' ? 'published' : given.below ? 'pushed' : 'opened')
  return view
}

/** Gives it a new hash and clears errors. */
export function updateView(world: World, view: View, content: Shape): void {
  setContent(world, view, content)
  tellView(world, view, view.kind === 'home' ? 'published' : 'updated')
}

/** Closing twice is closing once. */
export function closeView(world: World, view: View): void {
  if (!view.open) return
  view.open = false
  tellView(world, view, 'closed')
}

/** The modals a person has before them, the topmost last. */
export function openModals(world: World, person: Person): readonly View[] {
  return [...world.views.values()].filter(
    (view) => view.open && view.kind === 'modal' && view.person === person,
  )
}

function setContent(world: World, view: View, content: Shape): void {
  view.content = { ...content, blocks: completeBlocks(shapesIn(content, 'blocks')) }
  view.hash = `${Math.floor(world.clock.now() / 1000)}.${randomText(8)}`
  view.errors = {}
  view.trouble = undefined
  view.versions.push({ at: world.clock.now(), content: view.content })
}

/** Tells everybody who waits that a view changed. */
export function tellView(world: World, view: View, kind: Extract<Change, { view: View }>['kind']): void {
  world.history.push({ at: world.clock.now(), kind, view })
  world.changes.emit('change')
}

/** The view as payloads and answers carry it. */
export function renderView(world: World, view: View): Record<string, unknown> {
  const { content, person } = view
  return {
    id: view.id,
    team_id: person.team.id,
    type: view.kind,
    blocks: renderShapes(shapesIn(content, 'blocks')),
    private_metadata: stringIn(content, 'private_metadata'),
    callback_id: stringIn(content, 'callback_id'),
    external_id: stringIn(content, 'external_id'),
    state: { values: view.values },
    hash: view.hash,
    title: renderShapes(shapeIn(content, 'title')) ?? { type: 'plain_text', text: 'View Title', emoji: true },
    submit: renderShapes(shapeIn(content, 'submit')) ?? null,
    close: renderShapes(shapeIn(content, 'close')) ?? null,
    clear_on_close: content.clear_on_close === true,
    notify_on_close: content.notify_on_close === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    app_id: world.settings.id,
    app_installed_team_id: person.team.id,
    bot_id: view.botId,
  }
}
