/** What a person may want a picture resized to, and what sizes come out of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostSizes, readWanted } from '#core/utilities/resize/read-wanted.ts'
import { sizeSets } from '#core/utilities/resize/size-sets.ts'
import { findTargets, isLarge } from '#core/utilities/resize/targets.ts'
import { fits } from '#core/utilities/resize/wanted.ts'

const photo = { width: 3000, height: 2000 }

describe('a size', () => {
  it.each([
    ['800x600', [800, 533]],
    ['600 × 800', [600, 400]],
    ['300', [300, 200]],
    ['300 px', [300, 200]],
    ['300x', [300, 200]],
    ['x100', [150, 100]],
    ['50%', [1500, 1000]],
    ['12.5 %', [375, 250]],
    ['4000', [4000, 2667]],
    ['1', [1, 1]],
    ['64,x64, 64', [64, 43], [96, 64]],
  ])('%s', (size, ...sides) => {
    const found = findTargets(photo, readWanted({ size }))
    expect(found.map(({ width, height }) => [width, height])).toEqual(sides)
  })

  it.each([
    ...['', ' ', 'x', 'large', '0', '0x9', '4001', '99999999', '-3', '3.5', '0%', '401%', '1e3', '800x600x3'],
    ...[
      '1,,2',
      '1,',
      '800;600',
      'social, 300',
      '1x1\u00001',
      Array(mostSizes + 1)
        .fill('9')
        .join(),
    ],
  ])('not %j', (size) => {
    const problem = { kind: 'not-a-resize', longest: 4_000, sets: Object.keys(sizeSets) }
    expect(() => readWanted({ size })).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        data: { option: 'size', problem: expect.objectContaining(problem) },
      }),
    )
  })

  it.each([
    ['inside', [800, 533]],
    ['crop', [800, 600]],
    ['pad', [800, 600]],
    ['stretch', [800, 600]],
  ] as const)('that has to fit: %s', (fit, sides) => {
    expect(findTargets(photo, readWanted({ size: '800x600', fit }))).toEqual([
      { width: sides[0], height: sides[1] },
    ])
  })

  it('is never exceeded', () => {
    const side = fc.integer({ min: 1, max: 4_000 })
    const cases = fc.record({
      own: fc.record({ width: side, height: side }),
      width: side,
      height: side,
      fit: fc.constantFrom(...fits),
    })
    fc.assert(
      fc.property(cases, ({ own, width, height, fit }) => {
        const [target] = findTargets(own, readWanted({ size: `${width}x${height}`, fit }))
        expect(target?.width).toBeLessThanOrEqual(width)
        expect(target?.height).toBeLessThanOrEqual(height)
        if (fit === 'inside') expect([target?.width === width, target?.height === height]).toContain(true)
        else expect(target).toEqual({ width, height })
        expect(findTargets(own, readWanted({ size: `${width}` }))[0]?.width).toBe(width)
        expect(findTargets(own, readWanted({ size: `x${height}` }))[0]?.height).toBe(height)
      }),
    )
  })
})

describe('a set of sizes', () => {
  it.each(Object.keys(sizeSets))('is had by its name: %s', (size) => {
    const wanted = readWanted({ size: ` ${size.toUpperCase().replace('-', ' ')} ` })
    expect(findTargets(photo, wanted).length).toBe(wanted.sizes.length)
    expect(wanted.sizes.length).toBeLessThanOrEqual(mostSizes)
  })

  it('fits as it is asked to, and in formats that its place takes', () => {
    expect(readWanted({ size: 'social', fit: 'pad', quality: 9, format: 'webp' })).toMatchObject({
      fit: 'pad',
      quality: 9,
      format: 'webp',
    })
    const problem = { kind: 'illegal-combination', with: 'size slack-emoji' }
    expect(() => readWanted({ size: 'slack-emoji', format: 'avif' })).toThrow(
      expect.objectContaining({ data: { option: 'format', problem } }),
    )
  })

  it('leaves a picture for a mail as it is where that is smaller', () => {
    expect(findTargets({ width: 90, height: 60 }, readWanted({ size: 'email' }))).toEqual([
      { width: 90, height: 60 },
    ])
  })
})

it.each([
  ['1920x1080', false],
  ['64, 128', false],
  ['1921x1080', true],
  ['64, 600', true],
  ['x600', true],
  ['50%', true],
  ['app-icon', false],
] as const)('knows that %s may take much memory: %s', (size, large) => {
  expect(isLarge(readWanted({ size }))).toBe(large)
})
