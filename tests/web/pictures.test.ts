/** The gallery: what it is narrowed by, the page of a picture, favourites, and several at once. */
import { expect, it } from 'vitest'
import { readZip } from '#tests/read-zip.ts'
import { signIn } from './browser.ts'
import { draw, settleAda, share, visit } from './people.ts'

const readLink = (page: string, pattern: RegExp) => (pattern.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
const listShown = (page: string) => [...page.matchAll(/name="pick" value="(\w+)"/g)].map(([, id]) => id)

async function drawMany(count: number) {
  const visited = await visit()
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    visited.rig.clock.advance(1_000)
    ids.unshift((await draw(visited.rig, visited.account, `owl ${index}`)).id)
  }
  return { ...visited, ids }
}

it('says where a page is, and leads to the older one and back, within the same search', async () => {
  const { browser, ids } = await drawMany(50)
  const first = await browser.read('/account/pictures?search=owl')
  expect(first).toContain('1–24 of 50')
  const older = readLink(first, /rel="next" href="([^"]+)"/)
  expect(older).toContain('search=owl')
  const second = await browser.read(older)
  expect(second).toContain('25–48 of 50')
  const third = await browser.read(readLink(second, /rel="next" href="([^"]+)"/))
  expect(third).toContain('49–50 of 50')
  expect([first, second, third].flatMap(listShown)).toEqual(ids)
  const back = await browser.read(readLink(third, /href="([^"]+)" rel="prev"/))
  expect(listShown(back)).toEqual(ids.slice(24, 48))
  expect(back).toContain('25–48 of 50')
  const top = await browser.get(readLink(back, /href="([^"]+)" rel="prev"/))
  expect([top.status, top.location]).toEqual([303, '/account/pictures?search=owl'])
})

