/** Deleting a picture leads back to the page and search it was on. */
import { expect, it } from 'vitest'
import { draw, visit } from './people.ts'

const readLink = (page: string, pattern: RegExp) => (pattern.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
function readFields(page: string): Record<string, string> {
  const fields = page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, decode(value)]))
}

it.each(['', 'fox', "fox & 'hound' <b>"])('with the search %j, from an older page', async (search) => {
  const { rig, browser, account } = await visit()
  for (let index = 0; index < 26; index++) {
    await draw(rig, account, `fox & 'hound' <b> ${index}`)
    rig.clock.advance(1_000)
  }
  const query = new URLSearchParams(search && { search })
  const newest = await browser.read(`/account/pictures?${query}`)
  const older = readLink(newest, /href="([^"]+)">Older/)
  const page = await browser.read(older)
  const open = async (gallery: string) =>
    await browser.read(readLink(gallery, /class="photo[^>]*>\s*<a href="([^"]+)"/))
  const ask = readLink(await open(page), /href="([^"]+\/delete[^"]*)"/)
  const asked = await browser.read(ask)
  expect(readLink(asked, /href="([^"]+)">Keep it/)).toBe(older)
  const done = await browser.post(ask.split('?')[0] ?? '', readFields(asked))
  expect(done.location).toBe(`${older}&done=deleted`)
  const left = await browser.read(done.location)
  expect(left).toContain('Deleted.')
  expect(left.match(/class="photo /g)).toHaveLength(1)
  // The last one of a page leaves a way back.
  const last = readLink(await open(left), /href="([^"]+\/delete[^"]*)"/)
  const end = await browser.post(last.split('?')[0] ?? '', readFields(await browser.read(last)))
  const empty = await browser.read(end.location)
  expect(empty).toContain('Nothing older is left')
  expect(empty).toContain('>Newest</a>')
})
