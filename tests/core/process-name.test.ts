/** Tests who counts as alive among the processes that share a store. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nameProcess } from '#core/process-name.ts'

const nameElsewhere = `
  import { nameProcess } from './core/process-name.ts'
  process.stdout.write(nameProcess({ isShared: process.argv[1] === 'shared' }).owner)
`

/** The name of a process that has ended. */
function nameEnded(isShared: boolean): string {
  const given = ['--input-type=module-typescript', '-e', nameElsewhere, isShared ? 'shared' : 'own']
  return spawnSync(process.execPath, given, { encoding: 'utf8' }).stdout
}

describe.each([true, false])('with a store that is shared: %s', (isShared) => {
  it('an ended process of this machine is dead, and a running one alive', async () => {
    const { owner, isAlive } = nameProcess({ isShared })
    const ended = nameEnded(isShared)
    expect(ended).not.toBe('')
    expect(isAlive(ended)).toBe(false)
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)'])
    onTestFinished(() => void child.kill())
    await once(child, 'spawn')
    expect(isAlive(owner.replace(`:${process.pid}:`, `:${child.pid}:`))).toBe(true)
  })

  it('an earlier process of the same id is dead, and a process of another host may live', () => {
    const { owner, isAlive } = nameProcess({ isShared })
    expect(isAlive(owner.replace(/[^:]+$/, 'earlier'))).toBe(false)
    expect(isAlive(owner.replace(/^[^:]+/, 'elsewhere'))).toBe(true)
    expect(nameProcess({ isShared }).owner).not.toBe(owner)
  })
})

it('a process of a host or container called alike may live, where the store is shared', () => {
  const { isAlive } = nameProcess({ isShared: true })
  expect(isAlive(`${hostname()}:${process.pid}:x`)).toBe(true)
  expect(isAlive(`${hostname()}.0123456789ab:1:x`)).toBe(true)
})
