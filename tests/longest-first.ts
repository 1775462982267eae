/** In which order the files of tests begin: what takes longest first, so that nothing long is left alone at the end. */
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { listTestsThatUse } from './list-users.ts'

/** What starts the program or a browser, or plays schedules: mostly short files, whose size says nothing of their time. */
const slow = ['tests/browser/chromium.ts', 'tests/crash/survey.ts', 'tests/program.ts']

/** Otherwise as vitest has it: by the time that the last run took, or by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = new Set(slow.flatMap(listTestsThatUse))
    const isLong = ({ project, moduleId }: TestSpecification) =>
      long.has(relative(project.config.root, moduleId))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
