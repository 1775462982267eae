/** The fair queue: turns, places and removals. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFairQueue } from '#core/images/tasks/fair-queue.ts'

const anyone = () => true

function fill(items: readonly string[]) {
  const queue = createFairQueue<{ id: string; account: string }>()
  for (const id of items) queue.add({ id, account: id[0] ?? '' })
  return queue
}

function drain(queue: ReturnType<typeof fill>): string[] {
  const taken: string[] = []
  for (let item = queue.take(anyone); item; item = queue.take(anyone)) taken.push(item.id)
  return taken
}

it("lets nobody's twenty delay another's first", () => {
  const many = Array.from({ length: 20 }, (_, index) => `a${index}`)
  expect(drain(fill([...many, 'b0'])).slice(0, 3)).toEqual(['a0', 'b0', 'a1'])
})

it('keeps the order within one account', () => {
  expect(drain(fill(['a0', 'a1', 'b0', 'a2', 'b1', 'c0']))).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'a2'])
})

it('passes over accounts that may not start, without losing their turn', () => {
  const queue = fill(['a0', 'b0', 'a1'])
  expect(queue.take((account) => account !== 'a')?.id).toBe('b0')
  expect(drain(queue)).toEqual(['a0', 'a1'])
})

it('puts one before the others of its account', () => {
  const queue = fill(['a0', 'b0', 'a1'])
  queue.addFirst({ id: 'a9', account: 'a' })
  queue.addFirst({ id: 'c0', account: 'c' })
  expect(drain(queue)).toEqual(['a9', 'b0', 'c0', 'a0', 'a1'])
})

const names = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9)).map((parts) => parts.join('')),
  { maxLength: 25 },
)

it('lists them as they come', () => {
  fc.assert(
    fc.property(names, fc.nat(5), (items, takes) => {
      const queue = fill(items)
      for (let take = 0; take < takes; take++) queue.take(anyone)
      const listed = queue.list().map(({ id }) => id)
      expect(drain(queue)).toEqual(listed)
    }),
  )
})

it('removes one and leaves the rest as they were', () => {
  fc.assert(
    fc.property(names, fc.nat(24), (items, index) => {
      const id = items[index]
      const queue = fill(items)
      expect(queue.remove(id ?? 'none')?.id).toBe(id)
      const left = drain(queue)
      expect(left.toSorted()).toEqual(items.filter((each) => each !== id).toSorted())
    }),
  )
})
