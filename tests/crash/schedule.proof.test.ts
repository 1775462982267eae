/** Many crash schedules; `npm run crash` plays ten thousand. */
import { scheduleCounts } from './schedule-counts.ts'
import { makeSurvey } from './survey.ts'
import { testSchedules } from './test-schedules.ts'

testSchedules(scheduleCounts.many, makeSurvey())
