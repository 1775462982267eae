/** Pauses between processes that write to the same place and find that another was first. */
import { setTimeout as sleep } from 'node:timers/promises'

/** In which another process gets some of its writes through, of a few milliseconds each. Milliseconds. */
const longest = 32

/** Of any length, so that those who met do not meet again. */
export const backOff = () => sleep(Math.random() * longest)
