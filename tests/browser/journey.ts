/** What somebody with a browser does between two things they type in chat. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { unpackZip } from '#tests/read-zip.ts'
import type { Bot } from './bot.ts'

/** Called on each page before it is left. */
export type Look = (page: Page, name: string) => Promise<void>

/** From a page that wants somebody signed in to the page itself. */
export async function signIn(page: Page, bot: Bot, email: string, look: Look): Promise<void> {
  await look(page, 'sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const [code = ''] = /\d{4} \d{4}/.exec(await bot.mail(email, 'is your sign-in code')) ?? []
  await look(page, 'sign-in-code')
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** From the page that names both sides to the code for the chat. */
export async function agree(page: Page, look: Look): Promise<string> {
  await look(page, 'link')
  await page.getByRole('button', { name: 'Yes, that’s me' }).click()
  const code = (await page.locator('.shown-code').textContent()) ?? ''
  await look(page, 'link-code')
  return code.trim()
}

/** From a pack's address to the page that the payment leads back to. */
export async function pay(page: Page, address: string, look: Look): Promise<void> {
  await page.goto(address)
  await look(page, 'test-checkout')
  await page.getByRole('button', { name: /^Pretend to pay/ }).click()
}

/** Downloads everything and unpacks it: each list by its name, each picture's bytes. */
export async function readExport(page: Page) {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export everything' }).click()
  const folder = unpackZip(readFileSync(await (await downloading).path()))
  return {
    read: (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')),
    pictures: readdirSync(join(folder, 'pictures')).map((name) =>
      readFileSync(join(folder, 'pictures', name)),
    ),
  }
}

/** Deletes the account: not by just any word, but by the one that must be typed. */
export async function deleteAccount(page: Page, look: Look): Promise<void> {
  await page.getByRole('link', { name: 'Delete your account' }).click()
  const word = page.getByLabel(/to confirm/)
  const button = page.getByRole('button', { name: 'Delete everything' })
  await word.fill('remove')
  await button.click()
  await page.getByText('Nothing was deleted').waitFor()
  await look(page, 'account-delete')
  await word.fill('delete')
  await button.click()
}
