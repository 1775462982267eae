/** Bugs by which somebody gets what is a team's without being of it. */
import { type Plant, plantIn } from './plant.ts'

const byAll = ['tenants/everybody.proof.test.ts']

export const tenantPlants: readonly Plant[] = [
  ...plantIn('createDispatch', ['tenants/tenants.test.ts'], {
    'whoever is blocked may ask all the same': [
      'if (await $core.teams.isBlocked(...$who)) throw $refusal',
      '',
    ],
  }),
  ...plantIn('findShownTo', ['tenants/tenants.test.ts'], {
    'what was shown in a team is shown wherever its id is said': [
      '(await $given.belongs($account, $places)) ? $seen : undefined',
      '$seen',
    ],
  }),
  ...plantIn('createAudience', ['tenants/tenants.test.ts'], {
    'whoever was blocked sees elsewhere what is shown in the team': [
      'if ($isAmong && !(await $isKeptOut(...$who))) return true',
      'if ($isAmong) return true',
    ],
    'an organisation sees what is shown in another whose name begins like its own': [
      '$other.startsWith($begin)',
      '$other.startsWith(organisation)',
      byAll,
    ],
  }),
  ...plantIn('block', ['tenants/tenants.test.ts'], {
    'whoever is blocked comes in again by another name, with another account': [
      'const $all = [...(await $list($ports, $team, $who)), ...(await Promise.all($names)).flat()]',
      'const $all = await $list($ports, $team, $who)',
    ],
  }),
  ...plantIn('createTies', ['tenants/tenants.test.ts'], {
    'a tie is done by whoever has its code': [
      "if ($step !== 'asked' || !$other || !$isSame($first, $team)) throw $refusal",
      "if ($step !== 'asked' || !$other) throw $refusal",
    ],
  }),
  ...plantIn('changeTeam', ['tenants/tenants.test.ts'], {
    'an admin learns of anybody whether they have an account': [
      'if (!$account || !(await $core.teams.isKnownIn($id, $account.id))) throw $refusal',
      'if (!$account) throw $refusal',
    ],
  }),
  ...plantIn('createTeamRoutes', ['tenants/pages.test.ts'], {
    'a team’s page is shown to who is not of it': ["if ($may === 'no') return $c.notFound()", ''],
  }),
]
