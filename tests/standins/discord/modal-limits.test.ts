/** What Discord demands of a file upload in a modal, and what its client lets a person upload there. */
import { describe, expect, it } from 'vitest'
import { checkModal } from './modal-limits.ts'
import { Refusal } from './refusals.ts'

const upload = { type: 19, custom_id: 'image', min_values: 0, max_values: 4, required: false }
const modal = (component: object, more: object = {}) => ({
  ...{ custom_id: 'form', title: 'Form', components: [{ type: 18, label: 'Pictures', component, ...more }] },
})

function refuse(data: Record<string, unknown>): string {
  try {
    checkModal(data)
    return 'taken'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return JSON.stringify(error.body.errors)
  }
}

describe('a file upload', () => {
  it('is taken in a label', () => {
    expect(refuse(modal(upload))).toBe('taken')
    expect(refuse(modal({ type: 19, custom_id: 'image' }))).toBe('taken')
    expect(refuse(modal({ ...upload, file_types: ['image'] }))).toBe('taken')
  })

  it.each<[string, object, string]>([
    ['no id', { custom_id: '' }, 'custom_id'],
    ['a long id', { custom_id: 'x'.repeat(101) }, 'custom_id'],
    ['fewer than none', { min_values: -1 }, 'min_values'],
    ['more than ten', { max_values: 11 }, 'max_values'],
    ['none at all', { max_values: 0 }, 'max_values'],
    ['at least more than at most', { min_values: 5 }, 'min_values'],
    ['eleven types', { file_types: Array(11).fill('image') }, 'file_types'],
    ['an unknown field', { placeholder: 'x' }, 'placeholder'],
  ])('is refused with %s', (_what, more, where) => {
    expect(refuse(modal({ ...upload, ...more }))).toContain(where)
  })

  it('is refused under a long label, in a row and by itself', () => {
    expect(refuse(modal(upload, { label: 'x'.repeat(46) }))).toContain('label')
    for (const part of [{ type: 1, components: [upload] }, upload])
      expect(refuse({ ...modal(upload), components: [part] })).toContain('UNION_TYPE_CHOICES')
  })
})
