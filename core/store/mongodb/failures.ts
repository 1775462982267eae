/** What MongoDB's errors mean. */
import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb'

/** Whether a unique index refused a write; which one it was, servers tell differently or not at all. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11_000
}

/**
 * Whether the server went away, changed its part, or could not wait for the others: what it was asked for may be done,
 * or go on (github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml).
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true
  return error instanceof MongoServerError && passing.includes(Number(error.code))
}

/** HostUnreachable, HostNotFound, WriteConcernFailed, NetworkTimeout, ShutdownInProgress, PrimarySteppedDown, and the rest of their kind. */
const passing = [6, 7, 64, 89, 91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436]
