/** Keeps the guides true: the table of commands, their variables, links, headings and scripts. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { renderUsage } from '#bots/messages/help.ts'
import { summarize } from '#bots/named.ts'
import { variables } from '#core/config.ts'
import { speak } from '#core/index.ts'

const guides = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'bots/README.md',
  'core/README.md',
  'tests/README.md',
  'web/README.md',
]
const texts = new Map(guides.map((guide) => [guide, readFileSync(guide, 'utf8')]))
const all = [...texts.values()].join('\n')

/** As links name them. */
const listHeadings = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s+/g, '-'),
  )
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

it('has the table of all commands, as they are defined', () => {
  const rows = commands
    .filter(({ hidden }) => !hidden)
    .map(
      (command) =>
        `| \`${renderUsage(speak('en'), command).replaceAll('|', '\\|')}\` | ${summarize(speak('en'), command.name)} |`,
    )
  const table = ['| command | what it does |', '|---|---|', ...rows].join('\n')
  expect(texts.get('bots/README.md')).toContain(`<!-- commands -->\n${table}\n<!-- /commands -->`)
})

it('names no variable that is not read', () => {
  const named = all.match(/\b[A-Z]{3,}(_[A-Z]+)+\b/g) ?? []
  const run = Object.values(scripts).flatMap((script) => /\btests\/\S+\.ts\b/.exec(script)?.[0] ?? [])
  const ofScripts = run.flatMap((file) => readFileSync(file, 'utf8').match(/\b[A-Z]{3,}(_[A-Z]+)+\b/g) ?? [])
  const known = [...Object.keys(variables), 'API_SPECS_DIR', 'SCREENSHOTS_DIR', ...ofScripts]
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})

it('names no script that is not there', () => {
  const run = [...all.matchAll(/`?npm (?:run (?:--silent )?)?([a-z][a-z:]*)/g)].map(([, name = '']) => name)
  expect(run.filter((name) => !(name in scripts) && !['ci', 'exec', 'install'].includes(name))).toEqual([])
})

it.each(guides)('%s leads to files and headings that exist', (guide) => {
  const text = texts.get(guide) ?? ''
  const links = [...text.matchAll(/\]\(([^):#]*)(?:#([^)]+))?\)/g)].map(([, path = '', anchor]) => ({
    path,
    anchor,
  }))
  const lost = links.filter(({ path, anchor }) => {
    const file = path === '' ? guide : join(dirname(guide), path)
    if (!existsSync(file)) return true
    return anchor !== undefined && !listHeadings(readFileSync(file, 'utf8')).includes(anchor)
  })
  expect(lost).toEqual([])
})
