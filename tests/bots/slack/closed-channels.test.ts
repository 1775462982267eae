/** Taking messages away in channels that are closed to the bot. */
import { describe, expect, it } from 'vitest'
import { isPicture, startRig } from './rig.ts'

describe('where the bot is not in the channel', () => {
  async function drawThere() {
    const rig = await startRig({ expectsFaults: true })
    const { ada, design } = rig
    const picture = await ada.slash(design, '/imagine', 'a gull').reply(isPicture)
    const question = await ada.press(picture, 'Delete').reply()
    return { ...rig, rig, question }
  }

  it('takes a deleted picture’s message away by the press on it', async () => {
    const { ada, ben, design, question, slack, history } = await drawThere()
    ada.press(question, 'Delete it')
    await slack.until(() => question.shown.includes('is deleted') || undefined)
    expect(question.shown).not.toContain('could not')
    expect(await history(ada)).toEqual([])
    expect(design.visibleTo(ben)).toEqual([])
  })

  it('says that it stays, once that press is too long ago', async () => {
    const { ada, ben, design, rig, question, slack, history } = await drawThere()
    await rig.restart()
    ada.press(question, 'Delete it')
    await slack.until(() => question.shown.includes('is deleted') || undefined)
    expect(question.shown).toContain('couldn’t remove')
    expect(await history(ada)).toEqual([])
    expect(design.visibleTo(ben).filter(isPicture)).toHaveLength(1)
  })

  it('takes a shared post away by the press on it', async () => {
    const { slack, ada, ben, general, design, history } = await startRig({ expectsFaults: true })
    slack.operator.addBot(design)
    await ada.slash(general, '/gallery', design.id).reply()
    const picture = await ada.slash(general, '/imagine', 'a gull --private').reply(isPicture)
    await ada.press(picture, 'Share').reply()
    const [post] = design.visibleTo(ben).filter(isPicture)
    if (!post) throw new Error('nothing was shared')
    slack.operator.removeBot(design)
    expect((await ada.press(post, 'Unshare').reply()).shown).toContain('no longer')
    expect(design.visibleTo(ben).filter(isPicture)).toEqual([])
    expect((await history(ada))[0]?.shared).toBeUndefined()
  })

  it('keeps a picture shared whose post it cannot take back', async () => {
    const { slack, ada, ben, general, design, history, advance } = await startRig({ expectsFaults: true })
    slack.operator.addBot(design)
    await ada.slash(general, '/gallery', design.id).reply()
    const picture = await ada.slash(general, '/imagine', 'a gull --private').reply(isPicture)
    const shared = await ada.press(picture, 'Share').reply()
    slack.operator.removeBot(design)
    expect((await ada.press(shared, 'Unshare').reply()).shown).toContain('Invite the bot to the channel')
    expect((await history(ada))[0]?.shared).toBeDefined()
    slack.operator.addBot(design)
    advance(2_000)
    expect((await ada.press(shared, 'Unshare').reply()).shown).toContain('no longer')
    expect(design.visibleTo(ben).filter(isPicture)).toEqual([])
  })
})
