/** Work on many accounts does not stop at the first that fails. */
import { expect, it } from 'vitest'
import { doEach } from '#core/accounts/job.ts'

it('does each, and then rejects with the first failure', async () => {
  const done: number[] = []
  const work = async (item: number) => {
    done.push(item)
    if (item < 3) throw new Error(`${item} fails`)
  }
  await expect(doEach([1, 2, 3], work)).rejects.toThrow('1 fails')
  expect(done).toEqual([1, 2, 3])
})
