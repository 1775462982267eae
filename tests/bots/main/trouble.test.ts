/** Vendor trouble, seen from the chair of the person: each has its own words, and the credits come back. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { runProgram, startBot } from '#tests/program.ts'
import { startCloudflareStandin } from '#tests/standins/cloudflare/standin.ts'
import { type Behaviour, quotaCodes } from '#tests/standins/openai/behaviour.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'

async function imagine(
  behaviours: readonly Behaviour[],
  { prompts = ['a red fox'], ...extra }: { prompts?: readonly string[]; env?: Record<string, string> } = {},
) {
  const openai = await startOpenAIStandin()
  onTestFinished(() => openai.close())
  openai.behave(...behaviours)
  const lines = [...prompts.map((prompt) => `/imagine ${prompt}`), '/credits']
  const outcome = await runProgram(lines, { env: { ...leadTo.openai(openai), ...extra.env } })
  return {
    ...outcome,
    requests: openai.requests.filter(({ method }) => method === 'POST').length,
    purchases: openai.purchases.length,
  }
}

const troubles: readonly (readonly [Behaviour, RegExp])[] = [
  [{ kind: 'moderation-blocked', stage: 'input' }, /safety check turned this prompt down \(violence\)/],
  [{ kind: 'quota', code: quotaCodes[0] }, /hit the image service’s spending limit/],
  [{ kind: 'server-error' }, /isn’t working right now/],
  [{ kind: 'cut', at: 'body', by: 'end' }, /isn’t working right now/],
  [{ kind: 'undecodable' }, /something that isn’t a picture/],
  [{ kind: 'bad-request' }, /won’t take this request/],
]

it('tells of each in its own words, asks once, and gives the credits back', async () => {
  const outcome = await imagine(
    troubles.map(([behaviour]) => behaviour),
    { prompts: troubles.map((_, number) => `fox ${number}`) },
  )
  const ends = outcome.stdout.split('Your 10 credits are back.')
  expect(ends).toHaveLength(troubles.length + 1)
  for (const [number, [, words]] of troubles.entries()) expect(ends[number]).toMatch(words)
  expect(outcome.stdout).toContain('You have 100 credits.')
  expect(outcome).toMatchObject({ code: 0, requests: troubles.length })
})

it('tries again when the vendor asks to slow down, and buys once', async () => {
  const outcome = await imagine([
    { kind: 'rate-limited', retryAfter: '0' },
    { kind: 'rate-limited', code: 'slow_down', retryAfter: '0' },
  ])
  expect(outcome.stdout).toContain('You have 90 credits.')
  expect(outcome).toMatchObject({ requests: 3, purchases: 1 })
})

it('tells of an upload that is refused and gives the credits back', async () => {
  const cloudflare = await startCloudflareStandin()
  onTestFinished(() => cloudflare.close())
  // The first request is the check at the start.
  cloudflare.behave({ kind: 'normal' }, { kind: 'error', status: 400, code: 5455 })
  const outcome = await imagine([], { env: leadTo.cloudflare(cloudflare) })
  expect(outcome.stdout).toContain('we couldn’t store it')
  expect(outcome.stdout).toContain('You have 100 credits.')
  expect(cloudflare.images.size).toBe(0)
})

// A real full disk needs the right to mount one.
it.skipIf(process.getuid?.() !== 0)(
  'keeps a picture while the disk is full, and shows it once there is room',
  async () => {
    const folder = createFolder()
    const pictures = join(folder, 'pictures')
    mkdirSync(pictures)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', pictures])
    onTestFinished(() => void execFileSync('umount', [pictures]))
    const { program, says, read } = await startBot({ DATA_DIR: folder })
    const shown = text(program.stdout)
    program.stdin.end('/imagine a red fox\n/credits\n')
    await says('Pictures are kept on the disk')
    expect(read()).toMatch(/"level":50,[^\n]*"code":"ENOSPC"/)
    execFileSync('mount', ['-o', 'remount,size=16m', pictures])
    expect(await shown).toContain('You have 90 credits.')
    expect(read()).toContain('Pictures can be hosted again')
  },
)
