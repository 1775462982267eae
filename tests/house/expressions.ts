/** Finds every regular expression in the sources, and what makes one of them cost more than its text is long. */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { parse, type Token } from 'acorn'
import { analyse } from 'scslre'

export interface Expression {
  /** With its slashes and flags, as it stands. */
  literal: string
  source: string
  flags: string
}

/** All that are written as literals. */
export function listExpressions(file: string): Expression[] {
  const script = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  const tokens: Token[] = []
  parse(script, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens })
  return tokens.flatMap((token) => {
    if (token.type.label !== 'regexp') return []
    const { pattern: source, flags } = (token as Token & { value: { pattern: string; flags: string } }).value
    return [{ literal: `/${source}/${flags}`, source, flags }]
  })
}

/** Why it is not linear; empty when it is. */
export function findCosts({ source, flags }: Pick<Expression, 'source' | 'flags'>): string[] {
  const parser = new RegExpParser()
  const unicode = flags.includes('u')
  const unicodeSets = flags.includes('v')
  const pattern = parser.parsePattern(source, 0, source.length, { unicode, unicodeSets })
  const parsed = parser.parseFlags(flags)
  const { reports } = analyse({ pattern, flags: parsed }, { reportTypes: { Move: !flags.includes('y') } })
  return [
    ...reports.map((report) => `${report.type}${report.exponential ? ', exponential' : ''}`),
    ...findLongLooks(pattern),
  ]
}

/** What looks ahead or back without end does so at every place again; the analyser leaves that alone. */
function findLongLooks(pattern: AST.Pattern): string[] {
  const found: string[] = []
  let depth = 0
  visitRegExpAST(pattern, {
    onAssertionEnter: ({ kind }) => void (kind === 'lookahead' || kind === 'lookbehind' ? depth++ : 0),
    onAssertionLeave: ({ kind }) => void (kind === 'lookahead' || kind === 'lookbehind' ? depth-- : 0),
    onQuantifierEnter: ({ max, raw }) =>
      void (depth > 0 && max === Number.POSITIVE_INFINITY ? found.push(`looks without end: ${raw}`) : 0),
  })
  return found
}
