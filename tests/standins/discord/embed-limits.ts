/** What Discord demands of embeds: docs.discord.com/developers/resources/message#embed-object-embed-limits. */
import { countCharacters, type Form, isObject, isUrl, type Json, type Path } from './form.ts'

/** Over all embeds of a message together. */
const mostText = 6000

export function checkEmbeds(form: Form, value: unknown): Json[] {
  const embeds = form.list(['embeds'], value, 0, 10)
  for (const [index, embed] of embeds.entries()) checkEmbed(form, embed, ['embeds', index])
  const size = embeds.flatMap(listEmbedTexts).reduce((sum, text) => sum + countCharacters(text), 0)
  form.expect(size <= mostText, ['embeds'], 'MAX_EMBED_SIZE_EXCEEDED')
  return embeds
}

function checkEmbed(form: Form, embed: Json, path: Path): void {
  form.texts(path, embed, { title: [0, 256], description: [0, 4096] })
  form.integers(path, embed, { color: [0, 0xffffff] })
  if (isObject(embed.footer)) form.text([...path, 'footer', 'text'], embed.footer.text, 1, 2048)
  if (isObject(embed.author)) form.text([...path, 'author', 'name'], embed.author.name, 1, 256)
  form.each([...path, 'fields'], embed.fields, 0, 25, (field, at) =>
    form.texts(at, field, { name: [1, 256], value: [1, 1024] }),
  )
  const urls: [Path, unknown][] = [
    [['url'], embed.url],
    ...['image', 'thumbnail'].map((key): [Path, unknown] => [[key, 'url'], (embed[key] as Json)?.url]),
  ]
  for (const [at, url] of urls) {
    const isGood = url === undefined || url === null || isUrl(url, ['http:', 'https:', 'attachment:'])
    form.expect(isGood, [...path, ...at], 'URL_TYPE_INVALID_URL')
  }
}

/** Every text an embed shows, from top to bottom. */
export function listEmbedTexts(embed: Json): string[] {
  const fields = Array.isArray(embed.fields) ? embed.fields.filter(isObject) : []
  const author = isObject(embed.author) ? embed.author.name : undefined
  const footer = isObject(embed.footer) ? embed.footer.text : undefined
  const inner = fields.flatMap(({ name, value }) => [name, value])
  return [author, embed.title, embed.description, ...inner, footer].filter((text) => typeof text === 'string')
}
