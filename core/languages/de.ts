/**
 * German: what English says, as it is said at work, with *du*. One word a thing: Bild, Prompt, Credits, Paket, Guthaben, Verlauf,
 * Galerie, Konto, Limit (cap), Anfrage (request), Vorlage (reference), Entwurf/Standard/Premium, Nochmal, Prompt bearbeiten,
 * Variieren, Ändern, Verfeinern (upgrade), Teilen/Nicht mehr teilen, Löschen; chats are verbunden and getrennt, teams gekoppelt and
 * entkoppelt, accounts zusammengeführt. Sentences name commands as
 * English does, because Slack knows each by that name alone.
 */
import type { PlatformName } from '#core/chat.ts'
import type { ErrorCode, ErrorData, SizeFault } from '#core/errors.ts'
import type { Words } from './en.ts'
import { createFormats } from './formats.ts'
import { type CategoryWords, nameCategories } from './moderation.ts'
import { bold, code, linked, say, type Text } from './text.ts'

const formats = createFormats('de')
const { number, plural, allOf, anyOf } = formats

const credits = plural({ one: '# Credit', other: '# Credits' })
const pictures = plural({ one: '# Bild', other: '# Bilder' })
const drafts = plural({ one: '# Entwurf', other: '# Entwürfe' })
const standardPictures = plural({ one: '# Standardbild', other: '# Standardbilder' })
const premiumPictures = plural({ one: '# Premiumbild', other: '# Premiumbilder' })
/** In the dative. */
const ofDays = plural({ one: 'einem Tag', other: '# Tagen' })
const pixels = plural({ one: '# Pixel', other: '# Pixel' })
const seconds = plural({ one: '# Sekunde', other: '# Sekunden' })
const minutes = plural({ one: '# Minute', other: '# Minuten' })
const moreCredits = plural({ one: '# weiteren Credit', other: '# weitere Credits' })
const requests = plural({ one: '# Anfrage', other: '# Anfragen' })
const countVotes = plural({ one: '# Stimme', other: '# Stimmen' })
const wereShared = plural({
  one: '# Bild wurde in der Galerie geteilt',
  other: '# Bilder wurden in der Galerie geteilt',
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
const named = (name: string | undefined) => (name === undefined ? 'Jemand' : bold(name))

/** Something a person typed, already short. */
const quoted = (text: string) => `„${text}“`

const attachTaken = 'Häng ein JPEG, PNG, WebP, GIF, AVIF oder TIFF an.'
const plainSvg = 'Exportier es als einfaches SVG oder häng ein PNG an.'
const ownOnly = 'Willkommens-Credits und geschenkte Credits sind für deine eigenen Bilder.'

const onlyYou = 'Nur dir zeigen'
const itsId = 'Seine ID, sie steht unter dem Bild'
const whichModel = 'Welches Modell zeichnet; sonst das erste'
const asTyped = 'Der Text darauf, genau wie du ihn schreibst'
const smallerWords = 'Kleinerer Text unter dem Titel'
const ofStyle = (usual: string) => `Wie es aussieht; sonst ${usual}`

type PlatformWords = Readonly<Record<PlatformName, string>>

interface SizeRules {
  names: readonly string[]
  multiple: number
  longestEdge: number
  ratio: number
  fewestPixels: number
  mostPixels: number
}

const sizeFaults: { readonly [Fault in SizeFault]: (rules: SizeRules) => string } = {
  form: ({ names }) => `Eine Größe ist ${names.join(', ')} oder Breite und Höhe, zum Beispiel 1280x720.`,
  multiple: ({ multiple }) => `Breite und Höhe müssen Vielfache von ${multiple} sein.`,
  edge: ({ longestEdge }) => `Keine Seite darf länger als ${pixels(longestEdge)} sein.`,
  ratio: ({ ratio }) => `Die lange Seite darf höchstens ${ratio}-mal so lang sein wie die kurze.`,
  'too-few-pixels': ({ fewestPixels }) =>
    `Das ist zu klein: Breite mal Höhe muss mindestens ${pixels(fewestPixels)} ergeben.`,
  'too-many-pixels': ({ mostPixels }) =>
    `Das ist zu groß: Breite mal Höhe darf höchstens ${pixels(mostPixels)} ergeben.`,
}

/** In brackets. */
const minded: CategoryWords = {
  harassment: 'Belästigung',
  'harassment/threatening': 'Drohungen',
  hate: 'Hass',
  'hate/threatening': 'Drohungen aus Hass',
  illicit: 'Straftaten',
  'illicit/violent': 'Gewaltverbrechen',
  'self-harm': 'Selbstverletzung',
  'self-harm/intent': 'Absicht zur Selbstverletzung',
  'self-harm/instructions': 'Anleitung zur Selbstverletzung',
  sexual: 'sexuelle Inhalte',
  'sexual/minors': 'sexuelle Inhalte mit Minderjährigen',
  violence: 'Gewalt',
  'violence/graphic': 'drastische Gewalt',
}

const refusals: { readonly [Code in Exclude<ErrorCode, 'bad-option'>]: (data: ErrorData[Code]) => Text } = {
  'not-linked': () => say`Verbinde zuerst dein Konto: ${code('/link')}. Das dauert eine Minute.`,
  'insufficient-credits': ({ balance, price }) =>
    say`Das kostet ${credits(price)} und du hast ${number(balance)}: ${bold(`Dir fehlen ${credits(price - balance)}`)}.`,
  'cap-reached': ({ cap, limit, spent, price }) =>
    cap === 'member'
      ? say`Das kostet ${credits(price)}. Du hast ${bold(`${number(spent)} von ${credits(limit)}`)} verbraucht, die dein Team dir im Monat gibt.`
      : say`Das kostet ${credits(price)}. Dieser Kanal hat ${bold(`${number(spent)} von ${credits(limit)}`)} verbraucht, die dein Team ihm im Monat gibt.`,
  'unknown-command': ({ command, suggestion }) =>
    suggestion === undefined
      ? say`Den Befehl ${quoted(command)} gibt es nicht. ${code('/help')} zeigt alle.`
      : say`Den Befehl ${quoted(command)} gibt es nicht. Meintest du ${code(`/${suggestion}`)}?`,
  'too-many-running': ({ limit }) =>
    say`Du hast schon ${pictures(limit)} in Arbeit. Warte, bis eins fertig ist, oder brich eins ab.`,
  'too-many-repeats': ({ wait: until }) =>
    say`Zu viele Wiederholungen auf einmal. Sie bleiben kostenlos: Versuch es in ${wait(until)} noch einmal.`,
  'too-many-utilities': ({ of, wait: until }) =>
    of === 'person'
      ? say`Zu viele Anfragen. Versuch es in ${wait(until)} noch einmal.`
      : say`Zu viele Anfragen aus deinem Team. Versuch es in ${wait(until)} noch einmal.`,
  'too-much-at-once': ({ of }) =>
    ({
      person: say`Das war viel auf einmal. Warte auf eine Antwort und versuch es dann noch einmal.`,
      team: say`Dein Team will gerade viel auf einmal. Versuch es in ein paar Sekunden noch einmal.`,
      all: say`Hier ist gerade viel los. Versuch es in ein paar Sekunden noch einmal.`,
    })[of],
  'utility-busy': () => say`Hier ist gerade viel los. Versuch es in ein paar Sekunden noch einmal.`,
  'utility-too-much': () => say`Das ist zu viel für uns. Versuch es kleiner oder einfacher.`,
  'qr-unreadable': ({ image }) =>
    image
      ? say`Wir konnten diesen Code selbst nicht lesen und haben ihn deshalb nicht geschickt. Nimm ihn größer, den Text kürzer oder lass das Bild weg.`
      : say`Wir konnten diesen Code selbst nicht lesen und haben ihn deshalb nicht geschickt. Nimm ihn größer oder in schlichteren Farben.`,
  'not-found': ({ id }) => say`Du hast kein Bild mit der ID ${quoted(id)}.`,
  'nothing-waits': () => say`Bei dir wartet gerade nichts.`,
  'not-yours': ({ id }) => say`Das geht mit Bild ${code(id)} nur, wenn es dein eigenes ist.`,
  'press-refused': () =>
    say`Dieser Knopf ist nicht für dich oder nicht mehr aktuell. Frag noch einmal, dann kommt ein neuer.`,
  'not-admin': () => say`Das können nur die Admins dieses Teams.`,
  'blocked-here': () =>
    say`Die Admins dieses Teams haben dich hier gesperrt. Überall sonst geht dein Konto wie bisher.`,
  'person-not-linked': () => say`Diese Person hat noch kein Konto. Mit ${code('/link')} verbindet sie eins.`,
  'not-a-member': () => say`Diese Person hat den Bot in diesem Team noch nicht benutzt.`,
  'no-tie': () => say`Dieser Code gilt hier nicht oder nicht mehr. Fang mit ${code('/team koppeln')} neu an.`,
  'already-tied': () =>
    say`Eins der beiden Teams ist schon mit einem anderen gekoppelt. ${code('/team entkoppeln')} trennt sie wieder.`,
  'too-many-codes': () =>
    say`In diesem Team wurden zu viele Codes probiert. Versuch es in einer Stunde noch einmal.`,
  'not-yourself': () => say`Das geht nicht mit dir selbst.`,
  'not-giftable': ({ balance, giftable }) => {
    if (balance <= 0) return say`Du hast ${credits(balance)}, also gibt es nichts zu verschenken.`
    if (giftable === 0) return say`Von deinen ${credits(balance)} kannst du keine verschenken. ${ownOnly}`
    const most = say`Von deinen ${credits(balance)} kannst du ${bold(number(giftable))} verschenken.`
    return giftable === balance ? most : say`${most} ${ownOnly}`
  },
  'gift-unsettled': () =>
    say`Wir erreichen unsere Datenbank gerade nicht. Sieh in ${code('/credits')} nach, bevor du noch einmal schenkst: Was schon unterwegs war, kommt in ein paar Minuten an.`,
  'not-in-team': () => say`Das geht nur im Kanal eines Teams.`,
  'no-gallery': () =>
    say`Dieses Team hat noch keinen Galerie-Kanal. Admins wählen ihn mit ${code('/gallery')}.`,
  'cannot-post': () =>
    say`Dort können wir nichts posten. Lad den Bot in den Kanal ein und versuch es noch einmal.`,
  'not-connected': () => say`Wir sind dort gerade nicht verbunden. Versuch es in einer Minute noch einmal.`,
  'reply-expired': () => say`Die Antwort kam zu spät, um sie hier zu zeigen. Frag noch einmal.`,
  'chat-trouble': ({ problem }) =>
    problem === 'busy'
      ? say`Der Kanal nimmt gerade nichts von uns an. Versuch es in einer Minute noch einmal.`
      : say`Wir haben keine Antwort bekommen, vielleicht hat es trotzdem geklappt. Sieh im Kanal nach, bevor du es noch einmal versuchst.`,
  'already-shared': ({ id }) => say`Bild ${code(id)} ist schon geteilt.`,
  'being-shared': ({ id }) => say`Bild ${code(id)} wird gerade geteilt.`,
  'not-shared': ({ id }) => say`Bild ${code(id)} ist nicht geteilt.`,
  'already-linked': () =>
    say`Dieser Chat ist schon mit einem Konto verbunden. Trenn ihn zuerst mit ${code('/unlink')}.`,
  'attachment-too-large': ({ limit }) =>
    say`Das ist zu groß: Alle Anhänge zusammen dürfen höchstens ${megabytes(limit)} haben.`,
  'too-many-attachments': ({ limit }) =>
    limit === 1 ? say`Häng nur ein Bild an.` : say`Häng höchstens ${pictures(limit)} an.`,
  'nothing-to-change': () =>
    say`Hier gibt es kein Bild zum Ändern. Zeichne eins mit ${code('/imagine')} und sag dann, was anders werden soll.`,
  'nothing-to-start-from': () =>
    say`Hier gibt es kein Bild als Vorlage. Wähl eine Nachricht, die eins zeigt.`,
  'attachment-unavailable': () => say`Wir konnten deine Datei nicht abholen. ${attachTaken}`,
  'attachment-unreadable': ({ format }) =>
    format === undefined
      ? say`Wir konnten diese Datei nicht als Bild lesen. ${attachTaken}`
      : say`${format}-Dateien können wir nicht als Bild lesen. ${attachTaken}`,
  'attachment-too-many-pixels': ({ limit }) =>
    say`Dieses Bild ist zu groß: In diesem Format gehen höchstens ${number(Math.floor(limit / 1_000_000))} Megapixel.`,
  'svg-refused': ({ holds, name }) => {
    if (holds === 'element' && name !== undefined)
      return say`Dieses SVG enthält ${quoted(name)}, das zeichnen wir nicht. ${plainSvg}`
    return {
      script: say`Dieses SVG enthält ein Skript oder eine Seite, das nehmen wir nicht an. ${plainSvg}`,
      reference: say`Dieses SVG verweist auf etwas außerhalb, dem folgen wir nicht. ${plainSvg}`,
      entities: say`Dieses SVG definiert eigene Entities, die lösen wir nicht auf. ${plainSvg}`,
      picture: say`Dieses SVG enthält ein Foto oder Pixelbild. Häng dieses Bild selbst an oder das Ganze als PNG.`,
      element: say`Dieses SVG enthält etwas, das wir nicht zeichnen. ${plainSvg}`,
      'too-much': say`Dieses SVG ist zu aufwendig zum Zeichnen. Häng ein einfacheres oder ein PNG an.`,
      nothing: say`Wir konnten diese Datei nicht als SVG lesen. ${plainSvg}`,
    }[holds]
  },
  'too-many-frames': ({ frames, limit }) =>
    say`Diese Animation hat ${pictures(frames)}; wir nehmen höchstens ${number(limit)}.`,
  'stands-still': ({ format }) =>
    say`${format.toUpperCase()} kann sich nicht bewegen. Nimm ${code('gif')} oder ${code('webp')}, oder häng ein einzelnes Bild an.`,
  'not-cancellable': ({ id }) =>
    say`Bild ${code(id)} wird schon gezeichnet und lässt sich nicht mehr abbrechen.`,
  'moderation-blocked': ({ stage, categories }) => {
    const named = nameCategories(minded, categories, quoted)
    const what = named.length > 0 ? ` (${named.join(', ')})` : ''
    return stage === 'output'
      ? say`Das Bild wurde gezeichnet, aber die Sicherheitsprüfung des Bilddienstes hält es zurück${what}. Formulier es anders und versuch es noch einmal.`
      : say`Die Sicherheitsprüfung des Bilddienstes hat diesen Prompt abgelehnt${what}. Formulier ihn anders und versuch es noch einmal.`
  },
  'vendor-busy': ({ retryAfter }) =>
    say`Der Bilddienst ist gerade ausgelastet. Versuch es in ${wait(retryAfter ?? 60_000)} noch einmal.`,
  'queue-full': () => say`Gerade warten zu viele Bilder. Versuch es in ein paar Minuten noch einmal.`,
  'vendor-quota': () =>
    say`Wir haben das Ausgabenlimit beim Bilddienst erreicht. Bitte den Betreiber dieses Bots, es anzuheben.`,
  'vendor-refused': ({ option, value = '' }) => {
    switch (option) {
      case undefined:
        return say`Der Bilddienst nimmt diese Anfrage nicht an. Versuch es ohne die Optionen.`
      case 'image':
        return say`Der Bilddienst kann mit diesem Bild nichts anfangen. Versuch es mit einem anderen, als PNG oder JPEG.`
      case 'prompt':
        return say`Der Bilddienst nimmt diesen Prompt nicht an. Formulier ihn anders und versuch es noch einmal.`
      case 'count':
        return say`Mit diesem Modell zeichnet der Bilddienst nicht ${bold(pictures(Number(value)))} auf einmal. Versuch es mit ${bold('1')}.`
      default: {
        const usual = { background: 'auto', size: 'quadrat', quality: 'standard' }[option]
        return say`Mit diesem Modell nimmt der Bilddienst ${bold(value)} nicht an. Versuch es mit ${bold(usual)}.`
      }
    }
  },
  'vendor-down': () => say`Der Bilddienst geht gerade nicht. Versuch es später noch einmal.`,
  'vendor-timeout': () => say`Der Bilddienst hat zu lange gebraucht, darum warten wir nicht länger.`,
  'source-gone': () => say`Das Bild, auf dem dieses aufbaut, wurde gelöscht.`,
  'picture-unreadable': () =>
    say`Der Bilddienst hat etwas geschickt, das kein Bild ist. Versuch es noch einmal.`,
  'hosting-failed': () =>
    say`Das Bild wurde gezeichnet, aber wir konnten es nicht speichern. Versuch es später noch einmal.`,
  'hosting-down': () =>
    say`Wir können gerade keine Bilder speichern, darum zeichnen wir keine. Versuch es in ein paar Minuten noch einmal.`,
  'no-pack': ({ pack }) => say`Ein Paket ${quoted(pack)} gibt es nicht. ${code('/topup')} zeigt alle.`,
  'no-provider': ({ provider }) => say`Bei ${quoted(provider)} gibt es nichts zu kaufen.`,
  'provider-trouble': () => say`Der Zahlungsdienst geht gerade nicht. Versuch es später noch einmal.`,
  interrupted: () => say`Wir haben neu gestartet, während das gezeichnet wurde. Versuch es noch einmal.`,
  cancelled: () => say`Abgebrochen, bevor es gezeichnet wurde.`,
  'store-unavailable': () =>
    say`Wir erreichen unsere Datenbank gerade nicht. Versuch es in einer Minute noch einmal.`,
  unsettled: ({ id }) =>
    say`Wir erreichen unsere Datenbank gerade nicht. In spätestens 15 Minuten kommt Bild ${code(id)} von selbst, oder die Credits sind zurück.`,
  stopping: () => say`Wir starten gerade neu. Versuch es in einer Minute noch einmal.`,
}

export const de: Words = {
  ...formats,
  tag: 'de',
  name: 'Deutsch',

  credits,
  pictures,
  pixels,
  seconds,
  minutes,
  wait,
  estimate,
  quoted,
  price: ({ usual, large }) =>
    large === usual ? credits(usual) : `${credits(usual)}, groß ${number(large)}`,

  places: {
    the: { terminal: 'Terminal', discord: 'Discord', slack: 'Slack' } satisfies PlatformWords,
    at: { terminal: 'im Terminal', discord: 'auf Discord', slack: 'in Slack' } satisfies PlatformWords,
    somebody: (name, where) => `${name} ${where}`,
    team: {
      terminal: (name) => `im Terminal, bei ${name}`,
      discord: (name) => `auf Discord, auf dem Server ${name}`,
      slack: (name) => `in Slack, im Workspace ${name}`,
    },
  },

  connecting: {
    title: 'Chat verbinden',
    heading: 'Diesen Chat verbinden?',
    whosAsking: 'Wer fragt',
    where: 'Wo',
    yourAccount: 'Dein Konto',
    warning: (name, at) =>
      say`${bold(name)} kann dann deine Credits ausgeben und deine Bilder sehen. Mach nur weiter, wenn du das bist und gerade eben ${at} danach gefragt hast.`,
    yes: 'Ja, das bin ich',
    no: 'Abbrechen',
    continueWith: (platform) => `Weiter mit ${platform}`,
    whatItTells: (platform) => `${platform} sagt uns, wer du dort bist, und sonst nichts.`,
    codeInstead: 'Lieber mit einem Code',
    notYours: 'Nicht dein Konto?',
    signOutFirst: 'Zuerst abmelden',

    leavingTitle: (platform) => `Weiter zu ${platform}`,
    leaving: (platform) => `Es geht weiter zu ${platform}…`,

    doneTitle: 'Verbunden',
    done: 'Du bist verbunden',
    doneNext: (balance, platform) =>
      say`Du hast ${bold(credits(balance))}. Geh zurück zu ${platform}: Was du dort wolltest, ist schon unterwegs.`,

    toldInChat: (email, balance) =>
      say`Dieser Chat ist mit ${bold(email)} verbunden. Du hast ${credits(balance)}.`,

    nothingTitle: 'Es wurde nichts verbunden',
    otherHeading: (platform) => `Das ist ein anderes ${platform}-Konto`,
    other: (platform, asker, name) =>
      name === undefined
        ? say`Du hast dich bei ${platform} als jemand anderes oder in einem anderen Workspace angemeldet. Gefragt hat ${bold(asker)}. Es wurde nichts verbunden.`
        : say`Du hast dich bei ${platform} als ${bold(name)} angemeldet, gefragt hat aber ${bold(asker)}. Es wurde nichts verbunden.`,
    otherNext: (platform) => `Wechsle auf der Seite von ${platform} das Konto oder nimm einen Code.`,
    tryAgain: 'Noch einmal versuchen',

    codeTitle: 'Dein Code',
    codeHeading: 'Noch ein Schritt, im Chat',
    codeInChat: (platform, button) =>
      say`Geh zurück zu ${platform}, drück auf ${bold(button)} und gib das ein.`,
    codeInTerminal: 'Gib das im Terminal ein.',
    codeLife: (name, where) => say`Er gilt 10 Minuten, und nur für ${bold(name)} ${where}.`,
    welcome: (amount) => say`Sobald er eingegeben ist, hast du ${bold(credits(amount))} für den Anfang.`,
    noWelcome: {
      had: 'Diesmal gibt es keine Willkommens-Credits: Dieser Chat oder deine Adresse hat sie schon bekommen.',
      capped:
        'Diesmal gibt es keine Willkommens-Credits: Die für heute sind vergeben. Verbinden kannst du dich trotzdem.',
    },
    codeAdvice: 'Gib diesen Code niemandem. Wer danach fragt, will deine Credits ausgeben.',

    problems: {
      dead: {
        title: 'Dieser Link geht nicht mehr',
        text: 'Er gilt einmal und 15 Minuten lang, und ein neuerer ersetzt ihn. Es wurde nichts verbunden. Gib im Chat /link ein, dann bekommst du einen neuen.',
      },
      'already-linked': {
        title: 'Schon verbunden',
        text: 'Dieser Chat ist schon mit einem Konto verbunden. Für ein anderes gib im Chat /unlink ein, dann /link.',
      },
      'other-browser': {
        title: 'Fang im Chat neu an',
        text: 'Diese Seite gilt einmal, 10 Minuten lang und nur in dem Browser, in dem du angefangen hast. Wenn du noch nicht verbunden bist, gib im Chat /link ein.',
      },
      declined: {
        title: 'Es wurde nichts verbunden',
        text: 'Du hast nicht zugestimmt. Du kannst es noch einmal versuchen oder einen Code nehmen.',
      },
      trouble: {
        title: 'Es wurde nichts verbunden',
        text: 'Wir konnten nicht herausfinden, wer du dort bist. Versuch es in einer Minute noch einmal oder nimm einen Code.',
      },
      'no-unlink': {
        title: 'Es gibt nichts zu trennen',
        text: 'Dieser Link wurde schon benutzt, ist älter als 30 Tage, oder der Chat ist nicht mehr verbunden. Deine Kontoseite zeigt, welche es sind.',
      },
    },
    toAccount: 'Zu deinem Konto',

    undoTitle: 'Chat trennen',
    undoHeading: 'Diesen Chat trennen?',
    undo: (name, where) => say`Bis dahin kann ${bold(name)} ${where} dein Konto benutzen.`,
    disconnect: 'Trennen',
    keep: 'Verbunden lassen',
    undone: 'Getrennt',
    undoneNext:
      'Dieser Chat kann dein Konto nicht mehr benutzen. Wenn du ihn nicht selbst verbunden hast, sieh deine Buchungen durch und melde dich überall ab.',
  },

  signingIn: {
    title: 'Anmelden',
    lead: 'Gib deine E-Mail-Adresse ein, wir schicken dir einen Code. Noch kein Konto? Dann legen wir eins an.',
    email: 'E-Mail-Adresse',
    sendCode: 'Code schicken',
    cookie:
      'Wir setzen ein Cookie. Damit bleibst du angemeldet, und später sagt es uns, dass du hier schon angemeldet warst.',
    aboutData: 'Wie wir mit deinen Daten umgehen',

    confirmTitle: 'Bist du es?',
    confirm: (email) =>
      say`Deine Anmeldung ist schon etwas her. Bevor es weitergeht, schicken wir einen Code an ${bold(email)}.`,
    cancel: 'Abbrechen',

    codeTitle: 'Gib deinen Code ein',
    checkMail: 'Sieh in deine E-Mails',
    sent: (email) => say`Wir haben einen achtstelligen Code an ${bold(email)} geschickt. Er gilt 10 Minuten.`,
    code: 'Code',
    spam: 'Nach einer Minute noch nichts da? Sieh im Spam-Ordner nach.',
    newCode: 'Neuen Code schicken',
    otherAddress: 'Andere Adresse nehmen',

    deadTitle: 'Du brauchst einen neuen Code',
    dead: 'Dein Code wurde benutzt, ist älter als 10 Minuten oder wurde fünfmal vertippt. Codes gelten außerdem nur in dem Browser, der sie angefordert hat.',
    signedIn: 'Du bist angemeldet',
    goOn: 'Weiter',
  },

  codes: {
    tooMany: (ms) => `Zu viele Codes. Versuch es in ${wait(ms)} noch einmal.`,
    busy: (ms) => `Gerade fordern viele einen Code an. In ${wait(ms)} bist du dran.`,
    sameAddress: 'Das ist schon deine Adresse.',
    badAddress: 'An diese Adresse können wir nichts schicken. Prüf sie auf Tippfehler.',
    notYet: (ms) => `In ${wait(ms)} kannst du einen neuen Code anfordern. Der bisherige gilt noch.`,
    noCode: (asked) =>
      asked === 1
        ? 'Der Code hat acht Ziffern. Sieh in deine E-Mails.'
        : 'Jeder Code hat acht Ziffern. Sieh in beide E-Mails.',
    wrong: (left) =>
      `Das ist nicht der Code. Du kannst es noch ${left === 1 ? 'einmal' : `${number(left)}-mal`} versuchen.`,
  },

  mails: {
    codes: {
      'sign-in': {
        subject: (pin) => `${pin} ist dein Anmeldecode`,
        heading: 'Dein Anmeldecode',
        reason: (host) => `Gib ihn auf ${host} ein, um dich anzumelden.`,
        where: 'in dem Browser, in dem du ihn angefordert hast',
        otherwise: () =>
          'Du hast keinen Code angefordert? Dann hat sich jemand bei der Adresse vertippt. Du kannst diese E-Mail ignorieren.',
      },
      'old-address': {
        subject: (pin) => `${pin} ist dein Code für die neue Adresse`,
        heading: 'Adresse ändern?',
        reason: (host) =>
          `Jemand ist auf ${host} in deinem Konto angemeldet und will diese Adresse ersetzen. Wenn du das bist, gib dort diesen Code ein.`,
        where: 'für die Person, die in diesem Konto angemeldet ist',
        otherwise: (host) =>
          `Das bist du nicht? Dann ist jemand anderes in deinem Konto. Gib den Code nicht weiter: Ohne ihn bleibt deine Adresse. Melde dich auf ${host} an und dann in den Einstellungen überall ab.`,
      },
      'new-address': {
        subject: (pin) => `${pin} ist dein Code für diese Adresse`,
        heading: 'Diese Adresse bestätigen',
        reason: (host) => `Gib ihn auf ${host} ein, dann ist das die Adresse deines Kontos.`,
        where: 'für die Person, die in diesem Konto angemeldet ist',
        otherwise: () =>
          'Du hast keinen Code angefordert? Dann hat sich jemand bei der Adresse vertippt. Du kannst diese E-Mail ignorieren.',
      },
      merge: {
        subject: (pin) => `${pin} ist dein Code zum Zusammenführen`,
        heading: 'Deine Konten zusammenführen?',
        reason: (host, receiver) =>
          `Jemand ist auf ${host} als ${receiver} angemeldet und will alles übernehmen, was das Konto dieser Adresse hat: Credits, Bilder und verbundene Chats. Danach gibt es dieses Konto nicht mehr. Wenn dir beide gehören, gib dort diesen Code ein.`,
        where: 'für die Person, die in jenem Konto angemeldet ist',
        otherwise: () =>
          'Dir gehören nicht beide? Dann tu nichts und gib den Code nicht weiter. Ohne ihn bleibt dein Konto, wie es ist.',
      },
    },
    codeRules: (host, where) =>
      `Er gilt einmal, 10 Minuten lang, ${where}. Gib ihn nur auf ${host} ein und sonst niemandem: Wir fragen dich nie danach.`,
    connected: {
      subject: 'Ein Chat wurde mit deinem Konto verbunden',
      heading: 'Ein Chat wurde verbunden',
      who: (person) => `${person} ist jetzt mit deinem Konto verbunden und kann dessen Credits ausgeben.`,
      next: 'Wenn du das bist, ist alles gut. Wenn nicht, trenn ihn. Anmelden musst du dich dafür nicht.',
      button: 'Diesen Chat trennen',
      rules: 'Der Link gilt einmal, 30 Tage lang, und tut sonst nichts.',
    },
    policy: {
      subject: 'Unsere Datenschutzerklärung hat sich geändert',
      heading: 'Unsere Datenschutzerklärung hat sich geändert',
      text: (version) => `Die neue ist vom ${version}.`,
      button: 'Datenschutzerklärung lesen',
      next: 'Wenn du nicht einverstanden bist, kannst du jederzeit deine Daten exportieren oder dein Konto löschen.',
      account: 'Dein Konto',
    },
  },

  refusals,

  optionProblem: {
    missing: (option) => say`Es fehlt noch: ${code(option)}.`,
    missingImage: (option) => say`Es fehlt noch: ${code(option)}. Häng ein Bild an.`,
    missingPrompt: () => say`Noch gibt es nichts zu zeichnen: Schreib einen ${code('prompt')}.`,
    noSuchPage: () => say`Diese Seite gibt es nicht. Fang mit ${code('/history')} neu an.`,
    unknown: (option) => say`Eine Option ${quoted(option)} gibt es hier nicht.`,
    unknownButNear: (option, suggestion) =>
      say`Eine Option ${quoted(option)} gibt es hier nicht. Meintest du ${code(suggestion)}?`,
    tooLong: (option, length, limit) =>
      say`${code(option)} ist ${number(length)} Zeichen lang; es passen höchstens ${number(limit)}.`,
    controlCharacters: (option) =>
      say`${code(option)} enthält unsichtbare Steuerzeichen. Nimm sie heraus und versuch es noch einmal.`,
    notAPerson: (option) =>
      say`${code(option)} muss jemand von hier sein: Gib ${code('@')} ein und wähl die Person aus.`,
    notATimeZone: (option) =>
      say`${code(option)} muss eine Zeitzone sein, zum Beispiel ${code('Europe/Berlin')}.`,
    notAMonth: (option) => say`${code(option)} muss ein Monat sein, zum Beispiel ${code('2026-11')}.`,
    notANumber: (option) => say`${code(option)} muss eine ganze Zahl sein.`,
    outOfRange: (option, minimum, maximum) =>
      say`${code(option)} muss zwischen ${number(minimum)} und ${number(maximum)} liegen.`,
    notAChoice: (option, choices) => say`${code(option)} muss ${anyOf(choices)} sein.`,
    illegalSize: (fault, rules) => say`${sizeFaults[fault](rules)}`,
    notASize: (option, shortest, longest) =>
      say`${code(option)} braucht Breite und Höhe, zum Beispiel ${code('1200x630')}, jeweils von ${number(shortest)} bis ${pixels(longest)}.`,
    notAColor: (option, names) => say`${code(option)} muss ${anyOf([...names, '#1f6feb'])} sein.`,
    tooLittleContrast: (option, ratio, least) =>
      say`${code(option)} hebt sich zu wenig ab: ${formats.decimal(Math.floor(ratio * 10) / 10)} zu 1, und Kameras brauchen ${formats.decimal(least)} zu 1. Versuch es mit ${code('farbe')} dunkler oder ${code('hintergrund')} heller.`,
    inverted: () =>
      say`Viele Kameras können Hell auf Dunkel nicht lesen. Nimm ${code('farbe')} dunkler als ${code('hintergrund')}.`,
    tooManyBytes: (option, bytes, limit) =>
      say`${code(option)} braucht ${number(bytes)} Byte; es passen höchstens ${number(limit)}. Kürz es oder verlink es.`,
    tooSmall: (option, least) =>
      say`${code(option)} ist zu klein für alles, was hineinsoll: Es braucht ${pixels(least)}.`,
    notAResize: (option, most, sets, longest) =>
      say`${code(option)} geht so: ${code('800x600')}, ${code('800')}, ${code('x600')} oder ${code('50%')}, bis zu ${number(most)} davon mit Kommas getrennt, oder ${anyOf(sets)}. Keine Seite darf länger als ${pixels(longest)} sein.`,
    unterminatedQuote: (option) => say`In ${code(option)} fehlt ein Anführungszeichen am Ende.`,
    repeated: (option) => say`${code(option)} kommt mehr als einmal vor.`,
    illegalCombination: (option, other) => say`${code(option)} und ${code(other)} gehen nicht zusammen.`,
  },

  facts: {
    askedBy: 'von',
    price: 'Preis',
    balance: 'Guthaben',
    size: 'Größe',
    from: 'aus',
    quality: 'Qualität',
    model: 'Modell',
    words: 'Text',
    background: 'Hintergrund',
    finish: 'Zustand',
    id: 'ID',
    file: 'Datei',
    format: 'Format',
    frames: 'Bilder',
    icons: 'Icons',
    errorCorrection: 'Fehlerkorrektur',
  },

  picture: {
    priceOfAll: (price, count) => `${credits(price)} für alle ${number(count)}`,
    freeRepeat: 'kostenlos · das hattest du schon',
    wordsSet: 'genau wie du ihn geschrieben hast',
    wordsDrawn: 'vom Modell gezeichnet, also prüf die Schreibweise',
    opaque: 'dieses Modell kann ihn nicht transparent machen',
    unfinished: 'wie gezeichnet: Größe und Text konnten wir nicht anpassen',
    oneAlt: (which, all, prompt) => `${number(which)} von ${number(all)}: ${prompt}`,
    allAlt: (count, prompt) => `${pictures(count)}: ${prompt}`,
    link: 'Bild',
    numberedLink: (which) => `Bild ${number(which)}`,
  },

  progress: {
    next: 'als Nächstes an der Reihe',
    place: (place) => `Platz ${number(place)} in der Warteschlange`,
    placeOrLater: (place) => `Platz ${number(place)} oder später in der Warteschlange`,
    readyIn: (ms) => `fertig in etwa ${estimate(ms)}`,
    readyAtEarliest: (ms) => `fertig frühestens in ${estimate(ms)}`,
    drawing: 'wird gezeichnet',
    saving: 'wird gespeichert',
    previewAlt: 'Das Bild bis jetzt',
  },

  steps: {
    upgraded: 'verfeinert',
    varied: 'variiert',
    private: 'ein privates Bild',
    gone: 'aus einem Bild, das es nicht mehr gibt',
    madeFromThis: (list) => say`Daraus entstanden: ${list}`,
  },

  pick: {
    which: () => say`Welches? Drück auf seine Nummer.`,
    howDifferent: (id) =>
      say`Wie stark soll es sich von ${code(id)} unterscheiden? ${bold('Leicht')} behält den Aufbau und ändert Details. ${bold('Stark')} behält nur Motiv und Stil.`,
  },

  change: {
    title: 'Bild ändern',
    what: (price) => `Was soll anders werden · ${credits(price)}`,
    which: (example) => say`Welches? Drück auf seine Nummer oder nenn sie: ${code(example)}.`,
  },

  edit: {
    title: 'Prompt bearbeiten',
    presetTitle: (command) => `${command} bearbeiten`,
    pictureInstead: 'Ein Bild anstelle des bisherigen',
    tooLongForForm: (limit) =>
      say`Dieser Prompt ist zu lang, um ihn hier zu bearbeiten: In ein Formular passen ${number(limit)} Zeichen.`,
  },

  references: {
    title: 'Als Vorlage nehmen',
    startFrom: (last) => `Vorlagen, Nummer 1 bis ${number(last)}`,
    more: (first, last) => `Weitere Vorlagen, Nummer ${number(first)} bis ${number(last)}`,
    oneMore: (which) => `Noch eine Vorlage, Nummer ${number(which)}`,
    chosen: (count) =>
      count === 1
        ? 'Das gewählte Bild ist Nummer 1: Nenn es im Prompt so.'
        : `Die gewählten Bilder sind Nummer 1 bis ${number(count)}: Nenn sie im Prompt so.`,
  },

  utility: {
    notAlone: (file) =>
      say`${file} ist fertig, aber hier können wir es nicht dir allein schicken. Frag noch einmal ohne ${code('privat')}.`,
    notSent: (file) =>
      say`${file} ist fertig, aber wir konnten es hier nicht schicken. Versuch es noch einmal.`,
    qrAlt: (text) => `QR-Code: ${text}`,
    placeholderAlt: (size, text) => `Platzhalter, ${size}: ${text}`,
  },

  resize: {
    sizes: plural({ one: '# Größe', other: '# Größen' }),
    alt: (sizes) => `Das Bild in neuer Größe: ${sizes}`,
    tableHead: { file: 'Datei', size: 'Größe', bytes: 'Byte' },
    enlarged: 'Es ist größer als dein Bild und wirkt vielleicht etwas weich.',
    flattened: 'JPEG kann nicht transparent sein, darum sind diese Stellen weiß.',
    reduced: 'Damit die Datei klein genug bleibt, ist es gröber oder kleiner, als es sein könnte.',
  },

  favicon: {
    alt: 'Die Icons in echter Größe, auf Hell und auf Dunkel',
    install: () =>
      say`Leg die Dateien ins Hauptverzeichnis deiner Website und das hier in den ${code('<head>')} ihrer Seiten:`,
    notSquare: 'Es ist nicht quadratisch, darum haben die Icons an zwei Seiten leeren Rand.',
    enlarged: 'Es ist kleiner als 512 Pixel, darum wirken die größten Icons weich.',
    hasWords:
      'Der Text darin nimmt die Schriften, die gerade da sind. Wandle ihn in Pfade um, damit er bleibt, wie er ist.',
  },

  useMade: {
    what: 'Was daraus werden soll',
  },

  kept: () => say`Okay, es bleibt alles, wie es ist.`,
  cancelled: (id) => say`Bild ${code(id)} ist abgebrochen.`,

  delete: {
    question: (id) =>
      say`Bild ${code(id)} löschen? Das lässt sich nicht rückgängig machen, und die Credits kommen nicht zurück.`,
    onlyOne: () => say`Die anderen daneben bleiben.`,
    alsoShared: () => say`Es verschwindet auch aus dem Galerie-Kanal.`,
    done: (id) => say`Bild ${code(id)} ist gelöscht.`,
    postLeft: () => say`Den Beitrag im Galerie-Kanal konnten wir nicht entfernen.`,
    besideOthers: () =>
      say`Nachrichten, die es neben anderen zeigen, tun das vielleicht weiter: Wer dort Nachrichten löschen darf, kann sie entfernen.`,
    messageLeft: () =>
      say`Wir konnten nicht jede Nachricht entfernen, die es zeigt: Wer dort Nachrichten löschen darf, kann das.`,
  },

  favourite: {
    kept: (id) => say`Bild ${code(id)} ist in deinen Favoriten.`,
    dropped: (id) => say`Bild ${code(id)} ist nicht mehr in deinen Favoriten.`,
  },

  talk: {
    change: () => say`Soll das Bild hier anders werden? Drück auf ${bold('Ändern')}.`,
    help: () =>
      say`Beschreib ein Bild und wir zeichnen es, zum Beispiel ${code('ein Leuchtturm in der Dämmerung')}. ${code('/help')} zeigt, was noch geht, und mit ${code('/topup')} bekommst du Credits.`,
    draw: () => say`War das ein Prompt? Drück auf ${bold('Zeichnen')}.`,
    imagine: () => say`War das ein Prompt? Nimm ${code('/imagine')}.`,
  },

  history: {
    place: (from, to, total, isWhole) => {
      const page = from === to ? number(to) : `${number(from)}–${number(to)}`
      return say`${bold(page)} von ${number(total)}${isWhole ? '' : '+'}`
    },
    moreThan: (total) => say`${bold(`Mehr als ${number(total)}`)}`,
    choose: () => say`${bold('Welches Bild?')} Das sind deine neuesten.`,
    favourites: 'Favoriten',
    favourite: 'Favorit',
    free: 'kostenlos',
    none: () => say`Noch keine Bilder. ${code('/imagine')} zeichnet dein erstes.`,
    noFavourites: () =>
      say`Noch keine Favoriten. Drück unter einem Bild auf ${bold('Zu Favoriten')}, dann bleibt es hier.`,
    noneMatch: (filters) => say`Keins deiner Bilder passt zu: ${filters}`,
    noneHaveWords: (words) => say`In keinem deiner Prompts stehen alle diese Wörter: ${quoted(words)}`,
  },

  sharing: {
    post: (author) => say`${bold(author)} hat ein Bild geteilt`,
    shared: (id, address) => say`Bild ${code(id)} ist jetzt ${linked('im Galerie-Kanal', address)}.`,
    sharedElsewhere: (id, platform) => say`Bild ${code(id)} ist in der Galerie deines Teams auf ${platform}.`,
    missed: (platforms, command) =>
      say`Die Galerie deines Teams auf ${allOf(platforms)} hat es nicht angenommen. Versuch es mit ${code(command)} noch einmal.`,
    unshared: (id) => say`Bild ${code(id)} ist nicht mehr im Galerie-Kanal.`,
    chosen: (channel, address) =>
      address === undefined
        ? say`Geteilte Bilder erscheinen jetzt hier: ${channel}.`
        : say`Geteilte Bilder erscheinen jetzt in ${linked('diesem Kanal', address)}.`,
    note: () => say`Bilder, die jemand mit ${code('/share')} teilt, erscheinen hier.`,
  },

  gallery: {
    noChannel: () =>
      say`Für geteilte Bilder gibt es noch keinen Kanal. Admins wählen ihn mit ${code('/gallery')} und seinem Namen.`,
    channel: (channel, address) =>
      address === undefined
        ? say`Geteilte Bilder erscheinen hier: ${channel}.`
        : say`Geteilte Bilder erscheinen ${linked('im Galerie-Kanal', address)}.`,
    none: () =>
      say`Noch ist nichts geteilt. Drück unter einem Bild auf ${bold('Teilen')} und mach den Anfang.`,
    latest: () => say`${bold('Zuletzt geteilt')}`,
    earlier: () => say`${bold('Früher geteilt')}`,
    noneEarlier: () => say`Davor wurde nichts geteilt.`,
    sharedBy: (author) => `geteilt von ${author}`,
    shared: 'geteilt',
    voted: (id, count) =>
      say`Deine Stimme für ${code(id)} zählt: Es hat ${countVotes(count)}. Drück noch einmal, um sie zurückzunehmen.`,
    voteTakenBack: (id, count) =>
      say`Du hast deine Stimme für ${code(id)} zurückgenommen. Es hat ${countVotes(count)}.`,
  },

  outcome: {
    nothingCharged: () => say`Es hat nichts gekostet.`,
    creditsBack: (amount) =>
      amount === 1 ? say`Dein Credit ist zurück.` : say`Deine ${credits(amount)} sind zurück.`,
    teamCreditsBack: (amount) =>
      amount === 1
        ? say`Der Credit deines Teams ist zurück.`
        : say`Die ${credits(amount)} deines Teams sind zurück.`,
    unsettled: (why, id, price, paidBy) => {
      const reason =
        why === 'stopping' ? 'Wir starten gerade neu.' : 'Wir erreichen unsere Datenbank gerade nicht.'
      const to = paidBy === 'team' ? 'dein Team' : 'du'
      const gets = paidBy === 'team' ? 'bekommt' : 'bekommst'
      return say`${reason} Bild ${code(id)} ist nicht verloren: Es kommt bald, oder ${to} ${gets} in spätestens 15 Minuten ${credits(price)} zurück.`
    },
    fault: (callId) =>
      say`Bei uns ist etwas schiefgegangen. Ein Bild, das du bezahlt hast, steht in spätestens 15 Minuten in ${code('/history')}, oder die Credits sind zurück. Wenn du um Hilfe bittest, nenn ${code(callId)}.`,
    unreadable: (callId) =>
      say`Das konnten wir nicht lesen. Versuch es noch einmal. Wenn du um Hilfe bittest, nenn ${code(callId)}.`,
  },

  connect: {
    button: 'Verbinden',
    enterCode: 'Code eingeben',
    first: (waits, replaces) => {
      if (waits === undefined)
        return say`Dieser Chat ist noch mit keinem Konto verbunden. Das dauert nur eine Minute.`
      const next = waits === 'prompt' ? 'und dein Prompt wartet so lange' : 'dann machen wir, was du wolltest'
      return say`Verbinde zuerst dein Konto. Das dauert eine Minute, ${next}.${replaces ? ' Das ersetzt, was du vorher wolltest.' : ''}`
    },
    goOn: () => say`Du bist verbunden. Hier geht’s weiter:`,
  },

  examples: {
    prompt: 'ein Leuchtturm in der Dämmerung, Aquarell',
    address: 'https://imgsrc.pub',
    draw: (price) => `Leuchtturm zeichnen · ${number(price)}`,
    qr: 'QR-Code machen · kostenlos',
    greeting: () =>
      say`Hallo! Gib ${code('/imagine')} ein und sag, was du sehen möchtest. Dein Bild erscheint gleich hier. Probier eins:`,
    more: () =>
      say`QR-Codes, Platzhalter, Icons und neue Größen sind kostenlos und gehen ohne Konto. ${code('/help')} zeigt alles.`,
  },

  home: {
    nothingYet: () =>
      say`Noch keine Bilder. Mit ${code('/imagine')} zeichnest du in jedem Kanal dein erstes.`,
    latest: () => say`${bold('Deine neuesten Bilder')}`,
  },

  link: {
    how: (connect: string, enterCode: string) =>
      say`Drück auf ${bold(connect)} und melde dich mit deiner E-Mail-Adresse an. Die Seite zeigt dir einen Code: Komm damit zurück und drück auf ${bold(enterCode)}.`,
    howTyped: (connect: string) =>
      say`Öffne ${bold(connect)} und melde dich mit deiner E-Mail-Adresse an. Die Seite zeigt dir einen Code: Komm damit zurück und gib ${code('/link')} und den Code ein.`,
    once: () =>
      say`Die Seite gilt einmal, 15 Minuten lang. Zeig sie niemandem, und gib keinen Code ein, den du von jemand anderem hast.`,
    bought: (amount: number) => say`Die ${bold(credits(amount))}, die du hier gekauft hast, kommen mit.`,
    codeOnPage: 'Der Code auf der Seite',
    linked: (email: string | undefined, balance: number) =>
      email === undefined
        ? say`Dieser Chat ist jetzt mit deinem Konto verbunden. Du hast ${credits(balance)}.`
        : say`Dieser Chat ist jetzt mit ${bold(email)} verbunden. Du hast ${credits(balance)}.`,
    welcome: () => say`Willkommen!`,
    noWelcome: () => say`Diesmal gibt es keine Willkommens-Credits: Die für heute sind vergeben.`,
    goesOn: () => say`Was du wolltest, kommt jetzt.`,
    deadCode: () =>
      say`Dieser Code gilt nicht mehr: Er wurde benutzt, ist zu alt oder wurde zu oft versucht. Fang mit ${code('/link')} neu an.`,
    noCode: () => say`Ein Code hat acht Ziffern. Schau noch einmal auf die Seite.`,
    wrongCode: (left: number) =>
      say`Das ist nicht der Code. Du kannst es noch ${left === 1 ? 'einmal' : `${number(left)}-mal`} versuchen.`,
    unlinkQuestion: (email: string | undefined) =>
      email === undefined
        ? say`Diesen Chat von deinem Konto trennen? Guthaben und Bilder bleiben beim Konto.`
        : say`Diesen Chat von ${bold(email)} trennen? Guthaben und Bilder bleiben beim Konto.`,
    unlinked: () => say`Dieser Chat ist getrennt. ${code('/link')} verbindet ihn wieder.`,
  },

  help: {
    head: { option: 'Option', choices: 'eins von', meaning: 'was es ist' },
    choices: (items) => items.join(', '),
    oneOf: (what, choices) => `${what} (${choices})`,
    writing: () =>
      say`Optionen schreibst du so: ${code('--größe breit')} oder ${code('größe:breit')}. ${code('/credits')} zeigt, was Bilder kosten.`,
    talking: () =>
      say`Du kannst uns auch erwähnen oder eine Direktnachricht schicken. Beginnt sie mit einem Befehl oder beschreibt sie ein Bild, zeichnen wir es; sonst fragen wir nach. ${code('/imagine')} zeichnet alles, was du schreibst.`,
    menus: (names) =>
      say`Im Menü einer Nachricht findest du auch ${bold(allOf(names))}, für die Bilder darin.`,
    missing: (typed, meant) =>
      meant === undefined
        ? say`Den Befehl ${quoted(typed)} gibt es nicht. Das sind alle:`
        : say`Den Befehl ${quoted(typed)} gibt es nicht. Meintest du ${code(meant)}? Das sind alle:`,
  },

  terminal: {
    welcome: (name) =>
      say`Hallo ${name}. ${code('/help')} zeigt die Befehle, ${code('/open')} ein Bild in groß, ${code('/quit')} beendet.`,
    alreadyDrawing: () =>
      say`Es wird schon gezeichnet und lässt sich nicht mehr abbrechen. ${code('/quit')} beendet.`,
    howToLeave: () => say`${code('/quit')} oder Strg-D beendet.`,
    lineTooLong: (length, limit) =>
      say`Diese Zeile ist ${number(length)} Zeichen lang; es passen höchstens ${number(limit)}.`,
    didYouMean: (line) => say`Meintest du ${code(line)}?`,
    typeInstead: (line) => say`Gib ${code(line)} mit deinen eigenen Worten ein.`,
    pickHint: 'Gib eine ID ein oder mehr vom Prompt:',
  },

  slack: {
    product: 'imgsrc',
    cancel: 'Abbrechen',
    close: 'Schließen',
    go: 'Los',
    yes: 'Ja',
    other: (example) => `Oder eigene Angabe: ${example}`,
    picture: 'Bild',
    originals: (links) => say`Volle Größe: ${links.flatMap((link, at) => (at > 0 ? [' ', ...link] : link))}`,
    news: 'Neues von imgsrc',
    homeTitle: 'Dein Konto',
    appDescription: 'Zeichnet, was du beschreibst, direkt in deinen Kanälen.',
    underWay: () =>
      say`Wird gemacht. Die Antwort folgt unten. Solange es wartet, bricht ${code('/cancel')} es ab.`,
    handedOver: () => say`Hier ist, was du wolltest. Nur du kannst es sehen:`,
    inDirectMessages: (file) =>
      say`${file} ist in deinen Direktnachrichten mit imgsrc, wo nur du es sehen kannst.`,
    formTooLate: () => say`Slack hat zu lange gebraucht, um das Formular zu öffnen. Versuch es noch einmal.`,
    formUnsure: () =>
      say`Vielleicht hat Slack das Formular nicht geöffnet. Wenn du es nicht siehst, versuch es noch einmal.`,
    formUnreadable: () =>
      say`Dieses Formular können wir nicht mehr lesen, darum ist nichts passiert. Gib den Befehl noch einmal ein.`,
    fault: () => say`Bei uns ist etwas schiefgegangen, darum ist nichts passiert. Versuch es noch einmal.`,
    formElsewhere: () =>
      say`Das öffnet ein Formular, und Slack erlaubt das nur bei einem Befehl oder einem Knopf.`,
    notInstalled: () =>
      say`imgsrc ist in diesem Workspace nicht mehr installiert. Ein Admin kann es wieder installieren.`,
    install: 'imgsrc installieren',
    installing: {
      installed: {
        title: 'Installiert',
        text: 'imgsrc ist in deinem Workspace. Gib in einem beliebigen Kanal /imagine ein.',
      },
      declined: { title: 'Nicht installiert', text: 'Du hast Slack die Installation nicht erlaubt.' },
      expired: {
        title: 'Nicht installiert',
        text: 'Dieser Link gilt zehn Minuten und nur in dem Browser, in dem du angefangen hast.',
      },
      failed: {
        title: 'Nicht installiert',
        text: 'Slack hat die Installation nicht abgeschlossen. Versuch es in einer Minute noch einmal.',
      },
      again: 'Noch einmal versuchen',
    },
  },

  qualities: { draft: 'entwurf', standard: 'standard', premium: 'premium' },
  sizes: { square: 'quadrat', landscape: 'quer', portrait: 'hoch', wide: 'breit' },
  backgrounds: { auto: 'auto', opaque: 'deckend', transparent: 'transparent' },
  colors: {
    black: 'schwarz',
    white: 'weiß',
    gray: 'grau',
    red: 'rot',
    orange: 'orange',
    yellow: 'gelb',
    green: 'grün',
    teal: 'petrol',
    blue: 'blau',
    navy: 'marineblau',
    purple: 'lila',
    pink: 'rosa',
  },
  fits: {
    inside: { name: 'innen', about: 'ganz, höchstens so groß' },
    crop: { name: 'zuschneiden', about: 'an den Rändern beschnitten' },
    pad: { name: 'auffüllen', about: 'ganz, mit Rändern' },
    stretch: { name: 'strecken', about: 'verzerrt' },
  },
  toolKinds: {
    imagine: 'imagine',
    vary: 'variieren',
    upgrade: 'verfeinern',
    og: 'og',
    logo: 'logo',
    banner: 'banner',
    avatar: 'avatar',
    emoji: 'emoji',
    change: 'ändern',
  },
  buyers: { me: 'ich', team: 'team' },
  payers: { team: 'team', own: 'selbst' },
  teamChanges: {
    pays: 'zahlt',
    cap: 'limit',
    'channel-cap': 'kanal-limit',
    'admins-channel': 'admin-kanal',
    'time-zone': 'zeitzone',
    language: 'sprache',
    admin: 'admin',
    member: 'mitglied',
    owner: 'owner',
    remove: 'entfernen',
    block: 'sperren',
    unblock: 'entsperren',
    tie: 'koppeln',
    untie: 'entkoppeln',
  },
  styles: {
    og: {
      gradient: { name: 'verlauf', about: 'fließende Farben mit feiner Körnung' },
      photo: { name: 'foto', about: 'ein Foto mit weichem Hintergrund' },
      illustration: { name: 'illustration', about: 'flache Formen in wenigen Farben' },
      geometric: { name: 'geometrisch', about: 'kräftige Formen wie auf Schweizer Plakaten' },
      night: { name: 'nacht', about: 'dunkel und technisch, mit Leuchtlinien' },
      paper: { name: 'papier', about: 'Scherenschnitt-Schichten in warmen Farben' },
    },
    logo: {
      minimal: { name: 'minimal', about: 'eine einfache Idee in wenigen klaren Formen' },
      geometric: { name: 'geometrisch', about: 'Kreise, Quadrate und Linien im Raster' },
      emblem: { name: 'emblem', about: 'ein rundes Emblem mit starkem Umriss' },
      mascot: { name: 'maskottchen', about: 'eine freundliche Figur mit dickem Umriss' },
      monogram: { name: 'monogramm', about: 'eine Form aus dem ersten Buchstaben' },
      handmade: { name: 'handgemacht', about: 'Pinsel und Tusche, mit lebendigem Strich' },
    },
    banner: {
      gradient: { name: 'verlauf', about: 'fließende Farben mit feiner Körnung' },
      photo: { name: 'foto', about: 'ein weites Foto mit viel Luft' },
      landscape: { name: 'landschaft', about: 'ein gemaltes Panorama mit Tiefe' },
      pattern: { name: 'muster', about: 'ein geometrisches Muster in wenigen Farben' },
      night: { name: 'nacht', about: 'dunkel und technisch, mit Leuchtlinien' },
    },
    avatar: {
      portrait: { name: 'porträt', about: 'ein Foto in weichem Licht' },
      cartoon: { name: 'cartoon', about: 'dicke Umrisse und flache Farben' },
      clay: { name: 'knete', about: 'eine Knetfigur im Studiolicht' },
      pixel: { name: 'pixel', about: 'Pixel-Art mit großen Pixeln' },
      line: { name: 'linie', about: 'wenige schwarze Linien und ein Farbtupfer' },
    },
    emoji: {
      glossy: { name: 'glänzend', about: 'rund und glänzend wie auf dem Handy' },
      flat: { name: 'flach', about: 'flache, helle Formen mit dunklem Umriss' },
      sticker: { name: 'sticker', about: 'dicker weißer Rand und kräftige Umrisse' },
      pixel: { name: 'pixel', about: 'Pixel-Art mit dunklem Umriss' },
    },
  },
  styleSheet: (names) => `Die Stile, jeder als kleine Zeichnung: ${names.join(', ')}`,
  flags: { yes: ['ja', 'an', 'wahr'], no: ['nein', 'aus', 'falsch'] },

  optionNames: {
    prompt: 'prompt',
    size: 'größe',
    quality: 'qualität',
    count: 'anzahl',
    background: 'hintergrund',
    model: 'modell',
    private: 'privat',
    image: 'bild',
    image2: 'bild2',
    image3: 'bild3',
    image4: 'bild4',
    title: 'titel',
    subtitle: 'untertitel',
    style: 'stil',
    name: 'name',
    colors: 'farben',
    subject: 'motiv',
    id: 'id',
    search: 'suche',
    tool: 'werkzeug',
    favourites: 'favoriten',
    for: 'für',
    person: 'person',
    credits: 'credits',
    channel: 'kanal',
    do: 'aktion',
    value: 'wert',
    month: 'monat',
    text: 'text',
    color: 'farbe',
    format: 'format',
    fit: 'anpassung',
    code: 'code',
    command: 'befehl',
  },
  commands: {
    imagine: {
      name: 'imagine',
      summary: 'Zeichnet, was du beschreibst.',
      options: {
        prompt: 'Was du sehen möchtest',
        size: 'Die Form; sonst quadrat',
        quality: 'Wie fein, und der Preis; sonst standard',
        count: 'Wie viele Bilder',
        background: 'Ob man durch den Hintergrund sieht',
        model: whichModel,
        private: onlyYou,
        image: 'Ein Bild als Vorlage, im Prompt Nummer 1',
        image2: 'Noch ein Bild, im Prompt Nummer 2',
        image3: 'Noch ein Bild, im Prompt Nummer 3',
        image4: 'Noch ein Bild, im Prompt Nummer 4',
      },
    },
    og: {
      name: 'og',
      summary: 'Macht ein Vorschaubild für Links, 1200×630, mit deinem Titel.',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('verlauf'),
        model: whichModel,
        private: onlyYou,
        image: 'Ein Logo oder Bild, um das es sich dreht',
      },
    },
    logo: {
      name: 'logo',
      summary: 'Macht ein quadratisches Logo, ringsum transparent, wo das geht.',
      options: {
        name: 'Der Name darauf, genau wie du ihn schreibst',
        colors: 'Seine Farben, zum Beispiel marineblau und koralle',
        style: ofStyle('minimal'),
        model: whichModel,
        private: onlyYou,
        image: 'Eine Skizze oder ein älteres Logo als Vorlage',
      },
    },
    banner: {
      name: 'banner',
      summary: 'Macht ein Banner, 1500×500, mit deinem Titel.',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('verlauf'),
        model: whichModel,
        private: onlyYou,
        image: 'Ein Logo oder Bild, um das es sich dreht',
      },
    },
    avatar: {
      name: 'avatar',
      summary: 'Macht ein Profilbild, das auch klein und rund gut zu erkennen ist.',
      options: {
        subject: 'Wen oder was es zeigt',
        style: ofStyle('porträt'),
        model: whichModel,
        private: onlyYou,
        image: 'Ein Foto von der Person oder Sache',
      },
    },
    emoji: {
      name: 'emoji',
      summary: 'Macht ein eigenes Emoji, 128×128, für euren Chat.',
      options: {
        subject: 'Was es zeigt, zum Beispiel eine Rakete mit Sonnenbrille',
        style: ofStyle('glänzend'),
        model: whichModel,
        private: onlyYou,
        image: 'Ein Bild, aus dem ein Emoji wird',
      },
    },
    change: {
      name: 'ändern',
      summary: 'Ändert dein neuestes Bild, oder das genannte, so wie du sagst.',
      options: {
        prompt: 'Was anders werden soll',
        id: 'Welches Bild, wenn nicht das neueste',
        private: onlyYou,
      },
    },
    history: {
      name: 'verlauf',
      summary: 'Zeigt deine Bilder, die neuesten zuerst.',
      options: {
        search: 'Wörter, die im Prompt stehen',
        tool: 'Womit sie gemacht sind',
        quality: 'Wie fein sie sind',
        favourites: 'Nur deine Favoriten',
      },
    },
    show: {
      name: 'zeigen',
      summary: 'Zeigt eins deiner Bilder noch einmal.',
      options: { id: itsId },
    },
    credits: {
      name: 'credits',
      summary: 'Zeigt dein Guthaben, die letzten Buchungen und unsere Preise.',
      options: {},
    },
    topup: {
      name: 'aufladen',
      summary: 'Zeigt die Pakete mit Credits, die du kaufen kannst.',
      options: { for: 'Für wen die Credits sind' },
    },
    give: {
      name: 'schenken',
      summary: 'Schenkt jemandem von deinen Credits. Wir fragen vorher nach.',
      options: { person: 'Wer sie bekommt', credits: 'Wie viele' },
    },
    cancel: {
      name: 'abbrechen',
      summary: 'Bricht ein wartendes Bild ab: dein neuestes oder das genannte.',
      options: { id: 'Seine ID' },
    },
    share: {
      name: 'teilen',
      summary: 'Postet dein Bild in der Galerie deines Teams.',
      options: { id: itsId },
    },
    gallery: {
      name: 'galerie',
      summary: 'Zeigt die Galerie deines Teams und das Neueste darin. Admins wählen den Kanal.',
      options: { channel: 'Wo geteilte Bilder von jetzt an erscheinen' },
    },
    team: {
      name: 'team',
      summary: 'Zeigt dein Team: wer zahlt, Limits, Mitglieder. Admins können es ändern.',
      options: {
        do: 'Was sich ändern soll',
        person: 'Um wen es geht',
        channel: 'Um welchen Kanal es geht',
        credits: 'Wie viele im Monat',
        value: 'team oder selbst, eine Zeitzone, eine Sprache oder ein Code',
      },
    },
    usage: {
      name: 'verbrauch',
      summary: 'Zeigt, was ein Monat gekostet hat: Admins das ganze Team, sonst nur dich.',
      options: { month: 'Zum Beispiel 2026-11; sonst dieser Monat' },
    },
    qr: {
      name: 'qr',
      summary: 'Macht einen QR-Code aus einem Link oder Text, kostenlos.',
      options: {
        text: 'Ein Link oder beliebiger Text',
        size: 'Pixel je Seite; sonst so viele wie nötig',
        color: 'Farbe des Codes; sonst schwarz',
        background: 'Farbe dahinter; sonst weiß',
        image: 'Ein Logo für die Mitte',
        private: onlyYou,
      },
    },
    placeholder: {
      name: 'platzhalter',
      summary: 'Macht ein Platzhalterbild in jeder Größe, kostenlos.',
      options: {
        size: 'Breite und Höhe, zum Beispiel 1200x630',
        text: 'Text darauf; sonst die Größe',
        color: 'Farbe des Hintergrunds; sonst grau',
        format: 'Sonst PNG',
        private: onlyYou,
      },
    },
    favicon: {
      name: 'favicon',
      summary: 'Macht aus einem Bild alle Icons, die eine Website braucht, kostenlos.',
      options: { image: 'Ein Bild oder SVG, am besten quadratisch', private: onlyYou },
    },
    resize: {
      name: 'skalieren',
      summary: 'Bringt ein Bild auf eine Größe oder viele, kostenlos.',
      options: {
        size: '800x600, 800, x600, 50%, mehrere mit Kommas oder ein Satz wie social',
        image: 'Ein Bild, eine Animation oder ein SVG',
        fit: 'Wie es hineinpasst; sonst innen',
        format: 'Sonst das bisherige',
        quality: 'Weniger macht die Datei kleiner',
        private: onlyYou,
      },
    },
    link: {
      name: 'verbinden',
      summary: 'Verbindet diesen Chat mit deinem Konto. Hast du keins, legen wir eins an.',
      options: { code: 'Der Code, den dir die Seite zeigt' },
    },
    unlink: {
      name: 'trennen',
      summary: 'Trennt diesen Chat von deinem Konto.',
      options: {},
    },
    privacy: {
      name: 'datenschutz',
      summary: 'Sagt, was wir speichern und wie du es bekommst oder löschst.',
      options: {},
    },
    help: {
      name: 'hilfe',
      summary: 'Erklärt die Befehle, oder den einen, den du nennst.',
      options: { command: 'Welcher Befehl' },
    },
  },
  messageMenu: {
    'change-form': 'Ändern…',
    'use-reference': 'Als Vorlage nehmen',
    excerpt: 'Ein Bild daraus machen',
  },

  balance: {
    own: (balance) => say`Du hast ${bold(credits(balance))}.`,
    team: (name, balance) => say`${name ?? 'Dein Team'} hat ${bold(credits(balance))}.`,
    head: { when: 'wann', what: 'was', credits: 'Credits', balance: 'Guthaben', about: 'für' },
    picture: 'Bild',
    receipts: (receipts) => say`Belege: ${receipts.flatMap((each, at) => (at > 0 ? [', ', ...each] : each))}`,
    receiptFrom: (at, seller) => `${formats.day(at)} von ${seller}`,
    onePicture: 'ein Bild',
    above: (size) => `über ${size}`,
    free: () =>
      say`Derselbe Prompt mit denselben Optionen ist beim zweiten Mal kostenlos. Klappt ein Bild nicht, kommen seine Credits zurück.`,
  },

  topup: {
    own: (balance) => say`Du hast ${bold(credits(balance))}. Credits verfallen nie.`,
    team: (name, balance) => say`${bold(name ?? 'Dein Team')} hat ${bold(credits(balance))}.`,
    forTeam: () =>
      say`Credits, die du hier kaufst, gehören dem Team. Sie zahlen für seine Mitglieder, und du kannst sie nicht zurückholen.`,
    head: { credits: 'Credits', price: 'Preis', worth: 'reicht für' },
    worth: (draft, standard, premium) =>
      anyOf([
        `${number(draft)} Entwürfe`,
        `${number(standard)} Standard-`,
        `${number(premium)} Premiumbilder`,
      ]),
    came: (amount, balance) =>
      say`Danke! ${bold(credits(amount))} sind dazugekommen. Du hast jetzt ${credits(balance)}.`,
    wait: (amount) =>
      say`Danke! Wir heben ${bold(credits(amount))} für dich auf. Verbinde dein Konto mit ${code('/link')}, dann bekommst du sie.`,
    left: (balance) => say`Du hast noch ${bold(credits(balance))}.`,
    spent: () => say`Deine Credits sind aufgebraucht.`,
    goOn: () => say`Lad auf, dann geht’s weiter:`,
    test: () => say`Das war ein Testkauf, es ist kein Geld geflossen.`,
    kept: () => say`Wir heben das 15 Minuten auf und zeichnen es, sobald du genug Credits hast.`,
    notSold: (contact) =>
      say`Hier gibt es keine Credits zu kaufen. Für mehr wende dich an ${contact ?? 'den Betreiber dieses Bots'}.`,
  },

  give: {
    question: (name, amount, balance) =>
      say`${bold(credits(amount))} an ${bold(name)} verschenken? Du hast ${number(balance)}. Geschenktes kannst du nicht zurückholen.`,
    give: (amount) => `${number(amount)} schenken`,
    cancel: 'Abbrechen',
    given: (name, amount, balance) =>
      say`Du hast ${bold(credits(amount))} an ${name === undefined ? 'jemanden' : bold(name)} verschenkt. Du hast jetzt ${credits(balance)}.`,
    back: (name, balance) =>
      say`${named(name)} hat kein Konto mehr, darum kam dein Geschenk zurück. Du hast ${credits(balance)}.`,
    received: (name, amount, balance) =>
      say`${named(name)} hat dir ${bold(credits(amount))} geschenkt. Du hast jetzt ${credits(balance)}.`,
  },

  payer: {
    paidBy: 'bezahlt von',
    team: 'das Team',
    withLeft: (name, left) => `${name} · noch ${number(left)}`,
  },

  capReached: {
    askMore: (amount) => `Um ${number(amount)} mehr bitten`,
    payOwn: (price) => `Selbst zahlen · ${number(price)}`,
  },

  capRequest: {
    asks: (name, amount, month) =>
      say`${named(name)} bittet um ${bold(moreCredits(amount))} im ${formats.month(month)}.`,
    memberUsed: (spent, limit) => say`Bisher verbraucht: ${number(spent)} von ${credits(limit)}.`,
    channelUsed: (channel, spent, limit) =>
      say`${channel} hat ${number(spent)} von ${credits(limit)} verbraucht.`,
    costs: (price) => say`Was gezeichnet werden soll, kostet ${number(price)}.`,
    approve: 'Genehmigen',
    decline: 'Ablehnen',
    asked: (name, amount, month) =>
      say`${named(name)} hat um ${moreCredits(amount)} im ${formats.month(month)} gebeten.`,
    ends: {
      approved: (by) => say`Genehmigt von ${by === undefined ? 'jemandem' : bold(by)}.`,
      declined: (by) => say`Abgelehnt von ${by === undefined ? 'jemandem' : bold(by)}.`,
      lapsed: () => say`Einen Tag lang hat niemand geantwortet, darum ist die Anfrage verfallen.`,
      drawn: () => say`Es wurde ohne diese Credits gezeichnet.`,
      gone: () => say`Erledigt: Es gibt nichts mehr zu zeichnen.`,
    },
    told: (amount) => say`Wir haben die Admins deines Teams um ${bold(moreCredits(amount))} gebeten.`,
    untold: () => say`Im Admin-Kanal können wir gerade nichts posten, versuchen es aber weiter.`,
    known: () => say`Wir haben die Admins deines Teams schon gefragt.`,
    waits: () => say`Die Admins haben einen Tag Zeit. Sobald sie zustimmen, zeichnen wir dein Bild.`,
    tooMany: (limit) =>
      limit === 1
        ? say`Eine Anfrage von dir wartet schon auf Antwort. Warte sie erst ab.`
        : say`Von dir warten schon ${requests(limit)} auf Antwort. Warte erst eine ab.`,
    room: () => say`Jetzt reichen die Credits, darum zeichnen wir es, ohne zu fragen.`,
    unpaid: () =>
      say`Dein Team zahlt dafür nicht mehr, also kann niemand zustimmen. Zahl selbst oder fang neu an.`,
    noChannel: () =>
      say`Die Admins deines Teams haben noch keinen Kanal für Anfragen gewählt. Das geht mit ${code('/team admin-kanal')}. Selbst zahlen kannst du trotzdem.`,
    alreadyDrawn: () => say`Es ist schon gezeichnet.`,
    approved: (by, amount) => say`${named(by)} hat ${bold(moreCredits(amount))} für diesen Monat genehmigt.`,
    isDrawing: () => say`Wir zeichnen dein Bild jetzt.`,
    drawsLater: () => say`Wir zeichnen dein Bild, sobald dein Team genug Credits hat.`,
    declined: (by) =>
      say`${named(by)} hat deine Bitte um mehr Credits abgelehnt, darum haben wir es nicht gezeichnet. Es hat nichts gekostet.`,
    lapsed: () =>
      say`Einen Tag lang hat kein Admin geantwortet, darum haben wir es nicht gezeichnet. Es hat nichts gekostet.`,
    gone: () =>
      say`Deine Bitte um mehr Credits ist erledigt, darum haben wir es nicht gezeichnet. Es hat nichts gekostet.`,
    lost: () =>
      say`Deine Credits sind genehmigt, aber wir konnten dein Bild nicht zeichnen. Starte es noch einmal.`,
    unanswered: () => say`Auf diese Anfrage hat noch niemand geantwortet.`,
    youApproved: (name, amount, month) =>
      say`Du hast ${name === undefined ? 'jemandem' : bold(name)} ${moreCredits(amount)} im ${formats.month(month)} genehmigt.`,
    youDeclined: (name) =>
      name === undefined
        ? say`Du hast abgelehnt. Wir haben Bescheid gesagt.`
        : say`Du hast abgelehnt. Wir haben ${bold(name)} Bescheid gesagt.`,
  },

  usage: {
    team: (name, spent, month, balance) =>
      say`${bold(name ?? 'Dein Team')} hat im ${formats.month(month)} ${credits(spent)} ausgegeben und noch ${bold(credits(balance))}.`,
    member: (spent, month) =>
      spent === 0
        ? say`Du hast im ${formats.month(month)} keine Credits deines Teams ausgegeben.`
        : say`Du hast im ${formats.month(month)} ${credits(spent)} deines Teams ausgegeben.`,
    own: (spent, month, balance) =>
      spent === 0
        ? say`Du hast im ${formats.month(month)} keine eigenen Credits ausgegeben. Du hast ${bold(credits(balance))}.`
        : say`Du hast im ${formats.month(month)} selbst ${credits(spent)} ausgegeben und noch ${bold(credits(balance))}.`,
    ofTeams: (amount) => say`Deine Teams haben ${credits(amount)} für dich bezahlt.`,
    yourCap: 'dein Limit',
    head: {
      member: 'Mitglied',
      credits: 'Credits',
      cap: 'Limit',
      tool: 'Werkzeug',
      quality: 'Qualität',
      orders: 'Aufträge',
    },
    somebody: 'jemand',
    more: (count) => say`Und ${number(count)} weitere.`,
    channel: (id) => `Kanal ${id}`,
    channelElsewhere: (id) => say`Kanal ${code(id)} in einem gekoppelten Team`,
    channelSpent: (channel, spent, cap) =>
      cap === undefined
        ? say`${channel} ${credits(spent)}`
        : say`${channel} ${number(spent)} von ${credits(cap)}`,
    deleted: 'gelöscht',
    newestOnly: () => say`Die Tabelle nach Werkzeug zählt nur die neuesten Aufträge.`,
  },

  monthReport: {
    title: (month) => say`${bold(`Bericht für ${formats.month(month)}`)}`,
    best: (month) => say`${bold(`Das Beste vom ${formats.month(month)}`)}, nach euren Stimmen`,
    shared: (count) => say`${wereShared(count)}. Die meisten Stimmen:`,
    sharedWithoutVotes: (count) => say`${wereShared(count)}, ganz ohne Stimmen.`,
    place: (rank, author, votes) =>
      say`${number(rank)}. von ${author === undefined ? 'jemandem' : bold(author)} · ${countVotes(votes)}`,
    open: 'ansehen',
  },

  team: {
    yourTeam: 'Dein Team',
    pays: {
      team: 'das Team zahlt, solange es Credits hat, danach alle selbst',
      own: 'alle zahlen selbst',
    },
    facts: {
      balance: 'Team-Guthaben',
      yourCap: 'dein Limit',
      eachMember: 'je Mitglied',
      eachChannel: 'je Kanal',
      ownChannels: 'Kanäle mit eigenen Regeln',
      timeZone: 'Zeitzone',
      adminsChannel: 'Admin-Kanal',
      gallery: 'Galerie',
    },
    cap: (cap) => (cap === undefined ? 'keins' : `${number(cap)} im Monat`),
    chosen: 'gewählt',
    none: 'nicht festgelegt',
    members: { member: 'Mitglied', role: 'Rolle', cap: 'Limit' },
    payers: { team: 'das Team', own: 'alle selbst' },
    open: 'Im Web öffnen',
    log: { when: 'wann', by: 'wer', changed: 'was', to: 'jetzt' },
    somebody: 'jemand',
    paysNow: {
      team: () => say`Ab jetzt zahlt das Team, solange es Credits hat. Danach zahlen alle selbst.`,
      own: () => say`Ab jetzt zahlen alle selbst.`,
    },
    paysInChannel: {
      team: () =>
        say`In diesem Kanal zahlt jetzt das Team, solange es Credits hat. Danach zahlen alle selbst.`,
      own: () => say`In diesem Kanal zahlen jetzt alle selbst.`,
    },
    capNow: {
      member: (name, cap) =>
        cap === undefined
          ? say`${bold(name)} hat kein eigenes Limit mehr. Es gilt das Limit für alle Mitglieder, falls es eins gibt.`
          : say`${bold(name)} kann jetzt im Monat bis zu ${bold(credits(cap))} des Teams ausgeben.`,
      members: (cap) =>
        cap === undefined
          ? say`Mitglieder haben kein Limit mehr, außer sie haben ein eigenes.`
          : say`Jedes Mitglied kann jetzt im Monat bis zu ${bold(credits(cap))} des Teams ausgeben.`,
      channel: (cap) =>
        cap === undefined
          ? say`Dieser Kanal hat kein eigenes Limit mehr. Es gilt das Limit für alle Kanäle, falls es eins gibt.`
          : say`In diesem Kanal gehen jetzt im Monat bis zu ${bold(credits(cap))} des Teams.`,
      channels: (cap) =>
        cap === undefined
          ? say`Kanäle haben kein Limit mehr, außer sie haben ein eigenes.`
          : say`In jedem Kanal gehen jetzt im Monat bis zu ${bold(credits(cap))} des Teams.`,
    },
    roleNow: {
      owner: (name) => say`${bold(name)} ist jetzt Owner dieses Teams.`,
      admin: (name) => say`${bold(name)} ist jetzt Admin dieses Teams.`,
      member: (name) => say`${bold(name)} ist jetzt Mitglied dieses Teams.`,
    },
    removed: (name) =>
      say`${bold(name)} steht nicht mehr unter den Mitgliedern, erscheint aber beim nächsten Bild hier wieder.`,
    blocked: {
      block: (name) =>
        say`${bold(name)} kann den Bot in diesem Team nicht mehr benutzen. Konto und Bilder bleiben.`,
      unblock: (name) => say`${bold(name)} kann den Bot in diesem Team wieder benutzen.`,
    },
    timeZoneNow: (timeZone) => say`Ab jetzt richten sich die Monate nach der Zeit in ${code(timeZone)}.`,
    languageNow: () => say`Ab jetzt sprechen wir mit diesem Team ${bold('Deutsch')}.`,
    adminsChannelNow: (channel, address) =>
      address === undefined
        ? say`Hinweise zum Guthaben, Anfragen und Berichte erscheinen jetzt hier: ${channel}.`
        : say`Hinweise zum Guthaben, Anfragen und Berichte erscheinen jetzt in ${{ link: address, label: 'diesem Kanal' }}.`,
    adminsChannelNote: () =>
      say`Hinweise zum Guthaben dieses Teams, Anfragen nach Credits und Monatsberichte erscheinen jetzt hier.`,
    side: {
      discord: (title) => say`${bold(title)} auf Discord`,
      slack: (title) => say`${bold(title)} in Slack`,
      terminal: (title) => say`${bold(title)} im Terminal`,
    },
    joinOffer: (joinCode) =>
      say`Im anderen Team gibt ein Admin innerhalb einer Stunde ${code(`/team koppeln ${joinCode}`)} ein. Gib den Code sonst niemandem. Bevor wir die Teams koppeln, fragen wir beide noch einmal.`,
    joinOffered: (other, joinCode) =>
      say`${other} möchte sich mit diesem Team koppeln. Wenn das stimmt, gibt ein Admin dort innerhalb einer Stunde das ein: ${code(`/team koppeln ${joinCode}`)}`,
    joinQuestion: (other) =>
      say`${other} mit diesem Team koppeln? Beide teilen sich dann Einstellungen, Mitglieder, Limits, Guthaben und Galerie dieses Teams. Credits und Bilder bleiben, wo sie sind, und beide können sich wieder trennen.`,
    join: 'Teams koppeln',
    joined: (other) => say`${other} und dieses Team sind jetzt gekoppelt.`,
    separated: () =>
      say`Die Teams sind wieder getrennt. Jedes hat die Credits, Einstellungen und Mitglieder von vorher.`,
    notJoined: () => say`Dieses Team ist mit keinem anderen gekoppelt.`,
  },

  teamNote: {
    joined: (other) =>
      say`Dieses Team und ${other} sind jetzt gekoppelt. ${code('/team entkoppeln')} trennt sie wieder.`,
    separated: () =>
      say`Dieses Team ist mit keinem anderen mehr gekoppelt. Credits, Einstellungen und Mitglieder sind wie vorher.`,
    bought: (amount, balance) =>
      say`Jemand hat ${bold(credits(amount))} für dieses Team gekauft. Es hat jetzt ${credits(balance)}.`,
    requestOver: () => say`Jemand hat hier um mehr Credits gebeten. Diese Anfrage ist erledigt.`,
    empty: () =>
      say`Die Credits des Teams sind aufgebraucht. Bis neue kommen, zahlen alle selbst. Mit ${code('/topup team')} gibt’s mehr.`,
    nearlyEmpty: (left, limit) =>
      say`Das Team hat noch ${bold(credits(left))}, von ${number(limit)} nach dem letzten Aufladen. Mit ${code('/topup team')} gibt’s mehr.`,
    member: {
      80: (name, spent, limit, month) =>
        say`${named(name)} hat das meiste vom Limit für ${formats.month(month)} verbraucht: ${number(spent)} von ${credits(limit)}.`,
      100: (name, spent, limit, month) =>
        say`${named(name)} hat das ganze Limit für ${formats.month(month)} verbraucht: ${number(spent)} von ${credits(limit)}.`,
    },
    channel: {
      80: (channel, spent, limit, month) =>
        say`${channel} hat das meiste vom Limit für ${formats.month(month)} verbraucht: ${number(spent)} von ${credits(limit)}.`,
      100: (channel, spent, limit, month) =>
        say`${channel} hat das ganze Limit für ${formats.month(month)} verbraucht: ${number(spent)} von ${credits(limit)}.`,
    },
  },

  channelName: {
    linked: 'Ein Kanal',
    unlinked: (id) => say`Der Kanal ${code(id)}`,
  },

  blocked: {
    explanation: () => say`Dieser Server erlaubt diese Wörter nicht, darum kannst nur du das Ergebnis sehen.`,
    file: 'Deine Datei',
    picture: 'Dein Bild',
    pictures: 'Deine Bilder',
    endedElsewhere: () =>
      say`Das ist fertig, aber wir konnten es hier nicht zeigen. Du findest es mit ${code('/history')}.`,
  },

  privacy: {
    stored: () =>
      say`${bold('Was wir speichern.')} Deine E-Mail-Adresse. Den Namen und die Nummer, unter denen dich diese Chat-Plattform kennt. Deine Prompts, die Bilder, die du mitbringst, und die, die wir für dich zeichnen, bis du sie löschst. Was du kaufst und ausgibst.`,
    passedOn: () =>
      say`${bold('Wer es noch bekommt.')} Prompts und mitgebrachte Bilder gehen an den Bilddienst. Fertige Bilder gehen an den Bilder-Host. Wenn du kaufst, geht deine E-Mail-Adresse an den Zahlungsdienst. Sonst bekommt niemand etwas, und nichts wird für Werbung benutzt.`,
    rights: () =>
      say`${bold('Was du tun kannst.')} ${code('/history')} zeigt deine Bilder, jedes mit einem Knopf zum Löschen. Auf deiner Kontoseite kannst du alles herunterladen oder alles löschen. Nur Buchungen bleiben, ohne deinen Namen.`,
    policy: 'Ganze Erklärung',
    download: 'Meine Daten holen',
    deleteAll: 'Alles löschen',
  },

  frame: {
    about: 'imgsrc bot: die Bildwerkzeuge von imgsrc.pub im Team-Chat.',
    skip: 'Zum Inhalt springen',
    site: 'Website',
    aboutSite: 'Über imgsrc',
    menu: 'Menü',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    signedInAs: 'Angemeldet als',
    yourAccount: 'Dein Konto',
    account: 'Konto',
    creditsTab: 'Credits',
    picturesTab: 'Bilder',
    settingsTab: 'Einstellungen',
    pricing: 'Preise',
    privacy: 'Datenschutz',
    terms: 'Nutzungsbedingungen',
  },

  start: {
    title: 'Bilder, wo dein Team redet',
    lead: 'Beschreib, was du sehen möchtest. Der Bot zeichnet es direkt im Kanal, und das ganze Team kann darauf aufbauen.',
    description:
      '/imagine für Discord und Slack: Bilder, Vorschaubilder, Logos und Emojis, gezeichnet direkt in den Kanälen deines Teams, bezahlt mit Credits auf Vorrat.',
    add: (platform) => `Zu ${platform} hinzufügen`,
    signIn: 'Anmelden',
    seePictures: 'Deine Bilder ansehen',
    seePricing: 'Preise ansehen',
    whereElse: (platforms) => `Schon da: ${formats.allOf(platforms)}. Gib dort /imagine ein.`,
    noPlatform: 'Noch ist keine Chat-Plattform verbunden.',
    shown: {
      caption:
        'So sieht es im Kanal aus. Dieses Bild kommt vom Platzhalter, der für ein Bildmodell einspringt, und das steht auch darauf.',
      asker: 'Ada',
      prompt: 'Berge wie aus gefaltetem Papier',
      alt: 'Violette Berge in Schichten unter blassem Mond, als Platzhalter gekennzeichnet',
      facts: (price) => `von Ada · ${credits(price)} · standard`,
      again: (price) => `Nochmal · ${number(price)}`,
      vary: (price) => `Variieren · ${number(price)}`,
      upgrade: (price) => `Verfeinern · ${number(price)}`,
      change: 'Ändern',
      share: 'Teilen',
    },
    stepsTitle: 'In drei Schritten zum ersten Bild',
    steps: (welcome) => [
      {
        title: 'Füg den Bot hinzu',
        text: say`Zu deinem Discord-Server oder Slack-Workspace. Mehr ist nicht einzurichten.`,
      },
      {
        title: 'Schreib, was du sehen möchtest',
        text: say`${code('/imagine ein Leuchtturm in der Dämmerung')} in einem beliebigen Kanal. Dein erster Prompt wartet, während du dein Konto verbindest.`,
      },
      {
        title: 'Mach es zu deinem',
        text:
          welcome > 0
            ? say`Ändern, variieren, in voller Qualität verfeinern, teilen. Deine ersten ${credits(welcome)} gehen auf uns.`
            : say`Ändern, variieren, in voller Qualität verfeinern, teilen.`,
      },
    ],
    toolsTitle: 'Mehr als Bilder',
    tools: {
      og: {
        title: 'Vorschaubilder',
        text: 'Dein Titel in echter Schrift: ohne Überraschungen bei der Rechtschreibung.',
      },
      logo: { title: 'Logos', text: 'Sechs Stile für den Anfang, transparent, wo das geht.' },
      emoji: { title: 'Emojis und Avatare', text: 'Gemacht für die Größe, in der man sie sieht.' },
      qr: {
        title: 'Kostenlose Helfer',
        text: 'QR-Codes, Favicons, Platzhalter und neue Größen kosten nichts.',
      },
    },
    toolsNote: 'Muster der Stile und ein Code, den du scannen kannst.',
    priceTitle: 'Zahl für Bilder, nicht pro Kopf',
    price: (draft, standard, premium) =>
      say`Ein Entwurf kostet ${bold(credits(draft))}, ein Standardbild ${bold(number(standard))}, ein Premiumbild ${bold(number(premium))}. Credits verfallen nie, und ein Bild, das nicht klappt, kostet nichts.`,
    running: 'Womit dieser Bot läuft',
    standIn: 'Ersatz',
    standInNote:
      'Ein Ersatz übernimmt seine Aufgabe ohne fremden Dienst, damit du alles ausprobieren kannst. Was er liefert, ist nicht das Echte. Wie man den Dienst selbst verbindet, steht in der README. Diese Liste sieht nur, wer die Seite auf diesem Rechner öffnet.',
  },

  problems: {
    'not-found': {
      title: 'Hier ist nichts',
      text: 'Diese Adresse führt nirgendwohin. Wenn hier ein Bild war, ist es vielleicht gelöscht worden.',
    },
    'too-many': { title: 'Zu viele Anfragen', text: 'Versuch es in einer Stunde noch einmal.' },
    refused: {
      title: 'Das hat nicht geklappt',
      text: 'Mit dieser Anfrage kann die Seite nichts anfangen. Geh zurück und versuch es noch einmal.',
    },
    'other-origin': {
      title: 'Das hat nicht geklappt',
      text: 'Die Anfrage kam von einer anderen Website, darum wurde nichts geändert. Öffne diese Seite unter ihrer eigenen Adresse und versuch es noch einmal.',
    },
    mail: {
      title: 'Wir konnten die E-Mail nicht schicken',
      text: 'Unser Mailserver erreicht diese Adresse gerade nicht. Prüf sie auf Tippfehler oder versuch es in einer Minute noch einmal.',
    },
    unavailable: {
      title: 'Gleich wieder da',
      text: 'Wir erreichen unsere Datenbank gerade nicht. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.',
    },
    failed: {
      title: 'Da ist etwas schiefgegangen',
      text: 'Das liegt an uns, und wir haben es notiert. Versuch es in einer Minute noch einmal.',
    },
  },
  toStart: 'Zur Startseite',
  toAccount: 'Zu deinem Konto',

  farewell: {
    title: 'Dein Konto ist gelöscht',
    text: 'Dein Verlauf und deine Bilder sind weg, deine Chats sind getrennt. Ein Bild, das noch gezeichnet wurde, verschwindet, sobald es fertig ist.',
    thanks: 'Danke für die Zeit, die du hier warst.',
  },

  done: {
    address: 'Deine E-Mail-Adresse ist geändert. Alle anderen Browser haben wir abgemeldet.',
    merged: 'Deine Konten sind zusammengeführt.',
    'signed-out': 'Dieser Browser ist abgemeldet.',
    'others-signed-out': 'Alle anderen Browser sind abgemeldet.',
    unlinked: 'Dieser Chat ist getrennt.',
    language: 'Deine Sprache ist gespeichert.',
    deleted: 'Gelöscht.',
    'deleted-several': 'Diese Bilder sind gelöscht.',
    'none-picked': 'Wähl zuerst ein Bild aus.',
    'deleted-post-stays':
      'Gelöscht. Den Beitrag im Kanal konnten wir nicht zurücknehmen, ein Admin dort kann das aber.',
  },

  buttons: {
    again: (price) => `Nochmal · ${number(price)}`,
    editPrompt: 'Prompt bearbeiten',
    editWords: 'Text bearbeiten',
    vary: (price) => `Variieren · ${number(price)}`,
    subtle: (price) => `Leicht · ${number(price)}`,
    strong: (price) => `Stark · ${number(price)}`,
    changeThis: 'Ändern',
    change: (price) => `Ändern · ${number(price)}`,
    changeNumber: (which, price) => `${number(which)} ändern · ${number(price)}`,
    upgrade: (price) => `Verfeinern · ${number(price)}`,
    draw: 'Zeichnen',
    drawFor: (price) => `Zeichnen · ${number(price)}`,
    drawThis: (excerpt, price) => `${quoted(excerpt)} zeichnen · ${number(price)}`,
    backTo: (step) => `Zurück zu ${number(step)}`,
    cancel: 'Abbrechen',
    show: 'Zeigen',
    older: 'Ältere',
    favourite: 'Zu Favoriten',
    unfavourite: 'Aus Favoriten',
    favourites: 'Favoriten',
    allPictures: 'Alle Bilder',
    share: 'Teilen',
    unshare: 'Nicht mehr teilen',
    vote: (votes) => (votes === 0 ? 'Abstimmen' : `Abstimmen · ${number(votes)}`),
    openOnWeb: 'Im Web öffnen',
    delete: 'Löschen',
    deleteIt: 'Ja, löschen',
    keepIt: 'Behalten',
    useInImagine: 'Für /imagine nehmen',
  },

  account: {
    title: 'Credits',
    area: 'Konto',
    picturesTab: 'Bilder',
    balance: 'Dein Guthaben',
    unit: plural({ one: 'Credit', other: 'Credits' }),
    enoughFor: (counts) => `Reicht für ${counts}.`,
    inDebt:
      'Eine Zahlung wurde erstattet, als ihre Credits schon ausgegeben waren. Neue Credits gleichen das zuerst aus.',
    topUp: 'Aufladen',
    getMore: 'Mehr holen',
    moreCredits: 'Mehr Credits',
    neverExpire: () => say`Credits verfallen nie. ${{ link: '/pricing', label: 'Was man dafür bekommt' }}`,
    pictures: 'Für Bilder ausgegeben',
    noPictures: () => say`Noch nichts. Gib in deinem Chat ${code('/imagine')} ein und was du sehen möchtest.`,
    seeAll: 'Alle ansehen',
    seeAllPictures: '(für Bilder ausgegeben)',
    seeAllAdditions: '(Käufe und Geschenke)',
    additions: 'Käufe und Geschenke',
    forTeams: 'Für Teams gekauft',
    teams: 'Teams',
    youAre: (role) => ({ admin: 'Du bist Admin', owner: 'Du bist Owner' })[role],
    gallery: 'Galerie',
    galleryOf: (place) => `von ${place}`,
    manage: 'Verwalten',
  },

  monthChart: {
    months: 'Monate',
    spent: 'Für Bilder ausgegeben',
    added: 'Dazugekommen',
    nothing: (month) => `Im ${month} hat sich nichts bewegt.`,
    chart: (month) => `Credits nach Tagen, ${month}`,
    text: (spent, added) => `${credits(spent)} ausgegeben, ${credits(added)} dazugekommen.`,
    most: (day, spent) => `Am meisten am ${number(day)}.: ${credits(spent)}.`,
    noneSpent: 'Es wurden keine Bilder bezahlt.',
    day: (day, month) => `${day}. ${month}`,
    daySpent: (spent) => `${credits(spent)} ausgegeben`,
    dayAdded: (added) => `${credits(added)} dazugekommen`,
    asTable: 'Als Tabelle',
    columns: { day: 'Tag', spent: 'Ausgegeben', added: 'Dazu' },
    newestOnly: 'In einem vollen Monat zählen nur die neuesten.',
    zone: (zone) => `Tage nach ${zone}.`,
    asCsv: (month) => `${month} als CSV`,
  },

  activity: {
    title: 'Buchungen',
    show: 'Zeigen',
    kinds: { all: 'Alles', pictures: 'Bilder', additions: 'Käufe und Geschenke' },
    nothing: 'Hier ist nichts.',
    nothingNew: 'Unter den neuesten ist nichts. Vielleicht gibt es ältere.',
    pages: 'Seiten',
    newest: 'Neueste',
    older: 'Ältere',
    asCsv: 'Alles als CSV',
  },

  entry: {
    columns: { what: 'Was', credits: 'Credits', balance: 'Guthaben' },
    kinds: {
      purchase: 'Gekauft',
      spend: 'Ein Bild, das du gelöscht hast',
      refund: 'Zurückbekommen',
      reversal: 'Zahlung erstattet',
      grant: 'Geschenkt bekommen',
      transfer: 'Aus deinem anderen Konto',
    },
    giftTo: (name) => `Geschenk an ${name}`,
    giftFrom: (name) => `Geschenk von ${name}`,
    giftBack: 'Ein Geschenk kam zurück',
    somebody: 'jemand',
    welcome: 'Willkommens-Credits',
    welcomeTakenBack: 'Unbenutzte Willkommens-Credits, nicht übernommen',
    takenBack: 'Zurückgenommen',
    givenBack: 'Zurückbekommen:',
    reference: 'Nummer',
    receipt: 'Beleg',
    receiptOf: (reference) => `zu ${reference}`,
    receiptFrom: (seller) => `Beleg von ${seller}`,
  },

  packs: {
    title: 'Pakete',
    notSold: (contact) => `Hier gibt es keine Credits zu kaufen. Für mehr wende dich an ${contact}.`,
    operator: 'den Betreiber dieses Bots',
    recommended: 'Empfohlen',
    save: (percent) => `${percent} % gespart`,
    buys: (counts) => {
      const { draft, standard, premium } = counts
      const ways = [
        draft > 0 && drafts(draft),
        standard > 0 && standardPictures(standard),
        premium > 0 && premiumPictures(premium),
      ]
      return anyOf(ways.filter((way) => way !== false))
    },
    buy: (price) => `Für ${price} kaufen`,
    buyWith: (price, seller) => `Für ${price} bei ${seller} kaufen`,
    forTeams: () =>
      say`Teams haben eigene Credits: Mit ${code('/topup team')} im Chat des Teams kaufst du welche.`,
  },

  pricing: {
    title: 'Preise',
    lead: 'Zahl für Bilder, nicht pro Kopf. Credits verfallen nie, und ein Bild, das nicht klappt, kostet nichts.',
    welcome: (amount) => say`Zum ersten Chat, den du verbindest, gibt es ${bold(credits(amount))}.`,
    costs: 'Was ein Bild kostet',
    columns: { what: 'Was', credits: 'Credits', money: 'In Geld' },
    qualities: {
      draft: { name: 'Entwurf', more: 'eine Idee, schnell skizziert' },
      standard: { name: 'Standard', more: 'was du bekommst, wenn du nichts anderes sagst' },
      premium: { name: 'Premium', more: 'die feinsten Details' },
    },
    again: {
      name: 'Dasselbe noch einmal',
      more: 'derselbe Prompt mit denselben Optionen, aus deinem Verlauf',
    },
    free: 'kostenlos',
    above: (price, size) => `${number(price)} über ${size}`,
    range: (from, to) => `${from}–${to}`,
    money: 'Wie viel das in Geld ist, hängt vom Paket ab: je größer, desto weniger.',
    styles: 'Stile',
    stylesNote:
      'Wie jeder Stil auf den ersten Blick aussieht. Das sind unsere Skizzen, keine Bilder vom Modell.',
    questions: 'Fragen',
  },

  questions: {
    expire: {
      question: 'Verfallen Credits?',
      answer: () =>
        say`Nein. Sie gehören dir, bis du sie benutzt, und es gibt kein Abo: Du kaufst ein Paket, wenn du eins brauchst.`,
    },
    fail: {
      question: 'Was, wenn ein Bild nicht klappt?',
      answer: () =>
        say`Seine Credits sind sofort zurück, und die Antwort sagt es. Das gilt auch für einen Prompt, den die Sicherheitsprüfung ablehnt, und für ein Bild, das du abbrichst, bevor es gezeichnet wird.`,
    },
    again: {
      question: 'Was kostet dasselbe Bild noch einmal?',
      answer: () =>
        say`Nichts. Frag mit demselben Prompt und denselben Optionen, und du bekommst das Bild, das du hast. ${bold('Nochmal')} darunter zeichnet ein neues, zu seinem Preis.`,
    },
    privacy: {
      question: 'Wer sieht meine Prompts?',
      answer: () =>
        say`In einem Kanal alle, die darin sind, zusammen mit dem Bild. Mit ${code('privat')} nur du. Die Admins eines Teams sehen, was ausgegeben wurde und wofür, aber nie einen Prompt. ${{ link: '/privacy', label: 'Alles zum Datenschutz' }}`,
    },
    teams: {
      question: 'Wie zahlen Teams?',
      answer: () =>
        say`Ein Team hat eigene Credits. Sie zahlen, was seine Mitglieder in seinen Kanälen zeichnen. Admins kaufen sie auf der Seite des Teams und können begrenzen, was jedes Mitglied und jeder Kanal im Monat ausgibt.`,
    },
    free: {
      question: 'Was ist kostenlos?',
      answer: () =>
        say`QR-Codes, Platzhalter, Favicons und neue Größen, für alle. Ein Konto brauchst du dafür nicht.`,
    },
    refund: { question: 'Bekomme ich mein Geld zurück?' },
  },

  refund: {
    byLaw: 'Wir erstatten Pakete, wo das Gesetz es verlangt.',
    within: (count) =>
      `Anders überlegt? Innerhalb von ${ofDays(count)} nach dem Kauf eines Pakets erstatten wir, was du davon nicht benutzt hast.`,
    write: (email) =>
      say`Schreib an ${{ link: `mailto:${email}`, label: email }} und nenn die Nummer der Bestellung.`,
    ask: 'Wende dich an den Betreiber dieses Bots.',
  },

  settings: {
    title: 'Einstellungen',
    address: {
      title: 'E-Mail-Adresse',
      about: 'Damit meldest du dich an, und dorthin schreiben wir dir zu deinem Konto.',
      none: 'Noch keine',
      add: 'Hinzufügen',
      change: 'Ändern',
      whose: '(deine Adresse)',
    },
    language: {
      title: 'Sprache',
      about: 'Für diese Seiten, unsere E-Mails und was wir dir im Chat sagen.',
      own: 'Wie Browser und Chat es sagen',
      save: 'Speichern',
    },
    chats: {
      title: 'Verbundene Chats',
      about: 'Wer von hier schreibt, kann deine Credits ausgeben und deine Bilder sehen.',
      none: () => say`Noch keine. Gib ${code('/link')} ein, wo du mit dem Bot chattest.`,
      since: 'verbunden',
      disconnect: 'Trennen',
    },
    sessions: {
      title: 'Wo du angemeldet bist',
      about:
        'Wir merken uns nicht, welcher Browser oder welches Netz das ist, nur wann es benutzt wurde. Jede Anmeldung endet nach 30 Tagen, oder nach einer Woche ohne Nutzung.',
      here: 'Dieser Browser',
      elsewhere: 'Ein anderer Browser',
      signedIn: 'angemeldet',
      lastUsed: 'zuletzt benutzt',
      signOut: 'Abmelden',
      whichBrowser: '(diesen Browser)',
      others: 'Alle anderen abmelden',
      everywhere: 'Überall abmelden',
    },
    data: {
      title: 'Deine Daten',
      about: 'Alles, was wir über dich haben, mit deinen Bildern, in einer Datei.',
      action: 'Alles exportieren',
    },
    merge: {
      title: 'Ein weiteres Konto',
      about: 'Du hast noch ein Konto unter einer anderen Adresse? Dieses kann alles davon übernehmen.',
      action: 'Weiteres Konto zusammenführen',
    },
    end: {
      title: 'Konto löschen',
      about:
        'Deine Bilder, dein Verlauf und deine verbundenen Chats sind dann endgültig weg. Credits, die du noch hast, gehen verloren.',
      action: 'Konto löschen',
    },
  },

  disconnect: {
    title: 'Chat trennen',
    question: 'Diesen Chat trennen?',
    effect: (name, where) =>
      say`${bold(name)} ${where} kann dann weder deine Credits ausgeben noch deine Bilder sehen.`,
    stays: () => say`Deine Bilder und Credits bleiben. Mit ${code('/link')} kannst du ihn wieder verbinden.`,
    yes: 'Trennen',
    no: 'Verbunden lassen',
  },

  addressChange: {
    title: 'Adresse ändern',
    now: (email) =>
      say`Jetzt ist es ${bold(email)}. Wir schicken einen Code dorthin und einen an die neue Adresse.`,
    newAddress: 'Neue E-Mail-Adresse',
    send: 'Codes schicken',
    codesTitle: 'Sieh in beide Postfächer',
    codeSentTo: (email) => `Code an ${email}`,
    change: 'Adresse ändern',
    dead: 'Diese Codes gelten nicht mehr. Fordere neue an.',
    taken: 'Ein anderes Konto hat diese Adresse. Führ stattdessen jenes Konto mit diesem zusammen.',
  },

  merging: {
    title: 'Weiteres Konto zusammenführen',
    lead: 'Alles, was das andere Konto hat, kommt zu diesem: Credits, Bilder und verbundene Chats. Danach gibt es das andere Konto nicht mehr. Das lässt sich nicht rückgängig machen.',
    otherAddress: 'E-Mail-Adresse des anderen Kontos',
    send: 'Code dorthin schicken',
    question: 'Konten zusammenführen?',
    thisAccount: 'dieses Konto',
    effect: (from, to) =>
      say`Alles aus dem Konto von ${bold(from)} geht an ${bold(to)}, und das Konto von ${from} endet.`,
    merge: 'Konten zusammenführen',
    none: 'Zu dieser Adresse gibt es kein Konto, also auch nichts zusammenzuführen.',
    same: 'Das ist das Konto, in dem du angemeldet bist.',
    inDebt: 'Das Guthaben des anderen Kontos liegt unter null. Bring es zuerst auf null.',
    busy: 'Eins der beiden Konten wird gerade zusammengeführt. Versuch es in einer Stunde noch einmal.',
    withoutAddress: 'ohne Adresse',
  },

  deletion: {
    title: 'Konto löschen',
    lead: 'Damit löschst du dein Konto, deine verbundenen Chats, deinen Verlauf und alle deine Bilder. Das lässt sich nicht rückgängig machen.',
    lost: (amount) =>
      amount === 1
        ? say`${bold(credits(amount))}, den du nicht benutzt hast, geht verloren.`
        : say`${bold(credits(amount))}, die du nicht benutzt hast, gehen verloren.`,
    stays: () =>
      say`Die Liste der gekauften und ausgegebenen Credits bleibt, weil das Gesetz es verlangt. Wem sie gehörten, steht nicht darin. Vorher noch eine Kopie? ${{ link: '/account/export', label: 'Alles exportieren' }}`,
    word: 'löschen',
    confirm: (word) => `Gib zur Bestätigung ${quoted(word)} ein`,
    mistyped: (word) => `Es wurde nichts gelöscht. Gib ${quoted(word)} ein, um alles zu löschen.`,
    action: 'Alles löschen',
  },

  checkout: {
    problems: {
      'no-pack': {
        title: 'Dieses Paket gibt es nicht mehr',
        text: 'Wir verkaufen es nicht mehr. Sieh dir die heutigen an.',
      },
      'not-yours': {
        title: 'Dieser Link ist nicht deiner',
        text: 'Er ist für jemand anderen oder nicht von uns. Gib in deinem Chat /topup ein, dann bekommst du deinen eigenen. Es hat nichts gekostet.',
      },
      'too-many': {
        title: 'Zu viele Bezahlvorgänge',
        text: 'Nimm einen, den du schon geöffnet hast, oder versuch es in zehn Minuten noch einmal. Es hat nichts gekostet.',
      },
      provider: {
        title: 'Die Kasse ist nicht erreichbar',
        text: 'Der Zahlungsdienst antwortet nicht. Es hat nichts gekostet. Versuch es in einer Minute noch einmal.',
      },
    },
    allPacks: 'Alle Pakete ansehen',
    purchase: 'Dein Kauf',
    thanks: 'Danke!',
    waiting:
      'Deine Zahlung wird bestätigt, das dauert ein paar Sekunden. Danach zeigt diese Seite von selbst dein neues Guthaben. Du kannst sie auch schließen: Deine Credits kommen trotzdem.',
    teamPaid: () =>
      say`Dein Team hat seine Credits in spätestens einer Minute. ${code('/credits')} zeigt sie im Chat.`,
    arrivedTitle: 'Deine Credits sind da',
    arrived: plural({ one: 'Dein Credit ist da', other: 'Deine # Credits sind da' }),
    balance: (balance) => say`Dein Guthaben: ${bold(credits(balance))}. Du kannst zurück in den Chat.`,
    late: 'Das dauert länger als sonst',
    lateText:
      'Wenn du bezahlt hast, kommen deine Credits von selbst, und du musst hier nicht warten. Wenn nicht, hat es nichts gekostet.',
    toAccount: 'Zu deinem Konto',
    test: 'Testkasse',
    testBadge: 'Test',
    testLead:
      'Das ist ein Test, es fließt kein Geld. Hier ist kein Zahlungsdienst verbunden, darum tut ein Klick, was sonst eine Zahlung tut.',
    pack: 'Paket',
    credits: 'Credits',
    price: 'Preis',
    notCharged: (price) => `${price}, wird nicht abgebucht`,
    pretend: (price) => `So tun, als wären ${price} bezahlt`,
  },

  receiptProblems: {
    none: {
      title: 'Hier gibt es keinen Beleg',
      text: 'Der Zahlungsdienst zeigt uns zu diesem Kauf keinen Beleg. Sieh in deine E-Mails: Er hat dir beim Bezahlen einen geschickt.',
    },
    'too-many': { title: 'Zu viele Belege', text: 'Versuch es in zehn Minuten noch einmal.' },
    provider: {
      title: 'Der Beleg ist nicht erreichbar',
      text: 'Der Zahlungsdienst antwortet nicht. Versuch es in einer Minute noch einmal.',
    },
  },

  teamPage: {
    inWallet: (unit) => `${unit} im Guthaben des Teams`,
    until: (when) =>
      say`Die Adresse dieser Seite ist nur für dich und gilt bis ${when}. ${code('/team')} gibt dir eine neue.`,
    topUp: 'Aufladen',
    spent: 'Ausgegeben',
    zone: (zone) => `Monate nach ${zone}.`,
    months: 'Monate',
    thisMonth: 'Dieser Monat',
    asCsv: (month) => `${month} als CSV`,
    members: 'Mitglieder',
    tools: 'Werkzeuge',
    channels: 'Kanäle',
    columns: {
      member: 'Mitglied',
      tool: 'Werkzeug',
      channel: 'Kanal',
      spent: 'Ausgegeben',
      cap: 'Limit',
      orders: 'Aufträge',
      credits: 'Credits',
    },
    nobody: 'Hier hat den Bot noch niemand benutzt.',
    nothingDrawn: 'Mit den Credits des Teams wurde nichts gezeichnet.',
    noChannel: 'In keinem Kanal wurde etwas ausgegeben.',
    more: (count) => `Und ${number(count)} weitere, in der Datei.`,
    newestTools: 'Nur Werkzeuge der neuesten Aufträge des Monats.',
    formerMember: 'ein früheres Mitglied',
    deletedSince: 'inzwischen gelöscht',
    noCap: 'keins',
    pays: (payer) => `zahlt: ${payer}`,
    payers: { team: 'das Team, solange es Credits hat', own: 'alle selbst' },
    roles: { member: 'Mitglied', admin: 'Admin', owner: 'Owner', blocked: 'gesperrt' },
    settings: 'Einstellungen',
    facts: {
      pays: 'Wer zahlt',
      memberCap: 'Limit je Mitglied',
      channelCap: 'Limit je Kanal',
      timeZone: 'Zeitzone',
      adminsChannel: 'Admin-Kanal',
    },
    monthly: (cap) => `${credits(cap)} im Monat`,
    none: 'nicht festgelegt',
    places: 'Wo das Team chattet',
    kinds: { discord: 'Discord-Server', slack: 'Slack-Workspace', terminal: 'Terminal' },
    noGallery: 'noch kein Galerie-Kanal',
    galleryChannel: 'Galerie-Kanal',
    whereToChange: () =>
      say`Ändern kannst du das alles in deinem Chat, mit ${code('/team')} und ${code('/gallery')}.`,
    buy: 'Team aufladen',
    moreCredits: 'Mehr Credits',
    buyNote:
      'Was du hier kaufst, gehört dem Team: Es zahlt für seine Mitglieder, und du kannst es nicht zurückholen.',
    lapsed: {
      title: 'Diese Adresse ist abgelaufen',
      text: 'Sie galt eine Stunde. Gib in deinem Chat /team ein, dann bekommst du eine neue.',
    },
  },

  teamLog: {
    title: 'Änderungen',
    columns: { what: 'Was', now: 'Jetzt' },
    nothing: 'Im letzten Jahr hat sich nichts geändert.',
    older: 'Ältere stehen in der Datei.',
    asCsv: 'Ein Jahr Änderungen als CSV',
    by: 'von',
    somebody: 'unbekannt',
    channel: (channel) => `Kanal ${channel}`,
    cap: 'Limit',
    kinds: {
      pays: 'Wer zahlt',
      'member-cap': 'Limit für Mitglieder',
      'channel-cap': 'Limit für Kanäle',
      'cap-raised': 'Mehr Credits für einen Monat',
      'raise-declined': 'Mehr Credits abgelehnt',
      'time-zone': 'Zeitzone',
      language: 'Sprache',
      'admins-channel': 'Admin-Kanal',
      gallery: 'Galerie',
      role: 'Rolle',
      removed: 'Entfernt',
      blocked: 'Gesperrt',
      unblocked: 'Wieder entsperrt',
      tied: 'Mit einem anderen Team gekoppelt',
      untied: 'Entkoppelt',
    },
  },

  operator: {
    runBy: 'Betrieben von',
    address: 'Anschrift',
    writeTo: 'Schreib an',
    gaps: { name: 'Name', address: 'Postanschrift', email: 'E-Mail-Adresse' },
  },

  policy: {
    title: 'Datenschutz',
    description:
      'Was imgsrc bot über Menschen speichert, warum, wie lange, und wer es noch zu sehen bekommt.',
    asOf: (day) => `Stand: ${day}`,
    who: 'Wer verantwortlich ist',
    kept: {
      title: 'Was wir speichern, warum und wie lange',
      where: {
        mongodb: 'Alles liegt in einer MongoDB-Datenbank des Betreibers.',
        sqlite: 'Alles liegt auf dem eigenen Rechner des Betreibers.',
      },
      account: {
        term: 'Dein Konto',
        text: 'Deine E-Mail-Adresse und der Tag deiner ersten Anmeldung, damit du dich anmelden kannst und wir dir schreiben können; die Sprache, die du gewählt hast oder die dein Chat mit dir spricht; und welche Änderungen dieser Erklärung wir dir mitgeteilt haben. Bis du das Konto löschst.',
      },
      chats: {
        term: 'Deine verbundenen Chats',
        text: 'Deine Nutzer-ID und dein angezeigter Name im Chat und der Name des Servers oder Workspace, in dem du ihn verbunden hast, damit der Bot weiß, wessen Credits er ausgibt. Bis du den Chat trennst oder das Konto löschst. Eine begonnene Verbindung speichern wir 15 Minuten; dass wir dir eine neue Verbindung noch melden müssen, bis du es weißt, höchstens einen Tag.',
      },
      pictures: {
        term: 'Deine Bilder',
        text: 'Was du wolltest, mit den Optionen, wo und wann; die Bilder daraus, deine Favoriten darunter, und die Bilder, die du zum Bearbeiten mitgebracht hast, ohne das, was deine Kamera darin vermerkt hat; auch Anfragen, die nicht geklappt haben. Damit du sie finden, teilen und wiederholen kannst. Bis du ein Bild oder das Konto löschst. Eine Anfrage, die auf Credits wartet, speichern wir 15 Minuten; um welche Bilder es in einem Gespräch im Chat zuletzt ging, ein Jahr, damit du sie weiter ändern kannst.',
      },
      teams: {
        term: 'Deine Teams',
        text: 'Auf welchen Servern und in welchen Workspaces du den Bot benutzt, dein Name dort, der letzte Tag, an dem du das getan hast, was die Admins dort für dich festgelegt haben und was das Team für dich bezahlt hat: Das sehen seine Admins, im Chat und im Web. Bis ein Admin dich entfernt oder du das Konto löschst. Was Admins ändern, speichern wir ein Jahr.',
      },
      credits: {
        term: 'Deine Credits',
        text: 'Jede Bewegung von Credits mit Betrag, Zeit und der Nummer der Bestellung oder des Bildes, weil das Gesetz uns Buchführung vorschreibt. Dein Name steht nicht darin, und sie bleiben, wenn das Konto gelöscht wird.',
      },
      purchases: {
        term: 'Deine Käufe',
        text: 'Für welches Paket du wann die Kasse geöffnet hast, mit einem Hashwert deiner Adresse (mit geheimem Schlüssel), damit dich eine Bestellung auch dann findet, wenn sie ohne die Nummer deines Kontos zurückkommt: bis 30 Tage nach Ende des Bezahlvorgangs. Dass wir dir einen Kauf gemeldet haben, drei Tage. Beides verschwindet mit dem Konto.',
      },
      signingIn: {
        term: 'Anmeldung',
        text: 'Wann ein Browser angemeldet und zuletzt benutzt wurde, höchstens 30 Tage. Codes und Tokens nur in einer Form, in der man sie nicht lesen kann, solange sie gelten: Codes, mit der Adresse, an die sie gingen, zehn Minuten; die Adresse, die eine Verbindung wieder trennt, 30 Tage.',
      },
      abuse: {
        term: 'Gegen Missbrauch',
        text: 'Mit deiner Netzadresse zählen wir, wie oft Codes angefordert werden. Wir speichern sie nur als Hashwert (mit geheimem Schlüssel), eine Stunde lang. Wie oft ein Konto Bezahlvorgänge, Exporte und die Seite eines Teams öffnet, zählen wir ebenso lange, und wie oft du und dein Team Kostenloses benutzen, mit solchen Hashwerten, zehn Minuten. Welchen Browser du benutzt, speichern wir gar nicht. Von einer Adresse und einem Chat-Nutzer, die Willkommens-Credits bekommen haben, bleiben solche Hashwerte auf Dauer, damit es sie nur einmal gibt; das Netz, aus dem sie angefordert wurden, bleibt als einer davon einen Tag.',
      },
      log: {
        term: 'Das Protokoll',
        text: 'Das Programm schreibt auf, was es getan hat und was nicht geklappt hat, mit den Nummern von Konten, Bestellungen und Bildern. E-Mail- oder Netzadressen, Prompts, Codes oder Namen schreibt es nie.',
        stays:
          'Das Protokoll ist eine Datei auf dem Rechner des Betreibers und bleibt, bis er sie entfernt. Auch die letzten im Terminal getippten Zeilen stehen dort in einer Datei, ohne Codes und E-Mail-Adressen. In keinem Export sind sie enthalten. Sie verschwinden mit dem Konto, spätestens beim nächsten Start des Programms.',
        goes: 'Das Programm speichert es nicht: Es geht dorthin, worin der Betreiber das Programm laufen lässt.',
      },
    },
    marks: {
      title: 'Was Bilder über sich selbst sagen',
      text: () =>
        say`OpenAI schreibt in die Bilder, die es zeichnet, dass sie von einem Modell sind (Content Credentials). Wir speichern ein Bild, wie es ankam, mit diesem Vermerk. Wo wir es verkleinern oder in ein anderes Format bringen müssen, geht er verloren, und wir schreiben stattdessen eine Zeile hinein, die niemand signiert: dass es mit KI gemacht ist (XMP, ${code('DigitalSourceType')}). Wer es wollte und mit welchen Worten, steht in keinem von beiden.`,
      cloudflare:
        'Cloudflare liefert eine Kopie vielleicht in einem selbst gewählten Format, und darin kann der Vermerk fehlen.',
      chats:
        'Ein Chat, in dem ein Bild erscheint, und wer es dort speichert, bekommt vielleicht eine Kopie ohne beides.',
    },
    cookies: {
      title: 'Cookies',
      session: () =>
        say`Beim Anmelden wird ein Cookie gesetzt, ${code('session')}, das dich angemeldet hält, höchstens 30 Tage. Bis du dich abmeldest, zeigt es außerdem, dass dieser Browser schon einmal angemeldet war, damit andere deine Codes nicht aufbrauchen können.`,
      slack: () =>
        say`Wer die App in einem Slack-Workspace installiert, hat zehn Minuten lang ein zweites, ${code('slack-install')}. Es zeigt, dass von Slack zurückkommt, wer dorthin gegangen ist.`,
      none: 'Es gibt keine Tracker und keine Statistik über dich.',
    },
    others: {
      title: 'Wer noch etwas zu sehen bekommt',
      openai: {
        term: 'OpenAI',
        text: 'zeichnet die Bilder. Es bekommt deinen Prompt, die Bilder, die du bearbeiten willst, und einen Hashwert deiner Kontonummer, an dem es Missbrauch erkennt, ohne zu wissen, wer du bist.',
      },
      placeholder: {
        term: 'Zum Zeichnen niemand',
        text: 'Bilder sind Platzhalter, gezeichnet auf dem eigenen Rechner des Betreibers; deine Prompts verlassen ihn nicht.',
      },
      cloudflare: {
        term: 'Cloudflare',
        text: 'hostet die Bilder. Ihre Adressen lassen sich nicht erraten, und wer eine hat, kann das Bild sehen.',
      },
      disk: {
        term: 'Wer die Adresse eines Bildes hat,',
        text: 'kann das Bild sehen. Bilder liegen auf dem eigenen Rechner des Betreibers, und ihre Adressen lassen sich nicht erraten.',
      },
      lemonsqueezy: {
        term: 'Lemon Squeezy',
        text: 'verkauft die Credits und nimmt die Zahlung entgegen. Es erfährt deine E-Mail-Adresse und deine Kontonummer, wenn du die Kasse öffnest. Wie du zahlst, sehen wir nie.',
      },
      discord: {
        term: 'Der Shop von Discord',
        text: 'verkauft die Credits, die auf Discord gekauft werden, und nimmt die Zahlung entgegen. Er sagt uns, welcher Discord-Nutzer was gekauft hat. Bis dieser Nutzer hier ein Konto hat, speichern wir einen Hashwert seiner Nummer, um ihn wiederzuerkennen. Wie du zahlst, sehen wir nie.',
      },
      mail: {
        term: 'Unser Mailanbieter',
        text: 'stellt dir unsere E-Mails zu: Codes, Nachricht von einem verbundenen Chat und von einer geänderten Erklärung.',
      },
      chats: (names) => ({
        term: formats.allOf(names),
        text:
          names.length === 1
            ? 'überträgt, was du dem Bot schreibst und was er antwortet, wenn du ihn dort benutzt, nach der eigenen Datenschutzerklärung. Was du in einem Kanal postest oder teilst, sehen alle darin.'
            : 'übertragen, was du dem Bot schreibst und was er antwortet, wenn du ihn dort benutzt, nach ihren eigenen Datenschutzerklärungen. Was du in einem Kanal postest oder teilst, sehen alle darin.',
      }),
      signIns: {
        discord: {
          term: 'Discord, wenn du dich dort zum Verbinden anmeldest,',
          text: 'sagt uns deine Nutzer-ID, deinen Namen und was dein öffentliches Profil zeigt (Umfang identify) und erfährt, dass du dich mit diesem Bot verbindest. Wir prüfen damit nur, ob du im Chat danach gefragt hast, und speichern nichts davon. Dass du damit angefangen hast, speichern wir zehn Minuten.',
        },
        slack: {
          term: 'Slack, wenn du dich dort zum Verbinden anmeldest,',
          text: 'sagt uns deine Nutzer-ID und die deines Workspace (Umfang openid) und erfährt, dass du dich mit diesem Bot verbindest. Wir prüfen damit nur, ob du im Chat danach gefragt hast, und speichern nichts davon. Dass du damit angefangen hast, speichern wir zehn Minuten.',
        },
      },
      nobody:
        'Sonst niemand, außer das Gesetz verpflichtet uns. Nichts wird verkauft, und mit nichts trainieren wir etwas.',
    },
    rights: {
      title: 'Deine Rechte',
      text: () =>
        say`Du kannst jederzeit und ganz allein ${{ link: '/account/settings', label: 'alles exportieren' }}, was wir über dich haben, ${{ link: '/account/email', label: 'deine Adresse berichtigen' }} und ${{ link: '/account/delete', label: 'dein Konto löschen' }}. Du kannst widersprechen, die Nutzung deiner Daten einschränken lassen und dich bei der Datenschutzbehörde an deinem Wohnort beschweren. Wenn sich diese Erklärung ändert, bekommt jedes Konto mit Adresse eine E-Mail.`,
    },
  },

  terms: {
    title: 'Nutzungsbedingungen',
    lead: 'Worauf du dich verlassen kannst, wenn du imgsrc bot benutzt, und worauf wir uns bei dir verlassen.',
    asOf: (day) => `Stand: ${day}`,
    draft: (variables) =>
      say`Das ist ein Entwurf. Der Betreiber dieses Bots muss noch ergänzen, was markiert ist: ${code(variables.join(' '))}. Bis dahin hat niemand zugestimmt.`,
    gaps: { law: 'Land' },
    who: 'Wer wir sind',
    service: {
      title: 'Was du bekommst',
      text: 'Du beschreibst ein Bild im Chat deines Teams oder im Terminal. Wir lassen es zeichnen, posten es, wo du danach gefragt hast, und behalten es in deinem Verlauf. Wir arbeiten mit Sorgfalt daran, und trotzdem kann etwas ausfallen, langsam oder falsch sein. Wir können Teile davon ändern oder beenden. Wenn wir alles beenden, sagen wir es dir einen Monat vorher und erstatten die Credits, die du gekauft und nicht benutzt hast.',
    },
    account: {
      title: 'Dein Konto',
      text: () =>
        say`Du brauchst eine E-Mail-Adresse, die du lesen kannst, und musst alt genug sein, um dem an deinem Wohnort zuzustimmen. Was über die Chats geschieht, die du verbindest, hast du zu verantworten, also verbinde nur deine eigenen. Trennen oder dein Konto löschen kannst du jederzeit in ${{ link: '/account/settings', label: 'deinen Einstellungen' }}.`,
    },
    rules: {
      title: 'Was nicht gezeichnet werden darf',
      text: 'Nichts, was bei dir oder bei uns gegen das Gesetz ist, was Kinder sexualisiert, was Menschen belästigt oder täuscht, oder was das Gesicht oder Werk von jemandem gegen dessen Rechte benutzt. Wir können ein Konto sperren, das so etwas tut, und Admins können Menschen in ihrem Team sperren.',
      openai: () =>
        say`Die Bilder zeichnet OpenAI, also gelten auch ${{ link: 'https://openai.com/policies/usage-policies/', label: 'dessen Nutzungsrichtlinien' }}, und die Sicherheitsprüfung dort kann einen Prompt ablehnen.`,
    },
    money: {
      title: 'Credits und Bezahlung',
      text: () =>
        say`Bilder kosten Credits, die du in Paketen zu ${{ link: '/pricing', label: 'den gezeigten Preisen' }} kaufst. Credits verfallen nie. Klappt ein Bild nicht, wird es abgelehnt oder abgebrochen, sind seine Credits sofort zurück. Credits sind für Bilder hier und für nichts anderes: Sie sind kein Geld und werden nur als Erstattung ausgezahlt.`,
      lemonsqueezy:
        'Lemon Squeezy verkauft die Pakete als Merchant of Record: Es nimmt die Zahlung entgegen, rechnet die Steuer dazu und schickt den Beleg, nach eigenen Bedingungen.',
      discord: 'Pakete, die in Discord gekauft werden, verkauft Discord, nach seinen Bedingungen.',
      others:
        'Was du für ein Team kaufst oder jemandem schenkst, gehört von da an dem Team oder dieser Person.',
    },
    refunds: {
      title: 'Erstattungen',
      law: 'Die Rechte, die dir das Gesetz als Verbraucher gibt, bleiben unberührt.',
    },
    pictures: {
      title: 'Deine Bilder',
      text: () =>
        say`Was du schreibst und mitbringst, bleibt deins, und ebenso, was für dich gezeichnet wird, soweit das Gesetz daran ein Recht kennt. Wir benutzen es für das, was du willst, und für nichts anderes; wer es sieht, sagt ${{ link: '/privacy', label: 'die Datenschutzerklärung' }}. An dem, was du mitbringst, brauchst du die Rechte. Aus ähnlichen Worten kann für andere etwas Ähnliches entstehen.`,
      openai:
        'In den Bildern steht, dass ein Modell sie gezeichnet hat. Gib sie nicht als Fotos von etwas aus, das geschehen ist.',
      shared:
        'Was du in der Galerie eines Teams teilst, können die Leute dort sehen, dafür abstimmen und davon ausgehend zeichnen, bis du es nicht mehr teilst oder löschst.',
    },
    liability: {
      title: 'Wenn etwas schiefgeht',
      text: 'Wir haften unbeschränkt, wo das Gesetz es sagt: bei Vorsatz und grober Fahrlässigkeit, bei Verletzung von Leben, Körper oder Gesundheit und für das, was wir garantiert haben. Im Übrigen haften wir für vorhersehbare Schäden, bis zu dem Betrag, den du uns in den zwölf Monaten davor gezahlt hast.',
    },
    changes: {
      title: 'Änderungen',
      text: 'Wenn wir diese Bedingungen wesentlich ändern, schreiben wir dir einen Monat vorher. Wenn du nicht einverstanden bist, lösch dein Konto bis dahin, und wir erstatten die Credits, die du gekauft und nicht benutzt hast.',
    },
    law: {
      title: 'Recht',
      applies: 'Anwendbares Recht:',
      consumer: 'Als Verbraucher behältst du den Schutz des Landes, in dem du wohnst.',
    },
  },

  galleryPage: {
    title: 'Deine Bilder',
    search: 'Suchen',
    searchHint: 'Wörter in deinen Prompts',
    all: 'Alle',
    favourites: 'Favoriten',
    shared: 'Geteilt',
    narrow: 'Filter',
    tool: 'Gemacht mit',
    anyTool: 'Alle Werkzeuge',
    quality: 'Qualität',
    anyQuality: 'Alle Qualitäten',
    team: 'Team',
    anyTeam: 'Alle Teams',
    from: 'Von',
    until: 'Bis',
    apply: 'Anwenden',
    clear: 'Filter aufheben',
    place: (first, last, total, isWhole) =>
      `${number(first)}–${number(last)} von ${isWhole ? '' : 'mindestens '}${number(total)}`,
    pages: 'Seiten',
    newest: 'Neueste',
    newer: 'Neuere',
    older: 'Ältere',
    none: () =>
      say`Hier ist noch nichts. Gib im Chat deines Teams ${code('/imagine')} ein und was du sehen möchtest.`,
    noFavourites: () => say`Noch keine Favoriten. Der Stern an einem Bild macht es zu einem.`,
    noneFound: 'Kein Bild passt dazu. Versuch es mit weniger Wörtern oder Filtern.',
    noneOlder: 'Älteres gibt es nicht mehr.',
    select: (about) => `${about} auswählen`,
    selectAll: 'Alle auswählen',
    selectNone: 'Auswahl aufheben',
    selected: 'Ausgewählte Bilder',
    downloadSelected: 'Als ZIP herunterladen',
    deleteSelected: 'Löschen',
    addFavourite: (about) => `${about} zu den Favoriten`,
    removeFavourite: (about) => `${about} aus den Favoriten nehmen`,
    count: (count) => pictures(count),
  },

  teamGalleryPage: {
    of: 'Galerie von',
    title: (team) => `Galerie von ${team}`,
    none: () =>
      say`Noch ist nichts geteilt. Drück im Chat unter einem Bild auf ${bold('Teilen')}, dann erscheint es hier.`,
    votes: countVotes,
  },

  picturePage: {
    back: 'Alle Bilder',
    newer: 'Neuer',
    older: 'Älter',
    prompt: 'Prompt',
    copy: 'Kopieren',
    copied: 'Kopiert',
    download: 'Herunterladen',
    downloadAll: 'Alle herunterladen',
    openOriginal: 'In voller Größe öffnen',
    favourite: 'Zu Favoriten',
    unfavourite: 'Aus Favoriten',
    remove: 'Löschen',
    removeAll: 'Alle löschen',
    numbered: (picture, all) => `${number(picture)} von ${number(all)}`,
    together: (count) => `Alle ${number(count)}`,
    settings: 'Details',
    size: 'Größe',
    quality: 'Qualität',
    background: 'Hintergrund',
    model: 'Modell',
    tool: 'Gemacht mit',
    made: 'Erstellt',
    cost: 'Preis',
    free: 'Kostenlos',
    paidByTeam: (amount) => `${credits(amount)}, von deinem Team bezahlt`,
    id: 'Bild',
    where: 'Angefragt in',
    sharedIn: 'Geteilt in',
    openIn: (platform) => `In ${platform} öffnen`,
    onlyYou: 'Nur du',
    seenBy: 'Sichtbar für',
    yourTeam: 'Dein Team',
    inChat: (command) => say`Zum Variieren, Ändern oder Verfeinern gib im Chat ${code(command)} ein.`,
    embed: 'Als HTML oder Markdown kopieren',
    embedNote: 'Wer diese Adresse hat, kann das Bild sehen, bis du es löschst.',
    html: 'HTML',
    markdown: 'Markdown',
    family: 'Familie',
    familyOf: 'Familie eines Bildes',
    from: 'Woraus es entstand',
    fromWords: 'Aus Worten allein.',
    fromGone: 'Das Bild, mit dem es anfing, gibt es nicht mehr.',
    fromMore: 'Davor gab es noch mehr Schritte.',
    ofIt: 'Was du daraus gemacht hast',
    nothingYet: 'Noch nichts.',
    moreMade: 'Und mehr, von früher.',
    removeOne: 'Dieses Bild löschen?',
    removeMany: 'Diese Bilder löschen?',
    removeWarning:
      'Damit löschst du es von unseren Servern und aus deinem Verlauf. Das lässt sich nicht rückgängig machen.',
    removeManyWarning: (count) =>
      `Damit löschst du ${pictures(count)} von unseren Servern und aus deinem Verlauf. Das lässt sich nicht rückgängig machen.`,
    removeShared: 'Wo du es geteilt hast, ist es dann nicht mehr zu sehen.',
    removeManyShared: 'Geteilte sind dort dann nicht mehr zu sehen.',
    keep: 'Behalten',
    keepMany: 'Behalten',
  },
}
