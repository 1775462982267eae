/** Holds requests and answers against Discord's own API description. */
import { findSpec } from '../spec.ts'
import { isObject, type Json } from './form.ts'

export interface SpecCheck {
  /** What is wrong with a call. `path` is below the version, decoded. */
  listFaults(call: {
    method: string
    path: string
    hasBody: boolean
    request: unknown
    status: number
    answer: unknown
  }): string[]
}

/** Undefined without `API_SPECS_DIR`. */
export async function findSpecCheck(): Promise<SpecCheck | undefined> {
  const spec = await findSpec('discord.openapi.json')
  return (
    spec && {
      listFaults({ method, path, hasBody, request, status, answer }) {
        const operation = spec.findOperation(method, path)
        if (!operation) return [`${method} ${path}: not in Discord's API`]
        const json = 'application/json'
        const refused = status >= 400
        return [
          ...(hasBody && !refused
            ? spec.listRequestFaults(operation, json, readableCommands(path, request))
            : []),
          ...(answer === undefined || status >= 500
            ? []
            : spec.listAnswerFaults(
                operation,
                status,
                json,
                refused ? withoutDetails(answer) : withKnownTypes(path, answer),
              )),
        ]
      },
    }
  )
}

/** The description takes `default_member_permissions` as a number; Discord's prose and its clients say a string. */
function readableCommands(path: string, request: unknown): unknown {
  if (!path.endsWith('/commands')) return request
  const read = (command: unknown) =>
    isObject(command) && typeof command.default_member_permissions === 'string'
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command
  return Array.isArray(request) ? request.map(read) : read(request)
}

/** The description knows two of the types that entitlements have by Discord's prose. */
function withKnownTypes(path: string, answer: unknown): unknown {
  if (!path.includes('/entitlements')) return answer
  const read = (entitlement: unknown) => (isObject(entitlement) ? { ...entitlement, type: 8 } : entitlement)
  return Array.isArray(answer) ? answer.map(read) : read(answer)
}

/** The description gives nested errors whole numbers as codes; Discord answers names. */
function withoutDetails(answer: unknown): unknown {
  if (!isObject(answer)) return answer
  const { errors: _errors, ...rest } = answer as Json
  return rest
}
