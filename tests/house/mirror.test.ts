/** Holds that the same job has the same name on every platform, so that comparing two folders teaches the difference. */
import { expect, it } from 'vitest'
import type { PlatformName } from '#core/index.ts'
import { listSources } from './sources.ts'

/** Jobs by the names of their files, on all platforms but those that have no such job. */
const jobs: Readonly<Record<string, readonly string[]>> = {
  // events into calls, words into messages
  answer: [],
  receive: ['terminal'],
  attachment: [],
  suggest: [],
  press: [],
  form: ['terminal'],
  'open-form': ['terminal'],
  reply: ['terminal'],
  send: ['terminal'],
  recall: ['terminal'],
  door: ['terminal'],
  welcome: ['terminal'],
  render: [],
  text: [],
  literal: [],
  uploads: [],
  // being there
  platform: [],
  options: [],
  connection: ['terminal'],
  'explain-away': ['terminal'],
  errors: ['terminal'],
  api: ['terminal'],
  register: ['terminal'],
  team: ['terminal'],
}

/** What only one platform has, by the names of its files and folders. */
const own: Readonly<Record<PlatformName, readonly string[]>> = {
  discord: [
    'gateway/',
    'acknowledge',
    'entry-point',
    'install-link',
    'interaction',
    'kept-attachments',
    'localize',
    'nonce',
    'refuse-unreadable',
    'say-at-once',
    'show',
  ],
  slack: [
    ...['install/', 'transport/', 'home'],
    ...['admin', 'identity', 'members', 'named', 'workroom', 'location', 'option-form'],
    ...['call', 'plan', 'read-object', 'read-text', 'shortcut', 'spoken', 'download', 'hosts'],
    ...['posting', 'response-url', 'refused', 'under-way', 'upload-file'],
  ],
  terminal: [
    ...['half-blocks', 'sixel', 'attributes', 'hyperlink', 'wrap', 'screen', 'progress'],
    ...['typing', 'line-mode', 'read-lines', 'line-history', 'actions', 'open'],
  ],
}

/** What is at first sight in each platform's folder. */
function listRooms(files: readonly string[], platform: string): string[] {
  const folder = `bots/${platform}/`
  const inside = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length))
  return [...new Set(inside.map((file) => file.replace(/\/.*/, '/').replace(/\.ts$/, '')))]
}

/** Files that are missing, or that nothing here expects. */
function findOdd(files: readonly string[]): string[] {
  return Object.entries(own).flatMap(([platform, extra]) => {
    const due = Object.keys(jobs).filter((job) => !jobs[job]?.includes(platform))
    const rooms = listRooms(files, platform)
    return [
      ...[...due, ...extra]
        .filter((room) => !rooms.includes(room))
        .map((room) => `${platform} lacks ${room}`),
      ...rooms
        .filter((room) => !due.includes(room) && !extra.includes(room))
        .map((room) => `${platform} has ${room}`),
    ]
  })
}

const files = listSources()

it('names the same job the same on every platform', () => {
  expect(findOdd(files)).toEqual([])
})

it('lists as one platform’s own only what no other has', () => {
  const names = Object.values(own).flat()
  expect(names.filter((name, index) => name in jobs || names.indexOf(name) !== index)).toEqual([])
})

it.each([
  ['another file', [...files, 'bots/slack/helpers.ts'], ['slack has helpers']],
  ['another folder', [...files, 'bots/terminal/parts/line.ts'], ['terminal has parts/']],
  ['a job that it should not have', [...files, 'bots/terminal/api.ts'], ['terminal has api']],
  [
    'another name for a job',
    files.map((file) => file.replace('bots/discord/uploads.ts', 'bots/discord/pictures.ts')),
    ['discord lacks uploads', 'discord has pictures'],
  ],
])('would find %s', (_what, changed, odd) => {
  expect(findOdd(changed)).toEqual(odd)
})
