/** Teams: a Discord server or a Slack workspace, and where it wants its pictures. */
import type { PlatformName } from '#core/chat.ts'
import type { Clock } from '#core/clock.ts'
import { changeRecord } from '#core/records/change-record.ts'
import type { RecordStore } from '#core/records/record-store.ts'

/** Names a team; `id` is the platform's own. */
export interface TeamName {
  platform: PlatformName
  id: string
}

export interface Teams {
  /** The channel where shared pictures are posted, if an admin has chosen one. */
  findGallery(team: TeamName): Promise<string | undefined>
  /** Whether the caller may is the platform's to say, before this. */
  setGallery(team: TeamName, channel: string): Promise<void>
  /** Forgets a team that the bot has left. */
  removeTeam(team: TeamName): Promise<void>
  /** Forgets every team whose id begins so. */
  removeTeams(teams: { platform: PlatformName; prefix: string }): Promise<void>
}

const kind = 'team' as const

export function createTeams(store: RecordStore, clock: Clock): Teams {
  const keyOf = ({ platform, id }: TeamName) => `${platform}:${id}`

  return {
    async findGallery(team) {
      const found = await store.findRecord(kind, keyOf(team), clock.now())
      return found?.body.gallery as string | undefined
    },
    async setGallery(team, gallery) {
      const name = { kind, key: keyOf(team) }
      await changeRecord(store, name, clock, (found) => ({ ...name, body: { ...found?.body, gallery } }))
    },
    async removeTeam(team) {
      await store.removeRecord(kind, keyOf(team))
    },
    async removeTeams({ platform, prefix }) {
      const begin = keyOf({ platform, id: prefix })
      for (const { key } of await store.listRecords(kind, undefined, clock.now())) {
        if (key.startsWith(begin)) await store.removeRecord(kind, key)
      }
    },
  }
}
