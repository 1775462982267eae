/** What a page may say was just done, by its name in the page's address. */

const words = new Map([
  ['address', 'Your e-mail address is changed. We signed out every other browser.'],
  ['merged', 'The accounts are merged.'],
  ['signed-out', 'That browser is signed out.'],
  ['others-signed-out', 'Every other browser is signed out.'],
  ['unlinked', 'That chat is disconnected.'],
  ['language', 'Your language is saved.'],
  ['deleted', 'That is deleted.'],
  ['deleted-several', 'Those pictures are deleted.'],
  ['none-picked', 'Select a picture first.'],
  [
    'deleted-post-stays',
    'That is deleted. What the bot posted of it could not be taken back: an admin there can.',
  ],
])

export function findDone(name: string | undefined): string | undefined {
  return words.get(name ?? '')
}
