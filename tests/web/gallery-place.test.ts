/** Deleting a picture leads back to the page and search it was on. */
import { expect, it } from 'vitest'
import { signIn } from './browser.ts'
import { draw, findAccountOf } from './people.ts'
import { createRig } from './rig.ts'

const readLink = (page: string, pattern: RegExp) => (pattern.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const readFields = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decode(value),
    ]),
  )

it.each(['', 'fox', "fox & 'hound' <b>"])('with the search %j, from an older page', async (search) => {
  const rig = await createRig()
  const browser = await signIn(rig, 'ada@example.org')
  const account = await findAccountOf(rig, 'ada@example.org')
  for (let index = 0; index < 26; index++) {
    await draw(rig, account, `fox & 'hound' <b> ${index}`)
    rig.clock.advance(1_000)
  }
  const query = new URLSearchParams(search && { search })
  const newest = await (await browser.get(`/account/pictures?${query}`)).text()
  const older = readLink(newest, /href="([^"]+)">Older/)
  const page = await (await browser.get(older)).text()
  const ask = readLink(page, /href="([^"]+\/delete[^"]*)"/)
  const asked = await (await browser.get(ask)).text()
  expect(readLink(asked, /href="([^"]+)">Keep it/)).toBe(older)
  const done = await browser.post(ask.split('?')[0] ?? '', readFields(asked))
  expect(done.headers.get('location')).toBe(`${older}&done=deleted`)
  const left = await (await browser.get(done.headers.get('location') ?? '')).text()
  expect(left).toContain('That is deleted')
  expect(left.match(/class="card"/g)).toHaveLength(1)
  // The last one of a page leaves a way back.
  const last = readLink(left, /href="([^"]+\/delete[^"]*)"/)
  const end = await browser.post(last.split('?')[0] ?? '', readFields(await (await browser.get(last)).text()))
  const empty = await (await browser.get(end.headers.get('location') ?? '')).text()
  expect(empty).toContain('Nothing older is left')
  expect(empty).toContain('>Newest</a>')
})
