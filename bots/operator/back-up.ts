/** Copies the SQLite store. */
import { resolve } from 'node:path'
import { type OperatorCommand, refuse } from './operator-command.ts'

export const backUp: OperatorCommand = {
  name: 'backup',
  summary: 'Copies the SQLite store to a new file, also while the bot runs.',
  needsStore: true,
  parameters: ['file'],
  options: {},
  async run({ parameters: [path = ''] }, { operations, config }) {
    const file = resolve(path)
    if (!(await operations.backUp(file))) {
      return refuse(
        'other-store',
        'The store is a MongoDB: mongodump copies it, as core/README.md says under Back up.',
      )
    }
    return {
      ok: true,
      lines: [
        `The store is copied to ${file}. Pictures hosted on disk, session-secret and sealing-key are files of their ` +
          `own in ${config.dataDir}.`,
      ],
      data: { outcome: 'copied', file },
    }
  },
}
