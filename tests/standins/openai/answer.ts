/** How the OpenAI stand-in answers an accepted order: JSON or a stream of events, whole or broken off. */
import type { ServerResponse } from 'node:http'
import { type Behaviour, createError } from './behaviour.ts'
import type { DrawPicture } from './pictures.ts'
import type { Endpoint, Order } from './rules.ts'

interface Sale {
  endpoint: Endpoint
  order: Order
  behaviour: Behaviour | undefined
  draw: DrawPicture
  /** Awaited between the partial pictures and the finished ones. */
  beforeLast(): Promise<void>
}

/** Output tokens of one 1024×1024 picture (OpenAI's image generation guide); a partial picture costs 100 more. */
const tokens = { low: 196, medium: 1767, high: 7024 }

const notAPicture = Buffer.from('this is not a picture').toString('base64')

/** Answers, telling `check` each body before it is sent. Sizes and formats are those of the order. */
export async function answer(
  response: ServerResponse,
  sale: Sale,
  check: (mediaType: string, body: unknown) => void,
): Promise<void> {
  const { order, behaviour } = sale
  if (breaksOff(behaviour, 'start')) return breakOff(response, behaviour)
  const pictures = await Promise.all(Array.from({ length: order.count }, (_, at) => sale.draw(order, at)))
  if (behaviour?.kind === 'undecodable') pictures.fill(notAPicture)
  if (behaviour?.kind === 'fewer') pictures.pop()
  const created = Math.floor(Date.now() / 1000)
  const described = {
    size: order.size,
    quality: order.quality,
    background: order.background,
    output_format: order.format,
  }
  if (!order.stream) {
    const body = {
      created,
      data: pictures.map((b64_json) => ({ b64_json })),
      ...described,
      usage: count(order, 0),
    }
    check('application/json', { ...body, size: '1024x1024' })
    const text = JSON.stringify(body)
    response.writeHead(200, { 'content-type': 'application/json' })
    if (!breaksOff(behaviour, 'body')) return void response.end(text)
    await write(response, text.slice(0, text.length / 2))
    return breakOff(response, behaviour)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
  const prefix = sale.endpoint === 'edits' ? 'image_edit' : 'image_generation'
  const send = async (event: { type: string }) => {
    check('text/event-stream', { ...event, size: 'auto' })
    const text =
      behaviour?.kind === 'framed'
        ? behaviour.write(event)
        : `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
    await write(response, text)
  }
  for (let index = 0; index < order.partials; index++) {
    const b64_json = await sale.draw(order, order.count + index)
    const type = `${prefix}.partial_image`
    await send({ type, b64_json, created_at: created, ...described, partial_image_index: index } as {
      type: string
    })
    if (breaksOff(behaviour, 'body') || behaviour?.kind === 'stream-error') break
  }
  if (breaksOff(behaviour, 'body')) return breakOff(response, behaviour)
  if (behaviour?.kind === 'stream-error') {
    const error = createError('image_generation_error', behaviour.code)
    return void response.end(`event: error\ndata: ${JSON.stringify({ type: 'error', error })}\n\n`)
  }
  await sale.beforeLast()
  for (const b64_json of pictures) {
    const usage = count(order, order.partials)
    const type = `${prefix}.completed`
    await send({ type, b64_json, created_at: created, ...described, usage } as { type: string })
  }
  response.end()
}

type Break = Extract<Behaviour, { kind: 'hang' | 'cut' }>

function breaksOff(behaviour: Behaviour | undefined, at: Break['at']): behaviour is Break {
  return (behaviour?.kind === 'hang' || behaviour?.kind === 'cut') && behaviour.at === at
}

function breakOff(response: ServerResponse, behaviour: Break): void {
  if (behaviour.kind === 'hang') return
  if (behaviour.by === 'end') response.end()
  else response.destroy()
}

/** Resolves when the text has left for the socket, so that a connection torn afterwards tears nothing before. */
function write(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => response.write(text, () => resolve()))
}

function count(order: Order, partials: number) {
  const text_tokens = Math.ceil(order.prompt.length / 4)
  const image_tokens = order.sources * 300
  const input_tokens = text_tokens + image_tokens
  const output_tokens = tokens[order.quality] * order.count + partials * 100
  const total_tokens = input_tokens + output_tokens
  return { input_tokens, input_tokens_details: { text_tokens, image_tokens }, output_tokens, total_tokens }
}
