/** Holds that commands, options and choices have their words in each language, that none is left over, and that no two mean different things. */
import { describe, expect, it } from 'vitest'
import { createCommands, commands as usual } from '#bots/commands/index.ts'
import { renderCommands } from '#bots/discord/register.ts'
import { findCommandWords, labelChoice, nameChoice } from '#bots/named.ts'
import { usualOffer } from '#bots/offer.ts'
import { languages, speak } from '#core/index.ts'
import { pseudo } from '../core/languages/pseudo.ts'

const commands = createCommands({ ...usualOffer, models: ['one', 'other'] })
const listed = commands.filter(({ hidden }) => !hidden)
const spoken = [...languages, pseudo]
const choices = listed.flatMap(({ name, options }) =>
  options.flatMap((option) => (option.type === 'choice' ? [{ of: `${name} ${option.name}`, option }] : [])),
)

describe.each(spoken)('$name', (words) => {
  it('has words for each command and each of its options, and no others', () => {
    const defined = listed.map(({ name, options }) => [name, options.map((option) => option.name).sort()])
    const said = Object.entries(words.commands).map(([name, { options }]) => [
      name,
      Object.keys(options).sort(),
    ])
    expect(said.sort()).toEqual(defined.sort())
    const named = new Set(listed.flatMap(({ options }) => options.map(({ name }) => name)))
    expect(Object.keys(words.optionNames).sort()).toEqual([...named].sort())
    const inMenus = commands.filter(({ onMessage }) => onMessage).map(({ name }) => name)
    expect(Object.keys(words.messageMenu).sort()).toEqual([...inMenus, 'excerpt'].sort())
  })

  it('has names that Discord and people can type, each once', () => {
    const names = Object.values(words.commands).map(({ name }) => name)
    const all = [...names, ...Object.values(words.optionNames)]
    // docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
    for (const name of all) expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
    for (const name of all) expect(name).toBe(name.toLowerCase().normalize('NFC'))
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(Object.values(words.optionNames)).size).toBe(Object.keys(words.optionNames).length)
  })

  it.each(choices)(
    'has a word for each choice of $of, each once, and room for what is said of it',
    ({ option }) => {
      const named = option.choices.map((choice) => nameChoice(words, choice))
      expect(new Set(named).size).toBe(named.length)
      for (const name of named) expect(name).toMatch(/^\S{1,75}$/)
      for (const choice of option.choices) expect(labelChoice(words, choice).length).toBeLessThanOrEqual(100)
    },
  )

  it('has sentences that Discord shows whole', () => {
    for (const { name } of listed) {
      const { summary = '', options = {} } = findCommandWords(words, name) ?? {}
      for (const each of [summary, ...Object.values(options)]) {
        expect(each).not.toBe('')
        expect({ each, long: each.length > 100 }).toEqual({ each, long: false })
      }
    }
    // What Slack alone has is English.
    const { excerpt: _, ...inMenus } = words.messageMenu
    for (const name of Object.values(inMenus)) expect(name.length).toBeLessThanOrEqual(32)
  })
})

it('calls commands and options in English as the program does', () => {
  const { commands: said, optionNames } = speak('en')
  for (const [id, { name }] of Object.entries(said)) expect(name).toBe(id)
  for (const [id, name] of Object.entries(optionNames)) expect(name).toBe(id)
})

it('has no word that means one thing in one language and another in the next', () => {
  const meanings = (list: readonly (readonly [string, string])[]) => {
    const byWord = Map.groupBy(list, ([word]) => word)
    return [...byWord]
      .filter(([, means]) => new Set(means.map(([, id]) => id)).size > 1)
      .map(([word]) => word)
  }
  const names = spoken.flatMap((words) =>
    Object.entries(words.commands).map(([id, { name }]) => [name, id] as const),
  )
  const ids = Object.keys(speak('en').commands).map((id) => [id, id] as const)
  expect(meanings([...names, ...ids])).toEqual([])
  const options = spoken.flatMap((words) =>
    Object.entries(words.optionNames).map(([id, name]) => [name, id] as const),
  )
  expect(meanings(options)).toEqual([])
  for (const { option } of choices) {
    const said = option.choices.flatMap((choice) => [
      [choice.value, choice.value] as const,
      ...spoken.map((words) => [nameChoice(words, choice), choice.value] as const),
    ])
    expect(meanings(said)).toEqual([])
  }
})

describe('at Discord', () => {
  const [imagine] = renderCommands(usual, [speak('en'), pseudo])

  it('everything has its words in the other languages, under all their names there', () => {
    expect(imagine).toMatchObject({
      name: 'imagine',
      name_localizations: { vi: pseudo.commands.imagine.name },
      description_localizations: { vi: pseudo.commands.imagine.summary },
    })
    const text = JSON.stringify(imagine)
    expect(text).toContain(`"name_localizations":{"vi":"${pseudo.qualities.draft} · `)
    expect(text).toContain(`"description_localizations":{"vi":"${pseudo.commands.imagine.options.prompt}"}`)
    const spanish = JSON.stringify(renderCommands(usual, [{ ...pseudo, tag: 'es' }]))
    expect(spanish).toMatch(/"name_localizations":\{"es-ES":"[^"]+","es-419":"[^"]+"\}/)
    expect(JSON.stringify(renderCommands(usual, [speak('en')]))).not.toContain('localizations')
  })

  it('no command has more than 8,000 characters, in its longest language', () => {
    const longest = (one: unknown, others: unknown) =>
      Math.max(...[one, ...Object.values(others ?? {})].map((text) => String(text ?? '').length))
    interface Part {
      name: string
      description?: string
      name_localizations?: object
      description_localizations?: object
      value?: unknown
      options?: Part[]
      choices?: Part[]
    }
    const measure = ({ options = [], choices: of = [], ...part }: Part): number =>
      longest(part.name, part.name_localizations) +
      longest(part.description, part.description_localizations) +
      String(part.value ?? '').length +
      [...options, ...of].reduce((sum, each) => sum + measure(each), 0)
    const sizes = renderCommands(commands, spoken).map((command) => measure(command as Part))
    expect(Math.max(...sizes)).toBeLessThan(8_000)
  })
})
