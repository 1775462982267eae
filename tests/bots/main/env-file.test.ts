/** `npm start` reads `.env`, as the operator's commands do; what the environment says comes first. */
import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { bare } from '#tests/program.ts'
import { createFolder } from '#tests/temporary-folder.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

it.each(['start', 'operator', 'slack:manifest'])('is read by npm run %s, after the environment', (name) => {
  const folder = createFolder()
  symlinkSync(resolve('bots'), join(folder, 'bots'))
  writeFileSync(join(folder, '.env'), 'WELCOME_CREDITS=many\nPORT=http\n')
  const script = (scripts[name] ?? '').split(' ')
  const words = script.slice(script.indexOf('node') + 1)
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, [...words, ...(name === 'operator' ? ['verify'] : [])], {
      cwd: folder,
      env: { ...bare, DATA_DIR: folder, ...env },
      encoding: 'utf8',
    })
  const both = run({})
  expect(both.status).toBe(1)
  for (const variable of ['WELCOME_CREDITS', 'PORT']) expect(both.stderr).toContain(`  ${variable} must`)
  const one = run({ PORT: '3000' })
  expect(one.stderr).toContain('  WELCOME_CREDITS must')
  expect(one.stderr).not.toContain('PORT')
})
