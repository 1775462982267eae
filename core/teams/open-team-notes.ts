/** Puts together what teams are told by themselves: the one way of telling them, and what of their budgets is told so. */
import type { Ledger } from '#core/credits/ledger.ts'
import { type BudgetNotePorts, createBudgetNotes } from './budget-notes.ts'
import { createTeamNotes, type TeamNotePorts, type TeamNotes } from './team-notes.ts'

export interface OpenTeamNotes {
  notes: Pick<TeamNotes, 'tell' | 'tellIn' | 'skip' | 'isTold'>
  /** Tells of budgets by what this ledger takes. */
  watch(ledger: Ledger): Ledger
  start(): void
  /** Resolves when nothing is being told. */
  stop(): Promise<void>
}

export function openTeamNotes(ports: TeamNotePorts & Omit<BudgetNotePorts, 'notes'>): OpenTeamNotes {
  const notes = createTeamNotes(ports)
  const budgets = createBudgetNotes({ ...ports, notes })
  return {
    notes,
    watch: budgets.watch,
    start() {
      notes.start()
      budgets.start()
    },
    async stop() {
      await budgets.stop()
      await notes.stop()
    },
  }
}
