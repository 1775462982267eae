/** What Slack puts into payloads and answers about people, workspaces, messages and files. */
import { fileUrl } from './blocks/pictures.ts'
import { renderShapes } from './blocks/shape.ts'
import type { Message } from './message.ts'
import type { Person } from './person.ts'
import type { Installation, StoredFile, World } from './world.ts'

/** JSON in the making. */
export type Payload = Record<string, unknown>

/** The parts every interactive payload has. */
export function renderActor(world: World, person: Person, installation: Installation): Payload {
  const { team } = person
  const { enterprise } = team
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    team: {
      id: team.id,
      domain: team.domain,
      ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    },
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    is_enterprise_install: installation.enterprise !== undefined,
    api_app_id: world.settings.id,
    token: world.settings.verificationToken,
  }
}

/** As events, shortcuts, presses and answers carry it. */
export function renderMessage(world: World, message: Message): Payload {
  const { now, channel } = message
  const files = now.files.map((id) => world.files.get(id)).filter((file) => file !== undefined)
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: now.text,
    team: channel.team.id,
    blocks: renderShapes(now.blocks),
    ...(message.botId && { bot_id: message.botId, app_id: world.settings.id }),
    ...(now.attachments.length > 0 && { attachments: renderShapes(now.attachments) }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(files.length > 0 && { files: files.map((file) => renderFile(world, file)) }),
    ...(message.versions.length > 1 && {
      edited: { user: message.user, ts: `${Math.floor(now.at / 1000)}.000000` },
    }),
  }
}

/** Type and format are missing until the file is processed. */
export function renderFile(world: World, file: StoredFile): Payload {
  if (file.state === 'deleted') return { id: file.id, mode: 'tombstone' }
  const ready = file.readyAt <= world.clock.now()
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: ready ? file.mimetype : '',
    filetype: ready ? (file.name.split('.').at(-1) ?? '') : '',
    size: file.length,
    user: file.owner,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: fileUrl(world, file.id),
    url_private_download: fileUrl(world, file.id),
    permalink: `${world.url}/files/${file.id}`,
    channels: [...file.sharedIn],
    ...(file.altText && { alt_txt: file.altText }),
  }
}
