/** Free utilities: for who has no account, within limits that say when to try again, and their pictures used to draw from. */
import { expect, it } from 'vitest'
import { renderLine } from '#bots/terminal/press.ts'
import { decodeQr } from '#core/utilities/qr/decode.ts'
import { countFlushes } from '#tests/core/store/sqlite/count-flushes.ts'
import { settle } from '#tests/settle.ts'
import { type Answer, createRig } from '../rig.ts'
import { pixel } from '../scripted-model.ts'

const fileOf = ({ message }: Answer) => message?.blocks.find((block) => block.kind === 'file')?.file
const buttonOf = ({ message }: Answer) =>
  message?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))[0]
const wordsOf = ({ message }: Answer) => JSON.stringify(message?.blocks)

it('are made for anybody, with alternative text and the bytes that were read', async () => {
  const rig = await createRig()
  const file = fileOf(await rig.ask('cyd', 'qr', { options: { text: 'Grüße, 世界' } }))
  expect(file).toMatchObject({ name: 'qr.png', type: 'image/png', alt: 'QR code: Grüße, 世界' })
  expect(Buffer.from((file && (await decodeQr(file.bytes))) ?? []).toString()).toBe('Grüße, 世界')
  const made = await rig.ask('cyd', 'placeholder', {
    options: { size: '90x60 Soon', format: 'svg', private: true },
  })
  expect(fileOf(made)).toMatchObject({ type: 'image/svg+xml', alt: 'Placeholder, 90×60: Soon' })
  expect(made.message?.private).toBe(true)
})

it('are drawn from where they are used, the same after a restart, at the usual price', async () => {
  const rig = await createRig()
  await rig.join('ann')
  const made = await rig.ask('cyd', 'qr', { options: { text: 'https://example.com', color: 'navy' } })
  await rig.restart()
  const { form } = await rig.press('ann', made, 'Use in /imagine')
  expect(form).toMatchObject({ title: 'Use in /imagine', submit: 'Draw · 10' })
  const options = { ...form?.options, prompt: 'a garden from above' }
  const drawn = await rig.ask('ann', 'use-with', { options })
  expect(drawn.message?.blocks[0]).toEqual({ kind: 'quote', text: 'a garden from above' })
  expect(rig.drawn.map(({ prompt, sources }) => [prompt, sources])).toEqual([['a garden from above', 1]])
  expect(rig.decoded).toEqual([new TextDecoder().decode(fileOf(made)?.bytes)])
  expect(await rig.balance('ann')).toBe(990)
  await rig.ask('ann', 'use-with', { options })
  expect([await rig.balance('ann'), rig.drawn.length]).toEqual([990, 1])
})

it('are used by who has an account alone', async () => {
  const rig = await createRig()
  const made = await rig.ask('cyd', 'placeholder', { options: { size: '90x60' } })
  expect(wordsOf(await rig.press('cyd', made, 'Use in /imagine'))).toContain('Connect your account first')
})

it('are typed in a terminal as they are pressed', async () => {
  const rig = await createRig()
  for (const [command, options] of [
    ['placeholder', { size: '90x60 Coming soon', color: 'red' }],
    ['qr', { color: 'navy', size: 300, text: 'two words' }],
  ] as const) {
    const button = buttonOf(await rig.ask('cyd', command, { options }))
    if (!button || !('command' in button)) throw new Error('There is no button')
    expect(renderLine(button)).toMatch(/^\/use-made ("Coming soon"|"two words") --/)
  }
})

it('are not offered for drawing where an image was brought for it', async () => {
  const rig = await createRig()
  const image = { name: 'dot.png', size: pixel.length, read: async () => pixel }
  const withLogo = await rig.ask('cyd', 'qr', { options: { text: 'https://example.com', image } })
  expect([fileOf(withLogo)?.name, buttonOf(withLogo)]).toEqual(['qr.png', undefined])
})

it('are refused to one person and in one team who had many, with the time to wait and no word of charges', async () => {
  const rig = await createRig({ utilitiesPerPerson: 2, utilitiesPerTeam: 3 })
  const ask = (who: string, team: string) =>
    rig.ask(who, 'placeholder', { options: { size: '20x20' }, in: team })
  for (const who of ['ann', 'ann', 'ben']) expect(fileOf(await ask(who, 'T1'))).toBeDefined()
  rig.clock.advance(530_000)
  expect(wordsOf(await ask('ann', 'T2'))).toMatch(/Too many requests. Try again in 70 seconds.\W*$/)
  expect(wordsOf(await ask('ben', 'T1'))).toContain('Too many requests from your team')
  expect(fileOf(await ask('cyd', 'T2'))).toBeDefined()
  rig.clock.advance(70_000)
  expect(fileOf(await ask('ann', 'T1'))).toBeDefined()
})

it('have the disk waited for once in three by each person, and once in thirty by their team, also where refused', async () => {
  const rig = await createRig({ utilitiesPerPerson: 30, utilitiesPerTeam: 300 })
  await settle()
  const before = countFlushes(rig.file)
  const ask = () => rig.ask('ann', 'placeholder', { options: { size: '20x20' }, in: 'T1' })
  for (let time = 0; time < 30; time++) expect(fileOf(await ask())).toBeDefined()
  expect(countFlushes(rig.file) - before).toBe(11)
  for (let time = 0; time < 5; time++) expect(wordsOf(await ask())).toContain('Try again in 10 minutes')
  expect(countFlushes(rig.file) - before).toBe(11)
})

it('are refused for a drawing with a word of charges, as that is not free', async () => {
  const rig = await createRig({ utilitiesPerPerson: 1 })
  await rig.join('ann')
  const made = await rig.ask('ann', 'qr', { options: { text: 'https://example.com' } })
  const { form } = await rig.press('ann', made, 'Use in /imagine')
  const refused = await rig.ask('ann', 'use-with', { options: { ...form?.options, prompt: 'a garden' } })
  expect(wordsOf(refused)).toMatch(/Too many requests.*Nothing was charged/)
  expect([await rig.balance('ann'), rig.drawn.length]).toEqual([1_000, 0])
})
