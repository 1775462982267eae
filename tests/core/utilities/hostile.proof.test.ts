/** Hostile files, eight at once: each is taken and cleaned or refused in words, within 512 MB, and the process lives on. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createFolder } from '#tests/temporary-folder.ts'
import { type HostilePicture, listHostile } from './hostile-pictures.ts'

interface Told {
  outcomes: { file: string; name: 'favicon' | 'resize' | 'qr'; outcome: string }[]
  megabytes: number
}

const most = 512
let made: Promise<HostilePicture[]> | undefined

it.each([1, 2, 3])('are survived within 512 MB (order %i)', { timeout: 600_000 }, async (seed) => {
  made ??= listHostile({ large: true })
  const hostile = await made
  const folder = createFolder()
  for (const [at, { bytes }] of hostile.entries()) writeFileSync(join(folder, String(at)), bytes)
  const program = new URL('./hostile-process.ts', import.meta.url).pathname
  // As the Dockerfile has it.
  const env = { ...process.env, MALLOC_ARENA_MAX: '2' }
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder, String(seed)], { env })
  const { outcomes, megabytes }: Told = JSON.parse(stdout)
  expect(outcomes).toHaveLength(hostile.length * 3)
  const told = outcomes.map(({ file, name, outcome }) => {
    const each = hostile[Number(file)]
    const isRefused = each?.[name] === 'refused' && outcome.startsWith('attachment-')
    return `${each?.what}, ${name}: ${isRefused ? 'refused' : outcome}`
  })
  const expected = hostile.flatMap(({ what, ...each }) => [
    `${what}, favicon: ${each.favicon}`,
    `${what}, resize: ${each.resize}`,
    `${what}, qr: ${each.qr}`,
  ])
  expect(told.sort()).toEqual(expected.sort())
  expect(megabytes).toBeLessThan(most)
})
