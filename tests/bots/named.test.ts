/** Tests that what is typed in any language is known, with its accents or without. */
import { expect, it } from 'vitest'
import { findFlagWord, isChoice, readCommandName, readOptionName } from '#bots/named.ts'

it.each([
  ['créditos', 'credits'],
  ['creditos', 'credits'],
  ['Cre\u0301ditos', 'credits'],
  ['GALERIA', 'gallery'],
  ['galleries', 'galleries'],
])('%s is the command %s', (typed, command) => {
  expect(readCommandName(typed)).toBe(command)
})

it('knows options, choices and yes and no without their accents', () => {
  expect(['tamaño', 'tamano', 'titulo'].map(readOptionName)).toEqual(['size', 'size', 'title'])
  const choice = { value: 'standard', say: () => ({ name: 'estándar', about: 'más' }) }
  expect(['estandar', 'standard', 'estándar · mas'].map((typed) => isChoice(choice, typed))).not.toContain(
    false,
  )
  expect(['sí', 'si', 'no'].map(findFlagWord)).toEqual([true, true, false])
})
