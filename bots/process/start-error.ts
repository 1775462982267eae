/** What an operator reads when the program cannot start: a sentence for each cause, and the variable to look at. */
import { ConfigError } from '#core/config.ts'
import { hasCode } from '#core/errors.ts'
import { VersionError } from '#core/index.ts'

/** One line per fault, each ending in a line break. */
export function renderStartError(error: unknown): string {
  if (error instanceof ConfigError) {
    const faults = error.faults.map(({ variable, problem }) => `  ${variable} ${problem}\n`)
    return `imgsrc bot cannot start, because of its configuration:\n${faults.join('')}`
  }
  return `imgsrc bot cannot start: ${explain(error)}\n`
}

function explain(error: unknown): string {
  if (hasCode(error, 'store-unavailable')) {
    if (error.cause instanceof VersionError) return error.cause.message
    return `the store cannot be opened (${findCause(error).message}); look at DATA_DIR, or MONGODB_URI where it is set.`
  }
  if (!(error instanceof Error)) return String(error)
  const { path, code, message } = error as NodeJS.ErrnoException
  return path === undefined ? message : `the data folder, DATA_DIR, cannot be used: ${path} (${code}).`
}

/** The innermost cause: what the system or a vendor said. */
function findCause(error: Error): Error {
  return error.cause instanceof Error ? findCause(error.cause) : error
}
