/** The first minute with the bot: no variable set, four lines typed, a picture drawn, remembered after a restart. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { findFreePort, type Outcome, runProgram } from '#tests/program.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'

const lines = [
  '/imagine a red fox in fresh snow --size landscape',
  '/credits',
  '/imagine a red fox in fresh snow --size landscape',
  '/history',
]

const listUrls = ({ stdout }: Outcome) => stdout.match(/https?:\/\/\S+/g) ?? []

it('draws, charges, repeats for free and remembers', async () => {
  const port = await findFreePort()
  const folder = createFolder()
  const env = { DATA_DIR: folder, PORT: String(port) }
  const first = await runProgram(lines, { env })
  expect(first).toMatchObject({ code: 0 })

  const urls = listUrls(first)
  expect(urls).toHaveLength(4)
  expect(new Set(urls).size).toBe(1)
  expect(urls[0]).toMatch(new RegExp(`^http://localhost:${port}/i/[0-9a-z]{32}\\.png$`))
  const picture = readFileSync(join(folder, 'pictures', urls[0]?.split('/').at(-1) ?? ''))
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1536, height: 1024, format: 'png' })
  expect(first.stdout.match(/balance 90/g)).toHaveLength(2)
  expect(first.stdout).toContain('You have 90 credits.')
  expect(first.stdout.match(/│ a red fox in fresh snow/g)).toHaveLength(4)

  expect(first.stdout).not.toContain('"level":')
  for (const line of first.stderr.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level')

  const second = await runProgram(['/history', '/credits'], { env })
  expect(listUrls(second)).toEqual([urls[0], urls[0]])
  expect(second.stdout).toContain('You have 90 credits.')
})

it('warns at start when the vendor will shut the model down', async () => {
  const openai = await startOpenAIStandin()
  onTestFinished(() => openai.close())
  openai.setShutdownDate('gpt-image-2', '2027-03-01')
  const { stderr } = await runProgram(['/imagine a red fox --quality draft'], { env: leadTo.openai(openai) })
  const [warning] = stderr.split('\n').filter((line) => line.includes('shut this image model down'))
  expect(JSON.parse(warning ?? '{}')).toMatchObject({ level: 40, model: 'gpt-image-2', date: '2027-03-01' })
})

it('goes through the real SDKs to OpenAI and Cloudflare where they are configured', async () => {
  const openai = await startOpenAIStandin()
  const cloudflare = await startCloudflareStandin()
  onTestFinished(async () => void (await Promise.all([openai.close(), cloudflare.close()])))
  const outcome = await runProgram(lines, {
    env: { ...leadTo.openai(openai), ...leadTo.cloudflare(cloudflare) },
  })
  expect(outcome.code).toBe(0)
  expect(openai.purchases).toHaveLength(1)
  const urls = listUrls(outcome)
  expect(new Set(urls).size).toBe(1)
  expect(urls[0]).toMatch(/\/delivery\/[^/]+\/[0-9a-z]{32}\/public$/)
  const picture = await fetch(urls[0] ?? '')
  expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ width: 1536, height: 1024 })
  expect(outcome.stdout).toContain('You have 90 credits.')
  expect([...openai.faults, ...cloudflare.faults]).toEqual([])
})
