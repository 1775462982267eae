/** What pictures are called as files, and written as HTML and Markdown. */
import { expect, it } from 'vitest'
import { writeHtml, writeMarkdown } from '#web/pages/picture-embed.ts'
import { nameFile, renderAttachment } from '#web/picture-file.ts'

const name = (prompt: string, keys = 1) =>
  nameFile({ id: '4y30wdyk4t', asked: { prompt }, pictureKeys: Array(keys).fill('k') }, 2, 'image/png')

it.each([
  ['a lighthouse\n at dusk', 'a lighthouse at dusk 4y30wdyk4t.png'],
  ['../../etc/passwd', 'etc passwd 4y30wdyk4t.png'],
  ['..\\ .. CON:<>|?*"', 'CON 4y30wdyk4t.png'],
  ['夜の東京 🦊', '夜の東京 🦊 4y30wdyk4t.png'],
  ['\u202egnp.exe\0\ud800', 'gnp.exe � 4y30wdyk4t.png'],
  [' . ', '4y30wdyk4t.png'],
  ['.env file as a poster', 'env file as a poster 4y30wdyk4t.png'],
])('names the file of %j', (prompt, file) => {
  expect(name(prompt)).toBe(file)
  expect(name(prompt, 3)).toBe(file.replace('.png', '.2.png'))
})

it('cuts long words, and says the name in full and in ASCII', () => {
  expect(name('w'.repeat(32_000)).length).toBeLessThan(100)
  expect(Buffer.byteLength(name('夕暮れの海辺に立つ古い灯台と、'.repeat(12)))).toBeLessThan(256)
  expect(renderAttachment('．．／x ℀.png')).toMatch(/^attachment; filename="_\.?_x a_c\.png"/)
  expect(renderAttachment('Zoë’s "fox" (100%).png')).toBe(
    `attachment; filename="Zoe_s _fox_ (100_).png"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%22fox%22%20%28100%25%29.png`,
  )
})

it('lets no words out of the alternative text', () => {
  const evil = '"><script>](x) ![a] & `b`'
  const picture = { url: 'https://bot.example/i/k.png', width: 2, height: 1 }
  expect(writeHtml(picture, evil)).toBe(
    '<img src="https://bot.example/i/k.png" width="2" height="1" alt="&quot;&gt;&lt;script&gt;](x) ![a] &amp; `b`">',
  )
  expect(writeMarkdown(picture.url, evil)).toBe(
    '![\\"\\>\\<script\\>\\]\\(x\\) \\!\\[a\\] \\& \\`b\\`](https://bot.example/i/k.png)'.replace('\\"', '"'),
  )
})
