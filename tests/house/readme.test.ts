/** Keeps the README true: its command table, its variables, its links and its scripts. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { renderUsage } from '#bots/messages/help.ts'
import { variables } from '#core/config.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

it('has the table of all commands, as they are defined', () => {
  const rows = commands
    .filter(({ hidden }) => !hidden)
    .map((command) => `| \`${renderUsage(command).replaceAll('|', '\\|')}\` | ${command.summary} |`)
  const table = ['| command | what it does |', '|---|---|', ...rows].join('\n')
  expect(readme).toContain(`<!-- commands -->\n${table}\n<!-- /commands -->`)
})

it('names no variable that is not read', () => {
  const named = readme.match(/\b[A-Z]{3,}(_[A-Z]+)+\b/g) ?? []
  const run = Object.values(scripts).flatMap((script) => /\btests\/\S+\.ts\b/.exec(script)?.[0] ?? [])
  const ofScripts = run.flatMap((file) => readFileSync(file, 'utf8').match(/\b[A-Z]{3,}(_[A-Z]+)+\b/g) ?? [])
  const known = [...Object.keys(variables), 'API_SPECS_DIR', ...ofScripts]
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})

it('names no script and no file that is not there', () => {
  const run = [...readme.matchAll(/`?npm (?:run (?:--silent )?)?([a-z][a-z:]*)/g)].map(
    (match) => match[1] ?? '',
  )
  expect(run.filter((name) => !(name in scripts) && !['ci', 'exec', 'install'].includes(name))).toEqual([])
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '')
  expect(links.filter((path) => !existsSync(path))).toEqual([])
})

it('leads to headings that exist', () => {
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s+/g, '-'),
  )
  const anchors = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? '')
  expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([])
})
