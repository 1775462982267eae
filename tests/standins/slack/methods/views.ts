/** views.*: modals and the Home tab. */
import type { ApiMethod, BotCall } from '../api.ts'
import { ApiError, createShapeError } from '../api-error.ts'
import { checkView } from '../blocks/check.ts'
import { isShape, type Shape, stringIn } from '../blocks/shape.ts'
import { readJson, readText, requireText } from '../posting.ts'
import { useTrigger } from '../triggers.ts'
import { closeView, openModals, renderView, showView, updateView, type View } from '../view.ts'
import { blame, reaches, type World } from '../world.ts'

/** How deep modals may lie on one another: https://docs.slack.dev/surfaces/modals */
const deepest = 3

/** Throws `invalid_arguments` with every fault of the view. */
export async function readView(
  world: World,
  teamId: string,
  kind: View['kind'],
  view: unknown,
): Promise<Shape> {
  const faults = await checkView(world, teamId, kind, view)
  if (faults.length === 0 && isShape(view)) return view
  blame(world, `a view that Slack refuses: ${faults.join('; ')}`)
  throw createShapeError('invalid_arguments', faults)
}

function checkHash(call: BotCall, view: View): void {
  const hash = readText(call.args, 'hash')
  if (hash !== undefined && hash !== view.hash) throw new ApiError('hash_conflict')
}

function checkExternalId(world: World, view: View | undefined, content: Shape): void {
  const id = stringIn(content, 'external_id')
  const taken = [...world.views.values()].some(
    (one) => one !== view && one.open && stringIn(one.content, 'external_id') === id,
  )
  if (id !== '' && taken) throw new ApiError('duplicate_external_id')
}

/** By name. */
export const viewMethods: Record<string, ApiMethod> = {
  'views.open': {
    token: 'bot',
    scopes: [],
    tier: 4,
    async run(call) {
      const { world, args, installation } = call
      const trigger = useTrigger(call, requireText(args, 'trigger_id'))
      const { person } = trigger
      const content = await readView(
        world,
        person.team.id,
        'modal',
        readJson(args, 'view', 'invalid_arguments'),
      )
      checkExternalId(world, undefined, content)
      for (const open of openModals(world, person)) closeView(world, open)
      const view = showView(world, {
        kind: 'modal',
        person,
        botId: installation.botId,
        content,
        cause: trigger.id,
      })
      return { view: renderView(world, view) }
    },
  },

  'views.push': {
    token: 'bot',
    scopes: [],
    tier: 4,
    async run(call) {
      const { world, args, installation } = call
      const trigger = useTrigger(call, requireText(args, 'trigger_id'))
      const { person, view: below } = trigger
      const content = await readView(
        world,
        person.team.id,
        'modal',
        readJson(args, 'view', 'invalid_arguments'),
      )
      checkExternalId(world, undefined, content)
      if (!below?.open || below.kind !== 'modal') throw new ApiError('invalid_trigger_id')
      if (openModals(world, person).length >= deepest) throw new ApiError('push_limit_reached')
      const view = showView(world, {
        kind: 'modal',
        person,
        botId: installation.botId,
        content,
        below,
        cause: trigger.id,
      })
      return { view: renderView(world, view) }
    },
  },

  'views.update': {
    token: 'bot',
    scopes: [],
    tier: 4,
    async run(call) {
      const { world, args, installation } = call
      const id = readText(args, 'view_id')
      const externalId = readText(args, 'external_id')
      const view = [...world.views.values()].find(
        (one) =>
          one.open && (one.id === id || (externalId && stringIn(one.content, 'external_id') === externalId)),
      )
      if (!view || !reaches(installation, view.person.team)) throw new ApiError('not_found')
      const content = await readView(
        world,
        view.person.team.id,
        view.kind,
        readJson(args, 'view', 'invalid_arguments'),
      )
      checkExternalId(world, view, content)
      checkHash(call, view)
      updateView(world, view, content)
      return { view: renderView(world, view) }
    },
  },

  'views.publish': {
    token: 'bot',
    scopes: [],
    tier: 4,
    async run(call) {
      const { world, args, installation } = call
      const person = world.people.get(requireText(args, 'user_id'))
      if (!person || !reaches(installation, person.team)) throw new ApiError('user_not_found')
      const content = await readView(
        world,
        person.team.id,
        'home',
        readJson(args, 'view', 'invalid_arguments'),
      )
      const before = person.home
      if (before) checkHash(call, before)
      if (before) updateView(world, before, content)
      const view = before ?? showView(world, { kind: 'home', person, botId: installation.botId, content })
      return { view: renderView(world, view) }
    },
  },
}
