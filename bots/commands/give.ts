/** Gives somebody credits of one's own, once the giver has said so twice. */
import { CoreError } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { renderGiven, renderGiveQuestion } from '../messages/give.ts'
import { sealPress } from '../press.ts'
import { givenCredits, press, pressed } from '../pressed.ts'

export const give = defineCommand({
  name: 'give',
  options: [{ name: 'person', type: 'person', required: true }, givenCredits],
  isPrivate: () => true,
  async run({ user, options, words }, core) {
    const { platform } = user
    const { id: from } = await core.accounts.requireAccount(user)
    const { person, credits } = options
    const other = await core.accounts.findLinked({ ...person, platform })
    if (!other) throw new CoreError('person-not-linked', {})
    const { gift, balance } = await core.gifts.consider({ from, into: other.id, credits })
    const { id, into: to } = gift
    const giving = await sealPress(core.seals, user, press('give-now', { id, by: from, to, credits }))
    return renderGiveQuestion(words, { name: person.name, credits, balance, giving })
  },
})

/** The button under the question whether to. */
export const giveNow = defineCommand({
  name: 'give-now',
  options: pressed['give-now'],
  hidden: true,
  inPlace: true,
  isPrivate: () => true,
  async run({ user, options, seal, words }, core) {
    const account = await core.accounts.requireAccount(user)
    // Dispatch has found that it fits.
    if (seal === undefined) throw new CoreError('press-refused', {})
    const { id, by: from, to: into, credits } = options
    const outcome = await core.gifts.give({ id, from, into, credits }, account.id)
    const [name, balance] = await Promise.all([
      core.gifts.findName(into, user.platform),
      core.credits.findBalance(account.id),
    ])
    return renderGiven(words, { outcome, name, credits, balance })
  },
})
