/** Finds the language for what is told without a call. */
import { type Core, type Origin, type Place, speak, type Words } from '#core/index.ts'

/** What the person has chosen, or else what their platform spoke with them last, or there. */
export async function wordsFor(
  { preferences }: Pick<Core, 'preferences'>,
  account: string,
  there: Pick<Origin, 'locale'> = {},
): Promise<Words> {
  const { chosen, heard } = await preferences.findLanguages(account)
  return speak(chosen ?? heard ?? there.locale)
}

/** What the team's admins have chosen. */
export async function wordsForTeam({ teams }: Pick<Core, 'teams'>, team: string): Promise<Words> {
  return speak(await teams.findLanguage(team))
}

/** As that place's team. */
export async function wordsForPlace(
  { teams }: Pick<Core, 'teams'>,
  { platform, team }: Place,
): Promise<Words> {
  return await wordsForTeam({ teams }, await teams.findId({ platform, id: team }))
}

/** What it was asked in, by somebody alone or where others read along. */
export const wordsOf = ({ locale, roomLocale }: Origin, isPrivate: boolean): Words =>
  speak(isPrivate ? locale : (roomLocale ?? locale))
