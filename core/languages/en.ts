/** English: every sentence that people read, by where it is said. The other languages have just these entries. */
import type { PlatformName } from '#core/chat.ts'
import type { ErrorCode, ErrorData, SizeFault } from '#core/errors.ts'
import { createFormats } from './formats.ts'
import { type CategoryWords, nameCategories } from './moderation.ts'
import { bold, code, linked, say, type Text } from './text.ts'

const formats = createFormats('en-GB')
const { number, plural, allOf, anyOf } = formats

const credits = plural({ one: '# credit', other: '# credits' })
const pictures = plural({ one: '# picture', other: '# pictures' })
const drafts = plural({ one: '# draft', other: '# drafts' })
const standardPictures = plural({ one: '# standard picture', other: '# standard pictures' })
const premiumPictures = plural({ one: '# premium picture', other: '# premium pictures' })
const days = plural({ one: 'a day', other: '# days' })
const pixels = plural({ one: '# pixel', other: '# pixels' })
const seconds = plural({ one: '# second', other: '# seconds' })
const minutes = plural({ one: '# minute', other: '# minutes' })
const moreCredits = plural({ one: '# more credit', other: '# more credits' })
const requests = plural({ one: '# request', other: '# requests' })
const countVotes = plural({ one: '# vote', other: '# votes' })
const wereShared = plural({
  one: '# picture was shared in the gallery',
  other: '# pictures were shared in the gallery',
})
const megabytes = (bytes: number) => `${number(Math.floor(bytes / 1_000_000))} MB`

/** Milliseconds; minutes from two up. */
function wait(ms: number): string {
  const whole = Math.max(1, Math.ceil(ms / 1000))
  return whole < 120 ? seconds(whole) : minutes(Math.ceil(whole / 60))
}

/** Milliseconds, for somebody who does not know for sure; rather more than less. */
function estimate(ms: number): string {
  const tens = Math.max(1, Math.ceil(ms / 10_000))
  return tens < 6 ? seconds(tens * 10) : minutes(Math.ceil(tens / 6))
}

/** Somebody whom a sentence begins with; undefined where the name is not known. */
const named = (name: string | undefined) => (name === undefined ? 'Somebody' : bold(name))

/** Something a person typed, already short. */
const quoted = (text: string) => `“${text}”`

const attachTaken = 'Attach a JPEG, PNG, WebP, GIF, AVIF or TIFF.'
const plainSvg = 'Export it as a plain SVG, or attach a PNG.'
const ownOnly = 'Welcome credits and grants are for your own pictures.'

/** Of options that several commands have. */
const onlyYou = 'Show it only to you'
const itsId = 'Its id, from under the picture'
const whichModel = 'Which model draws it; the first unless you choose'
const asTyped = 'The words on it, just as you type them'
const smallerWords = 'Smaller words below the title'
const ofStyle = (usual: string) => `How it looks; ${usual} unless you choose`

type PlatformWords = Readonly<Record<PlatformName, string>>

/** What a size is made of, so that the sentence about a wrong one can say it. */
interface SizeRules {
  names: readonly string[]
  multiple: number
  longestEdge: number
  ratio: number
  fewestPixels: number
  mostPixels: number
}

const sizeFaults: { readonly [Fault in SizeFault]: (rules: SizeRules) => string } = {
  form: ({ names }) => `A size is ${names.join(', ')}, or a width and height such as 1280x720.`,
  multiple: ({ multiple }) => `Width and height must be multiples of ${multiple}.`,
  edge: ({ longestEdge }) => `No side can be longer than ${pixels(longestEdge)}.`,
  ratio: ({ ratio }) => `The long side can be at most ${ratio} times the short one.`,
  'too-few-pixels': ({ fewestPixels }) =>
    `That’s too small: width times height must be at least ${pixels(fewestPixels)}.`,
  'too-many-pixels': ({ mostPixels }) =>
    `That’s too large: width times height can be at most ${pixels(mostPixels)}.`,
}

/** In brackets. */
const minded: CategoryWords = {
  harassment: 'harassment',
  'harassment/threatening': 'threats',
  hate: 'hate',
  'hate/threatening': 'hateful threats',
  illicit: 'illegal acts',
  'illicit/violent': 'violent crime',
  'self-harm': 'self-harm',
  'self-harm/intent': 'plans to self-harm',
  'self-harm/instructions': 'ways to self-harm',
  sexual: 'sexual content',
  'sexual/minors': 'sexual content with minors',
  violence: 'violence',
  'violence/graphic': 'graphic violence',
}

const refusals: { readonly [Code in Exclude<ErrorCode, 'bad-option'>]: (data: ErrorData[Code]) => Text } = {
  'not-linked': () => say`Connect your account first: ${code('/link')}. It takes a minute.`,
  'insufficient-credits': ({ balance, price }) =>
    say`This costs ${credits(price)} and you have ${number(balance)}: ${bold(`${credits(price - balance)} short`)}.`,
  'cap-reached': ({ cap, limit, spent, price }) =>
    cap === 'member'
      ? say`This costs ${credits(price)}. You’ve used ${bold(`${number(spent)} of the ${credits(limit)}`)} your team gives you each month.`
      : say`This costs ${credits(price)}. This channel has used ${bold(`${number(spent)} of the ${credits(limit)}`)} your team gives it each month.`,
  'unknown-command': ({ command, suggestion }) =>
    suggestion === undefined
      ? say`There’s no command ${quoted(command)}. ${code('/help')} lists them all.`
      : say`There’s no command ${quoted(command)}. Did you mean ${code(`/${suggestion}`)}?`,
  'too-many-running': ({ limit }) =>
    say`You already have ${pictures(limit)} in progress. Wait for one to finish, or cancel one.`,
  'too-many-repeats': ({ wait: until }) =>
    say`Too many repeats at once. They’re still free: try again in ${wait(until)}.`,
  'too-many-utilities': ({ of, wait: until }) =>
    of === 'person'
      ? say`Too many requests. Try again in ${wait(until)}.`
      : say`Too many requests from your team. Try again in ${wait(until)}.`,
  'too-much-at-once': ({ of }) =>
    ({
      person: say`You’ve asked for a lot at once. Wait for an answer, then try again.`,
      team: say`Your team has asked for a lot at once. Try again in a few seconds.`,
      all: say`We’re very busy right now. Try again in a few seconds.`,
    })[of],
  'utility-busy': () => say`We’re very busy right now. Try again in a few seconds.`,
  'utility-too-much': () => say`That’s too much for us to make. Try something smaller or simpler.`,
  'qr-unreadable': ({ image }) =>
    image
      ? say`We couldn’t read this code back, so we didn’t send it. Try a larger size, a shorter text, or no image.`
      : say`We couldn’t read this code back, so we didn’t send it. Try a larger size or plainer colors.`,
  'not-found': ({ id }) => say`You have no picture with the id ${quoted(id)}.`,
  'nothing-waits': () => say`You have nothing waiting.`,
  'not-yours': ({ id }) => say`Only its author can do that with picture ${code(id)}.`,
  'press-refused': () => say`This button isn’t yours, or it’s out of date. Ask again for a new one.`,
  'not-admin': () => say`Only this team’s admins can do that.`,
  'blocked-here': () =>
    say`This team’s admins have blocked you here. Everywhere else, your account works as before.`,
  'person-not-linked': () => say`They have no account yet. ${code('/link')} connects one.`,
  'not-a-member': () => say`They haven’t used the bot in this team yet.`,
  'no-tie': () => say`That code doesn’t work here, or not any more. Start again with ${code('/team join')}.`,
  'already-tied': () =>
    say`One of the two teams is already joined to another. ${code('/team separate')} separates them.`,
  'too-many-codes': () => say`Too many codes were tried in this team. Try again in an hour.`,
  'not-yourself': () => say`You can’t do that to yourself.`,
  'not-giftable': ({ balance, giftable }) => {
    if (balance <= 0) return say`You have ${credits(balance)}, so there’s nothing to give.`
    if (giftable === 0) return say`None of your ${credits(balance)} can be given away. ${ownOnly}`
    const most = say`Of your ${credits(balance)}, you can give away ${bold(number(giftable))}.`
    return giftable === balance ? most : say`${most} ${ownOnly}`
  },
  'gift-unsettled': () =>
    say`We can’t reach our database right now. Check ${code('/credits')} before you give again: a gift that had started arrives within minutes.`,
  'not-in-team': () => say`That only works in a team’s channel.`,
  'no-gallery': () =>
    say`This team has no gallery channel yet. An admin can choose one with ${code('/gallery')}.`,
  'cannot-post': () => say`We can’t post there. Invite the bot to the channel and try again.`,
  'not-connected': () => say`We’re not connected there right now. Try again in a minute.`,
  'reply-expired': () => say`The answer came too late to show here. Ask again.`,
  'chat-trouble': ({ problem }) =>
    problem === 'busy'
      ? say`The channel isn’t taking messages from us right now. Try again in a minute.`
      : say`We didn’t hear back, so it may have worked. Check the channel before you try again.`,
  'already-shared': ({ id }) => say`Picture ${code(id)} is already shared.`,
  'being-shared': ({ id }) => say`Picture ${code(id)} is being shared right now.`,
  'not-shared': ({ id }) => say`Picture ${code(id)} isn’t shared.`,
  'already-linked': () =>
    say`This chat is already connected to an account. Disconnect it first with ${code('/unlink')}.`,
  'attachment-too-large': ({ limit }) =>
    say`That’s too large: at most ${megabytes(limit)} for everything you attach.`,
  'too-many-attachments': ({ limit }) =>
    limit === 1 ? say`Attach just one picture.` : say`Attach at most ${pictures(limit)}.`,
  'nothing-to-change': () =>
    say`There’s no picture here to change. Draw one with ${code('/imagine')}, then say what to change.`,
  'nothing-to-start-from': () => say`There’s no picture here to start from. Choose a message that shows one.`,
  'attachment-unavailable': () => say`We couldn’t fetch the file you attached. ${attachTaken}`,
  'attachment-unreadable': ({ format }) =>
    format === undefined
      ? say`We couldn’t read that file as a picture. ${attachTaken}`
      : say`We can’t read ${format} files as pictures. ${attachTaken}`,
  'attachment-too-many-pixels': ({ limit }) =>
    say`That picture is too large: its kind can have at most ${number(Math.floor(limit / 1_000_000))} megapixels.`,
  'svg-refused': ({ holds, name }) => {
    if (holds === 'element' && name !== undefined)
      return say`This SVG contains ${quoted(name)}, which we don’t draw. ${plainSvg}`
    return {
      script: say`This SVG contains a script or a page, which we don’t take. ${plainSvg}`,
      reference: say`This SVG points to something outside itself, which we don’t follow. ${plainSvg}`,
      entities: say`This SVG defines its own entities, which we don’t resolve. ${plainSvg}`,
      picture: say`This SVG contains a photo or bitmap. Attach that picture itself, or all of it as a PNG.`,
      element: say`This SVG contains something we don’t draw. ${plainSvg}`,
      'too-much': say`This SVG is too complex to draw. Attach a simpler one, or a PNG.`,
      nothing: say`We couldn’t read that file as SVG. ${plainSvg}`,
    }[holds]
  },
  'too-many-frames': ({ frames, limit }) =>
    say`This animation has ${pictures(frames)}; we take at most ${number(limit)}.`,
  'stands-still': ({ format }) =>
    say`${format.toUpperCase()} can’t be animated. Ask for ${code('gif')} or ${code('webp')}, or attach a single picture.`,
  'not-cancellable': ({ id }) => say`Picture ${code(id)} is already being drawn, so it can’t be cancelled.`,
  'moderation-blocked': ({ stage, categories }) => {
    const named = nameCategories(minded, categories, quoted)
    const what = named.length > 0 ? ` (${named.join(', ')})` : ''
    return stage === 'output'
      ? say`The picture was drawn, but the image service’s safety check held it back${what}. Change the words and try again.`
      : say`The image service’s safety check turned this prompt down${what}. Change the words and try again.`
  },
  'vendor-busy': ({ retryAfter }) =>
    say`The image service is busy right now. Try again in ${wait(retryAfter ?? 60_000)}.`,
  'queue-full': () => say`Too many pictures are waiting right now. Try again in a few minutes.`,
  'vendor-quota': () =>
    say`We’ve hit the image service’s spending limit. Ask whoever runs this bot to raise it.`,
  'vendor-refused': ({ option, value = '' }) => {
    switch (option) {
      case undefined:
        return say`The image service won’t take this request. Try again without its options.`
      case 'image':
        return say`The image service can’t use the picture you gave it. Try another one, as PNG or JPEG.`
      case 'prompt':
        return say`The image service won’t take this prompt. Change the words and try again.`
      case 'count':
        return say`The image service won’t draw ${bold(pictures(Number(value)))} at once with this model. Try ${bold('1')}.`
      default: {
        const usual = { background: 'auto', size: 'square', quality: 'standard' }[option]
        return say`The image service won’t take ${bold(value)} with this model. Try ${bold(usual)}.`
      }
    }
  },
  'vendor-down': () => say`The image service isn’t working right now. Try again later.`,
  'vendor-timeout': () => say`The image service took too long, so we stopped waiting.`,
  'source-gone': () => say`The picture this was based on has been deleted.`,
  'picture-unreadable': () => say`The image service sent something that isn’t a picture. Try again.`,
  'hosting-failed': () => say`The picture was drawn, but we couldn’t store it. Try again later.`,
  'hosting-down': () =>
    say`We can’t store pictures right now, so we’re not drawing any. Try again in a few minutes.`,
  'no-pack': ({ pack }) => say`There’s no pack ${quoted(pack)}. ${code('/topup')} lists them.`,
  'no-provider': ({ provider }) => say`Nothing is sold by ${quoted(provider)}.`,
  'provider-trouble': () => say`The payment service isn’t working right now. Try again later.`,
  interrupted: () => say`We restarted while this was being drawn. Try again.`,
  cancelled: () => say`Cancelled before it was drawn.`,
  'store-unavailable': () => say`We can’t reach our database right now. Try again in a minute.`,
  unsettled: ({ id }) =>
    say`We can’t reach our database right now. Within 15 minutes picture ${code(id)} arrives by itself, or its credits are back.`,
  stopping: () => say`We’re restarting. Try again in a minute.`,
}

