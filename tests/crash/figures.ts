/** What a run of crash schedules has done, for people to judge it by. */
import { hasEffect } from './name-step.ts'
import { points } from './points.ts'

export type Figures = ReturnType<typeof createFigures>

export function createFigures() {
  const crashes = new Map<string, number>()
  const counts = { schedules: 0, processes: 0, generations: 0, entries: 0 }

  const listPoints = () =>
    points
      .flatMap(({ name }) => [`${name}:before`, `${name}:after`])
      .map((name) => ({
        name,
        hits: crashes.get(name) ?? 0,
      }))

  return {
    counts,
    /** To be told of every step at which a process dies. */
    onStep: (name: string) => void crashes.set(name, (crashes.get(name) ?? 0) + 1),
    /** How often processes died at each named point, the rarest first. */
    listPoints: () => listPoints().sort((one, other) => one.hits - other.hits),
    /** Steps with an effect that processes died at, and that have no named point. */
    listUnnamed: () =>
      [...crashes.keys()].filter(
        (step) => hasEffect(step) && !points.some(({ name }) => step.startsWith(`${name}:`)),
      ),
    render(): string {
      const sum = [...crashes.values()].reduce((total, hits) => total + hits, 0)
      const named = listPoints()
      const [rarest] = [...named].sort((one, other) => one.hits - other.hits)
      return (
        `${counts.schedules} schedules, ${counts.processes} processes, ${sum} crashes at ${crashes.size} points, ` +
        `${named.length} of them named and the rarest (${rarest?.name}) hit ${rarest?.hits} times, ` +
        `${counts.generations} generations, ${counts.entries} entries`
      )
    },
  }
}
