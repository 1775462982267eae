/** Checks bodies against a vendor's official API description, so that neither the bot nor a stand-in drifts from it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** One OpenAPI document. Operations are named by method and path template: `post /images/generations`. */
export interface Spec {
  /** The operation a request belongs to. `path` is as sent, decoded, without the vendor's base path and query. */
  findOperation(method: string, path: string): string | undefined
  /** What is wrong with a request's body; empty when nothing is. */
  listRequestFaults(operation: string, mediaType: string, body: unknown): string[]
  /** What is wrong with an answer's body; empty when nothing is. */
  listAnswerFaults(operation: string, status: number, mediaType: string, body: unknown): string[]
}

/** A piece of the document; its shape is the vendor's. */
type Node = Record<string, unknown>

const name = 'spec'

/** Each is large, and what is compiled of it serves all stand-ins of a process. */
const reading = new Map<string, Promise<Spec>>()

/**
 * Reads `file` from the folder `API_SPECS_DIR` names, once. Undefined without that variable, so that a machine
 * without the descriptions checks nothing; rejects when the folder lacks the file.
 */
export async function findSpec(file: string, folder = process.env.API_SPECS_DIR): Promise<Spec | undefined> {
  if (!folder) return undefined
  const path = join(folder, file)
  const spec = reading.get(path) ?? readSpec(path, file)
  reading.set(path, spec)
  return await spec
}

async function readSpec(path: string, file: string): Promise<Spec> {
  const document = toJsonSchema(JSON.parse(await readFile(path, 'utf8'))) as Node
  const read = { strict: false, allErrors: true, validateSchema: false, logger: false } as const
  // To compile takes longer than to check: what is referred to is compiled once, and as it comes.
  const ajv = new Ajv2020({ ...read, inlineRefs: false, code: { optimize: false } })
  formats.default(ajv)
  ajv.addSchema(document, name)

  function listFaults(pointer: string[] | undefined, place: string, body: unknown): string[] {
    if (!pointer) return [`${place}: not in ${file}`]
    const validate = ajv.getSchema(`${name}#/${pointer.map(escapePointer).join('/')}`)
    if (!validate) return [`${place}: no schema in ${file}`]
    if (validate(body)) return []
    return (validate.errors ?? []).map((error) => `${place}${error.instancePath}: ${error.message}`)
  }

  /** Where the schema of a body lies: through `$ref`s, to the entry for its media type. */
  function findSchema(start: string[], mediaType: string): string[] | undefined {
    const [content, at] = follow(document, start)
    const media = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
    const found = readNode(content?.content)?.[media]
    return found ? [...at, 'content', media, 'schema'] : undefined
  }

  return {
    findOperation(method, path) {
      const templates = Object.entries(readNode(document.paths) ?? {})
        .filter(
          ([template, item]) => method.toLowerCase() in (readNode(item) ?? {}) && matches(template, path),
        )
        .map(([template]) => template)
        .sort((one, other) => one.split('{').length - other.split('{').length)
      return templates[0] && `${method.toLowerCase()} ${templates[0]}`
    },
    listRequestFaults(operation, mediaType, body) {
      const [method = '', path = ''] = operation.split(' ')
      const schema = findSchema(['paths', path, method, 'requestBody'], mediaType)
      return listFaults(schema, `request ${operation} ${mediaType}`, body)
    },
    listAnswerFaults(operation, status, mediaType, body) {
      const [method = '', path = ''] = operation.split(' ')
      const answers = readNode(follow(document, ['paths', path, method])[0]?.responses) ?? {}
      const key = [String(status), `${String(status)[0]}XX`, 'default'].find(
        (candidate) => candidate in answers,
      )
      const schema = key && findSchema(['paths', path, method, 'responses', key], mediaType)
      return listFaults(schema || undefined, `answer ${status} ${operation} ${mediaType}`, body)
    },
  }
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith('{') ? given[at] !== '' : part === given[at]))
  )
}

/** The node at a pointer and the pointer it is really at, once every `$ref` on the way is followed. */
function follow(document: Node, pointer: string[]): [Node | undefined, string[]] {
  let node: Node | undefined = document
  let at: string[] = []
  for (const part of pointer) {
    node = readNode(node?.[part])
    at = [...at, part]
    while (typeof node?.$ref === 'string') {
      at = node.$ref.slice(2).split('/').map(unescapePointer)
      node = at.reduce<Node | undefined>((inner, step) => readNode(inner?.[step]), document)
    }
  }
  return [node, at]
}

/** OpenAPI 3.0's `nullable` and boolean `exclusiveMinimum` and `exclusiveMaximum`, said as JSON Schema says them. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema)
  const node = readNode(value)
  if (!node) return value
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [key, toJsonSchema(inner)]),
  )
  for (const bound of ['Minimum', 'Maximum']) {
    const exclusive = `exclusive${bound}`
    const inclusive = bound.toLowerCase()
    if (rest[exclusive] === true) {
      rest[exclusive] = rest[inclusive]
      delete rest[inclusive]
    } else if (rest[exclusive] === false) delete rest[exclusive]
  }
  if (typeof nullable !== 'boolean') return nullable === undefined ? rest : { ...rest, nullable }
  return nullable ? { anyOf: [{ type: 'null' }, rest] } : rest
}

function readNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
}
