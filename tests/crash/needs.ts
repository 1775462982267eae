/** What leads a process to a named point: actions, and what of them is not left to chance. */
export const settle = { kind: 'settle' } as const
export const draw = { kind: 'imagine', who: 'ann', prompt: 'fox', count: 1, fresh: true } as const
export const fail = { kind: 'imagine', prompt: 'garbled', count: 1 } as const
export const keep = { ...draw, prompt: 'stuck' } as const
export const join = { kind: 'join' } as const
export const link = { kind: 'link', stops: false } as const
/** Whatever account ann has: from now on it is one with an address, and none ends for it. */
export const relink = [
  { kind: 'unlink', who: 'ann' },
  { ...link, who: 'ann', email: 'six@example.com' },
  settle,
] as const
export const merge = { kind: 'merge' } as const
export const erase = { kind: 'erase' } as const
export const soonAfter = { kind: 'wait', ms: 20_000 } as const
export const longAfter = { kind: 'wait', ms: 31 * 60_000 } as const
export const buy = { kind: 'buy', who: 'ann', pack: 1, pays: true } as const
export const webhook = { kind: 'webhook', order: 0, report: 0 } as const
export const refund = { kind: 'refund', order: 0 } as const
export const grant = { kind: 'grant', who: 'ann', number: 0 } as const
export const undoGrant = { kind: 'undoGrant', who: 'ann', number: 0 } as const
export const claim = { kind: 'claim', order: 0 } as const
export const doubt = { kind: 'doubt', order: 0, fraud: false } as const
export const splurge = { kind: 'splurge', who: 'ann' } as const
export const share = { kind: 'share', who: 'ann', back: false } as const
export const unshare = { ...share, back: true } as const
export const shareAgain = { ...share, team: 0 } as const
export const edit = { kind: 'edit', who: 'ann' } as const
export const notify = { kind: 'notify', who: 'ann', refused: false } as const
/** Ann has no account with an address, or an empty one without. */
export const untie = [{ kind: 'unlink', who: 'ann' }, settle] as const
export const arrive = [...untie, { kind: 'arrive', who: 'ann' }, settle] as const
export const tie = { kind: 'tie', who: 'ann' } as const
export const four = (['fox', 'owl', 'bear', 'hen'] as const).map((prompt) => ({ ...draw, prompt }))

export const afterLinking = { needs: [link] }
export const afterMerging = { needs: [merge] }
/** An order that nobody was credited for before its buyer left. */
export const orphaned = [...relink, buy, settle, { ...erase, who: 'ann' }, settle, webhook] as const

export const whenHeld = { needs: [splurge, settle, buy, settle, webhook, settle] }

/** Granted, for what came to welcome somebody does not go along. */
export const afterTaking = { needs: [...arrive, grant, settle, tie] }
const oneOfAnns = [
  { kind: 'unlink', who: 'ann' },
  { ...link, who: 'ann', email: 'one@example.com' },
] as const
export const afterEarning = {
  needs: [
    ...oneOfAnns,
    settle,
    grant,
    settle,
    { ...merge, email: 'two@example.com', other: 'one@example.com' },
  ],
} as const
