/** Copies that platforms keep of hosted pictures go with them, whatever the platform does, and not for ever are they tried. */
import { expect, it } from 'vitest'
import type { PictureCopy } from '#core/chat.ts'
import { createCopies } from '#core/images/copies.ts'
import { openStore } from '#tests/core/store/places.ts'
import { createKeptLog } from '#tests/kept-log.ts'
import { settle } from '#tests/settle.ts'

const sheet: PictureCopy = { platform: 'slack', team: 'E1:T1', file: 'F1' }
const small: PictureCopy = { ...sheet, file: 'F2' }

async function start() {
  const { records } = await openStore()
  const gone: string[] = []
  const hosted: string[] = []
  const state = { now: 1_000_000, fault: undefined as Error | undefined, isDown: false }
  const clock = { now: () => state.now, sleep: () => new Promise<void>(() => undefined) }
  const { log, lines } = createKeptLog()
  const open = () => {
    const copies = createCopies({
      ...{ records, clock, log },
      outbound: {
        async removeCopy({ file }) {
          if (state.fault) throw state.fault
          gone.push(file)
        },
      },
    })
    const host = copies.watch({
      put: async () => '',
      read: async () => undefined,
      async remove(key) {
        if (state.isDown) throw new Error('down')
        hosted.push(key)
      },
    })
    return { note: copies.note, remove: host.remove }
  }
  const count = async () => (await records.listRecords('copy-removal', undefined, state.now)).length
  return { ...open(), open, gone, hosted, state, lines, count, records }
}

it('go with the first of their pictures, and the others of that picture too', async () => {
  const { note, remove, gone, hosted, count, records, state } = await start()
  await note(['a', 'b'], sheet)
  await note(['b'], small)
  await remove('c')
  await remove('b')
  await settle()
  expect([gone, hosted, await count()]).toEqual([['F1', 'F2'], ['c', 'b'], 0])
  await remove('a')
  await settle()
  // It is gone already, which is harmless.
  expect(gone).toEqual(['F1', 'F2', 'F1'])
  expect(await records.listRecords('copies', undefined, state.now)).toEqual([])
})

it('all go where many are noted at once', async () => {
  const { note, remove, gone } = await start()
  await Promise.all(['F1', 'F2', 'F3', 'F4'].map((file) => note(['a'], { ...sheet, file })))
  await remove('a')
  await settle()
  expect(gone.toSorted()).toEqual(['F1', 'F2', 'F3', 'F4'])
})

it('are known of by the next process where the platform or the host fails', async () => {
  const { note, remove, open, gone, state, count } = await start()
  await note(['a'], sheet)
  Object.assign(state, { fault: new Error('no'), isDown: true })
  await expect(remove('a')).rejects.toThrow('down')
  expect(await count()).toBe(1)
  state.isDown = false
  await remove('a')
  await note(['b'], small)
  const next = open()
  await next.remove('b')
  await settle()
  expect([gone, await count()]).toEqual([[], 2])
  state.fault = undefined
  state.now += 60_000
  await note(['c'], { ...sheet, file: 'F3' })
  await next.remove('c')
  await settle()
  expect([gone.toSorted(), await count()]).toEqual([['F1', 'F2', 'F3'], 0])
})

it('are given up after a month', async () => {
  const { note, remove, gone, state, count, lines } = await start()
  state.fault = new Error('not_installed')
  await note(['a'], sheet)
  await remove('a')
  await settle()
  state.now += 31 * 24 * 60 * 60_000
  await note(['b'], small)
  await remove('b')
  await settle()
  expect([gone, await count()]).toEqual([[], 1])
  expect(lines.map(({ message }) => message)).toContain('A copy of a deleted picture is given up')
})
