/** An end that Discord does not take as it is: links instead of files, words instead of a picture, nothing of what AutoMod blocks. */
import { describe, expect, it } from 'vitest'
import { begin, draw, findPictures, finish, impatient } from './drawing.ts'
import { startRig } from './rig.ts'

describe('files that are not taken', () => {
  it.each([
    { refusal: 'invalidForm' },
    { refusal: 'missingPermissions' },
    { refusal: 'tooLarge' },
    { refusal: 'uploadNotFound' },
    { status: 500 },
    { page: 403 },
    { page: 200 },
  ] as const)('at the end (%o) become links, and no progress stays', async (kind) => {
    const rig = await startRig({ ...impatient, uploads: true })
    rig.standin.trouble({ kind, files: true, times: 1_000 })
    const handle = await draw(rig)
    expect(handle.messages).toHaveLength(1)
    expect(handle.message?.text).toContain('<https://pictures.test/i/')
    expect(handle.message?.text).not.toMatch(/queue|drawing|saving/)
    expect((await rig.history(rig.ann)).generations[0]).toMatchObject({ delivery: 'reply' })
  })

  it('in a private answer become links too', async () => {
    const rig = await startRig({ ...impatient, uploads: true })
    rig.standin.trouble({ kind: { refusal: 'missingPermissions' }, files: true, times: 1_000 })
    const handle = rig.ann.command(rig.channel, 'imagine', { prompt: 'a boat', private: true })
    await rig.answered(1)
    expect(handle.message?.text).toContain('<https://pictures.test/i/')
  })
})

describe('an end that cannot be shown', () => {
  it.each([
    'missingAccess',
    'invalidWebhookToken',
    'threadArchived',
    'invalidForm',
    'unknownWebhook',
  ] as const)('because of %s leaves no progress behind', async (refusal) => {
    const rig = await startRig({ ...impatient, progressEvery: 20 })
    await begin(rig, 'drawing')
    const routes = ['edit-original', 'create-follow-up', 'create-message'] as const
    rig.standin.trouble({ kind: { refusal }, routes, times: 1_000 })
    await finish(rig)
    const shown = rig.channel.visibleTo(rig.ann).map(({ text }) => text)
    expect(shown.join()).not.toMatch(/queue|drawing|saving/)
    expect((await rig.history(rig.ann)).generations[0]).toMatchObject({ status: 'delivered' })
  })

  it('says so in words where words are taken', async () => {
    const rig = await startRig({ ...impatient, progressEvery: 20 })
    const handle = await begin(rig, 'drawing')
    rig.standin.trouble({ kind: { refusal: 'invalidForm' }, saying: 'a boat', times: 1_000 })
    await finish(rig)
    expect(handle.message?.text).toContain('couldn’t show it here')
  })
})

describe('words that AutoMod blocks', () => {
  it('are shown to nobody: the person alone sees the picture, and the public answer goes', async () => {
    const rig = await startRig({ ...impatient, progressEvery: 20 })
    rig.standin.trouble({ kind: { refusal: 'blockedByAutoMod' }, saying: 'a boat', times: 1_000 })
    const handle = await draw(rig)
    expect(handle.message).toBeUndefined()
    expect(handle.followUps).toMatchObject([{ ephemeral: true, pictures: [{}] }])
    expect(handle.followUps[0]?.text).toContain('only you can see the result')
    expect(rig.channel.visibleTo(rig.ann).filter(({ ephemeral }) => !ephemeral)).toEqual([])
  })

  it('are never posted by the bot itself where nothing at all is taken', async () => {
    const rig = await startRig({ ...impatient, progressEvery: 20 })
    const routes = ['edit-original', 'create-follow-up'] as const
    rig.standin.trouble({ kind: { refusal: 'blockedByAutoMod' }, routes, times: 1_000 })
    await draw(rig)
    expect(rig.channel.visibleTo(rig.ann)).toEqual([])
    expect(findPictures(rig.ann, rig.standin.openDm(rig.ann))).toHaveLength(1)
  })
})
