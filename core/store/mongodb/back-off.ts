/** Pauses between processes that write to the same place and find that another was first. */
import { setTimeout as sleep } from 'node:timers/promises'

/** How many writes another process gets through in the longest pause. */
const writes = 4
/** Milliseconds: nobody waits for longer, however long the server takes. */
const shortest = 32
const longest = 500

/**
 * Of any length, so that those who met do not meet again; longer where the server is slow. `took`: how long the write that
 * came too late was under way, in milliseconds.
 */
export const backOff = (took: number) =>
  sleep(Math.random() * Math.min(Math.max(writes * took, shortest), longest))
