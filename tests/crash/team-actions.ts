/** What people do in teams, and to them: each at random, by a seed. */
import fc from 'fast-check'

const who = fc.constantFrom('ann' as const, 'bob' as const)
/** Which server or workspace. */
const place = fc.nat(1)
const call = fc.nat(29)
const constant = <Kind extends string>(kind: Kind) => fc.constant(kind)

/** So little that a few orders come to it. */
const credits = fc.constantFrom(15, 25, 40, 60)

export const makeTeamAction = {
  /** In a channel, where the team pays first. */
  teamImagine: fc.record({
    ...{ kind: constant('teamImagine'), who, place, channel: fc.nat(1), call },
    prompt: fc.constantFrom('fox', 'owl', 'bear', 'hen', 'blocked', 'busy', 'garbled', 'stuck'),
    count: fc.constantFrom(1, 1, 2),
  }),
  /** Everybody orders more than one at once. */
  rush: fc.record({ kind: constant('rush'), place, call }),
  /** What a cap kept back, at one's own cost. */
  payOwn: fc.record({ kind: constant('payOwn'), who, place }),
  /** Asks the team's admins for more credits, for what a cap kept back. */
  ask: fc.record({ kind: constant('ask'), who }),
  /** One of them answers what `who` asked last. */
  answer: fc.record({
    ...{ kind: constant('answer'), who },
    how: fc.constantFrom('approved' as const, 'approved' as const, 'declined' as const),
  }),
  buyForTeam: fc.record({ kind: constant('buyForTeam'), who, pays: fc.boolean() }),
  cap: fc.record({
    ...{ kind: constant('cap'), who, place, credits },
    of: fc.constantFrom('member' as const, 'channel' as const, 'one' as const),
  }),
  /** The month ends there at another time. */
  zone: fc.record({
    ...{ kind: constant('zone'), place },
    timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'),
  }),
  /** The month ends everywhere in the middle of things. */
  monthEnd: fc.record({ kind: constant('monthEnd') }),
  /** Somebody is no member any more. */
  part: fc.record({ kind: constant('part'), who, place }),
  block: fc.record({ kind: constant('block'), who, place, back: fc.boolean() }),
  /** The second place into the first. */
  tieTeams: fc.record({ kind: constant('tieTeams'), who }),
  untieTeams: fc.record({ kind: constant('untieTeams'), who, place }),
}

/** How often some are drawn, where others are drawn once. */
export const teamWeights = { teamImagine: 6, rush: 3, cap: 2, ask: 2, answer: 2 } as const
