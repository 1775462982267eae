/** The web module on a port of its own, with everything configured that a page tells of; Discord's own sign-in among it. */
import { onTestFinished } from 'vitest'
import { createDiscordSignIn } from '#core/accounts/discord-sign-in.ts'
import { type ChatUser, speak } from '#core/index.ts'
import { silent } from '#tests/kept-log.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { type AppOptions, createApp } from '#web/app.ts'
import { createLinkMail } from '#web/mails/link-mail.ts'
import { startServer } from '#web/server.ts'
import { createRig } from '../web/rig.ts'
import { createPhoto } from './photo.ts'

export type Site = Awaited<ReturnType<typeof openSite>>

/** Call it inside a test. `language`: that of its visitor, by its tag. */
export async function openSite(language = 'en') {
  const picture = await createPhoto()
  let app: ReturnType<typeof createApp> | undefined
  const server = await startServer({
    app: { fetch: (request, env) => app?.fetch(request, env) ?? new Response() },
    port: 0,
    hostname: '127.0.0.1',
    log: silent,
  })
  onTestFinished(() => server.close(0))
  const url = `http://127.0.0.1:${server.port}`
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const { id: clientId, clientSecret, redirects } = discord.application
  redirects.push(`${url}/link/back/discord`)
  const rig = await createRig({
    ...{ picture, url },
    signIns: [createDiscordSignIn({ clientId, clientSecret, baseUrl: discord.url })],
    outbound: {
      linked: (link) =>
        createLinkMail({
          findLanguages: async () => ({ chosen: language }),
          mailer: rig.options.mailer,
          publicUrl: url,
        })(link),
    },
  })
  app = createApp({ ...rig.options, publicUrl: url, ...shown } satisfies AppOptions)

  /** Somebody there, who can prove that they are. */
  function addPerson(name: string): ChatUser {
    return { platform: 'discord', user: discord.createPerson(name).id, name }
  }

  /** Where the platform's page at this address sends whoever says so. */
  async function consent(address: string, user: ChatUser, decision: 'allow' | 'deny'): Promise<string> {
    const body = new URLSearchParams({ user: user.user, decision })
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' })
    return answer.headers.get('location') ?? ''
  }

  return { rig, url, words: speak(language), addPerson, consent }
}

const shown = {
  operator: {
    name: 'Lighthouse Ltd',
    address: '1 Harbour Street, Bristol',
    email: 'privacy@lighthouse.example',
    privacyDate: '2026-11-01',
    ...{ law: 'England and Wales', termsDate: '2026-11-01', refundDays: 14 },
  },
  status: {
    platforms: ['Discord', 'Slack'],
    parts: [
      { part: 'Image model', using: 'OpenAI gpt-image-2', standIn: false },
      { part: 'Mail', using: 'Printed on the console', standIn: true },
    ],
  },
  listInstallLinks: () => ({ discord: 'https://discord.example/add', slack: 'https://slack.example/add' }),
}
