/** Sheets of styles are there for everybody, for good, and on the page of prices. */
import { expect, it } from 'vitest'
import { findStyleSheet, speak } from '#core/index.ts'
import { createRig, publicUrl } from './rig.ts'

it('are pictures that anybody may fetch and keep', async () => {
  const rig = await createRig()
  const { path } = findStyleSheet(speak('en'), 'og')
  const answer = await rig.app.request(`${publicUrl}${path}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect((await answer.bytes()).byteLength).toBe(Number(answer.headers.get('content-length')))
  expect((await rig.app.request(`${publicUrl}/styles/og-en-00000000.png`)).status).toBe(404)
})

it('stand on the page of prices, described in words', async () => {
  const rig = await createRig()
  const page = await (await rig.app.request(`${publicUrl}/pricing`)).text()
  for (const name of ['og', 'logo', 'banner', 'avatar', 'emoji'] as const) {
    const { path, alt } = findStyleSheet(speak('en'), name)
    expect(page).toContain(`src="${path}" alt="${alt}"`)
  }
})