it('is narrowed by favourites, sharing, tool, quality, team and days, and says so in every link', async () => {
  const { rig, browser, account, pictures } = await settleAda()
  const [fox, hare] = pictures.map(({ id }) => id)
  await share(rig, account, fox ?? '')
  const marked = await browser.post(`/account/pictures/${hare}/favourite`, { favourite: 'yes', search: 'a' })
  expect(marked.location).toBe('/account/pictures?search=a')
  const today = new Date(rig.clock.now()).toISOString().slice(0, 10)
  const both = [hare, fox].sort()
  for (const [query, shown] of [
    ['favourites=yes', [hare]],
    ['shared=yes', [fox]],
    ['tool=imagine&quality=draft', both],
    ['tool=upgrade', []],
    ['quality=premium', []],
    ['team=discord%3AT1', both],
    ['team=discord%3AT2', []],
    [`from=${today}&until=${today}`, both],
    ['until=2001-01-01', []],
    ['tool=nothing&quality=best&team=x&from=soon&until=2026-99-99', both],
  ] as const) {
    const page = await browser.read(`/account/pictures?${query}`)
    expect([query, listShown(page).sort()]).toEqual([query, shown])
    if (shown.length < 2) continue
    const kept = new URLSearchParams(query).get('quality') === 'best' ? 'pictures/' : query.split('&')[0]
    expect(readLink(page, /class="photo[^>]*>\s*<a href="([^"]+)"/)).toContain(kept)
  }
  for (const _ of 'two')
    await browser.post(`/account/pictures/${hare}/favourite`, { favourite: 'no', to: hare ?? '' })
  expect(await browser.read('/account/pictures?favourites=yes')).toContain('No favourites yet')
})

it('has a page of each picture, whole, with what is beside it in the same list, for its owner alone', async () => {
  const { rig, browser, account, ids } = await drawMany(3)
  for (const id of [ids[0], ids[2]]) await rig.core.history.markFavourite(account.id, id ?? '', true)
  const beside = async (query: string) => {
    const page = await browser.read(`/account/pictures/${ids[2]}?${query}`)
    return [/rel="prev" href="\/account\/pictures\/(\w+)/, /rel="next" href="\/account\/pictures\/(\w+)/].map(
      (way) => way.exec(page)?.[1],
    )
  }
  expect(await beside('')).toEqual([ids[1], undefined])
  expect(await beside('favourites=yes')).toEqual([ids[0], undefined])
  const page = await browser.read(`/account/pictures/${ids[1]}`)
  for (const part of [
    'owl 1',
    '1 credit',
    'scripted',
    `/show ${ids[1]}`,
    '![owl 1](',
    'discord.com/channels',
  ])
    expect([part, page.includes(part)]).toEqual([part, part !== 'discord.com/channels'])
  expect(page).toContain('&lt;img src=&quot;https://bot.example/i/')
  const eve = await signIn(rig, 'eve@example.org')
  for (const [path, form] of [
    ['', false],
    ['/favourite', true],
    ['/family', false],
  ] as const) {
    const there = `/account/pictures/${ids[1]}${path}`
    expect(await (form ? eve.submit(there, { favourite: 'yes' }) : eve.status(there))).toBe(404)
  }
})

it('opens the chat at the message where it is shared', async () => {
  const { rig, browser, account, pictures } = await settleAda()
  const id = pictures[0]?.id ?? ''
  const post = await share(rig, account, id)
  const page = await browser.read(`/account/pictures/${id}`)
  expect(post.message).toBe(`M-${id}`)
  expect(page).toContain('href="https://discord.com/channels/T1/C9"')
  expect(page).toMatch(/Visible to<\/dt><dd>Your team/)
})

it('hands out several as one archive, under names of their words, and passes over what is not theirs', async () => {
  const { rig, browser, account, pictures } = await settleAda()
  const three = await draw(rig, account, 'three: <owls> / "x"', 3)
  const eve = await signIn(rig, 'eve@example.org')
  const pick = [three.id, pictures[0]?.id ?? '', 'nothing']
  const send = (who: typeof browser) =>
    who.postAll(
      '/account/pictures/several/zip',
      pick.map((id) => ['pick', id]),
    )
  const answer = await send(browser)
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const names = [...readZip(new Uint8Array(await answer.arrayBuffer())).keys()]
  expect(names.sort()).toEqual([
    `a red fox by ada@example.org ${pictures[0]?.id}.png`,
    ...[1, 2, 3].map((number) => `three owls x ${three.id}.${number}.png`),
  ])
  const none = '/account/pictures?done=none-picked'
  for (const refused of [await send(eve), await browser.post('/account/pictures/several/zip')])
    expect(refused.location).toBe(none)
  expect(await browser.read(none)).toContain('Select a picture first')
  for (let more = 0; more < 29; more++) await send(browser)
  expect((await send(browser)).status).toBe(429)
})

it('deletes several once they are confirmed, however often the form comes, and nobody else’s', async () => {
  const { rig, browser, account, pictures } = await settleAda()
  const ids = pictures.map(({ id }) => id)
  const post = await share(rig, account, ids[0] ?? '')
  const eve = await signIn(rig, 'eve@example.org')
  const query = ids.map((id) => `pick=${id}`).join('&')
  const path = '/account/pictures/several/delete'
  expect((await eve.get(`${path}?${query}`)).location).toContain('none-picked')
  const fields = ids.map((id): [string, string] => ['pick', id])
  await eve.postAll(path, fields)
  const asked = await browser.read(`${path}?${query}&search=a`)
  expect(asked).toMatch(/deletes 2 pictures.*Those you shared/s)
  expect(asked).toContain('name="search" value="a"')
  expect((await browser.postAll(path, fields, { origin: 'https://evil.example' })).status).toBe(403)
  for (const { pictureKeys } of pictures) expect(await rig.host.read(pictureKeys[0] ?? '')).toBeDefined()
  for (const _ of 'two') {
    const done = await browser.postAll(path, [...fields, ['search', 'a']])
    expect(done.location).toBe('/account/pictures?search=a&done=deleted-several')
  }
  expect(rig.retracted).toEqual([post])
  for (const { pictureKeys } of pictures) expect(await rig.host.read(pictureKeys[0] ?? '')).toBeUndefined()
})
