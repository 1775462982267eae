/** Says that a team pays, in small print: before, while and after something is drawn. */
import { type Generation, teamOf, type Words } from '#core/index.ts'
import type { Block } from '../platform.ts'
import { cut } from './words.ts'

/** Who is to pay, where that is not whoever is asked. */
export interface PayingTeam {
  payer: string
  /** What people there call it, where that is known. */
  name: string | undefined
  /** Whole credits, before it has paid. */
  left: number
}

const longestName = 80

/** The team that pays, if one does, and what it has left. */
export function renderPayer(
  { payer: said }: Words,
  { payer }: Pick<Generation, 'payer'>,
  name = said.team,
  left?: number,
) {
  if (teamOf(payer) === undefined) return []
  const team = cut(name, longestName)
  return [{ label: said.paidBy, value: left === undefined ? team : said.withLeft(team, left) }]
}

/** Under a question with prices on its buttons. */
export const renderWhoPays = (words: Words, team: PayingTeam | undefined): Block[] =>
  team ? [{ kind: 'facts', facts: renderPayer(words, team, team.name, team.left) }] : []
