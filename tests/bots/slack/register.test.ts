/** The manifest passes Slack's schema and asks for what is used, no more. */
import { describe, expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { nameInMenu } from '#bots/named.ts'
import { listScopes, renderManifest } from '#bots/slack/register.ts'
import { speak } from '#core/index.ts'
import { checkManifest } from '#tests/standins/slack/check-manifest.ts'

const specs = process.env.API_SPECS_DIR ?? ''
const publicUrl = 'https://bot.example.com'

describe.skipIf(specs === '')('against Slack’s schema', () => {
  it.each([{ socketMode: true }, { socketMode: true, publicUrl }, { socketMode: false, publicUrl }])(
    'passes with %o',
    async (given) => {
      expect(await checkManifest(renderManifest(commands, given), specs)).toEqual([])
    },
  )
})

it('lists every command that people can type, and where to send them', () => {
  const manifest = JSON.stringify(renderManifest(commands, { socketMode: false, publicUrl }))
  for (const { name, hidden } of commands) {
    expect(manifest.includes(`"command":"/${name}"`), name).toBe(!hidden)
  }
  for (const { name } of commands.filter((each) => each.onMessage)) {
    expect(manifest).toContain(
      `{"name":"${nameInMenu(speak('en'), name)}","type":"message","callback_id":"${name}"`,
    )
  }
  expect(manifest).toContain(`"url":"${publicUrl}/slack/events"`)
  expect(JSON.stringify(renderManifest(commands, { socketMode: true }))).not.toContain('https:')
})

it('asks for scopes as the commands need them', () => {
  const plain = listScopes([])
  expect(plain).not.toContain('users:read')
  expect(plain).not.toContain('files:read')
  const [first] = commands
  if (!first) throw new Error('there are no commands')
  const image = { name: 'image', type: 'image' as const }
  const more = listScopes([{ ...first, needsAdmin: true, options: [image] }])
  expect(more.filter((scope) => !plain.includes(scope))).toEqual(['files:read', 'users:read'])
})
