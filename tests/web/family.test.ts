/** The page of a picture's family: what it came from and what came of it, and nothing of what one may not see. */
import { expect, it } from 'vitest'
import { draw, visit } from './people.ts'

it('shows what a picture came from and what came of it, and what is gone', async () => {
  const { rig, browser, account } = await visit()
  const origin = { platform: 'terminal', address: {} } as const
  async function change(id: string, prompt: string): Promise<string> {
    const order = { owner: account.id, call: prompt, origin, prompt, sources: [`result:${id}:0`] }
    const { id: made } = await (await rig.core.images.order(order)).done
    await rig.core.images.markDelivered(made, 'reply')
    return made
  }
  await draw(rig, account, 'a <fox>')
  const { generations } = await rig.core.history.list(account.id, { limit: 1 })
  const fox = generations[0]?.id ?? ''
  const blue = await change(fox, 'make it bluer')
  await change(blue, 'at night')
  for (const path of [`/account/pictures/${blue}`, `/account/pictures/${blue}/family`]) {
    const page = await browser.read(path)
    expect(page).toMatch(/make it bluer.*What it came from.*a &lt;fox&gt;.*What you made of it.*at night/s)
  }
  await rig.core.history.remove(account.id, fox)
  for (const path of [`/account/pictures/${blue}`, `/account/pictures/${blue}/family`])
    expect(await browser.read(path)).toContain('began with is gone')
  expect(await browser.read(`/account/pictures/${fox}/family`)).not.toContain('What it came from')
})
