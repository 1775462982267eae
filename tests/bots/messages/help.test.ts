/** Tests that help names commands as the platform's own list does. */
import { expect, it } from 'vitest'
import { commands } from '#bots/commands/index.ts'
import { renderCommandHelp, renderHelp } from '#bots/messages/help.ts'
import { speak } from '#core/index.ts'

it.each([
  [{}, '/conectar', '/ayuda'],
  [{ untranslated: true }, '/link', '/help'],
])('in Spanish, with %o, names %s and %s', (options, link, help) => {
  const words = speak('es')
  const all = JSON.stringify(
    renderHelp(words, commands, { ...options, missing: { named: 'x', meant: 'help' } }),
  )
  expect(all).toContain(`"${link} [código]"`)
  expect(all).toContain(`{"code":"${help}"}`)
  const one = commands
    .filter(({ name }) => name === 'link')
    .map((each) => renderCommandHelp(words, each, options))
  expect(JSON.stringify(one)).toContain(`"${link} [código]"`)
})
