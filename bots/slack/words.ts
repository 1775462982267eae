/** The few words that only Slack needs: on forms, in dialogs and on the Home tab. */

export const words = {
  picture: 'Picture',
  originals: 'Full size:',
  news: 'News from imgsrc',
  product: 'imgsrc',
  cancel: 'Cancel',
  close: 'Close',
  go: 'Go',
  yes: 'Yes',
  other: 'Or your own',
  shortcut: 'Make a picture of this',
  appDescription: 'Makes pictures of what you describe, right in your channels.',
  underWay: 'Under way. The answer follows below.',
  cancels: 'stops it while it waits.',
  handedOver: 'What you asked for, for you alone:',
  inDirectMessages: 'is in your direct messages with imgsrc, where nobody else sees it.',
  formTooLate: 'Slack took too long to open the form. Nothing was charged. Please try again.',
  formUnsure:
    'Slack may not have opened the form. If you do not see it, please try again. Nothing was charged.',
  formUnreadable:
    'This form can’t be read any more, so nothing was done. Nothing was charged. Please type the command again.',
  fault: 'Something went wrong on our side, so nothing was done. Nothing was charged. Please try again.',
  formElsewhere: 'That opens a form, which Slack can only do for a slash command or a button.',
  notInstalled:
    'imgsrc is no longer installed in this workspace, so nothing was done. An admin can install it again.',
  install: 'Install imgsrc',
  homeTitle: 'Your account',
} as const
