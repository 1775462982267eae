/** Where people add the bot to their places, for the start page. */
import type { Platform } from './platform.ts'

/** By the platform's name. */
export function listInstallLinks(platforms: readonly Platform[]): Record<string, string> {
  return Object.fromEntries(
    platforms.flatMap(({ name, findInstallLink }) => {
      const link = findInstallLink?.()
      return link === undefined ? [] : [[name, link]]
    }),
  )
}
