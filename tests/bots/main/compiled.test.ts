/** What Node compiles is kept beside the program, and where it cannot be the program runs all the same. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createFolder } from '#tests/temporary-folder.ts'

/** The entry as shipped, before a program that says where what is compiled is kept. */
async function run(prepare: (root: string) => void) {
  const root = realpathSync(createFolder())
  cpSync('bots/main.ts', join(root, 'bots/main.ts'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  const program = `import { getCompileCacheDir } from 'node:module'\nprocess.stdout.write(String(getCompileCacheDir()))\n`
  writeFileSync(join(root, 'bots/run.ts'), program)
  prepare(root)
  const env = { PATH: process.env.PATH }
  return { root, ...(await promisify(execFile)(process.execPath, [join(root, 'bots/main.ts')], { env })) }
}

it('keeps what is compiled beside the program', async () => {
  const { root, stdout } = await run((root) => mkdirSync(join(root, 'node_modules')))
  expect(stdout.startsWith(join(root, 'node_modules/.cache/node/'))).toBe(true)
})

it('runs and says nothing where it cannot be kept', async () => {
  // Whoever may write everywhere cannot make a folder in a file either.
  const { stdout, stderr } = await run((root) => writeFileSync(join(root, 'node_modules'), ''))
  expect([stdout, stderr]).toEqual(['undefined', ''])
})
