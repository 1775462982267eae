/** Several image models and prices of one's own, from their variables to what people are offered, told and charged. */
import { expect, it, onTestFinished } from 'vitest'
import { createCommands } from '#bots/commands/index.ts'
import { usualOffer } from '#bots/offer.ts'
import { renderManifest } from '#bots/slack/register.ts'
import { startRig } from '#tests/bots/discord/rig.ts'
import { findFreePort, runProgram } from '#tests/program.ts'
import { startOpenAIStandin } from '#tests/standins/openai/openai-standin.ts'
import { createFolder } from '#tests/temporary-folder.ts'
import { leadTo } from '#tests/variables.ts'

const models = ['gpt-image-2', 'gpt-image-2.5-flare']

it('are drawn by, shown and charged as configured', async () => {
  const openai = await startOpenAIStandin({ models })
  onTestFinished(() => openai.close())
  const lines = [
    '/imagine a fox --quality draft',
    '/imagine a fox --quality draft --model gpt-image-2.5-flare --size 2048x2048',
    '/imagine a fox --quality draft --model gpt-image-2',
    '/imagine a fox --model gpt-image-3',
    '/credits',
  ]
  const env = {
    ...leadTo.openai(openai),
    ...{ DATA_DIR: createFolder(), PORT: String(await findFreePort()) },
    ...{ OPENAI_IMAGE_MODEL: models.join(', '), PRICES: 'draft:2:5', CREDIT_PACKS: 'cheap:1000:$5' },
  }
  const { stdout, stderr, code } = await runProgram(lines, { env })
  expect(code).toBe(0)
  const asked = openai.requests.filter(({ method }) => method === 'POST').map(({ fields }) => fields)
  expect(asked.map(({ model, size }) => [model, size])).toEqual([
    ['gpt-image-2', '1024x1024'],
    ['gpt-image-2.5-flare', '2048x2048'],
  ])
  for (const words of [
    'price 2 credits · balance 98',
    'price 5 credits · balance 93',
    'model gpt-image-2.5-flare',
    'free · you’ve made this before',
    'You have 93 credits.',
  ]) {
    expect(stdout).toContain(words)
  }
  expect(stdout).toMatch(/The model must be gpt-image-2 or gpt-image-2\.5-flare\. Nothing was charged/)
  const log = stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const warned = log.filter(({ msg }) => String(msg).includes('more at the vendor'))
  expect(warned.map(({ model, quality }) => [model, quality])).toEqual([
    ['gpt-image-2', 'standard'],
    ['gpt-image-2', 'premium'],
  ])
  const drawn = log.filter(({ msg }) => msg === 'Pictures were drawn')
  expect(drawn.map(({ model, cost }) => [model, cost > 0])).toEqual(models.map((model) => [model, true]))
})

it('are offered by Discord’s menu and Slack’s hint', async () => {
  const commands = createCommands({ ...usualOffer, models })
  const { standin } = await startRig({ commands })
  const imagine = standin.commands.find(({ name }) => name === 'imagine')
  expect(imagine?.options).toContainEqual(
    expect.objectContaining({
      name: 'model',
      choices: models.map((name) => expect.objectContaining({ name, value: name })),
    }),
  )
  expect(JSON.stringify(renderManifest(commands, { socketMode: true }))).toContain('[background] [model]')
})
