/** Asks much of the bot, few at a time: Discord waits three seconds for each answer, however busy the machine is. */
import type { InteractionHandle } from '#tests/standins/discord/handle.ts'
import type { Rig } from './rig.ts'

/** The first that are asked of this bot. Resolves once all are answered. */
export async function askInTens(
  { answered }: Pick<Rig, 'answered'>,
  texts: readonly string[],
  ask: (text: string) => InteractionHandle,
): Promise<InteractionHandle[]> {
  const handles: InteractionHandle[] = []
  while (handles.length < texts.length) {
    handles.push(...texts.slice(handles.length, handles.length + 10).map(ask))
    await answered(handles.length)
  }
  return handles
}
