/** What a REST route is. */
import type { MessageRequest } from './message-contents.ts'

export interface RouteRequest extends MessageRequest {
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The JSON as sent, where it is no object. */
  json: unknown
  /** The body was a form, not JSON. */
  isForm: boolean
  /** The header, as sent. */
  authorization: string | undefined
}

export interface RouteAnswer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

export interface Route {
  /** For rate limits, for causing trouble and for looking at requests. */
  name: RouteName
  method: string
  /** Below `/api/v10`, parameters in braces. */
  path: string
  /** Works without the bot's token: the path has one of its own. */
  open?: true
  /** Discord's API description does not have it. */
  unlisted?: true
  handle(request: RouteRequest): RouteAnswer
}

export type RouteName =
  | 'authorization'
  | 'authorize'
  | 'gateway'
  | 'token'
  | 'user'
  | 'application'
  | 'oauth-application'
  | 'create-dm'
  | 'list-commands'
  | 'get-command'
  | 'set-commands'
  | 'create-command'
  | 'edit-command'
  | 'delete-command'
  | 'callback'
  | 'get-original'
  | 'edit-original'
  | 'delete-original'
  | 'create-follow-up'
  | 'get-follow-up'
  | 'edit-follow-up'
  | 'delete-follow-up'
  | 'get-guild'
  | 'get-channel'
  | 'list-messages'
  | 'get-message'
  | 'create-message'
  | 'edit-message'
  | 'delete-message'
  | 'list-entitlements'
  | 'get-entitlement'
  | 'consume-entitlement'

/** The parameters of a path that fits the template; undefined when it does not. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = value
    else if (part !== value) return undefined
  }
  return params
}
