/** Fails any test that writes to console.error, leaves a rejection unhandled, or reaches past this machine. */
import net from 'node:net'
import { afterEach, expect } from 'vitest'

/** Node's own sender of requests is there before that of an SDK, as it is in the program: SDKs share the first that comes. */
void new Request('http://127.0.0.1')

const kept = Symbol.for('faults of tests')
/** Of this process: files that share one share them too, since a fault may show after its file is done. */
const shared = globalThis as { [kept]?: string[] }
const faults = shared[kept] ?? watch()

function watch(): string[] {
  const found: string[] = []
  shared[kept] = found
  refuseOthers(found)
  hearErrors(found)
  return found
}

function refuseOthers(found: string[]): void {
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = function (this: net.Socket, ...parts: unknown[]) {
    const target = readTarget(parts)
    if (target && !isLoopback(target)) {
      found.push(`a connection to ${target}`)
      throw new Error(`Tests stay on loopback: refused a connection to ${target}`)
    }
    return Reflect.apply(connect, this, parts)
  } as typeof connect
}

function readTarget(parts: unknown[]): string | undefined {
  const first = Array.isArray(parts[0]) ? parts[0][0] : parts[0]
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string; path?: string }
    return path ? undefined : (host ?? 'localhost')
  }
  return typeof first === 'number' ? (typeof parts[1] === 'string' ? parts[1] : 'localhost') : undefined
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::)$/.test(host)
}

function hearErrors(found: string[]): void {
  // biome-ignore lint/suspicious/noConsole: this is what catches the others
  const consoleError = console.error
  console.error = (...parts: unknown[]) => {
    found.push(`console.error: ${parts.map(String).join(' ')}`)
    consoleError(...parts)
  }
}

afterEach(() => {
  expect(faults.splice(0), 'what a test must not do').toEqual([])
})
