/** Every button of the Home tab: one visible result, also after a restart and an hour later. */
import { describe, expect, it } from 'vitest'
import { labelOf } from '#tests/standins/slack/actions/find-element.ts'
import { elementsOf, flattenBlocks, shapesIn, stringIn } from '#tests/standins/slack/blocks/shape.ts'
import type { View } from '#tests/standins/slack/view.ts'
import { isPicture, type Rig, startRig } from './rig.ts'

/** What each button comes to, by the command it calls. */
const outcomes: Readonly<Record<string, RegExp>> = {
  again: /a gull.*price 10 credits/s,
  edit: /a ship.*price 10 credits/s,
  vary: /How different from\s+\w+\s+should it be/,
  'change-form': /1 a gull · 2 a ship/,
  upgrade: /a gull.*price 30 credits/s,
  unshare: /no longer in the gallery/,
  delete: /can’t be undone/,
  favourite: /is in your favourites/,
}

/** A Home tab with a shared picture, and what it says of its buttons. */
async function openHome(rig: Rig) {
  const { ada, general, team, core, answered } = rig
  await core.teams.setGallery({ platform: 'slack', id: team.id }, general.id)
  const picture = await ada.slash(general, '/imagine', 'a gull').message(isPicture)
  await answered()
  ada.press(picture, 'Share')
  await answered(2)
  const view = await ada.openHome().view()
  return { view, buttons: listButtons(view) }
}

function listButtons({ content }: View) {
  return flattenBlocks(shapesIn(content, 'blocks'))
    .flatMap(elementsOf)
    .map((element) => ({
      label: labelOf(element),
      command: stringIn(element, 'action_id').split(':')[2],
      isLink: stringIn(element, 'url') !== '',
    }))
}

const own = ({ ada }: Rig) => ada.dm.visibleTo(ada).filter(({ user }) => user !== ada.id)

it('has the buttons that are pressed here, and links', async () => {
  const { buttons } = await openHome(await startRig())
  const pressed = buttons.filter(({ isLink }) => !isLink).map(({ command }) => command)
  expect(pressed.sort()).toEqual(Object.keys(outcomes).sort())
  expect(buttons.some(({ isLink }) => isLink)).toBe(true)
})

describe.each(['at once', 'after a restart and an hour'])('%s', (moment) => {
  it.each(Object.entries(outcomes))('%s answers in direct messages, once', async (command, says) => {
    const rig = await startRig()
    const { ada, ben, general } = rig
    const { view } = await openHome(rig)
    const before = general.visibleTo(ben).length
    if (moment !== 'at once') {
      rig.advance(3_700_000)
      await rig.restart()
    }
    const button = new RegExp(`^press:\\d+:${command}$`)
    const opensForm = ['edit', 'change-form'].includes(command)
    if (opensForm) {
      const form = await ada.press(view, button).modal()
      ada.submitView(form, { '0:prompt': 'a ship' })
    } else {
      ada.press(view, button)
    }
    // What opened the tab, and what brings it up to date after a press, are calls too.
    await rig.answered(opensForm ? 6 : 4)
    expect(own(rig).map(({ shown }) => shown)).toEqual([expect.stringMatching(says)])
    expect(general.visibleTo(ben)).toHaveLength(command === 'unshare' ? before - 1 : before)
  })
})

it('opens pages by its links, and says nothing of it', async () => {
  const rig = await startRig()
  const { view, buttons } = await openHome(rig)
  for (const { label } of buttons.filter(({ isLink }) => isLink)) {
    const pressed = rig.ada.press(view, label)
    expect(pressed.opened).toMatch(/^http/)
    expect(await pressed.acknowledged).toMatchObject({ ok: true })
  }
  expect(own(rig)).toEqual([])
})

it.each(['at once', 'after a restart and an hour'])(
  'leads strangers to an account by Connect, once, %s',
  async (moment) => {
    const rig = await startRig()
    const cyd = rig.slack.createPerson(rig.team, { name: 'cyd' })
    const view = await cyd.openHome().view()
    if (moment !== 'at once') {
      rig.advance(3_700_000)
      await rig.restart()
    }
    cyd.press(view, 'Connect', { twice: true })
    await rig.answered(3)
    const told = cyd.dm.visibleTo(cyd).filter(({ user }) => user !== cyd.id)
    expect(told.map(({ shown }) => shown)).toEqual([expect.stringContaining('The page works once')])
  },
)
