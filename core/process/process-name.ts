/** Names this process among all that may share a store, and tells whether another one still works. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

export interface ProcessName {
  /** Unique per start. */
  owner: string
  /** Whether the process of that name may still be working. */
  isAlive(owner: string): boolean
}

/**
 * On one machine a process id tells who is alive; on another nothing does, and a lease must run out. Machines are told
 * apart by what Linux gives each boot and each set of process ids, since hosts and containers may be called alike, and
 * two containers may share a file. So a container that was started again waits a minute for what it left when it was
 * killed, and a process that was started again does not.
 */
export function nameProcess(): ProcessName {
  const machine = `${hostname()}.${digestMachine()}`
  return {
    owner: `${machine}:${process.pid}:${randomBytes(6).toString('hex')}`,
    isAlive(owner) {
      const [other, pid] = owner.split(':')
      if (other !== machine) return true
      return Number(pid) !== process.pid && isRunning(Number(pid))
    },
  }
}

function digestMachine(): string {
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const processIds = read(() => readlinkSync('/proc/self/ns/pid'))
  return createHash('sha256').update(`${boot}${processIds}`).digest('hex').slice(0, 12)
}

/** Nothing where the system tells no such thing. */
function read(source: () => string): string {
  try {
    return source()
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
