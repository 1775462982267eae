/** Lists at the end what was skipped, so that nobody takes it for tried. */
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'

export const skippedReporter: Reporter = {
  onTestRunEnd(modules) {
    const skipped = modules.flatMap((module) =>
      listSkipped(module).map((name) => `${module.relativeModuleId} > ${name}`),
    )
    print(skipped.length === 0 ? 'Nothing was skipped.' : ['Skipped:', ...skipped].join('\n  '))
  },
}

/** A group that was skipped as a whole is named once. */
function listSkipped(group: TestModule | TestSuite): string[] {
  return [...group.children].flatMap((child) => {
    if (child.type === 'test') return isSkipped(child) ? [child.fullName] : []
    const tests = [...child.children.allTests()]
    if (tests.length > 1 && tests.every(isSkipped)) return [`${child.fullName} (${tests.length} tests)`]
    return listSkipped(child)
  })
}

const isSkipped = (test: TestCase) => test.result().state === 'skipped'

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
