/** The Slack manifest as an operator prints it. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { bare } from '#tests/program.ts'
import { checkManifest } from '#tests/standins/slack/check-manifest.ts'

async function print(variables: Record<string, string>) {
  const env = { ...bare, ...variables }
  const { stdout } = await promisify(execFile)(process.execPath, ['bots/main.ts', 'slack-manifest'], { env })
  return JSON.parse(stdout)
}

/** One of each kind, for all that is to be seen on it. */
const socket = print({})
const http = print({ PUBLIC_URL: 'https://bot.example.com' })

it('is for Socket Mode where nothing is public, and has every command', async () => {
  const manifest = await socket
  expect(manifest.settings.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(manifest)).not.toContain('http')
  const listed = commands.filter(({ hidden }) => !hidden).map(({ name }) => `/${name}`)
  expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(listed)
})

it('is for HTTP where people reach the bot', async () => {
  const manifest = await http
  expect(manifest.settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { request_url: 'https://bot.example.com/slack/events' },
  })
})

describe.skipIf(!process.env.API_SPECS_DIR)("against Slack's schema", () => {
  it.each([
    ['Socket Mode', socket],
    ['HTTP', http],
  ])('passes for %s', async (_mode, printed) => {
    expect(await checkManifest(await printed, process.env.API_SPECS_DIR ?? '')).toEqual([])
  })
})
