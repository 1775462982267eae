/** Bugs in linking, signing in and deleting. */
import { type Plant, plantIn } from './plant.ts'

export const peoplePlants: readonly Plant[] = [
  ...plantIn('createLinks', ['links.test.ts'], {
    'anybody who types the code finishes the link': [
      "{ purpose: 'link', subject: $subject }",
      "{ purpose: 'link', subject: 'x' }",
    ],
    'the page of a link can be agreed to twice': [
      'if (!(await $useRequest($ports, $found))) return undefined',
      '',
    ],
    'a link moves a chat that is tied to another account': [
      'if (await $isTied(...$whom)) throw $error\nconst $checked = await $codes.check(...$code)',
      'const $checked = await $codes.check($code)',
    ],
  }),
  ...plantIn('keepRequest', ['links.test.ts'], {
    'a link lives for ever': [
      '$putRecord($records, { expiresAt: $at, ...$rest }, $now)',
      '$putRecord($records, { $rest }, $now)',
    ],
  }),
  ...plantIn('createLinkProofs', ['link-proof.test.ts'], {
    'a sign-in with a platform counts in whatever browser comes back with it': [
      "$hash('link-proof', $handle, $state)",
      "$hash('link-proof', 'x', $state)",
    ],
    'whoever signs in with a platform links the chat user who asked': [
      '!$person.users.includes($user)',
      'false',
      ['links.test.ts'],
    ],
    'what one platform says is taken for what another does': [
      '$asked.platform === $platform ? $findSignIn($platform) : undefined',
      '$findSignIn($asked.platform)',
    ],
    'another issuer is believed': ['$issuer !== undefined && $issuer !== $right', 'false'],
  }),
  ...plantIn('createCodes', ['sign-in.test.ts'], {
    'a code can be guessed without end': [
      "if ($tries >= $most) return { outcome: 'dead' }",
      '',
      ['codes.test.ts'],
    ],
    'a code can be used twice': [
      "return (await $use($name, $digests)) ? { outcome: 'right', ...$rest } : { outcome: 'dead' }",
      "return { outcome: 'right', $rest }",
    ],
  }),
  ...plantIn('createErase', ['web/erasing.test.ts'], {
    "a deleted account's pictures stay hosted": ["$status === 'delivered' ? $pictureKeys : []", '[]'],
    'what the pictures of a deleted account were drawn from stays hosted': [
      'await $sources.expectRelease($generation)',
      '',
      ['accounts/erase.test.ts'],
    ],
    'a deletion that was cut off is not taken up again': [
      'const $jobs = await $records.listRecords($kind, undefined, $now)',
      'const $jobs = []',
    ],
  }),
  ...plantIn('createMerge', ['late.test.ts'], {
    'a picture that is brought while the account is taken over belongs to nobody': [
      'await $records.removeOwned($from, $moved)',
      'await $records.removeOwned($from)',
    ],
    'a merge that a crash left unsure goes on in the middle of another': [
      'if ($meets || $isInVain) await $records.removeRecord($kind, $from, $job.version)\nelse $confirm',
      'if (($meets && $job.version > 1) || $isInVain) await $records.removeRecord($kind, $from, $job.version)\nelse $confirm',
      ['meeting-merges.test.ts'],
    ],
    'an account is merged into one that is deleted': [
      'if ($meets || $isInVain) await $remove\nelse $confirm',
      'if ($meets) await $remove\nelse $confirm',
      ['accounts/merge.test.ts'],
    ],
  }),
  ...plantIn('createTeamAccess', ['access.test.ts'], {
    'who is kept out of a team sees its pages': [
      'if (!$places || (await $audience.isKeptOut(...$who))) return []',
      'if (!$places) return []',
    ],
    'a pass to a team’s page is good for whoever has it': [
      'if (!(await $seals.isSealed($seal, $purpose, ...$parts))) return $no',
      '',
    ],
    'a pass outlives what an admin changes about somebody': [
      "return (await $isChangedSince(...$since)) ? 'no' : 'yes'",
      "return 'yes'",
    ],
    'a role lasts beyond the tie by which somebody has it': [
      'const $places = $seenIn.get($team)',
      'const $places = [...$seenIn.values()].flat()',
    ],
  }),
  ...plantIn('doEach', ['job.test.ts'], {
    'a deletion that fails keeps others from going on': [
      'await $work($item).catch($note)',
      'await $work($item)',
    ],
  }),
  ...plantIn('wirePorts', ['new-session-secret.test.ts'], {
    'with a new session secret the deleted are welcomed again': [
      '{ secret: $secret, durableSecret: $durable, publicUrl: $url, ...$rest }',
      '{ secret: $secret, durableSecret: async () => $secret, publicUrl: $url, $rest }',
    ],
  }),
]
