/** The shape of what is kept, as the steps that lead to it: one list for both databases. */
import { keyAddresses } from '#core/store/mongodb/schema/key-addresses.ts'
import { noteParents } from '#core/store/mongodb/schema/note-parents.ts'
import type { MongoStep } from '#core/store/mongodb/step.ts'
import { accountsStep } from '#core/store/sqlite/schema/accounts.ts'
import { addBudgets } from '#core/store/sqlite/schema/budgets.ts'
import { generationsStep } from '#core/store/sqlite/schema/generations.ts'
import { historyFiltersStep } from '#core/store/sqlite/schema/history-filters.ts'
import { historySearchStep } from '#core/store/sqlite/schema/history-search.ts'
import { addIdentityTeam } from '#core/store/sqlite/schema/identity-team.ts'
import { ledgerStep } from '#core/store/sqlite/schema/ledger.ts'
import { settleShape } from '#core/store/sqlite/schema/one-shape.ts'
import { parentsStep } from '#core/store/sqlite/schema/parents.ts'
import { placesStep } from '#core/store/sqlite/schema/places.ts'
import { recordsStep } from '#core/store/sqlite/schema/records.ts'
import type { SqliteStep } from '#core/store/sqlite/step.ts'

/** From one version to the next. What it finds done already it leaves. */
interface Step {
  sqlite: SqliteStep
  mongodb?: MongoStep
}

/** A step once released leads to the same shape for ever: another shape is another step, at the end. */
export const steps: readonly Step[] = [
  { sqlite: accountsStep },
  { sqlite: ledgerStep },
  { sqlite: generationsStep },
  { sqlite: recordsStep },
  { sqlite: historySearchStep },
  { sqlite: placesStep },
  { sqlite: addIdentityTeam },
  { sqlite: settleShape, mongodb: keyAddresses },
  { sqlite: parentsStep, mongodb: noteParents },
  { sqlite: historyFiltersStep },
  { sqlite: addBudgets },
]

/** The version of what this program works on: how many of the steps a store has seen. */
export const schemaVersion = steps.length

/** What a MongoDB has that says of no version: until the eighth step none did. */
export const unversioned = 7
