/** Bugs in linking, signing in and deleting. */
import type { Plant } from './plant.ts'

const links = { file: 'core/accounts/links.ts', caughtBy: ['tests/core/accounts/links.test.ts'] }
const codes = { file: 'core/accounts/codes.ts', caughtBy: ['tests/web/sign-in.test.ts'] }

export const peoplePlants: readonly Plant[] = [
  {
    ...links,
    bug: 'anybody who types the code finishes the link',
    search: 'subject: subjectOf(user) }',
    replace: "subject: 'x' }",
  },
  {
    ...links,
    bug: 'the page of a link can be agreed to twice',
    search:
      'if (!(await records.removeRecord(kind, found.record.key, found.record.version))) return undefined',
    replace: '',
  },
  {
    ...links,
    bug: 'a link moves a chat that is tied to another account',
    search: "if (await isTied(user)) throw new CoreError('already-linked', {})\n      const checked",
    replace: 'const checked',
  },
  {
    ...links,
    bug: 'a link lives for ever',
    search: 'expiresAt: now + requestLife, body }, now)',
    replace: 'body }, now)',
  },
  {
    ...codes,
    bug: 'a code can be guessed without end',
    search: "if (tries >= codeTries) return { outcome: 'dead' }",
    replace: '',
    caughtBy: ['tests/core/accounts/codes.test.ts'],
  },
  {
    ...codes,
    bug: 'a code can be used twice',
    search: "return (await use(name, digests)) ? { outcome: 'right', data } : { outcome: 'dead' }",
    replace: "return { outcome: 'right', data }",
  },
  {
    bug: "a deleted account's pictures stay hosted",
    file: 'core/accounts/erase.ts',
    search: "const keys = status === 'delivered' ? pictureKeys : []",
    replace: 'const keys: string[] = []',
    caughtBy: ['tests/web/erasing.test.ts'],
  },
  {
    bug: 'a picture that is brought while the account is deleted stays hosted',
    file: 'core/accounts/erase.ts',
    search: 'await records.removeOwned(account, kindsOfPictures)',
    replace: 'await records.removeOwned(account)',
    caughtBy: ['tests/crash/late.test.ts'],
  },
  {
    bug: 'a picture that is brought while the account is taken over belongs to nobody',
    file: 'core/accounts/merge.ts',
    search: 'await records.removeOwned(from, movedKinds)',
    replace: 'await records.removeOwned(from)',
    caughtBy: ['tests/crash/late.test.ts'],
  },
  {
    bug: 'a merge that a crash left unsure goes on in the middle of another',
    file: 'core/accounts/merge.ts',
    search: 'if (meets || isInVain) await',
    replace: 'if ((meets && job.version > 1) || isInVain) await',
    caughtBy: ['tests/crash/meeting-merges.test.ts'],
  },
  {
    bug: 'an account is merged into one that is deleted',
    file: 'core/accounts/merge.ts',
    search: 'if (meets || isInVain) await',
    replace: 'if (meets) await',
    caughtBy: ['tests/core/accounts/merge.test.ts'],
  },
  {
    bug: 'a deletion that was cut off is not taken up again',
    file: 'core/accounts/erase.ts',
    search: 'const jobs = await records.listRecords(kind, undefined, clock.now())',
    replace: 'const jobs: StoredRecord[] = []',
    caughtBy: ['tests/web/erasing.test.ts'],
  },
  {
    bug: 'a deletion that fails keeps others from going on',
    file: 'core/accounts/job.ts',
    search: 'await work(item).catch((error) => failures.push(error))',
    replace: 'await work(item)',
    caughtBy: ['tests/core/accounts/erase.test.ts'],
  },
  {
    bug: 'with a new session secret the deleted are welcomed again',
    file: 'core/wire.ts',
    search: 'durableSecret: createDurableSecret(store.records, systemClock),\n    publicUrl',
    replace: 'durableSecret: async () => secret,\n    publicUrl',
    caughtBy: ['tests/core/accounts/new-session-secret.test.ts'],
  },
]
