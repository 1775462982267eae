/** Two people who chat, each with a browser that is signed in to an account, and the platform's own sign-in. */
import { onTestFinished } from 'vitest'
import { createDiscordSignIn } from '#core/accounts/discord-sign-in.ts'
import { createSlackSignIn } from '#core/accounts/slack-sign-in.ts'
import { systemClock } from '#core/clock.ts'
import type { ChatUser, NewLink, Ports, SignInPlatform } from '#core/index.ts'
import { startDiscordStandin } from '#tests/standins/discord/discord-standin.ts'
import { startSlackStandin } from '#tests/standins/slack/start.ts'
import { type Browser, signIn } from './browser.ts'
import { createRig, publicUrl } from './rig.ts'

export type Stage = Awaited<ReturnType<typeof createStage>>
export type Actor = Stage['ada']

interface Platform {
  signIn: Ports['signIns'][number]
  /** Who they are in chat, and what names them on the page that asks for consent. */
  addPerson(name: string): { chat: ChatUser; field: Record<string, string> }
  /** Answers so many of the next requests with a server's error. */
  fail(times: number): void
  listFaults(): readonly string[]
}

async function openDiscord(): Promise<Platform> {
  const discord = await startDiscordStandin()
  onTestFinished(() => discord.close())
  const { id: clientId, clientSecret, redirects } = discord.application
  redirects.push(`${publicUrl}/link/back/discord`)
  return {
    signIn: createDiscordSignIn({ clientId, clientSecret, baseUrl: discord.url }),
    addPerson(name) {
      const { id } = discord.createPerson(name)
      return { chat: { platform: 'discord', user: id, name }, field: { user: id } }
    },
    fail: (times) => void discord.trouble({ routes: ['token'], kind: { status: 503 }, times }),
    listFaults: () => discord.faults,
  }
}

/** In one workspace, or in one of an organisation. */
async function openSlack(inOrganisation: boolean): Promise<Platform> {
  const slack = await startSlackStandin()
  onTestFinished(() => slack.close())
  slack.operator.setRedirectUrls([`${publicUrl}/link/back/slack`])
  const enterprise = slack.createEnterprise('Grid')
  const team = slack.createTeam({ name: 'Lighthouse', ...(inOrganisation && { enterprise }) })
  const home = inOrganisation ? enterprise.id : team.id
  const baseUrl = slack.apiUrl.replace(/\/$/, '')
  return {
    signIn: createSlackSignIn({ ...slack.app, baseUrl, clock: systemClock }),
    addPerson(name) {
      const { id } = slack.createPerson(team, { name })
      return { chat: { platform: 'slack', user: `${home}:${id}`, name }, field: { person: id } }
    },
    fail: (times) =>
      slack.operator.trouble({
        method: 'openid.connect.token',
        trouble: { kind: 'status', status: 503 },
        times,
      }),
    listFaults: () => slack.faults,
  }
}

export const openings = {
  discord: openDiscord,
  slack: () => openSlack(false),
  'slack, in an organisation': () => openSlack(true),
}

export async function createStage(opening: keyof typeof openings) {
  const platform = await openings[opening]()
  const told: NewLink[] = []
  const rig = await createRig({
    signIns: [platform.signIn],
    outbound: { linked: async (link) => void told.push(link) },
  })
  const name: SignInPlatform = platform.signIn.platform

  async function addActor(called: string, network: string) {
    const { chat, field } = platform.addPerson(called)
    const browser = await signIn(rig, `${called}@example.org`, network)
    return {
      chat,
      browser,
      ask: () => rig.core.links.request(chat, 'Lighthouse'),
      /** Agrees on the page of that request; answers with the platform's page. */
      begin: (token: string, by: Browser = browser) => begin(by, token),
      /** Consents there, or not; answers with where the browser is sent. */
      consent: (address: string, decision = 'allow') => consent(address, { ...field, decision }),
      /** The address of the account that the chat user is tied to. */
      tiedTo: async () => (await rig.core.accounts.findLinked(chat))?.email,
    }
  }

  return {
    ...{ rig, platform, name, told },
    ada: await addActor('ada', '192.0.2.10'),
    eve: await addActor('eve', '192.0.2.66'),
  }
}

async function begin(browser: Browser, token: string): Promise<string> {
  const answer = await browser.post(`/link/${token}/sign-in`)
  return /url=(\S+)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? `refused ${answer.status}`
}

async function consent(address: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const location = answer.headers.get('location')
  if (!location?.startsWith(`${publicUrl}/`)) throw new Error(`${answer.status} ${await answer.text()}`)
  return location.slice(publicUrl.length)
}
