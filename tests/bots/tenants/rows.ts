/** What is tried with each command: one row for each, hidden or not, with all that could name something of another team. */
import type { Call } from '#bots/platform.ts'
import { ann, ben, greta } from './attackers.ts'
import type { Asked, World } from './world.ts'

type Row = (loot: World['loot']) => readonly Call['options'][]

/** For commands that can name nothing of anybody's. */
const plain =
  (...options: readonly Call['options'][]): Row =>
  () =>
    options.length > 0 ? options : [{}]

/** With each picture of theirs, said like this. */
const each =
  (more: Call['options'] = {}): Row =>
  ({ pictures }) =>
    pictures.map((id) => ({ id, ...more }))

const all =
  (...rows: readonly Row[]): Row =>
  (loot) =>
    rows.flatMap((row) => row(loot))

const codes =
  (more: Call['options'], name: string): Row =>
  ({ codes, token }) =>
    [...codes, token].map((code) => ({ ...more, [name]: code }))

const team: Row = all(
  plain(
    {},
    ...['pays', 'cap', 'channel-cap', 'admins-channel'].map((what) => ({
      ...{ do: what, channel: 'C-canary-admins', credits: 1, value: 'own' },
    })),
  ),
  plain(
    ...[ann, ben, greta].flatMap(({ user: person }) =>
      ['cap', 'admin', 'member', 'owner', 'remove', 'block', 'unblock'].map((what) => ({ do: what, person })),
    ),
  ),
  plain({ do: 'time-zone', value: 'UTC' }, { do: 'tie' }, { do: 'untie' }),
  codes({ do: 'tie' }, 'value'),
)

export const rows: Readonly<Record<string, Row>> = {
  example: plain({ of: 'qr' }, { of: 'imagine' }),
  ...{ imagine: plain({ prompt: 'a hat' }), og: plain({ title: 'a hat' }), logo: plain({ name: 'Hat' }) },
  ...{
    banner: plain({ title: 'a hat' }),
    avatar: plain({ subject: 'hat' }),
    emoji: plain({ subject: 'hat' }),
  },
  change: all(plain({ prompt: 'a hat' }), each({ prompt: 'a hat' })),
  history: plain({}, { search: 'canary' }),
  older: ({ pictures }) => pictures.map((id) => ({ cursor: `zzzzzzzz.${id.replace('.', '')}` })),
  show: all(plain(), each()),
  cancel: all(plain(), each()),
  gallery: plain({}, { channel: 'C-canary-gallery' }),
  team,
  'tie-teams': codes({}, 'code'),
  link: all(plain(), codes({}, 'code')),
  'code-entered': codes({}, 'code'),
  'use-made': plain({ picture: 'F-canary', proof: 'forged' }),
  'use-with': plain({ prompt: 'a hat', picture: 'F-canary', proof: 'forged' }),
  edited: each({ prompt: 'a hat' }),
  'edited-preset': each({ title: 'a hat' }),
  vary: all(each(), each({ how: 'strong' })),
  'delete-now': all(each(), each({ channel: 'C-canary-gallery', message: '1' })),
  'draw-talk': plain({ words: 'a hat', picture: 'F-canary' }),
  'answer-talk': plain({ words: 'make it a hat' }),
  ...{ share: each(), again: each(), edit: each(), upgrade: each(), back: each(), pick: each() },
  ...{ 'change-form': each(), unshare: each(), favourite: each(), unfavourite: each(), delete: each() },
  ...{
    credits: plain(),
    topup: plain({}, { for: 'team' }),
    privacy: plain(),
    help: plain(),
    home: plain(),
    keep: plain(),
  },
  ...{ 'enter-code': plain(), unlink: plain() },
  ...{ qr: plain({ text: 'x' }), placeholder: plain({ size: '64x64' }), favicon: plain() },
  resize: plain({ size: '9' }),
  ...{ usage: plain(), vote: each(), 'pay-own': each(), 'ask-more': each() },
  'answer-request': all(each(), each({ approve: true })),
  'gallery-older': ({ pictures }) =>
    pictures.map((id) => ({ cursor: `999999999999999/${id.replace('.', '')}` })),
  give: plain(...[ann, ben].map(({ user: person }) => ({ person, credits: 5 }))),
  'give-now': ({ accounts: [by = '', to = ''] }) =>
    [
      { by, to },
      { by: to, to: by },
    ].map((whom) => ({ id: 'agift', credits: 5, ...whom })),
  'use-reference': all(each(), plain({ along: 'F-canary', proof: 'forged' })),
  'draw-from': all(each({ prompt: 'a hat' }), plain({ prompt: 'a hat', along: 'F-canary', proof: 'forged' })),
  'unlink-now': plain(),
}

export const listAttacks = ({ loot }: Pick<World, 'loot'>): Asked[] =>
  Object.entries(rows).flatMap(([command, row]) => row(loot).map((options) => ({ command, options })))
