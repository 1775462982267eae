/** The language of a page, and how it shows the words of that language. */
import type { MiddlewareHandler } from 'hono'
import { tryGetContext } from 'hono/context-storage'
import { html } from 'hono/html'
import {
  type Core,
  joinTexts,
  readLanguage,
  speak,
  type Text,
  type TextPart,
  type Words,
} from '#core/index.ts'
import type { Visitors } from './visitors.ts'

interface LanguageEnv {
  Variables: { words: Words }
}

/** Every page is in one language, and none is handed it: that of the request in whose course it is rendered. */
export const keepLanguage: MiddlewareHandler<LanguageEnv> = async (c, next) => {
  c.set('words', readLanguage(c.req.header('accept-language')))
  await next()
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  c.res.headers.set('content-language', c.var.words.tag)
  c.res.headers.append('vary', 'Accept-Language')
}

/** What the signed-in person has chosen goes before what their browser says. */
export const readChosen =
  (
    visitors: Pick<Visitors, 'peek'>,
    { preferences }: Pick<Core, 'preferences'>,
  ): MiddlewareHandler<LanguageEnv> =>
  async (c, next) => {
    const chosen = await findChosen(visitors, preferences, c.req.raw).catch(() => undefined)
    if (chosen !== undefined) c.set('words', speak(chosen))
    await next()
  }

async function findChosen(
  visitors: Pick<Visitors, 'peek'>,
  preferences: Core['preferences'],
  request: Request,
): Promise<string | undefined> {
  const visitor = await visitors.peek(request)
  return visitor && (await preferences.findLanguages(visitor.account.id)).chosen
}

/** The present request's; English where a page is rendered for none. */
export const findWords = (): Words => tryGetContext<LanguageEnv>()?.var.words ?? speak(undefined)

/** As markup, in which every value is escaped. */
export const renderText = (text: Text) => html`${text.map(renderPart)}`

/** As markup, one after another. */
export const renderSentences = (...sentences: readonly (Text | string)[]) =>
  renderText(joinTexts(...sentences))

function renderPart(part: TextPart) {
  if (typeof part === 'string') return part
  if ('bold' in part) return html`<strong>${part.bold}</strong>`
  if ('code' in part) return html`<code>${part.code}</code>`
  if ('link' in part) return html`<a href="${part.link}">${part.label}</a>`
  return new Date(part.since).toISOString()
}
