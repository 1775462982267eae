/** The channels and people that options name, where Slack has put their ids in place of their names. */
import type { Command } from '../command.ts'
import type { OptionValue, Person } from '../platform.ts'
import { readChannel } from './team.ts'

/** `meet` says who somebody with that id is. What names nobody is left as it is, to be refused. */
export async function readNamed(
  { options }: Pick<Command, 'options'>,
  given: Readonly<Record<string, OptionValue>>,
  meet: (person: string) => Promise<Person>,
): Promise<Record<string, OptionValue>> {
  const read: Record<string, OptionValue> = { ...given }
  for (const { name, type } of options) {
    const value = given[name]
    if (typeof value !== 'string') continue
    if (type === 'channel') read[name] = readChannel(value)
    const person = type === 'person' ? readPersonId(value) : undefined
    if (person !== undefined) read[name] = await meet(person)
  }
  return read
}

/** As Slack writes somebody, or as a form names them: `<@U123|name>`, `U123`. */
export function readPersonId(typed: string): string | undefined {
  const [, mentioned, plain] = /^(?:<@(\w+)(?:\|[^>]*)?>|([UW][A-Z0-9]{2,}))$/.exec(typed.trim()) ?? []
  return mentioned ?? plain
}
