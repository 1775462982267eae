/** Which platforms are away, for whoever asks whether the bot is ready, and for the metrics. */
import type { Platform, Trouble } from './platform.ts'

/** By the platform's name. */
export function listAway(platforms: readonly Platform[]): Record<string, Trouble> {
  return Object.fromEntries(
    platforms.flatMap(({ name, trouble }) => {
      const found = trouble?.()
      return found ? [[name, found]] : []
    }),
  )
}

/** Whether each platform is connected, by its name; one that cannot be away is not listed. */
export function listConnected(platforms: readonly Platform[]): Record<string, boolean> {
  return Object.fromEntries(
    platforms.flatMap(({ name, trouble }) => (trouble ? [[name, trouble() === undefined]] : [])),
  )
}
