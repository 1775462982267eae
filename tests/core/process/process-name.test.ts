/** Tests who counts as alive among the processes that share a store. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { expect, it, onTestFinished } from 'vitest'
import { nameProcess } from '#core/process/process-name.ts'

const nameElsewhere = `
  import { nameProcess } from './core/process/process-name.ts'
  process.stdout.write(nameProcess().owner)
`
const naming = [process.execPath, '--input-type=module-typescript', '-e', nameElsewhere]
/** With process ids of its own, as a container has, and the same host's name. */
const apart = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--mount-proc']

/** The name of a process that has ended. */
function nameEnded([command = '', ...args]: readonly string[] = naming): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout
}

it('an ended process of this machine is dead, and a running one alive', async () => {
  const { owner, isAlive } = nameProcess()
  const ended = nameEnded()
  expect(ended).not.toBe('')
  expect(isAlive(ended)).toBe(false)
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)'])
  onTestFinished(() => void child.kill())
  await once(child, 'spawn')
  expect(isAlive(owner.replace(`:${process.pid}:`, `:${child.pid}:`))).toBe(true)
})

it('an earlier process of the same id is dead, and a process of another host may live', () => {
  const { owner, isAlive } = nameProcess()
  expect(isAlive(owner.replace(/[^:]+$/, 'earlier'))).toBe(false)
  expect(isAlive(owner.replace(/^[^:]+/, 'elsewhere'))).toBe(true)
  expect(nameProcess().owner).not.toBe(owner)
})

it('a process of a host or container called alike may live, also one with the id of this', () => {
  const { isAlive } = nameProcess()
  expect(isAlive(`${hostname()}:${process.pid}:x`)).toBe(true)
  expect(isAlive(`${hostname()}.0123456789ab:1:x`)).toBe(true)
})

it.skipIf(spawnSync(apart[0] ?? '', [...apart.slice(1), 'true']).status !== 0)(
  'a process whose id says nothing here may live',
  () => {
    const owner = nameEnded([...apart, ...naming])
    expect(owner).toMatch(/:1:/)
    const { isAlive } = nameProcess()
    expect(isAlive(owner)).toBe(true)
    // As in two containers: both are process 1.
    expect(isAlive(owner.replace(':1:', `:${process.pid}:`))).toBe(true)
  },
)
