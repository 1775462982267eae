/** Holds that there is a sample of every message, so that what looks at samples looks at all. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))

const messages = read('bots/messages').join('\n')
const samples = read('tests/bots/messages/samples').join('\n')

/** What is part of other messages, or a form. */
const isPart = (name: string) => (messages.match(new RegExp(`\\b${name}\\(`, 'g'))?.length ?? 0) > 1

const heads = messages
  .split(/^export (?:const|function) /m)
  .map((code) => code.slice(0, code.search(/=> |\{\n/)))

it('has one of each that a message file exports', () => {
  const names = heads
    .filter((head) => /\): Message\s*$/.test(head))
    .map((head) => /^\w+/.exec(head)?.[0] ?? '')
  expect(names.length).toBeGreaterThan(50)
  const isMissing = (name: string) => !isPart(name) && !new RegExp(`\\b${name}\\(`).test(samples)
  expect(names.filter(isMissing)).toEqual([])
})