export const en = {
  ...formats,
  /** BCP 47; what pages say they are written in. */
  tag: 'en',
  /** What the language calls itself. */
  name: 'English',

  // Amounts and the like, as all sections say them.
  credits,
  pictures,
  pixels,
  seconds,
  minutes,
  wait,
  estimate,
  quoted,
  /** What one picture costs, and a large one where that is more. */
  price: ({ usual, large }: { usual: number; large: number }) =>
    large === usual ? credits(usual) : `${credits(usual)}, large ${number(large)}`,

  /** Where people chat. `the`: as a name; `at`: behind a verb; `team`: what a team is there, by its name; `somebody`: with one of these behind. */
  places: {
    the: { terminal: 'the terminal', discord: 'Discord', slack: 'Slack' } satisfies PlatformWords,
    at: { terminal: 'in the terminal', discord: 'on Discord', slack: 'on Slack' } satisfies PlatformWords,
    somebody: (name: string, where: string) => `${name} ${where}`,
    team: {
      terminal: (name: string) => `in the terminal, at ${name}`,
      discord: (name: string) => `on Discord, in the server ${name}`,
      slack: (name: string) => `on Slack, in the workspace ${name}`,
    } satisfies Record<PlatformName, (name: string) => string>,
  },

  /** The pages on which a chat is connected to an account, and disconnected. Names are short and clean. */
  connecting: {
    title: 'Connect a chat',
    heading: 'Connect this chat?',
    whosAsking: 'Who’s asking',
    where: 'Where',
    yourAccount: 'Your account',
    warning: (name: string, at: string) =>
      say`${bold(name)} will be able to spend your credits and see your pictures. Go on only if that’s you, and you asked for this ${at} just now.`,
    yes: 'Yes, that’s me',
    no: 'Cancel',
    continueWith: (platform: string) => `Continue with ${platform}`,
    whatItTells: (platform: string) => `${platform} tells us who you are there, and nothing else.`,
    codeInstead: 'Use a code instead',
    notYours: 'Not your account?',
    signOutFirst: 'Sign out first',

    leavingTitle: (platform: string) => `On to ${platform}`,
    leaving: (platform: string) => `Taking you to ${platform}…`,

    doneTitle: 'Connected',
    done: 'You’re connected',
    doneNext: (balance: number, platform: string) =>
      say`You have ${bold(credits(balance))}. Go back to ${platform}: whatever you asked for there is on its way.`,

    toldInChat: (email: string, balance: number) =>
      say`This chat is connected to ${bold(email)}. You have ${credits(balance)}.`,

    nothingTitle: 'Nothing was connected',
    otherHeading: (platform: string) => `That’s a different ${platform} account`,
    other: (platform: string, asker: string, name: string | undefined) =>
      name === undefined
        ? say`You signed in to ${platform} as someone else, or in another workspace. ${bold(asker)} asked to connect. Nothing was connected.`
        : say`You signed in to ${platform} as ${bold(name)}, but ${bold(asker)} asked to connect. Nothing was connected.`,
    otherNext: (platform: string) => `Switch accounts on ${platform}’s page, or use a code instead.`,
    tryAgain: 'Try again',

    codeTitle: 'Your code',
    codeHeading: 'One more step, in chat',
    codeInChat: (platform: string, button: string) =>
      say`Go back to ${platform}, press ${bold(button)} and type this.`,
    codeInTerminal: 'Type this in the terminal.',
    codeLife: (name: string, where: string) =>
      say`It works for 10 minutes, and only for ${bold(name)} ${where}.`,
    welcome: (amount: number) => say`Once it’s in, you have ${bold(credits(amount))} to start with.`,
    noWelcome: {
      had: 'No welcome credits this time: this chat or your address has already had them.',
      capped: 'No welcome credits this time: we’ve given out today’s. You can connect all the same.',
    },
    codeAdvice: 'Don’t give this code to anyone. Whoever asks for it wants to spend your credits.',

    problems: {
      dead: {
        title: 'This link doesn’t work anymore',
        text: 'It works once, for 15 minutes, and a newer one replaces it. Nothing was connected. Type /link in the chat for a new one.',
      },
      'already-linked': {
        title: 'Already connected',
        text: 'This chat is already connected to an account. To use another one, type /unlink in the chat, then /link.',
      },
      'other-browser': {
        title: 'Start again from the chat',
        text: 'This page works once, within 10 minutes, in the browser you began in. If you aren’t connected yet, type /link in the chat.',
      },
      declined: {
        title: 'Nothing was connected',
        text: 'You didn’t give your consent. You can try again, or use a code instead.',
      },
      trouble: {
        title: 'Nothing was connected',
        text: 'We couldn’t find out who you are there. Try again in a minute, or use a code instead.',
      },
      'no-unlink': {
        title: 'Nothing to disconnect',
        text: 'This link was used, is older than 30 days, or the chat isn’t connected anymore. Your account page shows the chats that are.',
      },
    },
    toAccount: 'To your account',

    undoTitle: 'Disconnect a chat',
    undoHeading: 'Disconnect this chat?',
    undo: (name: string, where: string) => say`${bold(name)} ${where} can use your account until you do.`,
    disconnect: 'Disconnect',
    keep: 'Keep it',
    undone: 'Disconnected',
    undoneNext:
      'That chat can’t use your account anymore. If you didn’t connect it yourself, check your transactions and sign out everywhere.',
  },

  /** The pages of signing in. */
  signingIn: {
    title: 'Sign in',
    lead: 'Enter your email address and we’ll send you a code. No account yet? We’ll create one.',
    email: 'Email address',
    sendCode: 'Send me a code',
    cookie:
      'We set one cookie. It keeps you signed in, and later tells us that you’ve signed in here before.',
    aboutData: 'How we treat your data',

    confirmTitle: 'Is it you?',
    confirm: (email: string) =>
      say`You signed in a while ago. Before we go on, we’ll send a code to ${bold(email)}.`,
    cancel: 'Cancel',

    codeTitle: 'Type your code',
    checkMail: 'Check your email',
    sent: (email: string) => say`We sent an eight-digit code to ${bold(email)}. It works for 10 minutes.`,
    code: 'Code',
    spam: 'Nothing there after a minute? Look in your spam folder.',
    newCode: 'Send a new code',
    otherAddress: 'Use another address',

    deadTitle: 'Ask for a new code',
    dead: 'Your code has been used, is more than 10 minutes old, or was mistyped five times. Codes also work only in the browser that asked for them.',
    signedIn: 'You’re signed in',
    goOn: 'Continue',
  },

  /** Why a code was not sent, and why what was typed is not the one. */
  codes: {
    tooMany: (ms: number) => `Too many codes. Try again in ${wait(ms)}.`,
    busy: (ms: number) => `Lots of people are asking for codes right now. It’s your turn in ${wait(ms)}.`,
    sameAddress: 'This is already your address.',
    badAddress: 'We can’t send mail to this address. Check for a typo.',
    notYet: (ms: number) => `You can ask for a new code in ${wait(ms)}. The one we sent still works.`,
    noCode: (asked: number): string =>
      asked === 1
        ? 'The code has eight digits. Check your email.'
        : 'Each code has eight digits. Check both emails.',
    wrong: (left: number) =>
      `That’s not it. You can try ${left === 1 ? 'once' : `${number(left)} times`} more.`,
  },

  /** Mails. `host`: of the site; `code`: in two groups of digits. */
  mails: {
    codes: {
      'sign-in': {
        subject: (pin: string) => `${pin} is your sign-in code`,
        heading: 'Your sign-in code',
        reason: (host: string) => `Type it on ${host} to sign in.`,
        where: 'in the browser you asked from',
        otherwise: () => 'Didn’t ask for a code? Somebody mistyped their address. You can ignore this.',
      },
      'old-address': {
        subject: (pin: string) => `${pin} is your code to change your address`,
        heading: 'Change your address?',
        reason: (host: string) =>
          `Somebody signed in to your account on ${host} wants to replace this address. If that’s you, type this code there.`,
        where: 'for whoever is signed in to that account',
        otherwise: (host: string) =>
          `Not you? Then somebody else is in your account. Don’t pass the code on: without it, your address stays. Sign in on ${host} and sign out everywhere in the settings.`,
      },
      'new-address': {
        subject: (pin: string) => `${pin} is your code to confirm this address`,
        heading: 'Confirm this address',
        reason: (host: string) => `Type it on ${host} to make this the address of your account.`,
        where: 'for whoever is signed in to that account',
        otherwise: () => 'Didn’t ask for a code? Somebody mistyped their address. You can ignore this.',
      },
      merge: {
        subject: (pin: string) => `${pin} is your code to merge two accounts`,
        heading: 'Merge your accounts?',
        reason: (host: string, receiver: string) =>
          `Somebody signed in on ${host} as ${receiver} wants to take over everything this address’s account has: credits, pictures and connected chats. This account then ends. If both are yours, type this code there.`,
        where: 'for whoever is signed in to that account',
        otherwise: () =>
          'Not both yours? Do nothing and don’t pass the code on. Without it, your account stays as it is.',
      },
    },
    codeRules: (host: string, where: string) =>
      `It works once, for 10 minutes, ${where}. Type it only on ${host}, and don’t share it: we’ll never ask you for it.`,
    connected: {
      subject: 'A chat was connected to your account',
      heading: 'A chat was connected',
      who: (person: string) => `${person} is now connected to your account and can spend its credits.`,
      next: 'If that’s you, all is well. If not, disconnect it. You don’t have to sign in.',
      button: 'Disconnect this chat',
      rules: 'The link works once, for 30 days, and does nothing else.',
    },
    policy: {
      subject: 'Our privacy policy has changed',
      heading: 'Our privacy policy has changed',
      text: (version: string) => `The new one is dated ${version}.`,
      button: 'Read the privacy policy',
      next: 'If you don’t agree with it, you can export your data or delete your account at any time.',
      account: 'Your account',
    },
  },

  /** Why something was not done. Texts in them that somebody typed are short already. */
  refusals,

  /** What is wrong with an option; one or two sentences. */
  optionProblem: {
    missing: (option: string) => say`The ${code(option)} is missing.`,
    missingImage: (option: string) => say`The ${code(option)} is missing: attach a picture.`,
    missingPrompt: () => say`There’s nothing to draw yet: write a ${code('prompt')}.`,
    noSuchPage: () => say`There’s no such page. Start again with ${code('/history')}.`,
    unknown: (option: string) => say`There’s no option ${quoted(option)} here.`,
    unknownButNear: (option: string, suggestion: string) =>
      say`There’s no option ${quoted(option)}. Did you mean ${code(suggestion)}?`,
    tooLong: (option: string, length: number, limit: number) =>
      say`The ${code(option)} is ${number(length)} characters long; at most ${number(limit)} fit.`,
    controlCharacters: (option: string) =>
      say`The ${code(option)} contains invisible control characters. Remove them and try again.`,
    notAPerson: (option: string) =>
      say`The ${code(option)} must be somebody here: type ${code('@')} and choose them.`,
    notATimeZone: (option: string) =>
      say`The ${code(option)} must be a time zone, such as ${code('Europe/Berlin')}.`,
    notAMonth: (option: string) => say`The ${code(option)} must be a month, such as ${code('2026-11')}.`,
    notANumber: (option: string) => say`The ${code(option)} must be a whole number.`,
    outOfRange: (option: string, minimum: number, maximum: number) =>
      say`The ${code(option)} must be from ${number(minimum)} to ${number(maximum)}.`,
    notAChoice: (option: string, choices: readonly string[]) =>
      say`The ${code(option)} must be ${anyOf(choices)}.`,
    illegalSize: (fault: SizeFault, rules: SizeRules) => say`${sizeFaults[fault](rules)}`,
    notASize: (option: string, shortest: number, longest: number) =>
      say`The ${code(option)} must be a width and a height, such as ${code('1200x630')}, each from ${number(shortest)} to ${pixels(longest)}.`,
    notAColor: (option: string, names: readonly string[]) =>
      say`The ${code(option)} must be ${anyOf([...names, '#1f6feb'])}.`,
    tooLittleContrast: (option: string, ratio: number, least: number) =>
      say`The ${code(option)} stands out too little: ${formats.decimal(Math.floor(ratio * 10) / 10)} to 1, and cameras need ${formats.decimal(least)} to 1. Try a darker ${code('color')} or a lighter ${code('background')}.`,
    inverted: () =>
      say`Many cameras can’t read light on dark. Make ${code('color')} darker than ${code('background')}.`,
    tooManyBytes: (option: string, bytes: number, limit: number) =>
      say`The ${code(option)} takes ${number(bytes)} bytes; at most ${number(limit)} fit. Shorten it, or link to it.`,
    tooSmall: (option: string, least: number) =>
      say`The ${code(option)} is too small for everything in it: it takes ${pixels(least)}.`,
    notAResize: (option: string, most: number, sets: readonly string[], longest: number) =>
      say`The ${code(option)} must be like ${code('800x600')}, ${code('800')}, ${code('x600')} or ${code('50%')}, up to ${number(most)} of them separated by commas, or ${anyOf(sets)}. No side can be longer than ${pixels(longest)}.`,
    unterminatedQuote: (option: string) => say`A quote is opened in ${code(option)} but never closed.`,
    repeated: (option: string) => say`The ${code(option)} is given more than once.`,
    illegalCombination: (option: string, other: string) =>
      say`The ${code(option)} can’t be combined with ${code(other)}.`,
  },

  /** The labels of small print. */
  facts: {
    askedBy: 'asked by',
    price: 'price',
    balance: 'balance',
    size: 'size',
    from: 'from',
    quality: 'quality',
    model: 'model',
    words: 'words',
    background: 'background',
    finish: 'finish',
    id: 'id',
    file: 'file',
    format: 'format',
    frames: 'pictures',
    icons: 'icons',
    errorCorrection: 'error correction',
  },

  /** A finished picture. */
  picture: {
    /** Credits for `count` pictures, of which one is shown. */
    priceOfAll: (price: number, count: number) => `${credits(price)} for all ${number(count)}`,
    freeRepeat: 'free · you’ve made this before',
    wordsSet: 'exactly as you typed them',
    wordsDrawn: 'drawn by the model, so check the spelling',
    opaque: 'this model can’t make it transparent',
    unfinished: 'as drawn: we couldn’t set its size and words',
    /** What those are told who cannot see it; the prompt is cut by whoever asks. */
    oneAlt: (which: number, all: number, prompt: string) => `${number(which)} of ${number(all)}: ${prompt}`,
    allAlt: (count: number, prompt: string) => `${pictures(count)}: ${prompt}`,
    link: 'picture',
    numberedLink: (which: number) => `picture ${number(which)}`,
  },

  /** How far a picture is. */
  progress: {
    next: 'next in the queue',
    place: (place: number) => `number ${number(place)} in the queue`,
    placeOrLater: (place: number) => `number ${number(place)} or later in the queue`,
    /** Milliseconds. */
    readyIn: (ms: number) => `ready in about ${estimate(ms)}`,
    readyAtEarliest: (ms: number) => `ready in ${estimate(ms)} at the earliest`,
    drawing: 'drawing',
    saving: 'saving',
    previewAlt: 'The picture so far',
  },

  /** By which steps a picture came to be. */
  steps: {
    upgraded: 'upgraded',
    varied: 'varied',
    private: 'a private picture',
    gone: 'from a picture that’s gone',
    madeFromThis: (list: Text) => say`Made from this: ${list}`,
  },

  /** Which of several, and how far a variation may go. */
  pick: {
    which: () => say`Which one? Press its number.`,
    howDifferent: (id: string) =>
      say`How different from ${code(id)} should it be? ${bold('Subtle')} keeps the composition and changes details. ${bold('Strong')} keeps only the subject and the style.`,
  },

  change: {
    title: 'Change this picture',
    what: (price: number) => `What to change · ${credits(price)}`,
    /** The example is a command to be typed. */
    which: (example: string) => say`Which one? Press its number, or name it: ${code(example)}.`,
  },

  edit: {
    title: 'Edit prompt',
    presetTitle: (command: string) => `Edit ${command}`,
    pictureInstead: 'A picture instead of its own',
    tooLongForForm: (limit: number) =>
      say`This prompt is too long to edit here: a form holds ${number(limit)} characters.`,
  },

  references: {
    title: 'Use as reference',
    /** Their numbers are how a prompt names them; at most 45 characters. */
    startFrom: (last: number) => `Start from pictures 1 to ${number(last)}`,
    more: (first: number, last: number) => `More pictures, numbered ${number(first)} to ${number(last)}`,
    oneMore: (which: number) => `Another picture, number ${number(which)}`,
    /** At most 100 characters. */
    chosen: (count: number) =>
      count === 1
        ? 'You chose picture 1: call it that in your prompt.'
        : `You chose pictures 1 to ${number(count)}: call them that in your prompt.`,
  },

  /** What is made for free. */
  utility: {
    notAlone: (file: string) =>
      say`${file} is ready, but we can’t send it to you alone here. Ask again without ${code('private')}.`,
    notSent: (file: string) => say`${file} is ready, but we couldn’t send it here. Try again.`,
    qrAlt: (text: string) => `QR code: ${text}`,
    placeholderAlt: (size: string, text: string) => `Placeholder, ${size}: ${text}`,
  },

  resize: {
    sizes: plural({ one: '# size', other: '# sizes' }),
    alt: (sizes: string) => `The resized picture: ${sizes}`,
    tableHead: { file: 'file', size: 'size', bytes: 'bytes' },
    enlarged: 'It’s larger than the picture you gave us, so it may look soft.',
    flattened: 'JPEG can’t be transparent, so those parts are white.',
    reduced: 'To stay under the size limit, it’s coarser or smaller than it could be.',
  },

  favicon: {
    alt: 'The icons at their true sizes, on light and on dark',
    install: () =>
      say`Put the files at the root of your site, and this in the ${code('<head>')} of its pages:`,
    notSquare: 'It isn’t square, so the icons have empty space on two sides.',
    enlarged: 'It’s smaller than 512 pixels, so the largest icons look soft.',
    hasWords: 'Its text uses whatever fonts a reader has. Turn it into paths to keep yours.',
  },

  useMade: {
    what: 'What to draw from it',
  },

  kept: () => say`Okay, nothing was changed.`,
  cancelled: (id: string) => say`Picture ${code(id)} is cancelled.`,

  delete: {
    question: (id: string) =>
      say`Delete picture ${code(id)}? It can’t be undone, and its credits don’t come back.`,
    onlyOne: () => say`The others beside it stay.`,
    alsoShared: () => say`It’s removed from the gallery channel too.`,
    done: (id: string) => say`Picture ${code(id)} is deleted.`,
    postLeft: () => say`We couldn’t remove its post from the gallery channel.`,
    besideOthers: () =>
      say`Messages that show it beside others may still do so: anybody who can delete messages there can remove them.`,
    messageLeft: () =>
      say`We couldn’t remove every message that shows it: anybody who can delete messages there can.`,
  },

  favourite: {
    kept: (id: string) => say`Picture ${code(id)} is in your favourites.`,
    dropped: (id: string) => say`Picture ${code(id)} is no longer in your favourites.`,
  },

  /** What was said to the bot and is not plainly an order. */
  talk: {
    change: () => say`Want to change the picture here? Press ${bold('Change')}.`,
    help: () =>
      say`Describe a picture and we’ll draw it, such as ${code('a lighthouse at dusk')}. ${code('/help')} shows what else you can do, and ${code('/topup')} gets you credits.`,
    draw: () => say`Was that a prompt? Press ${bold('Draw')}.`,
    imagine: () => say`Was that a prompt? Use ${code('/imagine')}.`,
  },

  history: {
    /** Of so many at least, where not all were counted. */
    place: (from: number, to: number, total: number, isWhole: boolean) => {
      const page = from === to ? number(to) : `${number(from)}–${number(to)}`
      return say`${bold(page)} of ${number(total)}${isWhole ? '' : '+'}`
    },
    moreThan: (total: number) => say`${bold(`More than ${number(total)}`)}`,
    choose: () => say`${bold('Which picture?')} These are your latest.`,
    favourites: 'favourites',
    favourite: 'favourite',
    free: 'free',
    none: () => say`No pictures yet. ${code('/imagine')} draws your first.`,
    noFavourites: () => say`No favourites yet. Press ${bold('Favourite')} under a picture to keep it here.`,
    noneMatch: (filters: string) => say`None of your pictures match: ${filters}`,
    noneHaveWords: (words: string) => say`None of your pictures have all of these words: ${quoted(words)}`,
  },

  sharing: {
    post: (author: string) => say`${bold(author)} shared a picture`,
    shared: (id: string, address: string | undefined) =>
      say`Picture ${code(id)} is in ${linked('the gallery channel', address)}.`,
    sharedElsewhere: (id: string, platform: string) =>
      say`Picture ${code(id)} is in your team’s gallery on ${platform}.`,
    missed: (platforms: readonly string[], command: string) =>
      say`Your team’s gallery on ${allOf(platforms)} didn’t take it. Try again with ${code(command)}.`,
    unshared: (id: string) => say`Picture ${code(id)} is no longer in the gallery channel.`,
    /** The channel as it was chosen, which its address opens. */
    chosen: (channel: string, address: string | undefined) =>
      say`Shared pictures now go to ${address === undefined ? channel : linked('that channel', address)}.`,
    note: () => say`Pictures that people share with ${code('/share')} will appear here.`,
  },

  gallery: {
    noChannel: () =>
      say`There’s no channel for shared pictures yet. An admin can choose one with ${code('/gallery')} and its name.`,
    channel: (channel: string, address: string | undefined) =>
      say`Shared pictures go to ${address === undefined ? channel : linked('the gallery channel', address)}.`,
    none: () => say`Nothing is shared yet. Press ${bold('Share')} under a picture to be the first.`,
    latest: () => say`${bold('Recently shared')}`,
    earlier: () => say`${bold('Shared earlier')}`,
    noneEarlier: () => say`Nothing was shared before that.`,
    sharedBy: (author: string) => `shared by ${author}`,
    shared: 'shared',
    voted: (id: string, count: number) =>
      say`Your vote for ${code(id)} counts: it has ${countVotes(count)}. Press again to take it back.`,
    voteTakenBack: (id: string, count: number) =>
      say`You took back your vote for ${code(id)}. It has ${countVotes(count)}.`,
  },

  /** What became of the credits, and of an order. */
  outcome: {
    nothingCharged: () => say`Nothing was charged.`,
    creditsBack: (amount: number) =>
      amount === 1 ? say`Your credit is back.` : say`Your ${credits(amount)} are back.`,
    teamCreditsBack: (amount: number) =>
      amount === 1 ? say`Your team’s credit is back.` : say`Your team’s ${credits(amount)} are back.`,
    /** The process ends, or the database is away, while a picture is being made. */
    unsettled: (
      why: 'stopping' | 'store-unavailable',
      id: string,
      price: number,
      paidBy: 'person' | 'team',
    ) => {
      const reason = why === 'stopping' ? 'We’re restarting.' : 'We can’t reach our database right now.'
      const whose = paidBy === 'team' ? 'your team’s' : 'your'
      return say`${reason} Picture ${code(id)} isn’t lost: it arrives soon, or ${whose} ${credits(price)} come back within 15 minutes.`
    },
    /** `number`: what the log knows it by. */
    fault: (callId: string) =>
      say`Something went wrong on our side. A picture you were charged for is in ${code('/history')} within 15 minutes, or its credits are back. If you ask for help, mention ${code(callId)}.`,
    unreadable: (callId: string) =>
      say`We couldn’t read that. Try again. If you ask for help, mention ${code(callId)}.`,
  },

  /** To whoever has no account yet. */
  connect: {
    button: 'Connect',
    enterCode: 'Enter code',
    /** `waits`: what runs by itself once they are connected; `replaces`: it takes the place of what waited before. */
    first: (waits: 'prompt' | 'command' | undefined, replaces: boolean) => {
      if (waits === undefined) return say`This chat isn’t connected to an account yet. Takes a minute.`
      const next = waits === 'prompt' ? 'and your prompt is waiting' : 'then we’ll do what you asked'
      return say`Connect your account first. Takes a minute, ${next}.${replaces ? ' It replaces what you asked before.' : ''}`
    },
    /** Above a button that opens what they were asked for before. */
    goOn: () => say`You’re connected. Go on here:`,
  },

  /** What to try first. */
  examples: {
    prompt: 'a lighthouse at dusk, watercolor',
    address: 'https://imgsrc.pub',
    draw: (price: number) => `Draw a lighthouse · ${number(price)}`,
    qr: 'Make a QR code · free',
    greeting: () =>
      say`Hello! Type ${code('/imagine')} and say what you’d like to see, and your picture appears right here. Try one:`,
    more: () =>
      say`QR codes, placeholders, icons and resizing are free, without an account. ${code('/help')} shows everything.`,
  },

  /** The Home tab, and what stands there in its place. */
  home: {
    nothingYet: () => say`No pictures yet. Draw your first one in any channel with ${code('/imagine')}.`,
    latest: () => say`${bold('Your latest pictures')}`,
  },

  /** `/link` and `/unlink`. Names of buttons are handed over. */
  link: {
    how: (connect: string, enterCode: string) =>
      say`Press ${bold(connect)} and sign in with your email address. The page shows you a code: come back and press ${bold(enterCode)}.`,
    /** Where there are no forms. */
    howTyped: (connect: string) =>
      say`Open ${bold(connect)} and sign in with your email address. The page shows you a code: come back and type ${code('/link')} and the code.`,
    once: () =>
      say`The page works once, for 15 minutes. Don’t show it to anyone, and don’t type a code that somebody else gave you.`,
    bought: (amount: number) => say`The ${bold(credits(amount))} you bought here come with it.`,
    codeOnPage: 'The code on the page',
    linked: (email: string | undefined, balance: number) =>
      email === undefined
        ? say`This chat is now connected to your account. You have ${credits(balance)}.`
        : say`This chat is now connected to ${bold(email)}. You have ${credits(balance)}.`,
    welcome: () => say`Welcome!`,
    noWelcome: () => say`No welcome credits this time: we’ve given out today’s.`,
    goesOn: () => say`What you asked for comes next.`,
    deadCode: () =>
      say`That code doesn’t work any more: it was used, is too old, or was tried too often. Start again with ${code('/link')}.`,
    noCode: () => say`A code has eight digits. Check the page again.`,
    wrongCode: (left: number) =>
      say`That’s not the code. You can try ${left === 1 ? 'once' : `${number(left)} times`} more.`,
    unlinkQuestion: (email: string | undefined) =>
      email === undefined
        ? say`Disconnect this chat from your account? Your credits and pictures stay with the account.`
        : say`Disconnect this chat from ${bold(email)}? Your credits and pictures stay with the account.`,
    unlinked: () => say`This chat is disconnected. ${code('/link')} connects it again.`,
  },

  /** `/help`. */
  help: {
    head: { option: 'option', choices: 'one of', meaning: 'what it is' },
    /** What an option can be. */
    choices: (items: readonly string[]) => items.join(', '),
    oneOf: (what: string, choices: string) => `${what} (${choices})`,
    writing: () =>
      say`Write options like ${code('--size wide')} or ${code('size:wide')}. ${code('/credits')} shows what pictures cost.`,
    /** Where people can talk to the bot. */
    talking: () =>
      say`You can also mention us or send a direct message. If it starts with a command or describes a picture, we draw it; otherwise we ask first. ${code('/imagine')} draws whatever you type.`,
    /** What is in the menu of a message. */
    menus: (names: readonly string[]) =>
      say`In a message’s menu you’ll also find ${bold(allOf(names))}, for the pictures it shows.`,
    missing: (named: string, meant: string | undefined) =>
      meant === undefined
        ? say`There’s no command ${quoted(named)}. Here are all of them:`
        : say`There’s no command ${quoted(named)}. Did you mean ${code(meant)}? Here are all of them:`,
  },

  /** The sentences that only a terminal needs. */
  terminal: {
    welcome: (name: string) =>
      say`Hello ${name}. ${code('/help')} lists the commands, ${code('/open')} shows a picture large, ${code('/quit')} leaves.`,
    alreadyDrawing: () => say`It’s already being drawn, so it can’t be cancelled. ${code('/quit')} leaves.`,
    howToLeave: () => say`${code('/quit')} or Ctrl-D leaves.`,
    lineTooLong: (length: number, limit: number) =>
      say`This line is ${number(length)} characters long; at most ${number(limit)} fit.`,
    didYouMean: (line: string) => say`Did you mean ${code(line)}?`,
    typeInstead: (line: string) => say`Type ${code(line)} with your own words.`,
    /** Above pictures that fit what is being typed; not a sentence’s end. */
    pickHint: 'Type an id, or more of the prompt:',
  },

  /** What only Slack needs: titles and buttons of at most 24 characters, notices, and what its manifest says. */
  slack: {
    product: 'imgsrc',
    cancel: 'Cancel',
    close: 'Close',
    go: 'Go',
    yes: 'Yes',
    /** Beside a menu, for what is none of its choices. */
    other: (example: string) => `Or your own: ${example}`,
    picture: 'Picture',
    originals: (links: readonly Text[]) =>
      say`Full size: ${links.flatMap((link, at) => (at > 0 ? [' ', ...link] : link))}`,
    news: 'News from imgsrc',
    homeTitle: 'Your account',
    appDescription: 'Draws what you describe, right in your channels.',
    underWay: () => say`On it. The answer follows below. ${code('/cancel')} stops it while it’s waiting.`,
    handedOver: () => say`Here’s what you asked for. Only you can see it:`,
    inDirectMessages: (file: string) =>
      say`${file} is in your direct messages with imgsrc, where only you can see it.`,
    formTooLate: () => say`Slack took too long to open the form. Try again.`,
    formUnsure: () => say`Slack may not have opened the form. If you don’t see it, try again.`,
    formUnreadable: () => say`We can’t read this form any more, so we did nothing. Type the command again.`,
    fault: () => say`Something went wrong on our side, so we did nothing. Try again.`,
    formElsewhere: () => say`That opens a form, and Slack only allows those for a command or a button.`,
    notInstalled: () => say`imgsrc is no longer installed in this workspace. An admin can install it again.`,
    install: 'Install imgsrc',
    installing: {
      installed: { title: 'Installed', text: 'imgsrc is in your workspace. Type /imagine in any channel.' },
      declined: { title: 'Not installed', text: 'You didn’t let Slack install the app.' },
      expired: {
        title: 'Not installed',
        text: 'This link works for ten minutes, in the browser you began in.',
      },
      failed: {
        title: 'Not installed',
        text: 'Slack didn’t finish the installation. Try again in a minute.',
      },
      again: 'Try again',
    },
  },

  /** The words to type for what can be chosen, by what the program calls it: one word each, lower case. */
  qualities: { draft: 'draft', standard: 'standard', premium: 'premium' },
  sizes: { square: 'square', landscape: 'landscape', portrait: 'portrait', wide: 'wide' },
  backgrounds: { auto: 'auto', opaque: 'opaque', transparent: 'transparent' },
  colors: {
    black: 'black',
    white: 'white',
    gray: 'gray',
    red: 'red',
    orange: 'orange',
    yellow: 'yellow',
    green: 'green',
    teal: 'teal',
    blue: 'blue',
    navy: 'navy',
    purple: 'purple',
    pink: 'pink',
  },
  /** How a picture is fitted into a size: the word, and what it means. */
  fits: {
    inside: { name: 'inside', about: 'whole, no larger than that' },
    crop: { name: 'crop', about: 'cut at its edges' },
    pad: { name: 'pad', about: 'whole, with bars' },
    stretch: { name: 'stretch', about: 'out of shape' },
  },
  /** What made a picture: the names of commands and buttons, as words to type. */
  toolKinds: {
    imagine: 'imagine',
    vary: 'vary',
    upgrade: 'upgrade',
    og: 'og',
    logo: 'logo',
    banner: 'banner',
    avatar: 'avatar',
    emoji: 'emoji',
    change: 'change',
  },
  /** For whom credits are bought. */
  buyers: { me: 'me', team: 'team' },
  /** Whose credits are spent in a team. */
  payers: { team: 'team', own: 'own' },
  /** What an admin can change in a team. */
  teamChanges: {
    pays: 'pays',
    cap: 'cap',
    'channel-cap': 'channel-cap',
    'admins-channel': 'admins-channel',
    'time-zone': 'time-zone',
    language: 'language',
    admin: 'admin',
    member: 'member',
    owner: 'owner',
    remove: 'remove',
    block: 'block',
    unblock: 'unblock',
    tie: 'join',
    untie: 'separate',
  },
  /** The styles of presets: the word to type, and how it looks in at most 45 characters. */
  styles: {
    og: {
      gradient: { name: 'gradient', about: 'flowing colors with a little grain' },
      photo: { name: 'photo', about: 'a photo with a soft background' },
      illustration: { name: 'illustration', about: 'flat shapes in a few colors' },
      geometric: { name: 'geometric', about: 'bold shapes, like a Swiss poster' },
      night: { name: 'night', about: 'dark and technical, with glowing lines' },
      paper: { name: 'paper', about: 'layers of cut paper in warm colors' },
    },
    logo: {
      minimal: { name: 'minimal', about: 'one simple idea in a few clean shapes' },
      geometric: { name: 'geometric', about: 'circles, squares and lines on a grid' },
      emblem: { name: 'emblem', about: 'a round emblem with a strong outline' },
      mascot: { name: 'mascot', about: 'a friendly figure with bold outlines' },
      monogram: { name: 'monogram', about: 'a shape made from the first letter' },
      handmade: { name: 'handmade', about: 'brush and ink, with lively lines' },
    },
    banner: {
      gradient: { name: 'gradient', about: 'flowing colors with a little grain' },
      photo: { name: 'photo', about: 'a wide photo with plenty of air' },
      landscape: { name: 'landscape', about: 'a painted panorama with depth' },
      pattern: { name: 'pattern', about: 'a geometric pattern in a few colors' },
      night: { name: 'night', about: 'dark and technical, with glowing lines' },
    },
    avatar: {
      portrait: { name: 'portrait', about: 'a photo in soft light' },
      cartoon: { name: 'cartoon', about: 'bold outlines and flat colors' },
      clay: { name: 'clay', about: 'a clay figure in studio light' },
      pixel: { name: 'pixel', about: 'pixel art with large pixels' },
      line: { name: 'line', about: 'a few black lines and one spot of color' },
    },
    emoji: {
      glossy: { name: 'glossy', about: 'rounded and shiny, like on a phone' },
      flat: { name: 'flat', about: 'flat, bright shapes with a dark outline' },
      sticker: { name: 'sticker', about: 'a thick white rim and bold outlines' },
      pixel: { name: 'pixel', about: 'pixel art with a dark outline' },
    },
  },
  /** What is to be seen on the sheet of a preset's styles, by what they are called. */
  styleSheet: (names: readonly string[]) => `The styles, each as a small drawing: ${names.join(', ')}`,
  /** Words that set or clear an option such as `private`, the usual one of each first. */
  flags: { yes: ['yes', 'on', 'true'], no: ['no', 'off', 'false'] },

  /** The names of options to type, by what the program calls them: lower case letters, digits, `-` and `_`, at most 32. */
  optionNames: {
    prompt: 'prompt',
    size: 'size',
    quality: 'quality',
    count: 'count',
    background: 'background',
    model: 'model',
    private: 'private',
    image: 'image',
    image2: 'image2',
    image3: 'image3',
    image4: 'image4',
    title: 'title',
    subtitle: 'subtitle',
    style: 'style',
    name: 'name',
    colors: 'colors',
    subject: 'subject',
    id: 'id',
    search: 'search',
    tool: 'tool',
    favourites: 'favourites',
    for: 'for',
    person: 'person',
    credits: 'credits',
    channel: 'channel',
    do: 'do',
    value: 'value',
    month: 'month',
    text: 'text',
    color: 'color',
    format: 'format',
    fit: 'fit',
    code: 'code',
    command: 'command',
  },
  /**
   * The commands that menus list, by what the program calls them: the name to type, a sentence on it, and a few words on each
   * option. Names as options have them; sentences of at most 100 characters, with those of options and styles.
   */
  commands: {
    imagine: {
      name: 'imagine',
      summary: 'Draws what you describe.',
      options: {
        prompt: 'What to draw',
        size: 'Its shape; square unless you choose',
        quality: 'How fine, and its price; standard unless you choose',
        count: 'How many pictures',
        background: 'Whether you can see through the background',
        model: whichModel,
        private: onlyYou,
        image: 'A picture to start from, number 1 in your prompt',
        image2: 'Another picture, number 2 in your prompt',
        image3: 'Another picture, number 3 in your prompt',
        image4: 'Another picture, number 4 in your prompt',
      },
    },
    og: {
      name: 'og',
      summary: 'Makes a social card of 1200×630 with your title on it.',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('gradient'),
        model: whichModel,
        private: onlyYou,
        image: 'A logo or picture to build it around',
      },
    },
    logo: {
      name: 'logo',
      summary: 'Makes a square logo, see-through around it where possible.',
      options: {
        name: 'The name on it, just as you type it',
        colors: 'Its colors, such as navy and coral',
        style: ofStyle('minimal'),
        model: whichModel,
        private: onlyYou,
        image: 'A sketch or an older logo to start from',
      },
    },
    banner: {
      name: 'banner',
      summary: 'Makes a banner of 1500×500 with your title on it.',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('gradient'),
        model: whichModel,
        private: onlyYou,
        image: 'A logo or picture to build it around',
      },
    },
    avatar: {
      name: 'avatar',
      summary: 'Makes a profile picture that stays clear when it’s small and round.',
      options: {
        subject: 'Who or what it shows',
        style: ofStyle('portrait'),
        model: whichModel,
        private: onlyYou,
        image: 'A photo of whoever it shows',
      },
    },
    emoji: {
      name: 'emoji',
      summary: 'Makes a custom emoji of 128×128 for your chat.',
      options: {
        subject: 'What it shows, such as a happy deploy',
        style: ofStyle('glossy'),
        model: whichModel,
        private: onlyYou,
        image: 'A picture to make an emoji of',
      },
    },
    change: {
      name: 'change',
      summary: 'Changes your newest picture, or the one you name, as you say.',
      options: { prompt: 'What to change', id: 'Which picture, if not the newest', private: onlyYou },
    },
    history: {
      name: 'history',
      summary: 'Lists your pictures, newest first.',
      options: {
        search: 'Words that the prompt contains',
        tool: 'What made them',
        quality: 'How fine they are',
        favourites: 'Only your favourites',
      },
    },
    show: {
      name: 'show',
      summary: 'Shows one of your pictures again.',
      options: { id: itsId },
    },
    credits: {
      name: 'credits',
      summary: 'Shows your balance, your latest transactions and our prices.',
      options: {},
    },
    topup: {
      name: 'topup',
      summary: 'Shows the packs of credits you can buy.',
      options: { for: 'Who the credits are for' },
    },
    give: {
      name: 'give',
      summary: 'Gives somebody some of your credits. We’ll ask you first.',
      options: { person: 'Who gets them', credits: 'How many' },
    },
    cancel: {
      name: 'cancel',
      summary: 'Cancels a picture that’s waiting: your newest, or the one you name.',
      options: { id: 'Its id' },
    },
    share: {
      name: 'share',
      summary: 'Posts your picture in your team’s gallery.',
      options: { id: itsId },
    },
    gallery: {
      name: 'gallery',
      summary: 'Shows your team’s gallery. Admins choose its channel.',
      options: { channel: 'Where shared pictures go from now on' },
    },
    team: {
      name: 'team',
      summary: 'Shows your team: who pays, limits, members. Admins can change it.',
      options: {
        do: 'What to change',
        person: 'Who it’s about',
        channel: 'Which channel it’s about',
        credits: 'How many a month',
        value: 'team or own, a time zone, a language, or a code',
      },
    },
    usage: {
      name: 'usage',
      summary: 'Shows what a month cost: the whole team for admins, else just you.',
      options: { month: 'Such as 2026-11; this month unless you choose' },
    },
    qr: {
      name: 'qr',
      summary: 'Makes a QR code of a link or any words, for free.',
      options: {
        text: 'A link, or any words',
        size: 'Pixels on each side; as many as it needs unless you choose',
        color: 'Color of the code; black unless you choose',
        background: 'Color behind it; white unless you choose',
        image: 'A logo for its middle',
        private: onlyYou,
      },
    },
    placeholder: {
      name: 'placeholder',
      summary: 'Makes a placeholder picture of any size, for free.',
      options: {
        size: 'Width and height, such as 1200x630',
        text: 'Words on it; its size unless you choose',
        color: 'Background color; gray unless you choose',
        format: 'PNG unless you choose',
        private: onlyYou,
      },
    },
    favicon: {
      name: 'favicon',
      summary: 'Makes all the icons a website needs from one picture, for free.',
      options: { image: 'A picture or an SVG, ideally square', private: onlyYou },
    },
    resize: {
      name: 'resize',
      summary: 'Resizes a picture to one size or many, for free.',
      options: {
        size: '800x600, 800, x600, 50%, several, or a set such as social',
        image: 'A picture, an animation or an SVG',
        fit: 'How it fits; inside unless you choose',
        format: 'The same as before unless you choose',
        quality: 'Lower makes a smaller file',
        private: onlyYou,
      },
    },
    link: {
      name: 'link',
      summary: 'Connects this chat to your account, or to a new one.',
      options: { code: 'The code that the page shows you' },
    },
    unlink: {
      name: 'unlink',
      summary: 'Disconnects this chat from your account.',
      options: {},
    },
    privacy: {
      name: 'privacy',
      summary: 'Says what we store, and how to get or delete it.',
      options: {},
    },
    help: {
      name: 'help',
      summary: 'Explains the commands, or the one you name.',
      options: { command: 'Which command to explain' },
    },
  },
  /** In the menu of a message, about the pictures it shows; at most 24 characters each. */
  messageMenu: {
    'change-form': 'Change this…',
    'use-reference': 'Use as reference',
    excerpt: 'Make a picture of this',
  },

  /** `/credits`. */
  balance: {
    own: (balance: number) => say`You have ${bold(credits(balance))}.`,
    team: (name: string | undefined, balance: number) =>
      say`${name ?? 'Your team'} has ${bold(credits(balance))}.`,
    head: { when: 'when', what: 'what', credits: 'credits', balance: 'balance', about: 'for' },
    /** In place of what a spend of one that is deleted is called on the web. */
    picture: 'Picture',
    receipts: (receipts: readonly Text[]) =>
      say`Receipts: ${receipts.flatMap((each, at) => (at > 0 ? [', ', ...each] : each))}`,
    /** A platform’s own, which has no page. */
    receiptFrom: (at: number, seller: string) => `${formats.day(at)} from ${seller}`,
    onePicture: 'one picture',
    above: (size: string) => `above ${size}`,
    free: () =>
      say`The same prompt and options again are free. If a picture can’t be drawn, its credits come back.`,
  },

  /** `/topup`, and what is said of credits that came or are nearly spent. */
  topup: {
    own: (balance: number) => say`You have ${bold(credits(balance))}. Credits never expire.`,
    team: (name: string | undefined, balance: number) =>
      say`${bold(name ?? 'Your team')} has ${bold(credits(balance))}.`,
    forTeam: () =>
      say`Credits you buy here belong to the team. They pay for its members, and you can’t take them back.`,
    head: { credits: 'credits', price: 'price', worth: 'enough for' },
    worth: (draft: number, standard: number, premium: number) =>
      `${anyOf([`${number(draft)} draft`, `${number(standard)} standard`, `${number(premium)} premium`])} pictures`,
    came: (amount: number, balance: number) =>
      say`Thank you! We’ve added ${bold(credits(amount))}. You now have ${credits(balance)}.`,
    wait: (amount: number) =>
      say`Thank you! We’re holding ${bold(credits(amount))} for you. Connect your account with ${code('/link')} to get them.`,
    left: (balance: number) => say`You have ${bold(credits(balance))} left.`,
    spent: () => say`You’re out of credits.`,
    /** Buttons follow. */
    goOn: () => say`Top up to keep drawing:`,
    test: () => say`This was a test purchase, so no money moved.`,
    kept: () => say`We’ll keep this for 15 minutes and draw it as soon as you have the credits.`,
    notSold: (contact: string | undefined) =>
      say`Credits aren’t sold here. For more, ask ${contact ?? 'whoever runs this bot'}.`,
  },

  /** `/give`. */
  give: {
    question: (name: string, amount: number, balance: number) =>
      say`Give ${bold(credits(amount))} to ${bold(name)}? You have ${number(balance)}. You can’t take a gift back.`,
    give: (amount: number) => `Give ${number(amount)}`,
    cancel: 'Cancel',
    given: (name: string | undefined, amount: number, balance: number) =>
      say`You gave ${bold(credits(amount))} to ${name === undefined ? 'somebody' : bold(name)}. You now have ${credits(balance)}.`,
    back: (name: string | undefined, balance: number) =>
      say`${named(name)} no longer has an account, so your gift came back. You have ${credits(balance)}.`,
    received: (name: string | undefined, amount: number, balance: number) =>
      say`${named(name)} gave you ${bold(credits(amount))}. You now have ${credits(balance)}.`,
  },

  /** Small print about the team that pays. */
  payer: {
    paidBy: 'paid by',
    team: 'the team',
    withLeft: (name: string, left: number) => `${name} · ${number(left)} left`,
  },

  /** What can be done about a team’s cap; on buttons. */
  capReached: {
    askMore: (amount: number) => `Ask for ${number(amount)} more`,
    payOwn: (price: number) => `Pay it myself · ${number(price)}`,
  },

  /** A member’s request for more credits. `month`: such as `2026-11`. */
  capRequest: {
    asks: (name: string | undefined, amount: number, month: string) =>
      say`${named(name)} asks for ${bold(moreCredits(amount))} in ${formats.month(month)}.`,
    memberUsed: (spent: number, limit: number) =>
      say`They’ve used ${number(spent)} of their ${credits(limit)}.`,
    channelUsed: (channel: Text, spent: number, limit: number) =>
      say`${channel} has used ${number(spent)} of its ${credits(limit)}.`,
    costs: (price: number) => say`What they want to draw costs ${number(price)}.`,
    approve: 'Approve',
    decline: 'Decline',
    asked: (name: string | undefined, amount: number, month: string) =>
      say`${named(name)} asked for ${moreCredits(amount)} in ${formats.month(month)}.`,
    ends: {
      approved: (by: string | undefined) => say`Approved by ${by === undefined ? 'somebody' : bold(by)}.`,
      declined: (by: string | undefined) => say`Declined by ${by === undefined ? 'somebody' : bold(by)}.`,
      lapsed: () => say`Nobody answered within a day, so it expired.`,
      drawn: () => say`It was drawn without them.`,
      gone: () => say`It’s closed: there’s nothing to draw any more.`,
    },
    told: (amount: number) => say`We’ve asked your team’s admins for ${bold(moreCredits(amount))}.`,
    untold: () => say`We can’t post in the admins’ channel right now, but we’ll keep trying.`,
    known: () => say`We’ve already asked your team’s admins.`,
    waits: () => say`They have a day to answer. Once they approve, we’ll draw your request.`,
    tooMany: (limit: number) =>
      say`You already have ${requests(limit)} waiting for an answer. Wait for one first.`,
    room: () => say`There are enough credits now, so we’re drawing it without asking.`,
    unpaid: () =>
      say`Your team no longer pays for this, so there’s nobody to ask. Pay it yourself, or start again.`,
    noChannel: () =>
      say`Your team’s admins haven’t chosen a channel for requests yet. They can with ${code('/team admins-channel')}. You can still pay it yourself.`,
    alreadyDrawn: () => say`It’s already drawn.`,
    approved: (by: string | undefined, amount: number) =>
      say`${named(by)} approved ${bold(moreCredits(amount))} for this month.`,
    isDrawing: () => say`We’re drawing your request now.`,
    drawsLater: () => say`We’ll draw your request as soon as your team has the credits.`,
    declined: (by: string | undefined) =>
      say`${named(by)} declined your request for more credits, so we didn’t draw it. Nothing was charged.`,
    lapsed: () => say`No admin answered within a day, so we didn’t draw your request. Nothing was charged.`,
    gone: () => say`Your request for more credits is closed, so we didn’t draw it. Nothing was charged.`,
    lost: () => say`Your credits were approved, but we couldn’t draw your request. Start it again.`,
    unanswered: () => say`Nobody has answered this request yet.`,
    youApproved: (name: string | undefined, amount: number, month: string) =>
      say`You approved ${moreCredits(amount)} for ${name === undefined ? 'somebody' : bold(name)} in ${formats.month(month)}.`,
    youDeclined: (name: string | undefined) =>
      say`You declined. We’ve told ${name === undefined ? 'whoever asked' : bold(name)}.`,
  },

  /** What is spent in a month, such as `2026-11`. */
  usage: {
    team: (name: string | undefined, spent: number, month: string, balance: number) =>
      say`${bold(name ?? 'Your team')} spent ${credits(spent)} in ${formats.month(month)}. It has ${bold(credits(balance))} left.`,
    member: (spent: number, month: string) =>
      spent === 0
        ? say`You haven’t spent any of your team’s credits in ${formats.month(month)}.`
        : say`You spent ${credits(spent)} of your team’s in ${formats.month(month)}.`,
    own: (spent: number, month: string, balance: number) =>
      spent === 0
        ? say`You haven’t spent any of your own credits in ${formats.month(month)}. You have ${bold(credits(balance))}.`
        : say`You spent ${credits(spent)} of your own in ${formats.month(month)}. You have ${bold(credits(balance))} left.`,
    ofTeams: (amount: number) => say`Your teams paid ${credits(amount)} for you.`,
    yourCap: 'your cap',
    head: {
      member: 'member',
      credits: 'credits',
      cap: 'cap',
      tool: 'tool',
      quality: 'quality',
      orders: 'requests',
    },
    somebody: 'somebody',
    more: (count: number) => say`And ${number(count)} more.`,
    channel: (id: string) => `channel ${id}`,
    channelElsewhere: (id: string) => say`channel ${code(id)} of a joined team`,
    channelSpent: (channel: Text, spent: number, cap: number | undefined) =>
      cap === undefined
        ? say`${channel} ${credits(spent)}`
        : say`${channel} ${number(spent)} of ${credits(cap)}`,
    /** In place of the tool. */
    deleted: 'deleted',
    newestOnly: () => say`The table by tool covers only the newest requests.`,
  },

  /** What a team is told once a month is over. */
  monthReport: {
    title: (month: string) => say`${bold(`Report for ${formats.month(month)}`)}`,
    best: (month: string) => say`${bold(`The best of ${formats.month(month)}`)}, by your votes`,
    /** Those voted for follow. */
    shared: (count: number) => say`${wereShared(count)}. Most votes:`,
    sharedWithoutVotes: (count: number) => say`${wereShared(count)}, without any votes.`,
    place: (rank: number, author: string | undefined, votes: number) =>
      say`${number(rank)}. by ${author === undefined ? 'somebody' : bold(author)} · ${countVotes(votes)}`,
    open: 'see it',
  },

  /** `/team`. Caps are whole credits a month; undefined: none. */
  team: {
    yourTeam: 'Your team',
    pays: {
      team: 'the team pays while it has credits, then everyone pays for themselves',
      own: 'everyone pays for themselves',
    },
    facts: {
      balance: 'team balance',
      yourCap: 'your cap',
      eachMember: 'each member',
      eachChannel: 'each channel',
      ownChannels: 'channels with their own rules',
      timeZone: 'time zone',
      adminsChannel: 'admins’ channel',
      gallery: 'gallery',
    },
    cap: (cap: number | undefined) => (cap === undefined ? 'none' : `${number(cap)} a month`),
    chosen: 'chosen',
    none: 'none',
    members: { member: 'member', role: 'role', cap: 'cap' },
    payers: { team: 'the team', own: 'everyone' },
    open: 'Open on the web',
    log: { when: 'when', by: 'by', changed: 'changed', to: 'to' },
    somebody: 'somebody',
    paysNow: {
      team: () =>
        say`From now on, the team pays while it has credits. After that, everyone pays for themselves.`,
      own: () => say`From now on, everyone pays for themselves.`,
    },
    paysInChannel: {
      team: () =>
        say`In that channel, the team now pays while it has credits. After that, everyone pays for themselves.`,
      own: () => say`In that channel, everyone now pays for themselves.`,
    },
    capNow: {
      member: (name: string, cap: number | undefined) =>
        cap === undefined
          ? say`${bold(name)} no longer has a cap of their own. The cap for each member applies, if there is one.`
          : say`${bold(name)} can now spend up to ${bold(credits(cap))} of the team’s each month.`,
      members: (cap: number | undefined) =>
        cap === undefined
          ? say`Members no longer have a cap, unless they have one of their own.`
          : say`Each member can now spend up to ${bold(credits(cap))} of the team’s each month.`,
      channel: (cap: number | undefined) =>
        cap === undefined
          ? say`That channel no longer has a cap of its own. The cap for each channel applies, if there is one.`
          : say`That channel can now spend up to ${bold(credits(cap))} of the team’s each month.`,
      channels: (cap: number | undefined) =>
        cap === undefined
          ? say`Channels no longer have a cap, unless they have one of their own.`
          : say`Each channel can now spend up to ${bold(credits(cap))} of the team’s each month.`,
    },
    roleNow: {
      owner: (name: string) => say`${bold(name)} is now an owner of this team.`,
      admin: (name: string) => say`${bold(name)} is now an admin of this team.`,
      member: (name: string) => say`${bold(name)} is now a member of this team.`,
    },
    removed: (name: string) =>
      say`${bold(name)} is no longer listed as a member. If they draw here again, they’re back.`,
    blocked: {
      block: (name: string) =>
        say`${bold(name)} can no longer use the bot in this team. They keep their account and pictures.`,
      unblock: (name: string) => say`${bold(name)} can use the bot in this team again.`,
    },
    timeZoneNow: (timeZone: string) => say`From now on, months follow the time in ${code(timeZone)}.`,
    languageNow: () => say`From now on, we speak ${bold('English')} with this team.`,
    /** `address`: of the channel; without one, its id. */
    adminsChannelNow: (channel: string, address: string | undefined) =>
      say`Budget alerts, requests and reports now go to ${address === undefined ? channel : { link: address, label: 'that channel' }}.`,
    adminsChannelNote: () =>
      say`This team’s budget alerts, requests for credits and monthly reports now appear here.`,
    /** `title`: of the other team, on another platform or the same. */
    side: {
      discord: (title: string) => say`${bold(title)} on Discord`,
      slack: (title: string) => say`${bold(title)} on Slack`,
      terminal: (title: string) => say`${bold(title)} in the terminal`,
    },
    joinOffer: (joinCode: string) =>
      say`In the other team, an admin types ${code(`/team join ${joinCode}`)} within an hour. Give the code to nobody else. We’ll ask both teams again before we join them.`,
    joinOffered: (other: Text, joinCode: string) =>
      say`${other} wants to join this team. If that’s right, an admin types this there within an hour: ${code(`/team join ${joinCode}`)}`,
    joinQuestion: (other: Text) =>
      say`Join ${other} with this team? Both will share this team’s settings, members, caps, balance and gallery. No credits or pictures move, and either team can separate again.`,
    join: 'Join teams',
    joined: (other: Text) => say`${other} and this team are now joined.`,
    separated: () =>
      say`The teams are separate again. Each has the credits, settings and members it had before.`,
    notJoined: () => say`This team isn’t joined to another.`,
  },

  /** What a team’s admins are told of in their channel. `month`: such as `2026-11`. */
  teamNote: {
    joined: (other: Text) =>
      say`This team and ${other} are now joined. ${code('/team separate')} separates them.`,
    separated: () =>
      say`This team is no longer joined to another. Its credits, settings and members are as they were before.`,
    bought: (amount: number, balance: number) =>
      say`Somebody bought ${bold(credits(amount))} for this team. It now has ${credits(balance)}.`,
    requestOver: () => say`Somebody asked for more credits here. That request is closed.`,
    empty: () =>
      say`The team is out of credits. Until it has more, everyone pays for themselves. ${code('/topup team')} gets more.`,
    nearlyEmpty: (left: number, limit: number) =>
      say`The team has ${bold(credits(left))} left, of ${number(limit)} after its last top-up. ${code('/topup team')} gets more.`,
    member: {
      80: (name: string | undefined, spent: number, limit: number, month: string) =>
        say`${named(name)} has used most of their cap for ${formats.month(month)}: ${number(spent)} of ${credits(limit)}.`,
      100: (name: string | undefined, spent: number, limit: number, month: string) =>
        say`${named(name)} has used all of their cap for ${formats.month(month)}: ${number(spent)} of ${credits(limit)}.`,
    },
    channel: {
      80: (channel: Text, spent: number, limit: number, month: string) =>
        say`${channel} has used most of its cap for ${formats.month(month)}: ${number(spent)} of ${credits(limit)}.`,
      100: (channel: Text, spent: number, limit: number, month: string) =>
        say`${channel} has used all of its cap for ${formats.month(month)}: ${number(spent)} of ${credits(limit)}.`,
    },
  },

  /** A channel that a sentence begins with, for those who may be elsewhere. */
  channelName: {
    linked: 'A channel',
    unlinked: (id: string) => say`The channel ${code(id)}`,
  },

  /** Where a platform lets nobody see the words of a message. */
  blocked: {
    explanation: () => say`This server doesn’t allow these words, so only you can see the result.`,
    file: 'Your file',
    picture: 'Your picture',
    pictures: 'Your pictures',
    endedElsewhere: () => say`This is done, but we couldn’t show it here. Find it with ${code('/history')}.`,
  },

  /** `/privacy`. */
  privacy: {
    stored: () =>
      say`${bold('What we store.')} Your email address. The name and number this chat platform has for you. Your prompts, the pictures you bring and those we draw for you, until you delete them. What you buy and spend.`,
    passedOn: () =>
      say`${bold('Who else gets it.')} Prompts and the pictures you bring go to the image service. Finished pictures go to the image host. When you buy, your email address goes to the payment service. Nobody else gets anything, and nothing is used for advertising.`,
    rights: () =>
      say`${bold('What you can do.')} ${code('/history')} lists your pictures, each with a button to delete it. On your account page you can download all of it or delete everything. Only billing entries stay, without your name.`,
    policy: 'Full policy',
    download: 'Get my data',
    deleteAll: 'Delete everything',
  },

  /** What stands around every page. */
  frame: {
    about: 'imgsrc bot: the image tools of imgsrc.pub in team chat.',
    skip: 'Skip to content',
    site: 'Site',
    aboutSite: 'About',
    menu: 'Menu',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: 'Signed in as',
    yourAccount: 'Your account',
    account: 'Account',
    creditsTab: 'Credits',
    picturesTab: 'Pictures',
    settingsTab: 'Settings',
    pricing: 'Pricing',
    privacy: 'Privacy',
    terms: 'Terms',
  },

  /** The start page. */
  start: {
    title: 'Pictures, where your team talks',
    lead: 'Describe what you want to see. The bot draws it right in the channel, and the whole team can build on it.',
    description:
      '/imagine for Discord and Slack: pictures, social cards, logos and emoji drawn right in your team’s channels, paid by prepaid credits.',
    add: (platform: string) => `Add to ${platform}`,
    signIn: 'Sign in',
    seePictures: 'See your pictures',
    seePricing: 'See pricing',
    whereElse: (platforms: readonly string[]) =>
      `Already in ${formats.allOf(platforms)}: type /imagine there.`,
    noPlatform: 'No chat platform is connected yet.',
    shown: {
      caption:
        'What you see in the channel. This picture comes from the placeholder that stands in for an image model, and says so.',
      asker: 'Ada',
      prompt: 'mountains like folded paper',
      alt: 'Violet mountains in layers under a pale moon, marked as a placeholder',
      facts: (price: number) => `asked by Ada · ${credits(price)} · standard`,
      again: (price: number) => `Again · ${number(price)}`,
      vary: (price: number) => `Vary · ${number(price)}`,
      upgrade: (price: number) => `Upgrade · ${number(price)}`,
      change: 'Change',
      share: 'Share',
    },
    stepsTitle: 'Three steps to your first picture',
    steps: (welcome: number) => [
      {
        title: 'Add the bot',
        text: say`To your Discord server or Slack workspace. There’s nothing else to set up.`,
      },
      {
        title: 'Type what you want to see',
        text: say`${code('/imagine a lighthouse at dusk')} in any channel. Your first prompt waits while you connect your account.`,
      },
      {
        title: 'Make it yours',
        text:
          welcome > 0
            ? say`Change it, vary it, finish it in full quality, share it. Your first ${credits(welcome)} are on us.`
            : say`Change it, vary it, finish it in full quality, share it.`,
      },
    ],
    toolsTitle: 'More than pictures',
    tools: {
      og: { title: 'Social cards', text: 'Your title, set in real letters: no spelling surprises.' },
      logo: { title: 'Logos', text: 'Six styles to begin with, see-through where that works.' },
      emoji: { title: 'Emoji and avatars', text: 'Made for the size they’re seen at.' },
      qr: { title: 'Free utilities', text: 'QR codes, favicons, placeholders and resizing cost nothing.' },
    },
    toolsNote: 'The styles’ own samples and a code you can scan.',
    priceTitle: 'Pay for pictures, not for seats',
    price: (draft: number, standard: number, premium: number) =>
      say`A draft costs ${bold(credits(draft))}, a standard picture ${bold(number(standard))}, a premium one ${bold(number(premium))}. Credits never expire, and a picture that fails costs nothing.`,
    running: 'What this bot runs on',
    standIn: 'stand-in',
    standInNote:
      'A stand-in does its part without an outside service, so you can try everything. What it makes isn’t the real thing. The README says how to connect the service itself. Only visitors on this machine see this list.',
  },

  /** Pages that say what went wrong, and where to go from there. */
  problems: {
    'not-found': {
      title: 'Nothing here',
      text: 'This address leads nowhere. If there was a picture, its author may have deleted it.',
    },
    'too-many': { title: 'Too many requests', text: 'Try again in an hour.' },
    refused: { title: 'That didn’t work', text: 'This page can’t take that request. Go back and try again.' },
    'other-origin': {
      title: 'That didn’t work',
      text: 'The request came from another site, so nothing was changed. Open this site at its own address and try again.',
    },
    mail: {
      title: 'We couldn’t send the mail',
      text: 'Our mail server can’t reach this address right now. Check for a typo, or try again in a minute.',
    },
    unavailable: {
      title: 'Back in a moment',
      text: 'We can’t reach our database right now. Nothing was changed. Try again in a minute.',
    },
    failed: {
      title: 'Something went wrong',
      text: 'It’s our fault, and we’ve noted it. Try again in a minute.',
    },
  },
  toStart: 'Go to the start page',
  toAccount: 'Go to your account',

  /** After an account is deleted. */
  farewell: {
    title: 'Your account is deleted',
    text: 'Your history and pictures are gone, and your chats are disconnected. A picture that was still being drawn goes as soon as it’s done.',
    thanks: 'Thanks for the time you spent here.',
  },

  /** What was just done, above the page it was done on. */
  done: {
    address: 'Your email address is changed. We signed out every other browser.',
    merged: 'Your accounts are merged.',
    'signed-out': 'That browser is signed out.',
    'others-signed-out': 'Every other browser is signed out.',
    unlinked: 'That chat is disconnected.',
    language: 'Your language is saved.',
    deleted: 'Deleted.',
    'deleted-several': 'Those pictures are deleted.',
    'none-picked': 'Select a picture first.',
    'deleted-post-stays':
      'Deleted. We couldn’t take back what we posted in the channel, but an admin there can.',
  },

  /** At most 75 characters; a price is in credits, which is said where there is room. */
  buttons: {
    again: (price: number) => `Again · ${number(price)}`,
    editPrompt: 'Edit prompt',
    editWords: 'Edit words',
    vary: (price: number) => `Vary · ${number(price)}`,
    subtle: (price: number) => `Subtle · ${number(price)}`,
    strong: (price: number) => `Strong · ${number(price)}`,
    changeThis: 'Change',
    change: (price: number) => `Change · ${number(price)}`,
    changeNumber: (which: number, price: number) => `Change ${number(which)} · ${number(price)}`,
    upgrade: (price: number) => `Upgrade · ${number(price)}`,
    draw: 'Draw',
    drawFor: (price: number) => `Draw · ${number(price)}`,
    drawThis: (excerpt: string, price: number) => `Draw ${quoted(excerpt)} · ${number(price)}`,
    backTo: (step: number) => `Back to ${number(step)}`,
    cancel: 'Cancel',
    show: 'Show',
    older: 'Older',
    favourite: 'Favourite',
    unfavourite: 'Unfavourite',
    favourites: 'Favourites',
    allPictures: 'All pictures',
    share: 'Share',
    unshare: 'Unshare',
    vote: (votes: number) => (votes === 0 ? 'Vote' : `Vote · ${number(votes)}`),
    openOnWeb: 'Open on the web',
    delete: 'Delete',
    deleteIt: 'Delete it',
    keepIt: 'Keep it',
    /** The command is typed as it stands. */
    useInImagine: 'Use in /imagine',
  },

  /** Credits on the web: what one has and where they went. */
  account: {
    title: 'Credits',
    /** The way between the account's pages. */
    area: 'Account',
    picturesTab: 'Pictures',
    balance: 'Your balance',
    /** Beside a large number, which it is of. */
    unit: plural({ one: 'credit', other: 'credits' }),
    enoughFor: (pictures: string) => `Enough for ${pictures}.`,
    inDebt: 'A payment was refunded after its credits were spent. New credits make up for it first.',
    topUp: 'Top up',
    getMore: 'Get more',
    moreCredits: 'More credits',
    neverExpire: () => say`Credits never expire. ${{ link: '/pricing', label: 'What they buy' }}`,
    pictures: 'Spent on pictures',
    noPictures: () => say`Nothing yet. Type ${code('/imagine')} and what you want to see, in your chat.`,
    seeAll: 'See all',
    seeAllPictures: 'spent on pictures',
    seeAllAdditions: 'purchases and gifts',
    additions: 'Purchases and gifts',
    forTeams: 'Bought for teams',
    teams: 'Teams',
    youAre: (role: 'admin' | 'owner') => `You’re an ${role}`,
    gallery: 'Gallery',
    galleryOf: (place: string) => `of ${place}`,
    manage: 'Manage',
  },

  /** A month of an account, day by day. */
  monthChart: {
    months: 'Months',
    spent: 'Spent on pictures',
    added: 'Added',
    nothing: (month: string) => `Nothing moved in ${month}.`,
    chart: (month: string) => `Credits by day, ${month}`,
    text: (spent: number, added: number) => `${credits(spent)} spent and ${credits(added)} added.`,
    most: (day: number, spent: number) => `Most on day ${number(day)}: ${credits(spent)}.`,
    noneSpent: 'No pictures were paid for.',
    day: (day: number, month: string) => `${day} ${month}`,
    daySpent: (spent: number) => `${credits(spent)} spent`,
    dayAdded: (added: number) => `${credits(added)} added`,
    asTable: 'As a table',
    columns: { day: 'Day', spent: 'Spent', added: 'Added' },
    newestOnly: 'Only the newest of a busy month are counted.',
    zone: (zone: string) => `Days by ${zone}.`,
    asCsv: (month: string) => `${month} as CSV`,
  },

  /** All that moved credits, page by page. */
  activity: {
    title: 'Activity',
    show: 'Show',
    kinds: { all: 'Everything', pictures: 'Pictures', additions: 'Purchases and gifts' },
    nothing: 'Nothing here.',
    nothingNew: 'Nothing among the newest. There may be older ones.',
    pages: 'Pages',
    newest: 'Newest',
    older: 'Older',
    asCsv: 'Everything as CSV',
  },

  /** One movement of credits, in a row. */
  entry: {
    columns: { what: 'What', credits: 'Credits', balance: 'Balance' },
    kinds: {
      purchase: 'Bought',
      spend: 'A picture you’ve deleted',
      refund: 'Given back',
      reversal: 'Payment refunded',
      grant: 'Given to you',
      transfer: 'From your other account',
    },
    giftTo: (name: string) => `Gift to ${name}`,
    giftFrom: (name: string) => `Gift from ${name}`,
    giftBack: 'A gift came back',
    somebody: 'somebody',
    welcome: 'Welcome credits',
    welcomeTakenBack: 'Unused welcome credits, not carried over',
    takenBack: 'Taken back',
    givenBack: 'Given back:',
    reference: 'Reference',
    receipt: 'Receipt',
    receiptOf: (reference: string) => `of ${reference}`,
    receiptFrom: (seller: string) => `receipt from ${seller}`,
  },

  /** What can be bought, side by side. */
  packs: {
    title: 'Packs',
    notSold: (contact: string) => `Credits aren’t sold here. For more, ask ${contact}.`,
    operator: 'whoever runs this bot',
    recommended: 'Recommended',
    save: (percent: number) => `Save ${percent}%`,
    /** As many of each as there is enough for. */
    buys: (counts: Readonly<Record<'draft' | 'standard' | 'premium', number>>) => {
      const { draft, standard, premium } = counts
      const ways = [
        draft > 0 && drafts(draft),
        standard > 0 && (premium > 0 ? `${number(standard)} standard` : standardPictures(standard)),
        premium > 0 && premiumPictures(premium),
      ]
      return anyOf(ways.filter((way) => way !== false))
    },
    buy: (price: string) => `Buy for ${price}`,
    buyWith: (price: string, seller: string) => `Buy for ${price} with ${seller}`,
    forTeams: () => say`A team has credits of its own: ${code('/topup team')} in its chat buys some.`,
  },

  pricing: {
    title: 'Pricing',
    lead: 'Pay for pictures, not for seats. Credits never expire, and a picture that fails costs nothing.',
    welcome: (amount: number) => say`The first chat you connect comes with ${bold(credits(amount))}.`,
    costs: 'What one picture costs',
    columns: { what: 'What', credits: 'Credits', money: 'In money' },
    qualities: {
      draft: { name: 'Draft', more: 'a quick sketch of an idea' },
      standard: { name: 'Standard', more: 'what you get if you say nothing else' },
      premium: { name: 'Premium', more: 'the finest detail' },
    },
    again: { name: 'The same again', more: 'the same prompt and options, from your history' },
    free: 'free',
    above: (price: number, size: string) => `${number(price)} above ${size}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    money: 'In money it depends on the pack: the larger, the less.',
    styles: 'Styles',
    stylesNote: 'How each style looks at a glance. These are our sketches, not pictures by the model.',
    questions: 'Questions',
  },

  /** What people ask before they buy. */
  questions: {
    expire: {
      question: 'Do credits expire?',
      answer: () =>
        say`No. They’re yours until you use them, and there’s no subscription: you buy a pack when you need one.`,
    },
    fail: {
      question: 'What if a picture fails?',
      answer: () =>
        say`Its credits are back at once, and the answer says so. The same goes for a prompt that the safety check turns down, and for a picture you cancel before it’s drawn.`,
    },
    again: {
      question: 'What does the same picture cost again?',
      answer: () =>
        say`Nothing. Ask with the same prompt and options, and you get the picture you have. ${bold('Again')} under it draws a fresh one, at its price.`,
    },
    privacy: {
      question: 'Who sees my prompts?',
      answer: () =>
        say`In a channel, everybody in it, with the picture. With ${code('private')}, only you. A team’s admins see what was spent and on which tool, never a prompt. ${{ link: '/privacy', label: 'Everything about privacy' }}`,
    },
    teams: {
      question: 'How do teams pay?',
      answer: () =>
        say`A team has credits of its own, which pay for what its members draw in its channels. Admins buy them on the team’s page, and can cap what each member and each channel spends in a month.`,
    },
    free: {
      question: 'What’s free?',
      answer: () =>
        say`QR codes, placeholders, favicons and resizing, for everybody. You don’t need an account for them.`,
    },
    refund: { question: 'Can I get my money back?' },
  },

  /** How a pack is given back, in the terms and with the prices. */
  refund: {
    byLaw: 'We refund packs where the law has us do so.',
    within: (count: number) =>
      `Changed your mind? Within ${days(count)} of buying a pack, we refund what you haven’t used of it.`,
    write: (email: string) =>
      say`Write to ${{ link: `mailto:${email}`, label: email }} with the number of the order.`,
    ask: 'Ask whoever runs this bot.',
  },

  /** What an account's owner can change. */
  settings: {
    title: 'Settings',
    address: {
      title: 'Email address',
      about: 'You sign in with it, and we write to it about your account.',
      none: 'None yet',
      add: 'Add one',
      change: 'Change',
      whose: 'your address',
    },
    language: {
      title: 'Language',
      about: 'For these pages, our mails and what we say to you in chat.',
      own: 'As my browser and chat say',
      save: 'Save',
    },
    chats: {
      title: 'Connected chats',
      about: 'Whoever writes from these can spend your credits and see your pictures.',
      none: () => say`None yet. Type ${code('/link')} where you chat with the bot.`,
      since: 'connected',
      disconnect: 'Disconnect',
    },
    sessions: {
      title: 'Where you’re signed in',
      about:
        'We don’t keep which browser or network it is, only when it was used. Each ends after 30 days, or a week unused.',
      here: 'This browser',
      elsewhere: 'Another browser',
      signedIn: 'signed in',
      lastUsed: 'last used',
      signOut: 'Sign out',
      whichBrowser: 'that browser',
      others: 'Sign out all others',
      everywhere: 'Sign out everywhere',
    },
    data: {
      title: 'Your data',
      about: 'Everything we hold about you, with your pictures, in one file.',
      action: 'Export everything',
    },
    merge: {
      title: 'Another account',
      about: 'Have a second account, under another address? This one can take over all it has.',
      action: 'Merge another account',
    },
    end: {
      title: 'Delete your account',
      about:
        'Your pictures, your history and your connected chats go for good. Credits you have left are lost.',
      action: 'Delete your account',
    },
  },

  /** The page that asks before a chat is disconnected. Its sentence begins with the chat's name. */
  disconnect: {
    title: 'Disconnect a chat',
    question: 'Disconnect this chat?',
    effect: (name: string, where: string) =>
      say`${bold(name)} ${where} won’t be able to spend your credits or see your pictures any more.`,
    stays: () => say`Your pictures and credits stay. You can connect it again with ${code('/link')}.`,
    yes: 'Disconnect',
    no: 'Keep it connected',
  },

  /** Another address, by a code sent to the old one and one to the new. */
  addressChange: {
    title: 'Change your address',
    now: (email: string) =>
      say`It’s ${bold(email)} now. We’ll send one code there and one to the new address.`,
    newAddress: 'New email address',
    send: 'Send the codes',
    codesTitle: 'Check both mailboxes',
    codeSentTo: (email: string) => `Code sent to ${email}`,
    change: 'Change the address',
    dead: 'These codes can’t be used any more. Ask for new ones.',
    taken: 'Another account has this address. Merge that account into this one instead.',
  },

  /** One account takes over another. */
  merging: {
    title: 'Merge another account',
    lead: 'Everything the other account has comes to this one: credits, pictures and connected chats. The other account then ends. This can’t be undone.',
    otherAddress: 'The other account’s email address',
    send: 'Send a code there',
    question: 'Merge the accounts?',
    thisAccount: 'this account',
    effect: (from: string, to: string) =>
      say`Everything in the account of ${bold(from)} moves to ${bold(to)}, and the account of ${from} ends.`,
    merge: 'Merge the accounts',
    none: 'There’s no account with this address, so there’s nothing to merge.',
    same: 'That’s the account you’re signed in to.',
    inDebt: 'The other account’s balance is below zero. Bring it to zero first.',
    busy: 'One of the two accounts is being merged right now. Try again in an hour.',
    /** In the mail: who takes over, where they have no address. */
    withoutAddress: 'without an address',
  },

  deletion: {
    title: 'Delete your account',
    lead: 'This deletes your account, your connected chats, your history and all your pictures. It can’t be undone.',
    lost: (amount: number) => say`${bold(credits(amount))} you haven’t used will be lost.`,
    stays: () =>
      say`The list of credits bought and spent stays, because the law has us keep it. It doesn’t say whose they were. Want a copy first? ${{ link: '/account/export', label: 'Export everything' }}`,
    /** What must be typed. */
    word: 'delete',
    confirm: (word: string) => `Type ${quoted(word)} to confirm`,
    mistyped: (word: string) => `Nothing was deleted. Type ${quoted(word)} to delete everything.`,
    action: 'Delete everything',
  },

  /** The pages around a payment. */
  checkout: {
    problems: {
      'no-pack': {
        title: 'That pack is gone',
        text: 'We don’t sell this pack any more. Have a look at today’s.',
      },
      'not-yours': {
        title: 'This link isn’t yours',
        text: 'It was made for somebody else, or not by us. Type /topup in your chat to get your own. Nothing was charged.',
      },
      'too-many': {
        title: 'Too many checkouts',
        text: 'Use one of those you’ve opened, or try again in ten minutes. Nothing was charged.',
      },
      provider: {
        title: 'We can’t reach the checkout',
        text: 'The payment service isn’t answering. Nothing was charged. Try again in a minute.',
      },
    },
    allPacks: 'See all packs',
    purchase: 'Your purchase',
    thanks: 'Thank you!',
    waiting:
      'Your payment is being confirmed, which takes a few seconds. This page then shows your new balance by itself. You can leave: your credits come all the same.',
    teamPaid: () =>
      say`Your team has its credits within a minute. ${code('/credits')} shows them in your chat.`,
    arrivedTitle: 'Your credits are here',
    arrived: plural({ one: 'Your credit is here', other: 'Your # credits are here' }),
    balance: (balance: number) =>
      say`Your balance is now ${bold(credits(balance))}. You can go back to your chat.`,
    late: 'This is taking longer than usual',
    lateText:
      'If you’ve paid, your credits come by themselves, and you don’t have to wait here. If you haven’t, nothing was charged.',
    toAccount: 'Go to your account',
    test: 'Test checkout',
    testBadge: 'test',
    testLead:
      'This is a test, and no money moves. No payment service is connected here, so one click does what a payment would.',
    pack: 'Pack',
    credits: 'Credits',
    price: 'Price',
    notCharged: (price: string) => `${price}, not charged`,
    pretend: (price: string) => `Pretend to pay ${price}`,
  },

  /** Why no receipt can be shown. */
  receiptProblems: {
    none: {
      title: 'No receipt here',
      text: 'The payment service shows us no receipt for this purchase. Check your mail: it sent you one when you paid.',
    },
    'too-many': { title: 'Too many receipts', text: 'Try again in ten minutes.' },
    provider: {
      title: 'We can’t reach the receipt',
      text: 'The payment service isn’t answering. Try again in a minute.',
    },
  },

  /** A team's page, for its admins. */
  teamPage: {
    inWallet: (unit: string) => `${unit} in the team’s wallet`,
    until: (when: string) =>
      say`This page’s address is yours alone, and works until ${when}. ${code('/team')} gives you another.`,
    topUp: 'Top up',
    spent: 'Spent',
    zone: (zone: string) => `Months by ${zone}.`,
    months: 'Months',
    thisMonth: 'This month',
    asCsv: (month: string) => `${month} as CSV`,
    members: 'Members',
    tools: 'Tools',
    channels: 'Channels',
    columns: {
      member: 'Member',
      tool: 'Tool',
      channel: 'Channel',
      spent: 'Spent',
      cap: 'Cap',
      orders: 'Orders',
      credits: 'Credits',
    },
    nobody: 'Nobody has used the bot here yet.',
    nothingDrawn: 'Nothing was drawn with the team’s credits.',
    noChannel: 'Nothing was spent in any channel.',
    more: (count: number) => `And ${number(count)} more, in the file.`,
    newestTools: 'Tools of the month’s newest orders only.',
    formerMember: 'a former member',
    deletedSince: 'deleted since',
    noCap: 'none',
    pays: (payer: string) => `pays: ${payer}`,
    payers: { team: 'the team, while it has credits', own: 'everybody for themselves' },
    roles: { member: 'member', admin: 'admin', owner: 'owner', blocked: 'blocked' },
    settings: 'Settings',
    facts: {
      pays: 'Who pays',
      memberCap: 'Cap for each member',
      channelCap: 'Cap for each channel',
      timeZone: 'Time zone',
      adminsChannel: 'Admins’ channel',
    },
    monthly: (cap: number) => `${credits(cap)} a month`,
    none: 'none',
    places: 'Where the team chats',
    kinds: { discord: 'Discord server', slack: 'Slack workspace', terminal: 'Terminal' },
    noGallery: 'no gallery channel yet',
    galleryChannel: 'gallery channel',
    whereToChange: () => say`Change all of this in your chat, with ${code('/team')} and ${code('/gallery')}.`,
    buy: 'Top up the team',
    moreCredits: 'More credits',
    buyNote: 'What you buy here is the team’s: it pays for its members, and you can’t take it back.',
    lapsed: {
      title: 'This address has expired',
      text: 'It worked for an hour. Type /team in your chat to get another.',
    },
  },

  /** What a team's admins have changed. */
  teamLog: {
    title: 'Changes',
    columns: { what: 'What', now: 'Now' },
    nothing: 'Nothing has changed in the last year.',
    older: 'Older ones are in the file.',
    asCsv: 'A year of changes as CSV',
    /** Before a name. */
    by: 'by',
    somebody: 'somebody',
    channel: (channel: string) => `channel ${channel}`,
    cap: 'Cap',
    kinds: {
      pays: 'Who pays',
      'member-cap': 'Cap for members',
      'channel-cap': 'Cap for channels',
      'cap-raised': 'More credits for a month',
      'raise-declined': 'Declined more credits',
      'time-zone': 'Time zone',
      language: 'Language',
      'admins-channel': 'Admins’ channel',
      gallery: 'Gallery',
      role: 'Role',
      removed: 'Removed',
      blocked: 'Blocked',
      unblocked: 'Let in again',
      tied: 'Joined to another team',
      untied: 'Separated',
    },
  },

  /** Whoever runs the bot, on the privacy policy and the terms. Gaps are what they have yet to say. */
  operator: {
    runBy: 'Run by',
    address: 'Address',
    writeTo: 'Write to',
    gaps: { name: 'name', address: 'postal address', email: 'email address' },
  },

  /** The privacy policy. `kept` and `others` are lists of what is kept and of who else sees something. */
  policy: {
    title: 'Privacy',
    description: 'What imgsrc bot keeps about people, why, how long, and who else gets to see it.',
    asOf: (day: string) => `As of ${day}.`,
    who: 'Who is responsible',
    kept: {
      title: 'What we keep, why, and how long',
      where: {
        mongodb: 'All of it is in a MongoDB database of the operator’s.',
        sqlite: 'All of it is on the operator’s own machine.',
      },
      account: {
        term: 'Your account',
        text: 'Your email address and the day you first signed in, so that you can sign in and we can write to you; the language you’ve chosen, or your chat speaks with you; and which changes of this policy you were told of. Until you delete the account.',
      },
      chats: {
        term: 'Your connected chats',
        text: 'Your user id and shown name in the chat, and the name of the server or workspace you connected it in, so that the bot knows whose credits it spends. Until you disconnect the chat or delete the account. A request to connect that isn’t finished is kept for 15 minutes; that you have to be told of a new connection, until you are, for a day at most.',
      },
      pictures: {
        term: 'Your pictures',
        text: 'What you asked for, with its options, where and when; the pictures made of it, your favourites among them, and those you brought to have them edited, without what your camera noted in them; requests that failed, too. So that you can find, share and repeat them. Until you delete a picture or the account. A request that waits for credits is kept for 15 minutes; of a conversation in a chat, which pictures it was last about, for a year, so that you can go on changing them.',
      },
      teams: {
        term: 'Your teams',
        text: 'In which servers and workspaces you use the bot, your name there, the last day you did, what their admins have settled for you, and what the team has paid for you: its admins see that, in the chat and on the web. Until an admin removes you or you delete the account. What admins change is kept for a year.',
      },
      credits: {
        term: 'Your credits',
        text: 'Every movement of credits with its amount, time and the number of the order or picture, because the law has us keep books. They don’t name you, and stay when the account is deleted.',
      },
      purchases: {
        term: 'Your purchases',
        text: 'Which pack you opened a checkout for and when, with a keyed digest of your address, so that an order that comes back without your account’s number still finds you: until 30 days after the checkout has ended. That you were told of a purchase, for three days. Both go with the account.',
      },
      signingIn: {
        term: 'Signing in',
        text: 'When a browser was signed in and last used, for at most 30 days. Codes and tokens only in a form in which they can’t be read, for as long as they work: codes, with the address they were sent to, for ten minutes; the address that undoes a connection for 30 days.',
      },
      abuse: {
        term: 'Against abuse',
        text: 'Your network address is used to count how often codes are asked for. It’s kept only as a keyed digest, for an hour. How often an account opens checkouts, exports and a team’s page is counted for as long, and how often you and your team use what’s free, by keyed digests, for ten minutes. Which browser you use isn’t kept at all. Of an address and a chat user that were given welcome credits, keyed digests stay for good, so that they’re given once; the network they were asked from is kept as one for a day.',
      },
      log: {
        term: 'The log',
        text: 'The program writes down what it did and what failed, with the numbers of accounts, orders and pictures. It never writes email or network addresses, prompts, codes or names.',
        stays:
          'The log is a file on the operator’s machine, which stays until the operator removes it. The last lines typed in the terminal are in a file there too, without codes and email addresses. No export has them. They go with the account, at the latest when the program next starts.',
        goes: 'The program doesn’t keep it: it goes to whatever the operator runs the program in.',
      },
    },
    marks: {
      title: 'What pictures say of themselves',
      text: () =>
        say`OpenAI writes into the pictures it draws that they were made by a model (Content Credentials). We keep a picture as it came, with that in it. Where we have to make it smaller or put it into another format, that’s lost, and what we write in its place is a line that nobody signs: that it was made by AI (XMP, ${code('DigitalSourceType')}). Neither says who asked for it or in which words.`,
      cloudflare:
        'Cloudflare may deliver a copy in a format of its own choice, and what’s written in a copy may be missing there.',
      chats:
        'A chat in which a picture is posted, and whoever saves it there, may get a copy without either.',
    },
    cookies: {
      title: 'Cookies',
      session: () =>
        say`Signing in sets one cookie, ${code('session')}, which keeps you signed in, for at most 30 days. Until you sign out it also shows that this browser has signed in before, so that others can’t use up your codes.`,
      slack: () =>
        say`Whoever installs the app in a Slack workspace has a second one, ${code('slack-install')}, for ten minutes, which shows that the one who comes back from Slack is the one who left.`,
      none: 'There are no trackers and no statistics about you.',
    },
    others: {
      title: 'Who else gets to see something',
      openai: {
        term: 'OpenAI',
        text: 'draws the pictures. It’s sent your prompt, the pictures you want edited, and a digest of your account’s number, by which it can tell abuse without knowing who you are.',
      },
      placeholder: {
        term: 'Nobody, for drawing',
        text: 'Pictures are placeholders drawn on the operator’s own machine; your prompts don’t leave it.',
      },
      cloudflare: {
        term: 'Cloudflare',
        text: 'hosts the pictures. Their addresses can’t be guessed, and whoever has one can see the picture.',
      },
      disk: {
        term: 'Whoever has a picture’s address',
        text: 'can see the picture. Pictures are on the operator’s own machine, and their addresses can’t be guessed.',
      },
      lemonsqueezy: {
        term: 'Lemon Squeezy',
        text: 'sells the credits and takes the payment. It’s told your email address and your account’s number when you open a checkout. We never see how you pay.',
      },
      discord: {
        term: 'Discord’s store',
        text: 'sells the credits that are bought on Discord and takes the payment. It tells us which Discord user bought what. Until that user has an account here, we keep a digest of their number to know them by. We never see how you pay.',
      },
      mail: {
        term: 'Our mail provider',
        text: 'delivers our mail to you: codes, news of a connected chat, and a changed policy.',
      },
      chats: (names: readonly string[]) => ({
        term: formats.allOf(names),
        text: `${names.length === 1 ? 'carries' : 'carry'} what you type to the bot and what it answers, if that’s where you use it, under ${names.length === 1 ? 'its own policy' : 'their own policies'}. What you post or share in a channel, its members see.`,
      }),
      signIns: {
        discord: {
          term: 'Discord, if you sign in there to connect a chat',
          text: 'tells us your user ID, your name and what your public profile shows (the scope identify), and learns that you’re connecting to this bot. We only check that it’s you who asked in the chat, and keep none of it. That you set out is kept for ten minutes.',
        },
        slack: {
          term: 'Slack, if you sign in there to connect a chat',
          text: 'tells us your user ID and your workspace’s (the scope openid), and learns that you’re connecting to this bot. We only check that it’s you who asked in the chat, and keep none of it. That you set out is kept for ten minutes.',
        },
      },
      nobody:
        'Nobody else, unless the law has us tell. Nothing is sold, and nothing is used to train anything of ours.',
    },
    rights: {
      title: 'Your rights',
      text: () =>
        say`You can ${{ link: '/account/settings', label: 'export everything' }} we hold about you, ${{ link: '/account/email', label: 'correct your address' }}, and ${{ link: '/account/delete', label: 'delete your account' }}, at any time and by yourself. You can object, have the use of your data limited, and complain to the data protection authority where you live. If this policy changes, every account that has an address is told by mail.`,
    },
  },

  /** The terms: a template that an operator has a lawyer look at. Gaps in it come marked. */
  terms: {
    title: 'Terms',
    lead: 'What you can count on when you use imgsrc bot, and what we count on from you.',
    asOf: (day: string) => `As of ${day}.`,
    draft: (variables: readonly string[]) =>
      say`This is a draft. Whoever runs this bot has yet to fill in what’s marked: ${code(variables.join(' '))}. Until then nobody has agreed to it.`,
    gaps: { law: 'place of law' },
    who: 'Who we are',
    service: {
      title: 'What you get',
      text: 'You describe a picture in your team’s chat or in the terminal. We have it drawn, post it where you asked, and keep it in your history. We work on it with care, and it can still be down, slow or wrong. We may change or end parts of it. If we end all of it, we tell you a month before, and refund the credits you bought and haven’t used.',
    },
    account: {
      title: 'Your account',
      text: () =>
        say`You need an email address that you can read, and you must be old enough to agree to this where you live. What happens through the chats you connect is yours to answer for, so connect only your own. You can disconnect them, or delete your account, at any time in ${{ link: '/account/settings', label: 'your settings' }}.`,
    },
    rules: {
      title: 'What not to draw',
      text: 'Nothing that’s against the law where you or we are, that sexualises children, that harasses or deceives people, or that uses somebody’s face or work against their rights. We may block an account that does so, and admins may block people in their team.',
      openai: () =>
        say`OpenAI draws the pictures, so ${{ link: 'https://openai.com/policies/usage-policies/', label: 'its usage policies' }} hold too, and its safety check may turn a prompt down.`,
    },
    money: {
      title: 'Credits and payment',
      text: () =>
        say`Pictures cost credits, which you buy in packs at ${{ link: '/pricing', label: 'the prices shown' }}. Credits never expire. A picture that fails, is turned down or is cancelled gives its credits back at once. Credits are good for pictures here and nothing else: they’re not money, and aren’t paid out other than as a refund.`,
      lemonsqueezy:
        'Lemon Squeezy sells the packs as merchant of record: it takes the payment, adds the tax and sends the receipt, under its own terms.',
      discord: 'Packs bought inside Discord are sold by Discord, under its terms.',
      others: 'What you buy for a team, or give to somebody, is theirs from then on.',
    },
    refunds: { title: 'Refunds', law: 'The rights the law gives you as a consumer stay as they are.' },
    pictures: {
      title: 'Your pictures',
      text: () =>
        say`What you type and bring along stays yours, and so does what’s drawn for you, as far as the law knows a right in it. We use them to do what you ask for, and for nothing else; ${{ link: '/privacy', label: 'the privacy policy' }} says who sees them. You need the right to what you bring along. Others may be drawn something alike from words like yours.`,
      openai:
        'Pictures say in themselves that a model drew them. Don’t pass them off as photographs of what happened.',
      shared:
        'What you share in a team’s gallery, its people can see, vote for and draw from, until you unshare or delete it.',
    },
    liability: {
      title: 'If something goes wrong',
      text: 'We’re liable without limit where the law says so: for intent and gross negligence, for harm to life, body or health, and for what we’ve guaranteed. For anything else, we’re liable for harm that was to be expected, up to what you paid us in the twelve months before.',
    },
    changes: {
      title: 'Changes',
      text: 'If we change these terms in a way that matters, we write to you a month before. If you don’t agree, delete your account by then, and we refund the credits you bought and haven’t used.',
    },
    law: {
      title: 'Law',
      applies: 'The law that applies:',
      consumer: 'As a consumer you keep the protection of the country you live in.',
    },
  },

  /** The page of one’s own pictures. */
  galleryPage: {
    title: 'Your pictures',
    search: 'Search',
    searchHint: 'Words in your prompts',
    all: 'All',
    favourites: 'Favourites',
    shared: 'Shared',
    narrow: 'Filters',
    tool: 'Made with',
    anyTool: 'Any tool',
    quality: 'Quality',
    anyQuality: 'Any quality',
    team: 'Team',
    anyTeam: 'Any team',
    from: 'From',
    until: 'To',
    apply: 'Apply',
    clear: 'Clear filters',
    place: (first: number, last: number, total: number, isWhole: boolean) =>
      `${number(first)}–${number(last)} of ${number(total)}${isWhole ? '' : ' or more'}`,
    pages: 'Pages',
    newest: 'Newest',
    newer: 'Newer',
    older: 'Older',
    none: () =>
      say`Nothing here yet. Type ${code('/imagine')} and what you’d like to see, in your team’s chat.`,
    noFavourites: () => say`No favourites yet. The star on a picture adds one.`,
    noneFound: 'No picture matches. Try fewer words or filters.',
    noneOlder: 'Nothing older is left.',
    select: (about: string) => `Select ${about}`,
    selectAll: 'Select all',
    selectNone: 'Clear selection',
    selected: 'Selected pictures',
    downloadSelected: 'Download as ZIP',
    deleteSelected: 'Delete',
    addFavourite: (about: string) => `Add ${about} to favourites`,
    removeFavourite: (about: string) => `Remove ${about} from favourites`,
    count: (count: number) => pictures(count),
  },

  /** The page of what is shared in a team. */
  teamGalleryPage: {
    of: 'Gallery of',
    title: (team: string) => `Gallery of ${team}`,
    none: () => say`Nothing is shared yet. Press ${bold('Share')} under a picture in chat to add one.`,
    votes: plural({ one: '# vote', other: '# votes' }),
  },

  /** The page of one picture, and what can be done with it. */
  picturePage: {
    back: 'All pictures',
    newer: 'Newer',
    older: 'Older',
    prompt: 'Prompt',
    copy: 'Copy',
    copied: 'Copied',
    download: 'Download',
    downloadAll: 'Download all',
    openOriginal: 'Open full size',
    favourite: 'Favourite',
    unfavourite: 'Unfavourite',
    remove: 'Delete',
    removeAll: 'Delete all',
    numbered: (picture: number, all: number) => `${number(picture)} of ${number(all)}`,
    together: (count: number) => `All ${number(count)}`,
    settings: 'Details',
    size: 'Size',
    quality: 'Quality',
    background: 'Background',
    model: 'Model',
    tool: 'Made with',
    made: 'Made',
    cost: 'Cost',
    free: 'Free',
    paidByTeam: (amount: number) => `${credits(amount)}, paid by your team`,
    id: 'Picture',
    where: 'Asked in',
    sharedIn: 'Shared in',
    openIn: (platform: string) => `Open in ${platform}`,
    onlyYou: 'Only you',
    seenBy: 'Visible to',
    yourTeam: 'Your team',
    inChat: (command: string) => say`To vary, change or upgrade it, type ${code(command)} in chat.`,
    embed: 'Copy as HTML or Markdown',
    embedNote: 'Anybody who has this address can see the picture until you delete it.',
    html: 'HTML',
    markdown: 'Markdown',
    family: 'Family',
    familyOf: 'Family of a picture',
    from: 'What it came from',
    fromWords: 'From words alone.',
    fromGone: 'The picture it began with is gone.',
    fromMore: 'There are more steps before these.',
    ofIt: 'What you made of it',
    nothingYet: 'Nothing yet.',
    moreMade: 'And more, made before.',
    removeOne: 'Delete this picture?',
    removeMany: 'Delete these pictures?',
    removeWarning: 'This deletes it from our servers and your history. It can’t be undone.',
    removeManyWarning: (count: number) =>
      `This deletes ${pictures(count)} from our servers and your history. It can’t be undone.`,
    removeShared: 'It will no longer show where you shared it.',
    removeManyShared: 'Those you shared will no longer show there.',
    keep: 'Keep it',
    keepMany: 'Keep them',
  },
}

/** Everything that one language says. */
export type Words = typeof en
