/** Tests that what the image service's safety check minded is said in the language of the sentence. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, speak } from '#core/index.ts'

const explain = (tag: string, ...categories: string[]) =>
  speak(tag).refusals['moderation-blocked']({ stage: 'input', categories }).join('')

it.each([
  ['en', '(graphic violence, sexual content)'],
  ['de', '(drastische Gewalt, sexuelle Inhalte)'],
  ['es', '(violencia explícita, contenido sexual)'],
  ['ja', '（残虐な暴力、性的な内容）'],
])('names categories in %s', (tag, said) => {
  expect(explain(tag, 'violence/graphic', 'sexual')).toContain(said)
})

describe('what it does not know', () => {
  it.each([
    ['a new sub-category is said as what it belongs to, once', ['violence', 'violence/new'], '(Gewalt)'],
    ['other spellings are known', ['Self_Harm'], '(Selbstverletzung)'],
    ['a new category is quoted', ['gore'], '(„gore“)'],
  ])('%s', (_name, categories, said) => {
    expect(explain('de', ...categories)).toContain(said)
  })

  it.each([['', 'constructor'.repeat(9)], []])('says nothing of what is no word', (...categories) => {
    expect(explain('de', ...categories)).toMatch(/Prompt abgelehnt\. /)
  })

  it('takes no inherited name for a category', () => {
    expect(explain('de', 'constructor')).toContain('(„constructor“)')
  })
})

const specs = process.env.API_SPECS_DIR

describe.skipIf(!specs)('OpenAI’s own list', () => {
  it.each(languages)('is said whole in $name', ({ refusals }) => {
    const { components } = JSON.parse(readFileSync(`${specs}/openai-images.openapi.json`, 'utf8'))
    const { results } = components.schemas.CreateModerationResponse.properties
    const categories: string[] = Object.keys(results.items.properties.categories.properties)
    expect(categories.length).toBeGreaterThan(10)
    const said = refusals['moderation-blocked']({ stage: 'input', categories }).join('')
    expect(said).not.toMatch(/[“„«「]/)
    expect(said.split(/, |、/).filter((each) => each !== '').length).toBeGreaterThanOrEqual(categories.length)
  })
})
