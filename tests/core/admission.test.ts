/** So much is let in at once, and every seat that is left can be taken again. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAdmission, type Seat } from '#core/admission.ts'

const bounds = { person: 2, team: 3, all: 4 }

it.each([
  ['person', { person: 'ada', team: 'coast' }, 2],
  ['team', { team: 'coast' }, 3],
  ['all', {}, 4],
] as const)('names the bound of the %s', (bound, entrant, most) => {
  const { enter, count } = createAdmission(bounds)
  for (let seats = 0; seats < most; seats++) expect(enter(entrant)).toMatchObject({})
  expect([enter(entrant), count()]).toEqual([bound, most])
})

it('gives a seat free when all that share it have left, and once only', () => {
  const { enter, count } = createAdmission(bounds)
  const seat = enter({ person: 'ada' }) as Seat
  const other = seat.share()
  seat.leave()
  seat.leave()
  expect(count()).toBe(1)
  other.leave()
  expect(count()).toBe(0)
})

it('counts each by its own, whoever comes and goes', () => {
  const step = fc.record({ person: fc.nat(2), team: fc.nat(1), leaves: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { enter, count } = createAdmission(bounds)
      const inside: { person: string; team: string; seat: Seat }[] = []
      for (const { person, team, leaves } of steps) {
        if (leaves) inside.shift()?.seat.leave()
        else {
          const entrant = { person: `${person}`, team: `${team}` }
          const own = inside.filter((each) => each.person === entrant.person).length
          const beside = inside.filter((each) => each.team === entrant.team).length
          const room = own < bounds.person && beside < bounds.team && inside.length < bounds.all
          const seat = enter(entrant)
          expect(typeof seat !== 'string').toBe(room)
          if (typeof seat !== 'string') inside.push({ ...entrant, seat })
        }
        expect(count()).toBe(inside.length)
      }
    }),
  )
})
