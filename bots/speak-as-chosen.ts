/** Answers a call in the language that whoever asks has chosen, and where others read along in the team's. */
import { type Core, type Log, logFailure } from '#core/index.ts'
import { speakTo } from './locale.ts'
import type { GivenCall } from './platform.ts'

/** What was read of whoever asks on the way, so that it is read once a call. */
export interface Heard<Asked extends GivenCall = GivenCall> {
  call: Asked
  /** Theirs, where they are linked to one. */
  account?: Account
  /** The id of the team in which they ask. */
  team?: string
}

type Account = NonNullable<Awaited<ReturnType<Core['accounts']['findLinked']>>>

/** Where it cannot be found what they chose, they are answered as their platform says. */
export async function speakAsChosen<Asked extends GivenCall>(
  { core, log }: { core: Core; log: Log },
  call: Asked,
): Promise<Heard<Asked>> {
  const heard: Heard<Asked> = { call }
  try {
    const [chosen, language] = await Promise.all([findChosen(core, heard), findTeamLanguage(core, heard)])
    if (chosen === undefined && language === undefined) return heard
    const origin = {
      ...call.origin,
      ...(chosen !== undefined && { locale: chosen }),
      ...(language !== undefined && { roomLocale: language }),
    }
    return { ...heard, call: { ...call, ...speakTo(origin), origin } }
  } catch (error) {
    logFailure(log, error, { call: call.id }, 'It could not be found which language was chosen')
    return heard
  }
}

/** What the platform says is kept for what is told without a call. */
async function findChosen(core: Core, heard: Heard): Promise<string | undefined> {
  const { user, locale } = heard.call
  const account = await core.accounts.findLinked(user)
  if (!account) return undefined
  heard.account = account
  const { chosen, heard: last } = await core.preferences.findLanguages(account.id)
  if (locale !== undefined && locale !== last) await core.preferences.hearLanguage(account.id, locale)
  return chosen
}

async function findTeamLanguage(core: Core, heard: Heard): Promise<string | undefined> {
  const { team, origin } = heard.call
  if (!team) return undefined
  heard.team = await core.teams.findId({ platform: origin.platform, id: team.id })
  return await core.teams.findLanguage(heard.team)
}
