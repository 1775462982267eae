/** Answers a call in the language that whoever asks has chosen, and where others read along in the team's. */
import { type Core, type Log, logFailure } from '#core/index.ts'
import { speakTo } from './locale.ts'
import type { Call } from './platform.ts'

/** Where it cannot be found what they chose, they are answered as their platform says. */
export async function speakAsChosen<Asked extends Call>(
  { core, log }: { core: Core; log: Log },
  call: Asked,
): Promise<Asked> {
  try {
    const [chosen, language] = await Promise.all([findChosen(core, call), findTeamLanguage(core, call)])
    if (chosen === undefined && language === undefined) return call
    const origin = {
      ...call.origin,
      ...(chosen !== undefined && { locale: chosen }),
      ...(language !== undefined && { roomLocale: language }),
    }
    return { ...call, ...speakTo(origin), origin }
  } catch (error) {
    logFailure(log, error, { call: call.id }, 'It could not be found which language was chosen')
    return call
  }
}

/** What the platform says is kept for what is told without a call. */
async function findChosen(core: Core, { user, locale }: Call): Promise<string | undefined> {
  const account = await core.accounts.findLinked(user)
  if (!account) return undefined
  const { chosen, heard } = await core.preferences.findLanguages(account.id)
  if (locale !== undefined && locale !== heard) await core.preferences.hearLanguage(account.id, locale)
  return chosen
}

async function findTeamLanguage(core: Core, { team, origin }: Call): Promise<string | undefined> {
  if (!team) return undefined
  const id = await core.teams.findId({ platform: origin.platform, id: team.id })
  return (await core.teams.findSettings(id)).language
}
