/** A few crash schedules, so that a change which breaks them is told at once; `schedule.proof.test.ts` plays many. */
import { scheduleCounts } from './schedule-counts.ts'
import { testSchedules } from './test-schedules.ts'

testSchedules(scheduleCounts.few)
