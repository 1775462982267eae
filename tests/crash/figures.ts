/** What a run of crash schedules has done, for people to judge it by. */
import type { Survey } from './survey.ts'

export type Figures = ReturnType<typeof createFigures>

export function createFigures({ points, migrationPoints }: Survey) {
  const pointNames = [...points, ...migrationPoints].map(({ name }) => name)
  const crashes = new Map<string, number>()
  const taken = new Set<string>()
  const counts = {
    ...{ schedules: 0, processes: 0, migrations: 0, generations: 0, entries: 0 },
    ...{ ofTeams: 0, keptBack: 0 },
  }

  const listPoints = () =>
    pointNames
      .flatMap((name) => [`${name}:before`, `${name}:after`])
      .map((name) => ({ name, hits: crashes.get(name) ?? 0 }))

  return {
    counts,
    /** To be told of every step that a process takes. */
    onTake: (name: string) => void taken.add(name),
    /** To be told of every step at which a process dies. */
    onStep: (name: string) => void crashes.set(name, (crashes.get(name) ?? 0) + 1),
    /** How often processes died at each point of the survey, the rarest first. */
    listPoints: () => listPoints().sort((one, other) => one.hits - other.hits),
    /** Steps that processes took, and that the survey did not meet, in whatever hands they were. */
    listUnmet: () =>
      [...taken].filter(
        (step) => ![step, step.replace(/^operator\//, '')].some((name) => pointNames.includes(name)),
      ),
    render(): string {
      const sum = [...crashes.values()].reduce((total, hits) => total + hits, 0)
      const named = listPoints()
      const [rarest] = [...named].sort((one, other) => one.hits - other.hits)
      return (
        `${counts.schedules} schedules, ${counts.processes} processes, ${counts.migrations} migrations, ` +
        `${sum} crashes at ${crashes.size} points, ` +
        `${named.length} of them surveyed and the rarest (${rarest?.name}) hit ${rarest?.hits} times, ` +
        `${counts.generations} generations, ${counts.entries} entries, ` +
        `${counts.ofTeams} of them spends and refunds of teams, ${counts.keptBack} orders kept back by caps`
      )
    },
  }
}
