/** Hostile files, eight at once: each is taken and cleaned or refused in words, within 512 MB, and the process lives on. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createFolder } from '#tests/temporary-folder.ts'
import { type HostilePicture, listHostile, listHuge } from './hostile-pictures.ts'

interface Told<Name extends string> {
  outcomes: { file: string; name: Name; outcome: string }[]
  megabytes: number
}

const most = 512
/** As the Dockerfile and `npm start` have it. */
const settings = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1000000' }

async function survive<Name extends string>(
  files: readonly Uint8Array[],
  args: readonly string[],
): Promise<Told<Name>> {
  const folder = createFolder()
  for (const [at, bytes] of files.entries()) writeFileSync(join(folder, String(at)), bytes)
  const program = new URL('./hostile-process.ts', import.meta.url).pathname
  const env = { ...process.env, ...settings }
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder, ...args], { env })
  return JSON.parse(stdout)
}

let made: Promise<HostilePicture[]> | undefined

it.each([1, 2, 3])('are survived within 512 MB (order %i)', { timeout: 600_000 }, async (seed) => {
  made ??= listHostile({ large: true })
  const hostile = await made
  const files = hostile.map(({ bytes }) => bytes)
  const { outcomes, megabytes } = await survive<'favicon' | 'resize' | 'qr'>(files, [String(seed)])
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

it('are made as large as anything is within 512 MB', { timeout: 600_000 }, async () => {
  const huge = await listHuge()
  const formats = ['png', 'jpeg', 'webp', 'avif']
  const { outcomes, megabytes } = await survive(
    huge.map(({ bytes }) => bytes),
    ['1', ...formats],
  )
  const told = outcomes.map(({ file, name, outcome }) => `${huge[Number(file)]?.what}, ${name}: ${outcome}`)
  const expected = huge.flatMap(({ what, isOpaque }) => [
    `${what}, png: taken`,
    `${what}, jpeg: taken`,
    `${what}, webp: ${isOpaque ? 'taken' : 'utility-too-much'}`,
    `${what}, avif: utility-too-much`,
  ])
  expect(told.sort()).toEqual(expected.sort())
  expect(megabytes).toBeLessThan(most)
})
