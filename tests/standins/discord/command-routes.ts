/** The calls that register global commands: docs.discord.com/developers/interactions/application-commands. */
import { checkCommand, entryPoint, mostCommands } from './command-limits.ts'
import { createForm, isObject, type Json } from './form.ts'
import { Refusal } from './refusals.ts'
import type { Route, RouteRequest } from './route.ts'
import type { World } from './world.ts'

export function commandRoutes(world: World): Route[] {
  const commands = '/applications/{application}/commands'
  const command = `${commands}/{command}`

  function requireApplication({ params }: RouteRequest): void {
    if (params.application !== world.application.id) throw new Refusal('wrongApplication')
  }

  function requireCommand(request: RouteRequest): Json {
    requireApplication(request)
    const known = world.commands.get(request.params.command ?? '')
    if (!known) throw new Refusal('unknownCommand')
    return known
  }

  /** Stores a checked command; one of the same type and name keeps its id. */
  function store(given: Json): Json {
    const known = findSame(world, given)
    const stored = renderCommand(world, given, known)
    world.commands.set(String(stored.id), stored)
    world.changed()
    return stored
  }

  return [
    {
      name: 'list-commands',
      method: 'GET',
      path: commands,
      handle(request) {
        requireApplication(request)
        const localized = request.query.get('with_localizations') === 'true'
        const list = [...world.commands.values()]
        return { status: 200, body: localized ? list : list.map(withoutLocalizations) }
      },
    },
    {
      name: 'set-commands',
      method: 'PUT',
      path: commands,
      handle(request) {
        requireApplication(request)
        const list = Array.isArray(request.json) ? request.json.filter(isObject) : []
        const form = createForm()
        for (const [index, given] of list.entries()) checkCommand(form, given, [index])
        const keys = list.map(describe)
        form.expect(new Set(keys).size === keys.length, [], 'APPLICATION_COMMANDS_DUPLICATE_NAME')
        form.finish()
        refuseTooMany(list)
        const entryPoints = [...world.commands.values()].filter(({ type }) => type === entryPoint)
        if (!entryPoints.every((known) => keys.includes(describe(known)))) {
          throw new Refusal('entryPointMissing')
        }
        const stored = list.map((given) => renderCommand(world, given, findSame(world, given)))
        world.commands = new Map(stored.map((one) => [String(one.id), one]))
        world.changed()
        return { status: 200, body: stored }
      },
    },
    {
      name: 'create-command',
      method: 'POST',
      path: commands,
      handle(request) {
        requireApplication(request)
        check(request.body)
        const known = findSame(world, request.body)
        if (!known) refuseTooMany([...world.commands.values(), request.body])
        return { status: known ? 200 : 201, body: store(request.body) }
      },
    },
    {
      name: 'get-command',
      method: 'GET',
      path: command,
      handle: (request) => ({ status: 200, body: requireCommand(request) }),
    },
    {
      name: 'edit-command',
      method: 'PATCH',
      path: command,
      handle(request) {
        const known = requireCommand(request)
        const changed = { ...known, ...request.body }
        check(changed)
        const stored = renderCommand(world, changed, known)
        world.commands.set(String(known.id), stored)
        return { status: 200, body: stored }
      },
    },
    {
      name: 'delete-command',
      method: 'DELETE',
      path: command,
      handle(request) {
        world.commands.delete(String(requireCommand(request).id))
        return { status: 204 }
      },
    },
  ]
}

function check(command: Json): void {
  const form = createForm()
  checkCommand(form, command, [])
  form.finish()
}

function refuseTooMany(commands: readonly Json[]): void {
  for (const [type, most] of Object.entries(mostCommands)) {
    const count = commands.filter((command) => Number(command.type ?? 1) === Number(type)).length
    if (count > most) throw new Refusal('tooManyCommands')
  }
}

function describe(command: Json): string {
  return `${command.type ?? 1} ${command.name}`
}

function findSame(world: World, command: Json): Json | undefined {
  return [...world.commands.values()].find((known) => describe(known) === describe(command))
}

/** As Discord answers it: with an id, a version and what the bot left to the default. */
function renderCommand(world: World, given: Json, known: Json | undefined): Json {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  const permissions = given.default_member_permissions ?? null
  return {
    type: 1,
    description: '',
    nsfw: false,
    integration_types: [0],
    contexts: null,
    name_localizations: null,
    description_localizations: null,
    ...said,
    default_member_permissions: permissions === null ? null : String(permissions),
    id: known?.id ?? world.nextId(),
    application_id: world.application.id,
    version: world.nextId(),
  }
}

function withoutLocalizations(command: Json): Json {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command
  return rest
}
