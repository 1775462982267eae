/** Registering the commands: tried again until Discord takes them, and never a reason not to start. */
import { describe, expect, it } from 'vitest'
import { createLink, impatient, isConnected } from './link.ts'

describe('the list of commands', () => {
  it.each([
    ['application', { page: 404 }],
    ['list-commands', { refusal: 'notFound' }],
    ['list-commands', { page: 429, retryAfter: 40 }],
    ['application', { page: 200 }, 'unreadable_answer'],
    ['list-commands', { page: 200 }, 'unreadable_answer'],
    ['list-commands', { answer: { not: 'a list' } }, 'unreadable_answer'],
    ['list-commands', { answer: 'cut off' }, 'unreadable_answer'],
    ['set-commands', { refusal: 'tooManyCommandsToday' }],
    ['set-commands', { refusal: 'entryPointMissing' }],
    ['set-commands', { refusal: 'invalidForm' }],
    ['set-commands', { status: 503 }],
    ['set-commands', { rateLimit: 'user', retryAfter: 600 }],
    ['set-commands', 'reset', 'no_connection'],
    ['set-commands', 'hang', 'no_answer'],
  ] as const)('is registered later when %s answers %o, and the bot works meanwhile', async (...given) => {
    const [route, kind, reason = expect.stringMatching(/^http_/)] = given
    const link = await createLink(kind === 'hang' ? impatient : {})
    const { application, url, requests } = link.standin
    const help = { name: 'help', description: 'as it was before' }
    await fetch(`${url}/v10/applications/${application.id}/commands`, {
      method: 'POST',
      headers: { authorization: `Bot ${application.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(help),
    })
    link.standin.trouble({ kind, routes: [route], times: 3 })
    await link.platform.start()
    expect(isConnected(link)).toBe(true)
    await link.hears()
    expect(link.standin.commands).toMatchObject([help])
    expect(link.failures()[0]).toMatchObject({ level: 'warn', fields: { failures: 1, reason } })
    await link.pass(() => link.standin.commands.length > 1)
    await link.until(() => link.lines.at(-1)?.message === 'The commands are registered with Discord')
    expect(requests.filter((each) => each.route === route)).toHaveLength(4)
  })

  it('gives an entry point back as it is', async () => {
    const link = await createLink()
    link.standin.createEntryPoint('launch')
    await link.platform.start()
    const [entryPoint] = link.standin.commands.filter(({ type }) => type === 4)
    expect(entryPoint).toMatchObject({ name: 'launch', handler: 2, name_localizations: { de: 'start' } })
    expect(link.standin.commands.length).toBeGreaterThan(1)
    const again = await createLink({ token: link.standin.application.token, apiUrl: link.standin.url })
    await again.platform.start()
    const puts = link.standin.requests.filter(({ route }) => route === 'set-commands')
    expect(puts.map(({ status }) => status)).toEqual([200])
  })
})
