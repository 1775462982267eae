/** What is said twice has one name, and what differs in a file's bytes alone has two. */
import { expect, it } from 'vitest'
import { nameMessage } from '#bots/discord/nonce.ts'
import type { Message } from '#bots/platform.ts'

const attach = (...bytes: number[]): Message => ({
  private: false,
  blocks: [
    {
      kind: 'file',
      file: { name: 'a.zip', type: 'application/zip', bytes: Uint8Array.from(bytes), alt: '', otherwise: [] },
    },
  ],
})

it('tells files of one name and length apart, and writes none of them out', () => {
  expect(nameMessage(attach(1, 2))).toBe(nameMessage(attach(1, 2)))
  expect(nameMessage(attach(1, 2))).not.toBe(nameMessage(attach(1, 3)))
  expect(nameMessage(attach(...Array(10_000).fill(7))).length).toBeLessThan(300)
})
