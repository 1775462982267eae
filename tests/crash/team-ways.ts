/** Ways that lead a process to what it does in teams. */
import type { Need } from './ways.ts'

const settle = { kind: 'settle' } as const
const there = { who: 'ann', place: 0 } as const
const draw = { ...there, kind: 'teamImagine', channel: 0, prompt: 'fox', count: 1 } as const
const fail = { ...draw, prompt: 'garbled' } as const
const rush = { kind: 'rush', place: 0 } as const
const cap = { ...there, kind: 'cap', credits: 15 } as const
const caps = [
  { ...cap, of: 'member' },
  { ...cap, of: 'channel', credits: 40 },
] as const
const ask = { kind: 'ask', who: 'ann' } as const
const answer = { kind: 'answer', who: 'ann', how: 'approved' } as const
const kept = [...caps, settle, rush, settle, rush, settle, rush, settle] as const
const soonAfter = { kind: 'wait', ms: 20_000 } as const
/** Late in the morning after a month's end, when it is told of. */
const nextMorning = [{ kind: 'monthEnd' }, settle, { kind: 'wait', ms: 9 * 60 * 60_000 }, settle] as const
const tie = { kind: 'tieTeams', who: 'ann' } as const
const share = { kind: 'share', who: 'ann', team: 0, back: false } as const
const untie = { ...there, kind: 'untieTeams' } as const
const block = { ...there, kind: 'block', back: false } as const
const buy = { kind: 'buyForTeam', who: 'ann', pays: true } as const
const webhook = { kind: 'webhook', order: 0, report: 0 } as const

export const teamWays: readonly (readonly Need[])[] = [
  [draw, settle, fail],
  [...caps, settle, rush, settle, { ...there, kind: 'payOwn' }],
  [...kept, ask, settle, answer, settle, soonAfter, settle],
  [...kept, ask, settle, { ...answer, how: 'declined' }, settle, soonAfter, settle],
  [...kept, ask, settle, { kind: 'erase', who: 'ann' }, settle, soonAfter, settle, soonAfter, settle],
  [...caps, settle, draw, settle, ...nextMorning, soonAfter, settle],
  [draw, settle, share, settle, { ...share, back: true }, settle, ...nextMorning, soonAfter, settle],
  [...caps, settle, draw, { kind: 'erase', who: 'ann' }],
  [...caps, settle, rush, { kind: 'merge' }],
  [{ ...cap, of: 'one' }, settle, rush, { kind: 'monthEnd' }, rush],
  [draw, { kind: 'zone', place: 0 }, settle, { kind: 'giveBack', who: 'ann' }],
  [draw, settle, { ...there, kind: 'part' }, draw],
  [block, settle, block, settle, { ...block, back: true }],
  [tie, settle, { ...draw, place: 1 }, settle, untie],
  [tie, { ...draw, place: 1 }, untie],
  [buy, settle, webhook, settle, { kind: 'refund', order: 0, whole: true }, settle, webhook],
]
