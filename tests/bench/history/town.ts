/** Two stores of one kind: one holds what a whole crowd made, the other what one of them made. */
import type { Core } from '#core/index.ts'
import { createPerson, type Deed, listDeeds, type Person } from './crowd.ts'
import type { Filling } from './fill.ts'
import type { Place } from './places.ts'

export interface Town<Kind extends Place = Place> {
  crowd: Core
  alone: Core
  /** In both stores. */
  chosen: Person
  people: readonly Person[]
  prolific: Person
  places: { crowd: Kind; alone: Kind }
  close(): Promise<void>
}

const picturesEach = 200
const batchSize = 5_000

export async function buildTown<Kind extends Place>(
  createPlace: () => Kind,
  pictures: number,
): Promise<Town<Kind>> {
  const people = Array.from({ length: Math.ceil(pictures / picturesEach) }, createPerson)
  const prolific = createPerson()
  const chosen = people[people.length >> 1] as Person
  const places = { crowd: createPlace(), alone: createPlace() }
  const fillings = { crowd: await places.crowd.fill(), alone: await places.alone.fill() }
  await fillings.crowd.addPeople([...people, prolific])
  await fillings.alone.addPeople([chosen])
  await write(fillings, chosen, listDeeds(people, prolific, pictures))
  await fillings.crowd.close()
  await fillings.alone.close()
  const [crowd, alone] = [await places.crowd.open(), await places.alone.open()]
  return {
    crowd,
    alone,
    chosen,
    people,
    prolific,
    places,
    async close() {
      await crowd.close()
      await alone.close()
      await places.crowd.remove()
      await places.alone.remove()
    },
  }
}

async function write(
  { crowd, alone }: { crowd: Filling; alone: Filling },
  chosen: Person,
  deeds: Iterable<Deed>,
): Promise<void> {
  let batch: Deed[] = []
  const pass = async () => {
    await crowd.addDeeds(batch)
    await alone.addDeeds(batch.filter(({ generation }) => generation.owner === chosen.account))
    batch = []
  }
  for (const deed of deeds) {
    batch.push(deed)
    if (batch.length === batchSize) await pass()
  }
  await pass()
}
