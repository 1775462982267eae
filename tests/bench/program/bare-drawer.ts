/**
 * The least that a bot does for a picture: asks OpenAI as the bot does and hands what comes to Cloudflare, by their SDKs.
 * Draws a prompt for each line it is given, all at once, and writes a line as each is done.
 */
import { createInterface } from 'node:readline'
import Cloudflare from 'cloudflare'
import OpenAI from 'openai'

const { env } = process
const openai = new OpenAI({ apiKey: env.OPENAI_API_KEY, baseURL: env.OPENAI_BASE_URL, maxRetries: 0 })
const cloudflare = new Cloudflare({
  apiToken: env.CLOUDFLARE_API_TOKEN,
  baseURL: env.CLOUDFLARE_BASE_URL,
  maxRetries: 0,
})

const asked = { model: 'gpt-image-2', size: '1536x1024', output_format: 'png' } as const

/** As the bot asks for a premium picture, or, with `QUALITY=low`, for a draft. */
async function buy(prompt: string): Promise<string | undefined> {
  if (env.QUALITY === 'low') {
    const { data } = await openai.images.generate({ ...asked, prompt, quality: 'low' })
    return data?.[0]?.b64_json
  }
  const streamed = { quality: 'high', stream: true, partial_images: 2 } as const
  let picture: string | undefined
  for await (const event of await openai.images.generate({ ...asked, prompt, ...streamed }))
    if (event.type === 'image_generation.completed') picture = event.b64_json
  return picture
}

async function draw(prompt: string): Promise<void> {
  const bytes = Buffer.from((await buy(prompt)) ?? '', 'base64')
  await cloudflare.images.v1.create({
    account_id: env.CLOUDFLARE_ACCOUNT_ID ?? '',
    id: `bare-${Math.random().toString(36).slice(2)}`,
    file: new File([bytes], 'picture', { type: 'image/png' }),
  })
  process.stdout.write(`drawn ${prompt}\n`)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0))
process.stdout.write('ready\n')
for await (const prompt of createInterface({ input: process.stdin })) void draw(prompt)
