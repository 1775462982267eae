/**
 * Spanish, such as reads well in Spain and in Latin America: *tú*, short sentences, and people without a gender where one can
 * be avoided. One word a thing: imagen (picture), prompt, créditos, paquete (pack), saldo (balance), historial, galería,
 * conectar y desconectar, equipo (team), admin, titular (owner), límite (cap), solicitud (request for credits), favorita,
 * recargar (top up), recibo, ajustes, correo, servidor, espacio de trabajo (workspace), borrador/estándar/premium; buttons:
 * Otra vez (Again), Editar prompt, Variar, Cambiar, Mejorar (Upgrade), Compartir, Dejar de compartir, Eliminar (Delete).
 */
import type { SizeFault } from '#core/errors.ts'
import type { Words } from './en.ts'
import { createFormats } from './formats.ts'
import { type CategoryWords, nameCategories } from './moderation.ts'
import { bold, code, linked, say, type Text } from './text.ts'

const formats = createFormats('es')
const { number, plural, allOf, anyOf } = formats

const credits = plural({ one: '# crédito', other: '# créditos' })
const pictures = plural({ one: '# imagen', other: '# imágenes' })
const drafts = plural({ one: '# borrador', other: '# borradores' })
const standardPictures = plural({ one: '# imagen estándar', other: '# imágenes estándar' })
const premiumPictures = plural({ one: '# imagen premium', other: '# imágenes premium' })
const days = plural({ one: 'un día', other: '# días' })
const pixels = plural({ one: '# píxel', other: '# píxeles' })
const seconds = plural({ one: '# segundo', other: '# segundos' })
const minutes = plural({ one: '# minuto', other: '# minutos' })
const moreCredits = plural({ one: '# crédito más', other: '# créditos más' })
const requests = plural({ one: '# solicitud', other: '# solicitudes' })
const countVotes = plural({ one: '# voto', other: '# votos' })
const wereShared = plural({
  one: 'Se compartió # imagen en la galería',
  other: 'Se compartieron # imágenes en la galería',
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
const named = (name: string | undefined) => (name === undefined ? 'Alguien' : bold(name))

/** Something a person typed, already short. */
const quoted = (text: string) => `“${text}”`

const attachTaken = 'Adjunta un JPEG, PNG, WebP, GIF, AVIF o TIFF.'
const plainSvg = 'Expórtalo como SVG simple o adjunta un PNG.'
const ownOnly = 'Los créditos de bienvenida y los que te asignaron son para tus propias imágenes.'

/** Of options that several commands have. */
const onlyYou = 'Mostrarlo solo a ti'
const itsId = 'Su id, que aparece debajo de la imagen'
const whichModel = 'Qué modelo la dibuja; si no eliges, el primero'
const asTyped = 'El texto que lleva, tal como lo escribes'
const smallerWords = 'Un texto más pequeño debajo del título'
const ofStyle = (usual: string) => `Qué aspecto tiene; si no eliges, ${usual}`

type SizeRules = Parameters<Words['optionProblem']['illegalSize']>[1]

const sizeFaults: { readonly [Fault in SizeFault]: (rules: SizeRules) => string } = {
  form: ({ names }) => `Un tamaño es ${names.join(', ')}, o un ancho y un alto como 1280x720.`,
  multiple: ({ multiple }) => `El ancho y el alto deben ser múltiplos de ${multiple}.`,
  edge: ({ longestEdge }) => `Ningún lado puede medir más de ${pixels(longestEdge)}.`,
  ratio: ({ ratio }) => `El lado largo puede medir como máximo ${ratio} veces el corto.`,
  'too-few-pixels': ({ fewestPixels }) =>
    `Es demasiado pequeño: ancho por alto debe dar al menos ${pixels(fewestPixels)}.`,
  'too-many-pixels': ({ mostPixels }) =>
    `Es demasiado grande: ancho por alto puede dar como máximo ${pixels(mostPixels)}.`,
}

/** In brackets. */
const minded: CategoryWords = {
  harassment: 'acoso',
  'harassment/threatening': 'amenazas',
  hate: 'odio',
  'hate/threatening': 'amenazas de odio',
  illicit: 'actos ilegales',
  'illicit/violent': 'delitos violentos',
  'self-harm': 'autolesiones',
  'self-harm/intent': 'intención de autolesionarse',
  'self-harm/instructions': 'formas de autolesionarse',
  sexual: 'contenido sexual',
  'sexual/minors': 'contenido sexual con menores',
  violence: 'violencia',
  'violence/graphic': 'violencia explícita',
}

const refusals: Words['refusals'] = {
  'not-linked': () => say`Primero conecta tu cuenta: ${code('/link')}. Es cosa de un minuto.`,
  'insufficient-credits': ({ balance, price }) =>
    say`Esto cuesta ${credits(price)} y tienes ${number(balance)}: ${price - balance === 1 ? 'te falta' : 'te faltan'} ${bold(credits(price - balance))}.`,
  'cap-reached': ({ cap, limit, spent, price }) =>
    cap === 'member'
      ? say`Esto cuesta ${credits(price)}. Ya usaste ${bold(`${number(spent)} de los ${credits(limit)}`)} que tu equipo te da al mes.`
      : say`Esto cuesta ${credits(price)}. Este canal ya usó ${bold(`${number(spent)} de los ${credits(limit)}`)} que tu equipo le da al mes.`,
  'unknown-command': ({ command, suggestion }) =>
    suggestion === undefined
      ? say`No existe el comando ${quoted(command)}. ${code('/help')} los muestra todos.`
      : say`No existe el comando ${quoted(command)}. ¿Querías decir ${code(`/${suggestion}`)}?`,
  'too-many-running': ({ limit }) =>
    say`Ya tienes ${pictures(limit)} en curso. Espera a que termine alguna o cancela una.`,
  'too-many-repeats': ({ wait: until }) =>
    say`Demasiadas repeticiones a la vez. Siguen siendo gratis: prueba otra vez en ${wait(until)}.`,
  'too-many-utilities': ({ of, wait: until }) =>
    of === 'person'
      ? say`Demasiadas peticiones. Prueba otra vez en ${wait(until)}.`
      : say`Demasiadas peticiones de tu equipo. Prueba otra vez en ${wait(until)}.`,
  'too-much-at-once': ({ of }) =>
    ({
      person: say`Has pedido muchas cosas a la vez. Espera una respuesta y prueba otra vez.`,
      team: say`Tu equipo ha pedido muchas cosas a la vez. Prueba otra vez en unos segundos.`,
      all: say`Ahora mismo tenemos mucho trabajo. Prueba otra vez en unos segundos.`,
    })[of],
  'utility-busy': () => say`Ahora mismo tenemos mucho trabajo. Prueba otra vez en unos segundos.`,
  'utility-too-much': () => say`Es demasiado para nosotros. Prueba con algo más pequeño o más simple.`,
  'qr-unreadable': ({ image }) =>
    image
      ? say`No logramos leer este código, así que no lo enviamos. Prueba con un tamaño mayor, un texto más corto o sin imagen.`
      : say`No logramos leer este código, así que no lo enviamos. Prueba con un tamaño mayor o colores más simples.`,
  'not-found': ({ id }) => say`No tienes ninguna imagen con el id ${quoted(id)}.`,
  'nothing-waits': () => say`No tienes nada en espera.`,
  'not-yours': ({ id }) => say`Solo quien creó la imagen ${code(id)} puede hacer eso.`,
  'press-refused': () => say`Este botón no es tuyo o ya caducó. Pide lo mismo otra vez y tendrás uno nuevo.`,
  'not-admin': () => say`Eso solo pueden hacerlo los admins de este equipo.`,
  'blocked-here': () =>
    say`Los admins de este equipo te bloquearon aquí. En los demás sitios tu cuenta funciona como siempre.`,
  'person-not-linked': () => say`Esa persona aún no tiene cuenta. Puede conectar una con ${code('/link')}.`,
  'not-a-member': () => say`Esa persona aún no ha usado el bot en este equipo.`,
  'no-tie': () => say`Ese código no sirve aquí o ya no vale. Empieza de nuevo con ${code('/team unir')}.`,
  'already-tied': () =>
    say`Uno de los dos equipos ya está unido a otro. Puedes separarlos con ${code('/team separar')}.`,
  'too-many-codes': () => say`Se probaron demasiados códigos en este equipo. Prueba otra vez en una hora.`,
  'not-yourself': () => say`Eso no puedes hacértelo a ti.`,
  'not-giftable': ({ balance, giftable }) => {
    if (balance <= 0) return say`Tienes ${credits(balance)}, así que no hay nada que regalar.`
    if (giftable === 0) return say`De tus ${credits(balance)} no puedes regalar ninguno. ${ownOnly}`
    const most = say`De tus ${credits(balance)}, puedes regalar ${bold(number(giftable))}.`
    return giftable === balance ? most : say`${most} ${ownOnly}`
  },
  'gift-unsettled': () =>
    say`Ahora mismo no podemos acceder a nuestra base de datos. Mira ${code('/credits')} antes de regalar otra vez: si el regalo ya había salido, llega en unos minutos.`,
  'not-in-team': () => say`Eso solo funciona en un canal de un equipo.`,
  'no-gallery': () =>
    say`Este equipo aún no tiene canal de galería. Un admin puede elegirlo con ${code('/gallery')}.`,
  'cannot-post': () => say`No podemos publicar ahí. Invita al bot al canal y prueba otra vez.`,
  'not-connected': () => say`Ahora mismo no tenemos conexión con ese sitio. Prueba otra vez en un minuto.`,
  'reply-expired': () => say`La respuesta llegó tarde y no se puede mostrar aquí. Pídela otra vez.`,
  'chat-trouble': ({ problem }) =>
    problem === 'busy'
      ? say`Ahora mismo el canal no acepta nuestros mensajes. Prueba otra vez en un minuto.`
      : say`No tuvimos respuesta, así que puede que haya funcionado. Mira el canal antes de probar otra vez.`,
  'already-shared': ({ id }) => say`La imagen ${code(id)} ya está compartida.`,
  'being-shared': ({ id }) => say`La imagen ${code(id)} se está compartiendo ahora mismo.`,
  'not-shared': ({ id }) => say`La imagen ${code(id)} no está compartida.`,
  'already-linked': () =>
    say`Este chat ya está conectado a una cuenta. Desconéctalo primero con ${code('/unlink')}.`,
  'attachment-too-large': ({ limit }) =>
    say`Es demasiado grande: todo lo que adjuntes puede pesar como máximo ${megabytes(limit)}.`,
  'too-many-attachments': ({ limit }) =>
    limit === 1 ? say`Adjunta solo una imagen.` : say`Adjunta como máximo ${pictures(limit)}.`,
  'nothing-to-change': () =>
    say`Aquí no hay ninguna imagen que cambiar. Dibuja una con ${code('/imagine')} y luego di qué cambiar.`,
  'nothing-to-start-from': () =>
    say`Aquí no hay ninguna imagen de la que partir. Elige un mensaje que muestre una.`,
  'attachment-unavailable': () => say`No pudimos descargar el archivo que adjuntaste. ${attachTaken}`,
  'attachment-unreadable': ({ format }) =>
    format === undefined
      ? say`No pudimos leer ese archivo como imagen. ${attachTaken}`
      : say`No podemos leer archivos ${format} como imagen. ${attachTaken}`,
  'attachment-too-many-pixels': ({ limit }) =>
    say`Esa imagen es demasiado grande: las de su tipo pueden tener como máximo ${number(Math.floor(limit / 1_000_000))} megapíxeles.`,
  'svg-refused': ({ holds, name }) => {
    if (holds === 'element' && name !== undefined)
      return say`Este SVG contiene ${quoted(name)}, que no dibujamos. ${plainSvg}`
    return {
      script: say`Este SVG contiene un script o una página, y eso no lo aceptamos. ${plainSvg}`,
      reference: say`Este SVG apunta a algo que está fuera de él, y eso no lo seguimos. ${plainSvg}`,
      entities: say`Este SVG define sus propias entidades, y no las resolvemos. ${plainSvg}`,
      picture: say`Este SVG contiene una foto o un mapa de bits. Adjunta esa misma imagen, o todo como PNG.`,
      element: say`Este SVG contiene algo que no dibujamos. ${plainSvg}`,
      'too-much': say`Este SVG es demasiado complejo para dibujarlo. Adjunta uno más simple o un PNG.`,
      nothing: say`No pudimos leer ese archivo como SVG. ${plainSvg}`,
    }[holds]
  },
  'too-many-frames': ({ frames, limit }) =>
    say`Esta animación tiene ${pictures(frames)}; aceptamos como máximo ${number(limit)}.`,
  'stands-still': ({ format }) =>
    say`${format.toUpperCase()} no admite animaciones. Pide ${code('gif')} o ${code('webp')}, o adjunta una sola imagen.`,
  'not-cancellable': ({ id }) =>
    say`La imagen ${code(id)} ya se está dibujando, así que no se puede cancelar.`,
  'moderation-blocked': ({ stage, categories }) => {
    const named = nameCategories(minded, categories, quoted)
    const what = named.length > 0 ? ` (${named.join(', ')})` : ''
    return stage === 'output'
      ? say`La imagen se dibujó, pero el control de seguridad del servicio de imágenes la retuvo${what}. Cambia las palabras y prueba otra vez.`
      : say`El control de seguridad del servicio de imágenes rechazó este prompt${what}. Cambia las palabras y prueba otra vez.`
  },
  'vendor-busy': ({ retryAfter }) =>
    say`El servicio de imágenes está saturado. Prueba otra vez en ${wait(retryAfter ?? 60_000)}.`,
  'queue-full': () => say`Ahora mismo hay demasiadas imágenes en espera. Prueba otra vez en unos minutos.`,
  'vendor-quota': () =>
    say`Llegamos al límite de gasto del servicio de imágenes. Pide a quien gestiona este bot que lo suba.`,
  'vendor-refused': ({ option, value = '' }) => {
    switch (option) {
      case undefined:
        return say`El servicio de imágenes no acepta esta petición. Prueba otra vez sin sus opciones.`
      case 'image':
        return say`El servicio de imágenes no puede usar la imagen que le diste. Prueba con otra, en PNG o JPEG.`
      case 'prompt':
        return say`El servicio de imágenes no acepta este prompt. Cambia las palabras y prueba otra vez.`
      case 'count':
        return say`El servicio de imágenes no dibuja ${bold(pictures(Number(value)))} a la vez con este modelo. Prueba con ${bold('1')}.`
      default: {
        const usual = { background: 'auto', size: 'cuadrado', quality: 'estándar' }[option]
        return say`El servicio de imágenes no acepta ${bold(value)} con este modelo. Prueba con ${bold(usual)}.`
      }
    }
  },
  'vendor-down': () => say`El servicio de imágenes no funciona en este momento. Prueba otra vez más tarde.`,
  'vendor-timeout': () => say`El servicio de imágenes tardó demasiado y dejamos de esperar.`,
  'source-gone': () => say`La imagen en la que se basaba fue eliminada.`,
  'picture-unreadable': () => say`El servicio de imágenes envió algo que no es una imagen. Prueba otra vez.`,
  'hosting-failed': () => say`La imagen se dibujó, pero no pudimos guardarla. Prueba otra vez más tarde.`,
  'hosting-down': () =>
    say`Ahora mismo no podemos guardar imágenes, así que no dibujamos ninguna. Prueba otra vez en unos minutos.`,
  'no-pack': ({ pack }) => say`No existe el paquete ${quoted(pack)}. ${code('/topup')} los muestra todos.`,
  'no-provider': ({ provider }) => say`${quoted(provider)} no vende nada aquí.`,
  'provider-trouble': () => say`El servicio de pago no funciona en este momento. Prueba otra vez más tarde.`,
  interrupted: () => say`Nos reiniciamos mientras se dibujaba. Prueba otra vez.`,
  cancelled: () => say`Se canceló antes de dibujarse.`,
  'store-unavailable': () =>
    say`Ahora mismo no podemos acceder a nuestra base de datos. Prueba otra vez en un minuto.`,
  unsettled: ({ id }) =>
    say`Ahora mismo no podemos acceder a nuestra base de datos. En 15 minutos como máximo, la imagen ${code(id)} llega sola o recuperas sus créditos.`,
  stopping: () => say`Nos estamos reiniciando. Prueba otra vez en un minuto.`,
}

export const es: Words = {
  ...formats,
  tag: 'es',
  name: 'Español',

  // Amounts and the like, as all sections say them.
  credits,
  pictures,
  pixels,
  seconds,
  minutes,
  wait,
  estimate,
  quoted,
  price: ({ usual, large }: { usual: number; large: number }) =>
    large === usual ? credits(usual) : `${credits(usual)}, grande ${number(large)}`,

  places: {
    the: { terminal: 'la terminal', discord: 'Discord', slack: 'Slack' },
    at: { terminal: 'en la terminal', discord: 'en Discord', slack: 'en Slack' },
    somebody: (name: string, where: string) => `${name} ${where}`,
    team: {
      terminal: (name: string) => `en la terminal, en ${name}`,
      discord: (name: string) => `en Discord, en el servidor ${name}`,
      slack: (name: string) => `en Slack, en el espacio de trabajo ${name}`,
    },
  },

  connecting: {
    title: 'Conectar un chat',
    heading: '¿Conectar este chat?',
    whosAsking: 'Quién lo pide',
    where: 'Dónde',
    yourAccount: 'Tu cuenta',
    warning: (name: string, at: string) =>
      say`${bold(name)} podrá gastar tus créditos y ver tus imágenes. Sigue solo si eres tú y acabas de pedirlo ${at}.`,
    yes: 'Sí, soy yo',
    no: 'Cancelar',
    continueWith: (platform: string) => `Continuar con ${platform}`,
    whatItTells: (platform: string) => `${platform} nos dice quién eres allí, y nada más.`,
    codeInstead: 'Usar un código',
    notYours: '¿No es tu cuenta?',
    signOutFirst: 'Cierra la sesión primero',

    leavingTitle: (platform: string) => `Vamos a ${platform}`,
    leaving: (platform: string) => `Te llevamos a ${platform}…`,

    doneTitle: 'Chat conectado',
    done: 'Tu chat está conectado',
    doneNext: (balance: number, platform: string) =>
      say`Tienes ${bold(credits(balance))}. Vuelve a ${platform}: lo que pediste allí está en camino.`,

    toldInChat: (email: string, balance: number) =>
      say`Este chat está conectado a ${bold(email)}. Tienes ${credits(balance)}.`,

    nothingTitle: 'No se conectó nada',
    otherHeading: (platform: string) => `Esa es otra cuenta de ${platform}`,
    other: (platform: string, asker: string, name: string | undefined) =>
      name === undefined
        ? say`Entraste a ${platform} con otra cuenta o en otro espacio de trabajo. Quien pidió conectar fue ${bold(asker)}. No se conectó nada.`
        : say`Entraste a ${platform} como ${bold(name)}, pero quien pidió conectar fue ${bold(asker)}. No se conectó nada.`,
    otherNext: (platform: string) => `Cambia de cuenta en la página de ${platform} o usa un código.`,
    tryAgain: 'Probar otra vez',

    codeTitle: 'Tu código',
    codeHeading: 'Un paso más, en el chat',
    codeInChat: (platform: string, button: string) =>
      say`Vuelve a ${platform}, pulsa ${bold(button)} y escribe esto.`,
    codeInTerminal: 'Escribe esto en la terminal.',
    codeLife: (name: string, where: string) =>
      say`Sirve durante 10 minutos y solo para ${bold(name)} ${where}.`,
    welcome: (amount: number) => say`En cuanto lo escribas, tendrás ${bold(credits(amount))} para empezar.`,
    noWelcome: {
      had: 'Esta vez no hay créditos de bienvenida: este chat o tu dirección ya los recibió.',
      capped: 'Esta vez no hay créditos de bienvenida: ya repartimos los de hoy. Puedes conectar igualmente.',
    },
    codeAdvice: 'No le des este código a nadie. Quien te lo pida quiere gastar tus créditos.',

    problems: {
      dead: {
        title: 'Este enlace ya no funciona',
        text: 'Sirve una vez, durante 15 minutos, y uno más nuevo lo reemplaza. No se conectó nada. Escribe /link en el chat para recibir otro.',
      },
      'already-linked': {
        title: 'El chat ya está conectado',
        text: 'Este chat ya está conectado a una cuenta. Para usar otra, escribe /unlink en el chat y después /link.',
      },
      'other-browser': {
        title: 'Empieza de nuevo desde el chat',
        text: 'Esta página sirve una vez, durante 10 minutos, en el navegador en el que empezaste. Si aún no has conectado el chat, escribe /link en él.',
      },
      declined: {
        title: 'No se conectó nada',
        text: 'No diste tu permiso. Puedes probar otra vez o usar un código.',
      },
      trouble: {
        title: 'No se conectó nada',
        text: 'No pudimos averiguar quién eres allí. Prueba otra vez en un minuto o usa un código.',
      },
      'no-unlink': {
        title: 'No hay nada que desconectar',
        text: 'Este enlace ya se usó, tiene más de 30 días o el chat ya no está conectado. En la página de tu cuenta ves los que sí lo están.',
      },
    },
    toAccount: 'Ir a tu cuenta',

    undoTitle: 'Desconectar un chat',
    undoHeading: '¿Desconectar este chat?',
    undo: (name: string, where: string) =>
      say`${bold(name)} puede usar tu cuenta ${where} hasta que lo hagas.`,
    disconnect: 'Desconectar',
    keep: 'Dejarlo conectado',
    undone: 'Chat desconectado',
    undoneNext:
      'Ese chat ya no puede usar tu cuenta. Si no fuiste tú quien lo conectó, revisa tus movimientos y cierra la sesión en todas partes.',
  },

  signingIn: {
    title: 'Iniciar sesión',
    lead: 'Escribe tu dirección de correo y te enviaremos un código. ¿Aún no tienes cuenta? Te creamos una.',
    email: 'Dirección de correo',
    sendCode: 'Enviarme un código',
    cookie:
      'Guardamos una cookie. Mantiene tu sesión abierta y más adelante nos dice que ya la iniciaste aquí antes.',
    aboutData: 'Cómo tratamos tus datos',

    confirmTitle: '¿Eres tú?',
    confirm: (email: string) =>
      say`Iniciaste sesión hace un tiempo. Antes de seguir, enviaremos un código a ${bold(email)}.`,
    cancel: 'Cancelar',

    codeTitle: 'Escribe tu código',
    checkMail: 'Revisa tu correo',
    sent: (email: string) =>
      say`Enviamos un código de ocho dígitos a ${bold(email)}. Sirve durante 10 minutos.`,
    code: 'Código',
    spam: '¿No te llega después de un minuto? Mira en la carpeta de spam.',
    newCode: 'Enviar otro código',
    otherAddress: 'Usar otra dirección',

    deadTitle: 'Pide otro código',
    dead: 'Tu código ya se usó, tiene más de 10 minutos o se escribió mal cinco veces. Además, los códigos solo sirven en el navegador que los pidió.',
    signedIn: 'Tu sesión está abierta',
    goOn: 'Continuar',
  },

  codes: {
    tooMany: (ms: number) => `Demasiados códigos. Prueba otra vez en ${wait(ms)}.`,
    busy: (ms: number) => `Ahora mismo mucha gente está pidiendo códigos. Te toca en ${wait(ms)}.`,
    sameAddress: 'Esta ya es tu dirección.',
    badAddress: 'No podemos enviar correo a esta dirección. Revisa que esté bien escrita.',
    notYet: (ms: number) => `Puedes pedir otro código en ${wait(ms)}. El que te enviamos sigue sirviendo.`,
    noCode: (asked: number) =>
      asked === 1
        ? 'El código tiene ocho dígitos. Revisa tu correo.'
        : 'Cada código tiene ocho dígitos. Revisa los dos correos.',
    wrong: (left: number) =>
      `Ese no es el código. Puedes probar ${left === 1 ? 'una vez' : `${number(left)} veces`} más.`,
  },

  mails: {
    codes: {
      'sign-in': {
        subject: (pin: string) => `${pin} es tu código para iniciar sesión`,
        heading: 'Tu código para iniciar sesión',
        reason: (host: string) => `Escríbelo en ${host} para iniciar sesión.`,
        where: 'en el navegador desde el que lo pediste',
        otherwise: () =>
          '¿No pediste ningún código? Alguien escribió mal su dirección. Puedes ignorar este correo.',
      },
      'old-address': {
        subject: (pin: string) => `${pin} es tu código para cambiar de dirección`,
        heading: '¿Cambiar tu dirección?',
        reason: (host: string) =>
          `Alguien con la sesión abierta en tu cuenta de ${host} quiere reemplazar esta dirección. Si eres tú, escribe allí este código.`,
        where: 'para quien tiene la sesión abierta en esa cuenta',
        otherwise: (host: string) =>
          `¿No eres tú? Entonces otra persona entró en tu cuenta. No des el código a nadie: sin él, tu dirección no cambia. Inicia sesión en ${host} y, en los ajustes, ciérrala en todas partes.`,
      },
      'new-address': {
        subject: (pin: string) => `${pin} es tu código para confirmar esta dirección`,
        heading: 'Confirma esta dirección',
        reason: (host: string) => `Escríbelo en ${host} para que esta sea la dirección de tu cuenta.`,
        where: 'para quien tiene la sesión abierta en esa cuenta',
        otherwise: () =>
          '¿No pediste ningún código? Alguien escribió mal su dirección. Puedes ignorar este correo.',
      },
      merge: {
        subject: (pin: string) => `${pin} es tu código para unir dos cuentas`,
        heading: '¿Unir tus cuentas?',
        reason: (host: string, receiver: string) =>
          `Alguien con la sesión abierta en ${host} como ${receiver} quiere quedarse con todo lo que tiene la cuenta de esta dirección: créditos, imágenes y chats conectados. Después, esta cuenta deja de existir. Si las dos son tuyas, escribe allí este código.`,
        where: 'para quien tiene la sesión abierta en esa cuenta',
        otherwise: () =>
          '¿No son tuyas las dos? No hagas nada y no des el código a nadie. Sin él, tu cuenta se queda como está.',
      },
    },
    codeRules: (host: string, where: string) =>
      `Sirve una vez, durante 10 minutos, ${where}. Escríbelo solo en ${host} y no lo compartas: nunca te lo pediremos.`,
    connected: {
      subject: 'Se conectó un chat a tu cuenta',
      heading: 'Se conectó un chat',
      who: (person: string) => `${person} tiene ahora conexión con tu cuenta y puede gastar sus créditos.`,
      next: 'Si eres tú, todo está bien. Si no, desconecta el chat. No hace falta iniciar sesión.',
      button: 'Desconectar este chat',
      rules: 'El enlace sirve una vez, durante 30 días, y no hace nada más.',
    },
    policy: {
      subject: 'Cambió nuestra política de privacidad',
      heading: 'Cambió nuestra política de privacidad',
      text: (version: string) => `La nueva tiene fecha de ${version}.`,
      button: 'Leer la política de privacidad',
      next: 'Si no estás de acuerdo, puedes exportar tus datos o eliminar tu cuenta cuando quieras.',
      account: 'Tu cuenta',
    },
  },

  refusals,

  optionProblem: {
    missing: (option: string) => say`Falta la opción ${code(option)}.`,
    missingImage: (option: string) => say`Falta la opción ${code(option)}: adjunta una imagen.`,
    missingPrompt: () => say`Aún no hay nada que dibujar: escribe un ${code('prompt')}.`,
    noSuchPage: () => say`Esa página no existe. Empieza de nuevo con ${code('/history')}.`,
    unknown: (option: string) => say`Aquí no existe la opción ${quoted(option)}.`,
    unknownButNear: (option: string, suggestion: string) =>
      say`No existe la opción ${quoted(option)}. ¿Querías decir ${code(suggestion)}?`,
    tooLong: (option: string, length: number, limit: number) =>
      say`La opción ${code(option)} tiene ${number(length)} caracteres; caben ${number(limit)} como máximo.`,
    controlCharacters: (option: string) =>
      say`La opción ${code(option)} contiene caracteres de control invisibles. Quítalos y prueba otra vez.`,
    notAPerson: (option: string) =>
      say`La opción ${code(option)} debe ser una persona de aquí: escribe ${code('@')} y elígela.`,
    notATimeZone: (option: string) =>
      say`La opción ${code(option)} debe ser una zona horaria, como ${code('Europe/Madrid')} o ${code('America/Bogota')}.`,
    notAMonth: (option: string) => say`La opción ${code(option)} debe ser un mes, como ${code('2026-11')}.`,
    notANumber: (option: string) => say`La opción ${code(option)} debe ser un número entero.`,
    outOfRange: (option: string, minimum: number, maximum: number) =>
      say`La opción ${code(option)} debe estar entre ${number(minimum)} y ${number(maximum)}.`,
    notAChoice: (option: string, choices: readonly string[]) =>
      say`La opción ${code(option)} debe ser ${anyOf(choices)}.`,
    illegalSize: (fault: SizeFault, rules: SizeRules) => say`${sizeFaults[fault](rules)}`,
    notASize: (option: string, shortest: number, longest: number) =>
      say`La opción ${code(option)} debe ser un ancho y un alto, como ${code('1200x630')}, cada uno de ${number(shortest)} a ${pixels(longest)}.`,
    notAColor: (option: string, names: readonly string[]) =>
      say`La opción ${code(option)} debe ser ${anyOf([...names, '#1f6feb'])}.`,
    tooLittleContrast: (option: string, ratio: number, least: number) =>
      say`La opción ${code(option)} contrasta muy poco: ${formats.decimal(Math.floor(ratio * 10) / 10)} a 1, y las cámaras necesitan ${formats.decimal(least)} a 1. Prueba con un ${code('color')} más oscuro o un ${code('fondo')} más claro.`,
    inverted: () =>
      say`Muchas cámaras no leen claro sobre oscuro. Elige un ${code('color')} más oscuro que el ${code('fondo')}.`,
    tooManyBytes: (option: string, bytes: number, limit: number) =>
      say`La opción ${code(option)} ocupa ${number(bytes)} bytes; caben ${number(limit)} como máximo. Acórtala o pon un enlace.`,
    tooSmall: (option: string, least: number) =>
      say`La opción ${code(option)} es demasiado pequeña para todo lo que lleva: hacen falta ${pixels(least)}.`,
    notAResize: (option: string, most: number, sets: readonly string[], longest: number) =>
      say`La opción ${code(option)} debe ser como ${code('800x600')}, ${code('800')}, ${code('x600')} o ${code('50%')}, hasta ${number(most)} separados por comas, o bien ${anyOf(sets)}. Ningún lado puede medir más de ${pixels(longest)}.`,
    unterminatedQuote: (option: string) =>
      say`En la opción ${code(option)} hay unas comillas que se abren y no se cierran.`,
    repeated: (option: string) => say`La opción ${code(option)} aparece más de una vez.`,
    illegalCombination: (option: string, other: string) =>
      say`La opción ${code(option)} no se puede combinar con ${code(other)}.`,
  },

  facts: {
    askedBy: 'petición de',
    price: 'precio',
    balance: 'saldo',
    size: 'tamaño',
    from: 'parte de',
    quality: 'calidad',
    model: 'modelo',
    words: 'texto',
    background: 'fondo',
    finish: 'acabado',
    id: 'id',
    file: 'archivo',
    format: 'formato',
    frames: 'imágenes',
    icons: 'iconos',
    errorCorrection: 'corrección de errores',
  },

  picture: {
    priceOfAll: (price: number, count: number) => `${credits(price)} por las ${number(count)}`,
    freeRepeat: 'gratis · ya la habías creado',
    wordsSet: 'tal como lo escribiste',
    wordsDrawn: 'lo dibujó el modelo, así que revisa la ortografía',
    opaque: 'este modelo no puede hacerlo transparente',
    unfinished: 'tal como se dibujó: no pudimos ajustar el tamaño ni poner el texto',
    oneAlt: (which: number, all: number, prompt: string) => `${number(which)} de ${number(all)}: ${prompt}`,
    allAlt: (count: number, prompt: string) => `${pictures(count)}: ${prompt}`,
    link: 'imagen',
    numberedLink: (which: number) => `imagen ${number(which)}`,
  },

  progress: {
    next: 'la siguiente en la cola',
    place: (place: number) => `número ${number(place)} en la cola`,
    placeOrLater: (place: number) => `número ${number(place)} o posterior en la cola`,
    readyIn: (ms: number) => `lista en ${estimate(ms)} más o menos`,
    readyAtEarliest: (ms: number) => `lista en ${estimate(ms)} como muy pronto`,
    drawing: 'dibujando',
    saving: 'guardando',
    previewAlt: 'La imagen hasta ahora',
  },

  steps: {
    upgraded: 'mejorada',
    varied: 'variada',
    private: 'una imagen privada',
    gone: 'a partir de una imagen que ya no existe',
    madeFromThis: (list: Text) => say`A partir de esta: ${list}`,
  },

  pick: {
    which: () => say`¿Cuál? Pulsa su número.`,
    howDifferent: (id: string) =>
      say`¿Cuánto debe diferenciarse de ${code(id)}? ${bold('Sutil')} mantiene la composición y cambia detalles. ${bold('Fuerte')} mantiene solo el motivo y el estilo.`,
  },

  change: {
    title: 'Cambiar esta imagen',
    what: (price: number) => `Qué cambiar · ${credits(price)}`,
    which: (example: string) => say`¿Cuál? Pulsa su número o indícala así: ${code(example)}.`,
  },

  edit: {
    title: 'Editar prompt',
    presetTitle: (command: string) => `Editar ${command}`,
    pictureInstead: 'Una imagen que reemplace a la suya',
    tooLongForForm: (limit: number) =>
      say`Este prompt es demasiado largo para editarlo aquí: en un formulario caben ${number(limit)} caracteres.`,
  },

  references: {
    title: 'Usar como referencia',
    startFrom: (last: number) => `Imágenes de partida, con números 1 a ${number(last)}`,
    more: (first: number, last: number) => `Más imágenes, con números ${number(first)} a ${number(last)}`,
    oneMore: (which: number) => `Otra imagen, la número ${number(which)}`,
    chosen: (count: number) =>
      count === 1
        ? 'La imagen que elegiste es la número 1: llámala así en tu prompt.'
        : `Las imágenes que elegiste son los números 1 a ${number(count)}: llámalas así en tu prompt.`,
  },

  utility: {
    notAlone: (file: string) =>
      say`${file} está listo, pero aquí no podemos enviártelo solo a ti. Pídelo otra vez sin ${code('privado')}.`,
    notSent: (file: string) => say`${file} está listo, pero no pudimos enviarlo aquí. Prueba otra vez.`,
    qrAlt: (text: string) => `Código QR: ${text}`,
    placeholderAlt: (size: string, text: string) => `Placeholder, ${size}: ${text}`,
  },

  resize: {
    sizes: plural({ one: '# tamaño', other: '# tamaños' }),
    alt: (sizes: string) => `La imagen redimensionada: ${sizes}`,
    tableHead: { file: 'archivo', size: 'tamaño', bytes: 'bytes' },
    enlarged: 'Es más grande que la imagen que nos diste, así que puede verse borrosa.',
    flattened: 'JPEG no admite transparencia, así que esas partes quedan en blanco.',
    reduced: 'Para no pasar del límite de tamaño, es menos fina o más pequeña de lo que podría ser.',
  },

  favicon: {
    alt: 'Los iconos a su tamaño real, sobre fondo claro y oscuro',
    install: () =>
      say`Pon los archivos en la raíz de tu sitio, y esto en el ${code('<head>')} de sus páginas:`,
    notSquare: 'No es cuadrada, así que los iconos tienen espacio vacío en dos lados.',
    enlarged: 'Mide menos de 512 píxeles, así que los iconos más grandes se ven borrosos.',
    hasWords:
      'Su texto usa las fuentes que tenga cada lector. Conviértelo en trazados para conservar las tuyas.',
  },

  useMade: {
    what: 'Qué dibujar a partir de esto',
  },

  kept: () => say`De acuerdo, no se cambió nada.`,
  cancelled: (id: string) => say`La imagen ${code(id)} quedó cancelada.`,

  delete: {
    question: (id: string) =>
      say`¿Eliminar la imagen ${code(id)}? No se puede deshacer y sus créditos no vuelven.`,
    onlyOne: () => say`Las demás de su grupo se quedan.`,
    alsoShared: () => say`También se quita del canal de la galería.`,
    done: (id: string) => say`La imagen ${code(id)} fue eliminada.`,
    postLeft: () => say`No pudimos quitar su publicación del canal de la galería.`,
    besideOthers: () =>
      say`Los mensajes que la muestran junto a otras pueden seguir haciéndolo: quien pueda borrar mensajes ahí puede quitarlos.`,
    messageLeft: () =>
      say`No pudimos quitar todos los mensajes que la muestran: quien pueda borrar mensajes ahí sí puede.`,
  },

  favourite: {
    kept: (id: string) => say`La imagen ${code(id)} está entre tus favoritas.`,
    dropped: (id: string) => say`La imagen ${code(id)} ya no está entre tus favoritas.`,
  },

  talk: {
    change: () => say`¿Quieres cambiar la imagen de aquí? Pulsa ${bold('Cambiar')}.`,
    help: () =>
      say`Describe una imagen y la dibujamos, por ejemplo ${code('un faro al atardecer')}. Con ${code('/help')} ves qué más puedes hacer, y con ${code('/topup')} consigues créditos.`,
    draw: () => say`¿Era un prompt? Pulsa ${bold('Dibujar')}.`,
    imagine: () => say`¿Era un prompt? Usa ${code('/imagine')}.`,
  },

  history: {
    place: (from: number, to: number, total: number, isWhole: boolean) => {
      const page = from === to ? number(to) : `${number(from)}–${number(to)}`
      return say`${bold(page)} de ${number(total)}${isWhole ? '' : '+'}`
    },
    moreThan: (total: number) => say`${bold(`Más de ${number(total)}`)}`,
    choose: () => say`${bold('¿Qué imagen?')} Estas son las últimas.`,
    favourites: 'favoritas',
    favourite: 'favorita',
    free: 'gratis',
    none: () => say`Aún no hay imágenes. Dibuja la primera con ${code('/imagine')}.`,
    noFavourites: () =>
      say`Aún no hay favoritas. Pulsa ${bold('Favorita')} debajo de una imagen para guardarla aquí.`,
    noneMatch: (filters: string) => say`Ninguna de tus imágenes coincide: ${filters}`,
    noneHaveWords: (words: string) =>
      say`Ninguna de tus imágenes tiene todas estas palabras: ${quoted(words)}`,
  },

  sharing: {
    post: (author: string) => say`${bold(author)} compartió una imagen`,
    shared: (id: string, address: string | undefined) =>
      say`La imagen ${code(id)} está en ${linked('el canal de la galería', address)}.`,
    sharedElsewhere: (id: string, platform: string) =>
      say`La imagen ${code(id)} está en la galería de tu equipo en ${platform}.`,
    missed: (platforms: readonly string[], command: string) =>
      say`La galería de tu equipo en ${allOf(platforms)} no la aceptó. Prueba otra vez con ${code(command)}.`,
    unshared: (id: string) => say`La imagen ${code(id)} ya no está en el canal de la galería.`,
    chosen: (channel: string, address: string | undefined) =>
      say`Desde ahora, las imágenes compartidas se publican en ${address === undefined ? channel : linked('ese canal', address)}.`,
    note: () => say`Aquí aparecerán las imágenes que se compartan con ${code('/share')}.`,
  },

  gallery: {
    noChannel: () =>
      say`Aún no hay canal para las imágenes compartidas. Un admin puede elegirlo con ${code('/gallery')} y su nombre.`,
    channel: (channel: string, address: string | undefined) =>
      say`Las imágenes compartidas se publican en ${address === undefined ? channel : linked('el canal de la galería', address)}.`,
    none: () =>
      say`Aún no hay nada compartido. Pulsa ${bold('Compartir')} debajo de una imagen y estrena la galería.`,
    latest: () => say`${bold('Lo último compartido')}`,
    earlier: () => say`${bold('Compartido antes')}`,
    noneEarlier: () => say`Antes de eso no se compartió nada.`,
    sharedBy: (author: string) => `la compartió ${author}`,
    shared: 'compartida',
    voted: (id: string, count: number) =>
      say`Tu voto por ${code(id)} cuenta: tiene ${countVotes(count)}. Pulsa otra vez para retirarlo.`,
    voteTakenBack: (id: string, count: number) =>
      say`Retiraste tu voto por ${code(id)}. Tiene ${countVotes(count)}.`,
  },

  outcome: {
    nothingCharged: () => say`No se cobró nada.`,
    creditsBack: (amount: number) =>
      amount === 1 ? say`Tu crédito está de vuelta.` : say`Tus ${credits(amount)} están de vuelta.`,
    teamCreditsBack: (amount: number) =>
      amount === 1
        ? say`El crédito de tu equipo está de vuelta.`
        : say`Los ${credits(amount)} de tu equipo están de vuelta.`,
    unsettled: (
      why: 'stopping' | 'store-unavailable',
      id: string,
      price: number,
      paidBy: 'person' | 'team',
    ) => {
      const reason =
        why === 'stopping'
          ? 'Nos estamos reiniciando.'
          : 'Ahora mismo no podemos acceder a nuestra base de datos.'
      const whoGets = paidBy === 'team' ? 'tu equipo recupera' : 'recuperas'
      return say`${reason} La imagen ${code(id)} no se pierde: llega pronto, o ${whoGets} ${credits(price)} en 15 minutos como máximo.`
    },
    fault: (callId: string) =>
      say`Algo falló de nuestro lado. Si se te cobró una imagen, en 15 minutos como máximo está en ${code('/history')} o recuperas sus créditos. Si pides ayuda, menciona ${code(callId)}.`,
    unreadable: (callId: string) =>
      say`No pudimos leer eso. Prueba otra vez. Si pides ayuda, menciona ${code(callId)}.`,
  },

  connect: {
    button: 'Conectar',
    enterCode: 'Escribir código',
    first: (waits: 'prompt' | 'command' | undefined, replaces: boolean) => {
      if (waits === undefined) return say`Este chat aún no está conectado a una cuenta. Es cosa de un minuto.`
      const next = waits === 'prompt' ? 'y tu prompt te espera' : 'y luego hacemos lo que pediste'
      return say`Primero conecta tu cuenta. Es cosa de un minuto, ${next}.${replaces ? ' Esto reemplaza lo que pediste antes.' : ''}`
    },
    goOn: () => say`Tu chat está conectado. Sigue aquí:`,
  },

  examples: {
    prompt: 'un faro al atardecer, acuarela',
    address: 'https://imgsrc.pub',
    draw: (price: number) => `Dibujar un faro · ${number(price)}`,
    qr: 'Crear un código QR · gratis',
    greeting: () =>
      say`¡Hola! Escribe ${code('/imagine')} y di qué quieres ver: tu imagen aparece aquí mismo. Prueba una:`,
    more: () =>
      say`Los códigos QR, los placeholders, los iconos y los cambios de tamaño son gratis y sin cuenta. Con ${code('/help')} lo ves todo.`,
  },

  home: {
    nothingYet: () =>
      say`Aún no tienes imágenes. Dibuja la primera en cualquier canal con ${code('/imagine')}.`,
    latest: () => say`${bold('Tus últimas imágenes')}`,
  },

  link: {
    how: (connect: string, enterCode: string) =>
      say`Pulsa ${bold(connect)} e inicia sesión con tu correo. La página te muestra un código: vuelve y pulsa ${bold(enterCode)}.`,
    howTyped: (connect: string) =>
      say`Abre ${bold(connect)} e inicia sesión con tu correo. La página te muestra un código: vuelve y escribe ${code('/link')} y el código.`,
    once: () =>
      say`La página sirve una sola vez, durante 15 minutos. No se la enseñes a nadie ni escribas un código que te haya dado otra persona.`,
    bought: (amount: number) => say`Se añaden los ${bold(credits(amount))} que compraste aquí.`,
    codeOnPage: 'El código de la página',
    linked: (email: string | undefined, balance: number) =>
      email === undefined
        ? say`Este chat ya está conectado a tu cuenta. Tienes ${credits(balance)}.`
        : say`Este chat ya está conectado a ${bold(email)}. Tienes ${credits(balance)}.`,
    welcome: () => say`¡Te damos la bienvenida!`,
    noWelcome: () => say`Esta vez no hay créditos de bienvenida: ya repartimos los de hoy.`,
    goesOn: () => say`Ahora viene lo que pediste.`,
    deadCode: () =>
      say`Ese código ya no sirve: se usó, caducó o se probó demasiadas veces. Empieza de nuevo con ${code('/link')}.`,
    noCode: () => say`El código tiene ocho dígitos. Vuelve a mirar la página.`,
    wrongCode: (left: number) =>
      say`Ese no es el código. Puedes probar ${left === 1 ? 'una vez' : `${number(left)} veces`} más.`,
    unlinkQuestion: (email: string | undefined) =>
      email === undefined
        ? say`¿Desconectar este chat de tu cuenta? Tus créditos e imágenes se quedan en la cuenta.`
        : say`¿Desconectar este chat de ${bold(email)}? Tus créditos e imágenes se quedan en la cuenta.`,
    unlinked: () => say`Este chat está desconectado. ${code('/link')} lo conecta de nuevo.`,
  },

  help: {
    head: { option: 'opción', choices: 'una de', meaning: 'qué es' },
    choices: (items) => items.join(', '),
    oneOf: (what, choices) => `${what} (${choices})`,
    writing: () =>
      say`Escribe las opciones así: ${code('--tamaño panorámico')} o ${code('tamaño:panorámico')}. Con ${code('/credits')} ves cuánto cuestan las imágenes.`,
    talking: () =>
      say`También puedes mencionarnos o enviarnos un mensaje directo. Si empieza con un comando o describe una imagen, la dibujamos; si no, preguntamos antes. ${code('/imagine')} dibuja todo lo que escribas.`,
    menus: (names: readonly string[]) =>
      say`En el menú de un mensaje también están ${bold(allOf(names))}, para las imágenes que muestra.`,
    missing: (named: string, meant: string | undefined) =>
      meant === undefined
        ? say`No existe el comando ${quoted(named)}. Estos son todos:`
        : say`No existe el comando ${quoted(named)}. ¿Querías decir ${code(meant)}? Estos son todos:`,
  },

  terminal: {
    welcome: (name: string) =>
      say`Hola, ${name}. Con ${code('/help')} ves los comandos, con ${code('/open')} una imagen en grande y con ${code('/quit')} sales.`,
    alreadyDrawing: () =>
      say`Ya se está dibujando, así que no se puede cancelar. Con ${code('/quit')} sales.`,
    howToLeave: () => say`Para salir, ${code('/quit')} o Ctrl-D.`,
    lineTooLong: (length: number, limit: number) =>
      say`Esta línea tiene ${number(length)} caracteres; caben ${number(limit)} como máximo.`,
    didYouMean: (line: string) => say`¿Querías decir ${code(line)}?`,
    typeInstead: (line: string) => say`Escribe ${code(line)} con tus propias palabras.`,
    pickHint: 'Escribe un id, o algo más del prompt:',
  },

  slack: {
    product: 'imgsrc',
    cancel: 'Cancelar',
    close: 'Cerrar',
    go: 'Adelante',
    yes: 'Sí',
    other: (example: string) => `O uno propio: ${example}`,
    picture: 'Imagen',
    originals: (links: readonly Text[]) =>
      say`Tamaño completo: ${links.flatMap((link, at) => (at > 0 ? [' ', ...link] : link))}`,
    news: 'Novedades de imgsrc',
    homeTitle: 'Tu cuenta',
    appDescription: 'Dibuja lo que describes, en tus propios canales.',
    underWay: () =>
      say`En ello. La respuesta aparece más abajo. Mientras espera, puedes pararla con ${code('/cancel')}.`,
    handedOver: () => say`Aquí está lo que pediste. Solo tú puedes verlo:`,
    inDirectMessages: (file: string) =>
      say`${file} está en tus mensajes directos con imgsrc, donde solo tú puedes verlo.`,
    formTooLate: () => say`Slack tardó demasiado en abrir el formulario. Prueba otra vez.`,
    formUnsure: () => say`Puede que Slack no haya abierto el formulario. Si no lo ves, prueba otra vez.`,
    formUnreadable: () =>
      say`Ya no podemos leer este formulario, así que no hicimos nada. Escribe el comando otra vez.`,
    fault: () => say`Algo falló de nuestro lado, así que no hicimos nada. Prueba otra vez.`,
    formElsewhere: () => say`Eso abre un formulario, y Slack solo lo permite desde un comando o un botón.`,
    notInstalled: () =>
      say`imgsrc ya no está instalado en este espacio de trabajo. Un admin puede instalarlo de nuevo.`,
    install: 'Instalar imgsrc',
    installing: {
      installed: {
        title: 'App instalada',
        text: 'imgsrc ya está en tu espacio de trabajo. Escribe /imagine en cualquier canal.',
      },
      declined: { title: 'No se instaló', text: 'No diste permiso a Slack para instalar la app.' },
      expired: {
        title: 'No se instaló',
        text: 'Este enlace sirve diez minutos y solo en el navegador en el que empezaste.',
      },
      failed: {
        title: 'No se instaló',
        text: 'Slack no terminó la instalación. Prueba otra vez en un minuto.',
      },
      again: 'Probar otra vez',
    },
  },

  qualities: { draft: 'borrador', standard: 'estándar', premium: 'premium' },
  sizes: { square: 'cuadrado', landscape: 'horizontal', portrait: 'vertical', wide: 'panorámico' },
  backgrounds: { auto: 'auto', opaque: 'opaco', transparent: 'transparente' },
  colors: {
    black: 'negro',
    white: 'blanco',
    gray: 'gris',
    red: 'rojo',
    orange: 'naranja',
    yellow: 'amarillo',
    green: 'verde',
    teal: 'turquesa',
    blue: 'azul',
    navy: 'marino',
    purple: 'morado',
    pink: 'rosa',
  },
  fits: {
    inside: { name: 'dentro', about: 'entera, sin pasar de ese tamaño' },
    crop: { name: 'recortar', about: 'se cortan los bordes' },
    pad: { name: 'rellenar', about: 'entera, con franjas' },
    stretch: { name: 'estirar', about: 'se deforma' },
  },
  toolKinds: {
    imagine: 'imaginar',
    vary: 'variar',
    upgrade: 'mejorar',
    og: 'og',
    logo: 'logo',
    banner: 'banner',
    avatar: 'avatar',
    emoji: 'emoji',
    change: 'cambiar',
  },
  buyers: { me: 'mí', team: 'equipo' },
  payers: { team: 'equipo', own: 'propio' },
  teamChanges: {
    pays: 'paga',
    cap: 'límite',
    'channel-cap': 'límite-canal',
    'admins-channel': 'canal-admins',
    'time-zone': 'zona-horaria',
    language: 'idioma',
    admin: 'admin',
    member: 'miembro',
    owner: 'titular',
    remove: 'quitar',
    block: 'bloquear',
    unblock: 'desbloquear',
    tie: 'unir',
    untie: 'separar',
  },
  styles: {
    og: {
      gradient: { name: 'degradado', about: 'colores que fluyen, con un poco de grano' },
      photo: { name: 'foto', about: 'una foto con el fondo desenfocado' },
      illustration: { name: 'ilustración', about: 'formas planas en pocos colores' },
      geometric: { name: 'geométrico', about: 'formas rotundas, como un cartel suizo' },
      night: { name: 'noche', about: 'oscuro y técnico, con líneas que brillan' },
      paper: { name: 'papel', about: 'capas de papel recortado en colores cálidos' },
    },
    logo: {
      minimal: { name: 'minimalista', about: 'una idea sencilla en pocas formas limpias' },
      geometric: { name: 'geométrico', about: 'círculos, cuadrados y líneas en cuadrícula' },
      emblem: { name: 'emblema', about: 'un emblema redondo con contorno marcado' },
      mascot: { name: 'mascota', about: 'una figura simpática con contorno grueso' },
      monogram: { name: 'monograma', about: 'una forma hecha con la inicial' },
      handmade: { name: 'artesanal', about: 'pincel y tinta, con trazos vivos' },
    },
    banner: {
      gradient: { name: 'degradado', about: 'colores que fluyen, con un poco de grano' },
      photo: { name: 'foto', about: 'una foto ancha con mucho aire' },
      landscape: { name: 'paisaje', about: 'un panorama pintado con profundidad' },
      pattern: { name: 'patrón', about: 'un patrón geométrico en pocos colores' },
      night: { name: 'noche', about: 'oscuro y técnico, con líneas que brillan' },
    },
    avatar: {
      portrait: { name: 'retrato', about: 'una foto con luz suave' },
      cartoon: { name: 'caricatura', about: 'contornos gruesos y colores planos' },
      clay: { name: 'arcilla', about: 'una figura de arcilla con luz de estudio' },
      pixel: { name: 'píxel', about: 'pixel art con píxeles grandes' },
      line: { name: 'línea', about: 'unas líneas negras y un toque de color' },
    },
    emoji: {
      glossy: { name: 'brillante', about: 'redondeado y con brillo, como en el móvil' },
      flat: { name: 'plano', about: 'formas planas y vivas con contorno oscuro' },
      sticker: { name: 'sticker', about: 'borde blanco ancho y contornos gruesos' },
      pixel: { name: 'píxel', about: 'pixel art con contorno oscuro' },
    },
  },
  styleSheet: (names: readonly string[]) => `Los estilos, cada uno en un dibujo pequeño: ${names.join(', ')}`,
  flags: { yes: ['sí', 'activado'], no: ['no', 'desactivado'] },

  optionNames: {
    prompt: 'prompt',
    size: 'tamaño',
    quality: 'calidad',
    count: 'cantidad',
    background: 'fondo',
    model: 'modelo',
    private: 'privado',
    image: 'imagen',
    image2: 'imagen2',
    image3: 'imagen3',
    image4: 'imagen4',
    title: 'título',
    subtitle: 'subtítulo',
    style: 'estilo',
    name: 'nombre',
    colors: 'colores',
    subject: 'motivo',
    id: 'id',
    search: 'buscar',
    tool: 'herramienta',
    favourites: 'favoritas',
    for: 'para',
    person: 'persona',
    credits: 'créditos',
    channel: 'canal',
    do: 'acción',
    value: 'valor',
    month: 'mes',
    text: 'texto',
    color: 'color',
    format: 'formato',
    fit: 'ajuste',
    code: 'código',
    command: 'comando',
  },
  commands: {
    imagine: {
      name: 'imaginar',
      summary: 'Dibuja lo que describes.',
      options: {
        prompt: 'Qué dibujar',
        size: 'Su forma; si no eliges, cuadrado',
        quality: 'El nivel de detalle y el precio; si no eliges, estándar',
        count: 'Cuántas imágenes',
        background: 'Si se puede ver a través del fondo',
        model: whichModel,
        private: onlyYou,
        image: 'Una imagen de partida, la número 1 en tu prompt',
        image2: 'Otra imagen, la número 2 en tu prompt',
        image3: 'Otra imagen, la número 3 en tu prompt',
        image4: 'Otra imagen, la número 4 en tu prompt',
      },
    },
    og: {
      name: 'og',
      summary: 'Crea una tarjeta para redes de 1200×630 con tu título.',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('degradado'),
        model: whichModel,
        private: onlyYou,
        image: 'Un logo o una imagen de base',
      },
    },
    logo: {
      name: 'logo',
      summary: 'Crea un logo cuadrado, con el fondo transparente si es posible.',
      options: {
        name: 'El nombre que lleva, tal como lo escribes',
        colors: 'Sus colores, por ejemplo azul marino y coral',
        style: ofStyle('minimalista'),
        model: whichModel,
        private: onlyYou,
        image: 'Un boceto o un logo anterior como punto de partida',
      },
    },
    banner: {
      name: 'banner',
      summary: 'Crea un banner de 1500×500 con tu título.',
      options: {
        title: asTyped,
        subtitle: smallerWords,
        style: ofStyle('degradado'),
        model: whichModel,
        private: onlyYou,
        image: 'Un logo o una imagen de base',
      },
    },
    avatar: {
      name: 'avatar',
      summary: 'Crea una imagen de perfil que se distingue bien pequeña y redonda.',
      options: {
        subject: 'A quién o qué muestra',
        style: ofStyle('retrato'),
        model: whichModel,
        private: onlyYou,
        image: 'Una foto de quien debe aparecer',
      },
    },
    emoji: {
      name: 'emoji',
      summary: 'Crea un emoji propio de 128×128 para tu chat.',
      options: {
        subject: 'Qué muestra, por ejemplo un despliegue feliz',
        style: ofStyle('brillante'),
        model: whichModel,
        private: onlyYou,
        image: 'Una imagen que convertir en emoji',
      },
    },
    change: {
      name: 'cambiar',
      summary: 'Cambia como digas tu imagen más reciente, o la que indiques.',
      options: { prompt: 'Qué cambiar', id: 'Qué imagen, si no es la más reciente', private: onlyYou },
    },
    history: {
      name: 'historial',
      summary: 'Muestra tus imágenes, primero las más recientes.',
      options: {
        search: 'Palabras que contiene el prompt',
        tool: 'Con qué se crearon',
        quality: 'Su nivel de detalle',
        favourites: 'Solo tus favoritas',
      },
    },
    show: {
      name: 'mostrar',
      summary: 'Muestra otra vez una de tus imágenes.',
      options: { id: itsId },
    },
    credits: {
      name: 'créditos',
      summary: 'Muestra tu saldo, tus últimos movimientos y nuestros precios.',
      options: {},
    },
    topup: {
      name: 'recargar',
      summary: 'Muestra los paquetes de créditos que puedes comprar.',
      options: { for: 'Para quién son los créditos' },
    },
    give: {
      name: 'regalar',
      summary: 'Regala a alguien algunos de tus créditos. Antes te preguntamos.',
      options: { person: 'Quién los recibe', credits: 'Cuántos' },
    },
    cancel: {
      name: 'cancelar',
      summary: 'Cancela una imagen en espera: la más reciente o la que indiques.',
      options: { id: 'Su id' },
    },
    share: {
      name: 'compartir',
      summary: 'Publica tu imagen en la galería de tu equipo.',
      options: { id: itsId },
    },
    gallery: {
      name: 'galería',
      summary: 'Muestra la galería de tu equipo y lo más reciente. Los admins eligen el canal.',
      options: { channel: 'Adónde van desde ahora las imágenes compartidas' },
    },
    team: {
      name: 'equipo',
      summary: 'Muestra tu equipo: quién paga, límites, miembros. Los admins pueden cambiarlo.',
      options: {
        do: 'Qué cambiar',
        person: 'De quién se trata',
        channel: 'De qué canal se trata',
        credits: 'Cuántos al mes',
        value: 'equipo o propio, una zona horaria, un idioma o un código',
      },
    },
    usage: {
      name: 'consumo',
      summary: 'Muestra qué costó un mes: a los admins, todo el equipo; a los demás, lo suyo.',
      options: { month: 'Por ejemplo 2026-11; si no eliges, este mes' },
    },
    qr: {
      name: 'qr',
      summary: 'Crea gratis un código QR de un enlace o de cualquier texto.',
      options: {
        text: 'Un enlace o cualquier texto',
        size: 'Píxeles por lado; si no eliges, los que necesite',
        color: 'Color del código; si no eliges, negro',
        background: 'Color de detrás; si no eliges, blanco',
        image: 'Un logo para el centro',
        private: onlyYou,
      },
    },
    placeholder: {
      name: 'placeholder',
      summary: 'Crea gratis una imagen provisional de cualquier tamaño.',
      options: {
        size: 'Ancho y alto, por ejemplo 1200x630',
        text: 'El texto que lleva; si no eliges, su tamaño',
        color: 'Color de fondo; si no eliges, gris',
        format: 'Si no eliges, PNG',
        private: onlyYou,
      },
    },
    favicon: {
      name: 'favicon',
      summary: 'Crea gratis todos los iconos que necesita un sitio web a partir de una imagen.',
      options: { image: 'Una imagen o un SVG, mejor si es cuadrado', private: onlyYou },
    },
    resize: {
      name: 'redimensionar',
      summary: 'Cambia gratis una imagen a uno o varios tamaños.',
      options: {
        size: '800x600, 800, x600, 50%, varios con comas o un conjunto como social',
        image: 'Una imagen, una animación o un SVG',
        fit: 'Cómo se ajusta; si no eliges, dentro',
        format: 'Si no eliges, el mismo de antes',
        quality: 'Cuanto más baja, menos pesa el archivo',
        private: onlyYou,
      },
    },
    link: {
      name: 'conectar',
      summary: 'Conecta este chat a tu cuenta. Si no tienes, te creamos una.',
      options: { code: 'El código que te muestra la página' },
    },
    unlink: {
      name: 'desconectar',
      summary: 'Desconecta este chat de tu cuenta.',
      options: {},
    },
    privacy: {
      name: 'privacidad',
      summary: 'Explica qué guardamos y cómo obtenerlo o eliminarlo.',
      options: {},
    },
    help: {
      name: 'ayuda',
      summary: 'Explica los comandos, o el que indiques.',
      options: { command: 'Qué comando explicar' },
    },
  },
  messageMenu: {
    'change-form': 'Cambiar esto…',
    'use-reference': 'Usar como referencia',
    excerpt: 'Crear imagen con esto',
  },

  balance: {
    own: (balance: number) => say`Tienes ${bold(credits(balance))}.`,
    team: (name: string | undefined, balance: number) =>
      say`${name ?? 'Tu equipo'} tiene ${bold(credits(balance))}.`,
    head: { when: 'cuándo', what: 'qué', credits: 'créditos', balance: 'saldo', about: 'para' },
    picture: 'Imagen',
    receipts: (receipts: readonly Text[]) =>
      say`Recibos: ${receipts.flatMap((each, at) => (at > 0 ? [', ', ...each] : each))}`,
    receiptFrom: (at: number, seller: string) => `${formats.day(at)}, de ${seller}`,
    onePicture: 'una imagen',
    above: (size: string) => `más de ${size}`,
    free: () =>
      say`El mismo prompt con las mismas opciones sale gratis la próxima vez. Si una imagen no se puede dibujar, sus créditos vuelven.`,
  },

  topup: {
    own: (balance: number) => say`Tienes ${bold(credits(balance))}. Los créditos no caducan.`,
    team: (name: string | undefined, balance: number) =>
      say`${bold(name ?? 'Tu equipo')} tiene ${bold(credits(balance))}.`,
    forTeam: () =>
      say`Los créditos que compras aquí son del equipo. Pagan lo que dibujan sus miembros y no puedes recuperarlos.`,
    head: { credits: 'créditos', price: 'precio', worth: 'alcanza para' },
    worth: (draft: number, standard: number, premium: number) =>
      `imágenes: ${anyOf([`${number(draft)} en borrador`, `${number(standard)} en estándar`, `${number(premium)} en premium`])}`,
    came: (amount: number, balance: number) =>
      say`¡Gracias! Añadimos ${bold(credits(amount))}. Ahora tienes ${credits(balance)}.`,
    wait: (amount: number) =>
      say`¡Gracias! Te guardamos ${bold(credits(amount))}. Conecta tu cuenta con ${code('/link')} para recibirlos.`,
    left: (balance: number) =>
      balance === 1 ? say`Te queda ${bold(credits(balance))}.` : say`Te quedan ${bold(credits(balance))}.`,
    spent: () => say`Te quedaste sin créditos.`,
    goOn: () => say`Recarga para seguir dibujando:`,
    test: () => say`Fue una compra de prueba, así que no se movió dinero.`,
    kept: () => say`Te guardamos esto 15 minutos y lo dibujamos en cuanto tengas los créditos.`,
    notSold: (contact: string | undefined) =>
      say`Aquí no se venden créditos. Para conseguir más, habla con ${contact ?? 'quien gestiona este bot'}.`,
  },

  give: {
    question: (name: string, amount: number, balance: number) =>
      say`¿Regalar ${bold(credits(amount))} a ${bold(name)}? Tienes ${number(balance)}. Un regalo no se puede recuperar.`,
    give: (amount: number) => `Regalar ${number(amount)}`,
    cancel: 'Cancelar',
    given: (name: string | undefined, amount: number, balance: number) =>
      say`Regalaste ${bold(credits(amount))} a ${name === undefined ? 'alguien' : bold(name)}. Ahora tienes ${credits(balance)}.`,
    back: (name: string | undefined, balance: number) =>
      say`${named(name)} ya no tiene cuenta, así que tu regalo volvió. Tienes ${credits(balance)}.`,
    received: (name: string | undefined, amount: number, balance: number) =>
      say`${named(name)} te regaló ${bold(credits(amount))}. Ahora tienes ${credits(balance)}.`,
  },

  payer: {
    paidBy: 'paga',
    team: 'el equipo',
    withLeft: (name: string, left: number) =>
      `${name} · ${left === 1 ? 'le queda' : 'le quedan'} ${number(left)}`,
  },

  capReached: {
    askMore: (amount: number) => `Pedir ${number(amount)} más`,
    payOwn: (price: number) => `Pagarlo yo · ${number(price)}`,
  },

  capRequest: {
    asks: (name: string | undefined, amount: number, month: string) =>
      say`${named(name)} pide ${bold(moreCredits(amount))} para ${formats.month(month)}.`,
    memberUsed: (spent: number, limit: number) => say`Ya usó ${number(spent)} de sus ${credits(limit)}.`,
    channelUsed: (channel: Text, spent: number, limit: number) =>
      say`${channel} ya usó ${number(spent)} de sus ${credits(limit)}.`,
    costs: (price: number) => say`Lo que quiere dibujar cuesta ${number(price)}.`,
    approve: 'Aprobar',
    decline: 'Rechazar',
    asked: (name: string | undefined, amount: number, month: string) =>
      say`${named(name)} pidió ${moreCredits(amount)} para ${formats.month(month)}.`,
    ends: {
      approved: (by: string | undefined) => say`Lo aprobó ${by === undefined ? 'alguien' : bold(by)}.`,
      declined: (by: string | undefined) => say`Lo rechazó ${by === undefined ? 'alguien' : bold(by)}.`,
      lapsed: () => say`Nadie respondió en un día, así que caducó.`,
      drawn: () => say`Se dibujó sin esos créditos.`,
      gone: () => say`La solicitud está cerrada: ya no hay nada que dibujar.`,
    },
    told: (amount: number) => say`Pedimos ${bold(moreCredits(amount))} a los admins de tu equipo.`,
    untold: () => say`Ahora mismo no podemos publicar en el canal de admins, pero lo seguimos intentando.`,
    known: () => say`Ya se lo pedimos a los admins de tu equipo.`,
    waits: () => say`Tienen un día para responder. En cuanto lo aprueben, dibujamos lo que pediste.`,
    tooMany: (limit: number) =>
      say`Ya tienes ${requests(limit)} sin respuesta. Espera primero a que contesten alguna.`,
    room: () => say`Ya hay créditos suficientes, así que lo dibujamos sin preguntar.`,
    unpaid: () =>
      say`Tu equipo ya no paga esto, así que no hay a quién preguntar. Págalo tú o empieza de nuevo.`,
    noChannel: () =>
      say`Los admins de tu equipo aún no han elegido un canal para las solicitudes. Pueden hacerlo con ${code('/team canal-admins')}. Mientras tanto, puedes pagarlo tú.`,
    alreadyDrawn: () => say`Ya está dibujado.`,
    approved: (by: string | undefined, amount: number) =>
      say`${named(by)} aprobó ${bold(moreCredits(amount))} para este mes.`,
    isDrawing: () => say`Ya estamos dibujando lo que pediste.`,
    drawsLater: () => say`Dibujaremos lo que pediste en cuanto tu equipo tenga los créditos.`,
    declined: (by: string | undefined) =>
      say`${named(by)} rechazó tu solicitud de más créditos, así que no dibujamos lo que pediste. No se cobró nada.`,
    lapsed: () =>
      say`Ningún admin respondió en un día, así que no dibujamos lo que pediste. No se cobró nada.`,
    gone: () =>
      say`Tu solicitud de más créditos está cerrada, así que no dibujamos lo que pediste. No se cobró nada.`,
    lost: () => say`Se aprobaron tus créditos, pero no pudimos dibujar lo que pediste. Pídelo otra vez.`,
    unanswered: () => say`Nadie ha respondido aún a esta solicitud.`,
    youApproved: (name: string | undefined, amount: number, month: string) =>
      say`Aprobaste ${moreCredits(amount)} para ${name === undefined ? 'alguien' : bold(name)} en ${formats.month(month)}.`,
    youDeclined: (name: string | undefined) =>
      say`La rechazaste. Ya se lo dijimos a ${name === undefined ? 'quien la hizo' : bold(name)}.`,
  },

  usage: {
    team: (name: string | undefined, spent: number, month: string, balance: number) =>
      say`${bold(name ?? 'Tu equipo')} gastó ${credits(spent)} en ${formats.month(month)}. Saldo actual: ${bold(credits(balance))}.`,
    member: (spent: number, month: string) =>
      spent === 0
        ? say`No gastaste créditos de tu equipo en ${formats.month(month)}.`
        : say`Gastaste ${credits(spent)} de tu equipo en ${formats.month(month)}.`,
    own: (spent: number, month: string, balance: number) =>
      spent === 0
        ? say`No gastaste créditos propios en ${formats.month(month)}. Tienes ${bold(credits(balance))}.`
        : say`Gastaste ${credits(spent)} de los tuyos en ${formats.month(month)}. Saldo actual: ${bold(credits(balance))}.`,
    ofTeams: (amount: number) => say`Tus equipos pagaron ${credits(amount)} por ti.`,
    yourCap: 'tu límite',
    head: {
      member: 'miembro',
      credits: 'créditos',
      cap: 'límite',
      tool: 'herramienta',
      quality: 'calidad',
      orders: 'peticiones',
    },
    somebody: 'alguien',
    more: (count: number) => say`Y ${number(count)} más.`,
    channel: (id: string) => `canal ${id}`,
    channelElsewhere: (id: string) => say`canal ${code(id)} de un equipo unido`,
    channelSpent: (channel: Text, spent: number, cap: number | undefined) =>
      cap === undefined
        ? say`${channel}: ${credits(spent)}`
        : say`${channel}: ${number(spent)} de ${credits(cap)}`,
    deleted: 'eliminada',
    newestOnly: () => say`La tabla por herramienta incluye solo las peticiones más recientes.`,
  },

  monthReport: {
    title: (month: string) => say`${bold(`Informe de ${formats.month(month)}`)}`,
    best: (month: string) => say`${bold(`Lo mejor de ${formats.month(month)}`)}, según los votos del equipo`,
    shared: (count: number) => say`${wereShared(count)}. Con más votos:`,
    sharedWithoutVotes: (count: number) => say`${wereShared(count)}, sin votos.`,
    place: (rank: number, author: string | undefined, votes: number) =>
      say`${number(rank)}. de ${author === undefined ? 'alguien' : bold(author)} · ${countVotes(votes)}`,
    open: 'verla',
  },

  team: {
    yourTeam: 'Tu equipo',
    pays: {
      team: 'paga el equipo mientras tenga créditos; después, cada persona lo suyo',
      own: 'cada persona paga lo suyo',
    },
    facts: {
      balance: 'saldo del equipo',
      yourCap: 'tu límite',
      eachMember: 'cada miembro',
      eachChannel: 'cada canal',
      ownChannels: 'canales con reglas propias',
      timeZone: 'zona horaria',
      adminsChannel: 'canal de admins',
      gallery: 'canal de galería',
    },
    cap: (cap: number | undefined) => (cap === undefined ? 'ninguno' : `${number(cap)} al mes`),
    chosen: 'elegido',
    none: 'ninguno',
    members: { member: 'miembro', role: 'rol', cap: 'límite' },
    payers: { team: 'el equipo', own: 'cada persona' },
    open: 'Abrir en la web',
    log: { when: 'cuándo', by: 'quién', changed: 'qué cambió', to: 'ahora' },
    somebody: 'alguien',
    paysNow: {
      team: () =>
        say`Desde ahora paga el equipo mientras tenga créditos. Después, cada persona paga lo suyo.`,
      own: () => say`Desde ahora, cada persona paga lo suyo.`,
    },
    paysInChannel: {
      team: () =>
        say`En ese canal, ahora paga el equipo mientras tenga créditos. Después, cada persona paga lo suyo.`,
      own: () => say`En ese canal, ahora cada persona paga lo suyo.`,
    },
    capNow: {
      member: (name: string, cap: number | undefined) =>
        cap === undefined
          ? say`${bold(name)} ya no tiene un límite propio. Vale el límite de cada miembro, si lo hay.`
          : say`${bold(name)} puede gastar ahora hasta ${bold(credits(cap))} del equipo al mes.`,
      members: (cap: number | undefined) =>
        cap === undefined
          ? say`Los miembros ya no tienen límite, salvo quien tenga uno propio.`
          : say`Cada miembro puede gastar ahora hasta ${bold(credits(cap))} del equipo al mes.`,
      channel: (cap: number | undefined) =>
        cap === undefined
          ? say`Ese canal ya no tiene un límite propio. Vale el límite de cada canal, si lo hay.`
          : say`Ese canal puede gastar ahora hasta ${bold(credits(cap))} del equipo al mes.`,
      channels: (cap: number | undefined) =>
        cap === undefined
          ? say`Los canales ya no tienen límite, salvo los que tengan uno propio.`
          : say`Cada canal puede gastar ahora hasta ${bold(credits(cap))} del equipo al mes.`,
    },
    roleNow: {
      owner: (name: string) => say`${bold(name)} es ahora titular de este equipo.`,
      admin: (name: string) => say`${bold(name)} es ahora admin de este equipo.`,
      member: (name: string) => say`${bold(name)} es ahora miembro de este equipo.`,
    },
    removed: (name: string) =>
      say`${bold(name)} ya no está en la lista de miembros. Si vuelve a dibujar aquí, estará de nuevo.`,
    blocked: {
      block: (name: string) =>
        say`${bold(name)} ya no puede usar el bot en este equipo. Conserva su cuenta y sus imágenes.`,
      unblock: (name: string) => say`${bold(name)} puede usar otra vez el bot en este equipo.`,
    },
    timeZoneNow: (timeZone: string) => say`Desde ahora, los meses siguen la hora de ${code(timeZone)}.`,
    languageNow: () => say`Desde ahora hablamos ${bold('español')} con este equipo.`,
    adminsChannelNow: (channel: string, address: string | undefined) =>
      say`Los avisos de saldo, las solicitudes y los informes llegan ahora a ${address === undefined ? channel : { link: address, label: 'ese canal' }}.`,
    adminsChannelNote: () =>
      say`Los avisos de saldo, las solicitudes de créditos y los informes mensuales de este equipo aparecen ahora aquí.`,
    side: {
      discord: (title: string) => say`${bold(title)} en Discord`,
      slack: (title: string) => say`${bold(title)} en Slack`,
      terminal: (title: string) => say`${bold(title)} en la terminal`,
    },
    joinOffer: (joinCode: string) =>
      say`En el otro equipo, un admin escribe ${code(`/team unir ${joinCode}`)} en la próxima hora. No le des el código a nadie más. Antes de unir los equipos, preguntaremos a los dos.`,
    joinOffered: (other: Text, joinCode: string) =>
      say`${other} quiere unirse a este equipo. Si es correcto, un admin escribe esto allí en la próxima hora: ${code(`/team unir ${joinCode}`)}`,
    joinQuestion: (other: Text) =>
      say`¿Unir ${other} con este equipo? Ambos compartirán los ajustes, los miembros, los límites, el saldo y la galería de este equipo. No se mueven créditos ni imágenes, y cualquiera de los dos puede volver a separarse.`,
    join: 'Unir equipos',
    joined: (other: Text) => say`${other} y este equipo están ahora unidos.`,
    separated: () =>
      say`Los equipos están separados otra vez. Cada uno tiene los créditos, los ajustes y los miembros de antes.`,
    notJoined: () => say`Este equipo no está unido a otro.`,
  },

  teamNote: {
    joined: (other: Text) =>
      say`Este equipo y ${other} están ahora unidos. Puedes separarlos con ${code('/team separar')}.`,
    separated: () =>
      say`Este equipo ya no está unido a otro. Sus créditos, ajustes y miembros son los de antes.`,
    bought: (amount: number, balance: number) =>
      say`Alguien compró ${bold(credits(amount))} para este equipo. Ahora tiene ${credits(balance)}.`,
    requestOver: () => say`Alguien pidió aquí más créditos. Esa solicitud está cerrada.`,
    empty: () =>
      say`El equipo se quedó sin créditos. Hasta que tenga más, cada persona paga lo suyo. Para recargar: ${code('/topup equipo')}.`,
    nearlyEmpty: (left: number, limit: number) =>
      say`Saldo del equipo: ${bold(credits(left))} de los ${number(limit)} que tenía tras la última recarga. Para recargar: ${code('/topup equipo')}.`,
    member: {
      80: (name: string | undefined, spent: number, limit: number, month: string) =>
        say`${named(name)} ya usó casi todo su límite de ${formats.month(month)}: ${number(spent)} de ${credits(limit)}.`,
      100: (name: string | undefined, spent: number, limit: number, month: string) =>
        say`${named(name)} ya usó todo su límite de ${formats.month(month)}: ${number(spent)} de ${credits(limit)}.`,
    },
    channel: {
      80: (channel: Text, spent: number, limit: number, month: string) =>
        say`${channel} ya usó casi todo su límite de ${formats.month(month)}: ${number(spent)} de ${credits(limit)}.`,
      100: (channel: Text, spent: number, limit: number, month: string) =>
        say`${channel} ya usó todo su límite de ${formats.month(month)}: ${number(spent)} de ${credits(limit)}.`,
    },
  },

  channelName: {
    linked: 'Un canal',
    unlinked: (id: string) => say`El canal ${code(id)}`,
  },

  blocked: {
    explanation: () => say`Este servidor no permite estas palabras, así que solo tú puedes ver el resultado.`,
    file: 'Tu archivo',
    picture: 'Tu imagen',
    pictures: 'Tus imágenes',
    endedElsewhere: () =>
      say`Ya está listo, pero no pudimos mostrarlo aquí. Lo encuentras con ${code('/history')}.`,
  },

  privacy: {
    stored: () =>
      say`${bold('Qué guardamos.')} Tu dirección de correo. El nombre y el número con que te conoce esta plataforma de chat. Tus prompts, las imágenes que traes y las que dibujamos para ti, hasta que las elimines. Lo que compras y gastas.`,
    passedOn: () =>
      say`${bold('Quién más lo recibe.')} Los prompts y las imágenes que traes van al servicio de imágenes. Las imágenes terminadas van al servicio que las aloja. Cuando compras, tu dirección de correo va al servicio de pago. Nadie más recibe nada, y nada se usa para publicidad.`,
    rights: () =>
      say`${bold('Qué puedes hacer.')} ${code('/history')} muestra tus imágenes, cada una con un botón para eliminarla. En la página de tu cuenta puedes descargarlo o eliminarlo todo. Solo quedan los registros de facturación, sin tu nombre.`,
    policy: 'Política completa',
    download: 'Obtener mis datos',
    deleteAll: 'Eliminar todo',
  },

  frame: {
    about: 'imgsrc bot: las herramientas de imagen de imgsrc.pub en el chat de tu equipo.',
    skip: 'Ir al contenido',
    site: 'Sitio',
    aboutSite: 'Información',
    menu: 'Menú',
    signIn: 'Entrar',
    signOut: 'Cerrar sesión',
    signedInAs: 'Sesión de',
    yourAccount: 'Tu cuenta',
    account: 'Cuenta',
    creditsTab: 'Créditos',
    picturesTab: 'Imágenes',
    settingsTab: 'Ajustes',
    pricing: 'Precios',
    privacy: 'Privacidad',
    terms: 'Condiciones',
  },

  start: {
    title: 'Imágenes donde habla tu equipo',
    lead: 'Describe lo que quieres ver. El bot lo dibuja en el mismo canal, y todo el equipo puede seguir a partir de ahí.',
    description:
      '/imagine para Discord y Slack: imágenes, tarjetas para redes, logos y emojis dibujados en los canales de tu equipo, con créditos de prepago.',
    add: (platform: string) => `Añadir a ${platform}`,
    signIn: 'Iniciar sesión',
    seePictures: 'Ver tus imágenes',
    seePricing: 'Ver precios',
    whereElse: (platforms: readonly string[]) =>
      `Ya está en ${formats.allOf(platforms)}: escribe allí /imagine.`,
    noPlatform: 'Aún no hay ninguna plataforma de chat conectada.',
    shown: {
      caption:
        'Lo que ves en el canal. Esta imagen viene del placeholder que hace las veces de modelo de imágenes, y lo dice.',
      asker: 'Ada',
      prompt: 'montañas como papel plegado',
      alt: 'Montañas violetas en capas bajo una luna pálida, con una marca de placeholder',
      facts: (price: number) => `petición de Ada · ${credits(price)} · estándar`,
      again: (price: number) => `Otra vez · ${number(price)}`,
      vary: (price: number) => `Variar · ${number(price)}`,
      upgrade: (price: number) => `Mejorar · ${number(price)}`,
      change: 'Cambiar',
      share: 'Compartir',
    },
    stepsTitle: 'Tres pasos hasta tu primera imagen',
    steps: (welcome: number) => [
      {
        title: 'Añade el bot',
        text: say`A tu servidor de Discord o a tu espacio de trabajo de Slack. No hay nada más que configurar.`,
      },
      {
        title: 'Escribe lo que quieres ver',
        text: say`${code('/imagine un faro al atardecer')} en cualquier canal. Tu primer prompt espera mientras conectas tu cuenta.`,
      },
      {
        title: 'Hazla tuya',
        text:
          welcome > 0
            ? say`Cámbiala, varíala, termínala con toda la calidad, compártela. Los primeros ${credits(welcome)} los ponemos nosotros.`
            : say`Cámbiala, varíala, termínala con toda la calidad, compártela.`,
      },
    ],
    toolsTitle: 'Más que imágenes',
    tools: {
      og: {
        title: 'Tarjetas para redes',
        text: 'Tu título, compuesto con letras de verdad: sin sorpresas de ortografía.',
      },
      logo: { title: 'Logos', text: 'Seis estilos para empezar, con transparencia donde es posible.' },
      emoji: { title: 'Emojis y avatares', text: 'Hechos para el tamaño al que se ven.' },
      qr: {
        title: 'Herramientas gratis',
        text: 'Los códigos QR, favicons, placeholders y cambios de tamaño no cuestan nada.',
      },
    },
    toolsNote: 'Muestras de los propios estilos y un código que puedes escanear.',
    priceTitle: 'Paga por imágenes, no por puestos',
    price: (draft: number, standard: number, premium: number) =>
      say`Un borrador cuesta ${bold(credits(draft))}; una imagen estándar, ${bold(number(standard))}; una premium, ${bold(number(premium))}. Los créditos no caducan, y una imagen que falla no cuesta nada.`,
    running: 'Con qué funciona este bot',
    standIn: 'sustituto',
    standInNote:
      'Un sustituto hace su parte sin ningún servicio externo, para que puedas probarlo todo. Lo que produce no es lo auténtico. El README explica cómo conectar el servicio real. Esta lista solo se ve desde esta máquina.',
  },

  problems: {
    'not-found': {
      title: 'Aquí no hay nada',
      text: 'Esta dirección no lleva a ninguna parte. Si había una imagen, puede que quien la creó la haya eliminado.',
    },
    'too-many': { title: 'Demasiadas peticiones', text: 'Prueba otra vez en una hora.' },
    refused: {
      title: 'Eso no funcionó',
      text: 'Esta página no puede aceptar esa petición. Vuelve atrás y prueba otra vez.',
    },
    'other-origin': {
      title: 'Eso no funcionó',
      text: 'La petición venía de otro sitio, así que no se cambió nada. Abre este sitio en su propia dirección y prueba otra vez.',
    },
    mail: {
      title: 'No pudimos enviar el correo',
      text: 'Ahora mismo nuestro servidor de correo no llega a esta dirección. Revisa que esté bien escrita o prueba otra vez en un minuto.',
    },
    unavailable: {
      title: 'Volvemos en un momento',
      text: 'Ahora mismo no podemos acceder a nuestra base de datos. No se cambió nada. Prueba otra vez en un minuto.',
    },
    failed: {
      title: 'Algo falló',
      text: 'Es culpa nuestra, y ya lo anotamos. Prueba otra vez en un minuto.',
    },
  },
  toStart: 'Ir a la página de inicio',
  toAccount: 'Ir a tu cuenta',

  farewell: {
    title: 'Tu cuenta está eliminada',
    text: 'Tu historial y tus imágenes ya no existen, y tus chats están desconectados. Si alguna imagen aún se estaba dibujando, desaparece en cuanto termine.',
    thanks: 'Gracias por el tiempo que pasaste aquí.',
  },

  done: {
    address: 'Tu dirección de correo cambió. Cerramos la sesión en los demás navegadores.',
    merged: 'Tus cuentas están unidas.',
    'signed-out': 'La sesión de ese navegador está cerrada.',
    'others-signed-out': 'Las sesiones de los demás navegadores están cerradas.',
    unlinked: 'Ese chat está desconectado.',
    language: 'Tu idioma está guardado.',
    deleted: 'Eliminada.',
    'deleted-several': 'Esas imágenes están eliminadas.',
    'none-picked': 'Primero selecciona una imagen.',
    'deleted-post-stays':
      'Eliminada. No pudimos retirar lo que publicamos en el canal, pero un admin de allí sí puede.',
  },

  buttons: {
    again: (price: number) => `Otra vez · ${number(price)}`,
    editPrompt: 'Editar prompt',
    editWords: 'Editar texto',
    vary: (price: number) => `Variar · ${number(price)}`,
    subtle: (price: number) => `Sutil · ${number(price)}`,
    strong: (price: number) => `Fuerte · ${number(price)}`,
    changeThis: 'Cambiar',
    change: (price: number) => `Cambiar · ${number(price)}`,
    changeNumber: (which: number, price: number) => `Cambiar la ${number(which)} · ${number(price)}`,
    upgrade: (price: number) => `Mejorar · ${number(price)}`,
    draw: 'Dibujar',
    drawFor: (price: number) => `Dibujar · ${number(price)}`,
    drawThis: (excerpt: string, price: number) => `Dibujar ${quoted(excerpt)} · ${number(price)}`,
    backTo: (step: number) => `Volver a ${number(step)}`,
    cancel: 'Cancelar',
    show: 'Mostrar',
    older: 'Anteriores',
    favourite: 'Favorita',
    unfavourite: 'Quitar favorita',
    favourites: 'Favoritas',
    allPictures: 'Todas las imágenes',
    share: 'Compartir',
    unshare: 'Dejar de compartir',
    vote: (votes: number) => (votes === 0 ? 'Votar' : `Votar · ${number(votes)}`),
    openOnWeb: 'Abrir en la web',
    delete: 'Eliminar',
    deleteIt: 'Eliminarla',
    keepIt: 'Conservarla',
    useInImagine: 'Usar en /imagine',
  },

  account: {
    title: 'Créditos',
    area: 'Cuenta',
    picturesTab: 'Imágenes',
    balance: 'Tu saldo',
    unit: plural({ one: 'crédito', other: 'créditos' }),
    enoughFor: (pictures: string) => `Alcanza para ${pictures}.`,
    inDebt:
      'Se reembolsó un pago cuyos créditos ya se habían gastado. Los créditos nuevos cubren eso primero.',
    topUp: 'Recargar',
    getMore: 'Conseguir más',
    moreCredits: 'Más créditos',
    neverExpire: () =>
      say`Los créditos no caducan. ${{ link: '/pricing', label: 'Qué puedes dibujar con ellos' }}`,
    pictures: 'Gastado en imágenes',
    noPictures: () => say`Aún no hay nada. En tu chat, escribe ${code('/imagine')} y lo que quieres ver.`,
    seeAll: 'Ver todo',
    seeAllPictures: 'lo gastado en imágenes',
    seeAllAdditions: 'las compras y los regalos',
    additions: 'Compras y regalos',
    forTeams: 'Comprado para equipos',
    teams: 'Equipos',
    youAre: (role: 'admin' | 'owner') => ({ admin: 'Eres admin', owner: 'Eres titular' })[role],
    gallery: 'Galería',
    galleryOf: (place: string) => `de ${place}`,
    manage: 'Gestionar',
  },

  monthChart: {
    months: 'Meses',
    spent: 'Gastado en imágenes',
    added: 'Añadido',
    nothing: (month: string) => `Sin movimientos en ${month}.`,
    chart: (month: string) => `Créditos por día, ${month}`,
    text: (spent: number, added: number) => `Gastado: ${credits(spent)}. Añadido: ${credits(added)}.`,
    most: (day: number, spent: number) => `El día de más gasto fue el ${number(day)}: ${credits(spent)}.`,
    noneSpent: 'No se pagó ninguna imagen.',
    day: (day: number, month: string) => `${day} de ${month}`,
    daySpent: (spent: number) => `gasto de ${credits(spent)}`,
    dayAdded: (added: number) => `recarga de ${credits(added)}`,
    asTable: 'Como tabla',
    columns: { day: 'Día', spent: 'Gastado', added: 'Añadido' },
    newestOnly: 'En un mes muy activo solo cuentan los movimientos más recientes.',
    zone: (zone: string) => `Días según la hora de ${zone}.`,
    asCsv: (month: string) => `${month} en CSV`,
  },

  activity: {
    title: 'Movimientos',
    show: 'Mostrar',
    kinds: { all: 'Todo', pictures: 'Imágenes', additions: 'Compras y regalos' },
    nothing: 'Aquí no hay nada.',
    nothingNew: 'Nada entre lo más reciente. Puede haber movimientos anteriores.',
    pages: 'Páginas',
    newest: 'Más recientes',
    older: 'Anteriores',
    asCsv: 'Todo en CSV',
  },

  entry: {
    columns: { what: 'Qué', credits: 'Créditos', balance: 'Saldo' },
    kinds: {
      purchase: 'Compra',
      spend: 'Una imagen que eliminaste',
      refund: 'Devolución',
      reversal: 'Pago reembolsado',
      grant: 'Créditos que te dimos',
      transfer: 'De tu otra cuenta',
    },
    giftTo: (name: string) => `Regalo para ${name}`,
    giftFrom: (name: string) => `Regalo de ${name}`,
    giftBack: 'Un regalo que volvió',
    somebody: 'alguien',
    welcome: 'Créditos de bienvenida',
    welcomeTakenBack: 'Créditos de bienvenida sin usar, que no se traspasan',
    takenBack: 'Retirado',
    givenBack: 'Devolución:',
    reference: 'Referencia',
    receipt: 'Recibo',
    receiptOf: (reference: string) => `de ${reference}`,
    receiptFrom: (seller: string) => `recibo de ${seller}`,
  },

  packs: {
    title: 'Paquetes',
    notSold: (contact: string) => `Aquí no se venden créditos. Para conseguir más, habla con ${contact}.`,
    operator: 'quien gestiona este bot',
    recommended: 'Recomendado',
    save: (percent: number) => `Ahorras un ${percent} %`,
    buys: (counts: Readonly<Record<'draft' | 'standard' | 'premium', number>>) => {
      const { draft, standard, premium } = counts
      const ways = [
        draft > 0 && drafts(draft),
        standard > 0 && standardPictures(standard),
        premium > 0 && (standard > 0 ? `${number(premium)} premium` : premiumPictures(premium)),
      ]
      return anyOf(ways.filter((way) => way !== false))
    },
    buy: (price: string) => `Comprar por ${price}`,
    buyWith: (price: string, seller: string) => `Comprar por ${price} con ${seller}`,
    forTeams: () =>
      say`Un equipo tiene sus propios créditos: se compran con ${code('/topup equipo')} en su chat.`,
  },

  pricing: {
    title: 'Precios',
    lead: 'Paga por imágenes, no por puestos. Los créditos no caducan, y una imagen que falla no cuesta nada.',
    welcome: (amount: number) =>
      say`El primer chat que conectas trae ${bold(credits(amount))} de bienvenida.`,
    costs: 'Cuánto cuesta una imagen',
    columns: { what: 'Qué', credits: 'Créditos', money: 'En dinero' },
    qualities: {
      draft: { name: 'Borrador', more: 'un boceto rápido de una idea' },
      standard: { name: 'Estándar', more: 'lo que recibes si no dices nada más' },
      premium: { name: 'Premium', more: 'el máximo detalle' },
    },
    again: { name: 'Lo mismo otra vez', more: 'el mismo prompt con las mismas opciones, de tu historial' },
    free: 'gratis',
    above: (price: number, size: string) => `${number(price)} a partir de ${size}`,
    range: (from: string, to: string) => `${from}–${to}`,
    money: 'En dinero depende del paquete: cuanto más grande, menos.',
    styles: 'Estilos',
    stylesNote: 'Cómo es cada estilo de un vistazo. Son bocetos nuestros, no imágenes del modelo.',
    questions: 'Preguntas',
  },

  questions: {
    expire: {
      question: '¿Caducan los créditos?',
      answer: () =>
        say`No. Son tuyos hasta que los uses y no hay suscripción: compras un paquete cuando lo necesitas.`,
    },
    fail: {
      question: '¿Y si una imagen falla?',
      answer: () =>
        say`Sus créditos vuelven al momento, y la respuesta lo dice. Lo mismo pasa con un prompt que rechaza el control de seguridad y con una imagen que cancelas antes de que se dibuje.`,
    },
    again: {
      question: '¿Cuánto cuesta la misma imagen otra vez?',
      answer: () =>
        say`Nada. Pídela con el mismo prompt y las mismas opciones y recibes la imagen que ya tienes. Debajo de ella, ${bold('Otra vez')} dibuja una nueva, a su precio.`,
    },
    privacy: {
      question: '¿Quién ve mis prompts?',
      answer: () =>
        say`En un canal, todas las personas que están en él, junto con la imagen. Con ${code('privado')}, solo tú. Los admins de un equipo ven cuánto se gastó y con qué herramienta, nunca un prompt. ${{ link: '/privacy', label: 'Todo sobre la privacidad' }}`,
    },
    teams: {
      question: '¿Cómo pagan los equipos?',
      answer: () =>
        say`Un equipo tiene sus propios créditos, que pagan lo que sus miembros dibujan en sus canales. Los admins los compran en la página del equipo y pueden limitar lo que cada miembro y cada canal gasta en un mes.`,
    },
    free: {
      question: '¿Qué es gratis?',
      answer: () =>
        say`Los códigos QR, los placeholders, los favicons y los cambios de tamaño, para todo el mundo. No te hace falta una cuenta.`,
    },
    refund: { question: '¿Puedo recuperar mi dinero?' },
  },

  refund: {
    byLaw: 'Reembolsamos los paquetes cuando la ley nos obliga.',
    within: (count: number) =>
      `¿Cambiaste de idea? Hasta ${days(count)} después de comprar un paquete, te reembolsamos lo que no hayas usado.`,
    write: (email: string) =>
      say`Escribe a ${{ link: `mailto:${email}`, label: email }} con el número del pedido.`,
    ask: 'Habla con quien gestiona este bot.',
  },

  settings: {
    title: 'Ajustes',
    address: {
      title: 'Dirección de correo',
      about: 'Con ella inicias sesión, y a ella te escribimos sobre tu cuenta.',
      none: 'Aún no hay ninguna',
      add: 'Añadir una',
      change: 'Cambiar',
      whose: 'tu dirección',
    },
    language: {
      title: 'Idioma',
      about: 'Para estas páginas, nuestros correos y lo que te decimos en el chat.',
      own: 'El de mi navegador y mi chat',
      save: 'Guardar',
    },
    chats: {
      title: 'Chats conectados',
      about: 'Quien escribe desde ellos puede gastar tus créditos y ver tus imágenes.',
      none: () => say`Aún no hay ninguno. Escribe ${code('/link')} donde chateas con el bot.`,
      since: 'conectado',
      disconnect: 'Desconectar',
    },
    sessions: {
      title: 'Dónde tienes la sesión abierta',
      about:
        'No guardamos qué navegador o red es, solo cuándo se usó. Cada sesión termina a los 30 días, o tras una semana sin uso.',
      here: 'Este navegador',
      elsewhere: 'Otro navegador',
      signedIn: 'sesión iniciada',
      lastUsed: 'último uso',
      signOut: 'Cerrar sesión',
      whichBrowser: 'en ese navegador',
      others: 'Cerrar las demás sesiones',
      everywhere: 'Cerrar sesión en todas partes',
    },
    data: {
      title: 'Tus datos',
      about: 'Todo lo que tenemos sobre ti, con tus imágenes, en un solo archivo.',
      action: 'Exportar todo',
    },
    merge: {
      title: 'Otra cuenta',
      about: '¿Tienes una segunda cuenta, con otra dirección? Esta puede quedarse con todo lo que tiene.',
      action: 'Unir otra cuenta',
    },
    end: {
      title: 'Eliminar tu cuenta',
      about:
        'Tus imágenes, tu historial y tus chats conectados desaparecen para siempre. Los créditos que te queden se pierden.',
      action: 'Eliminar tu cuenta',
    },
  },

  disconnect: {
    title: 'Desconectar un chat',
    question: '¿Desconectar este chat?',
    effect: (name: string, where: string) =>
      say`${bold(name)} ${where} ya no podrá gastar tus créditos ni ver tus imágenes.`,
    stays: () => say`Tus imágenes y tus créditos se quedan. Puedes conectarlo otra vez con ${code('/link')}.`,
    yes: 'Desconectar',
    no: 'Dejarlo conectado',
  },

  addressChange: {
    title: 'Cambiar tu dirección',
    now: (email: string) =>
      say`Ahora es ${bold(email)}. Enviaremos un código allí y otro a la dirección nueva.`,
    newAddress: 'Nueva dirección de correo',
    send: 'Enviar los códigos',
    codesTitle: 'Revisa los dos buzones',
    codeSentTo: (email: string) => `Código enviado a ${email}`,
    change: 'Cambiar la dirección',
    dead: 'Estos códigos ya no sirven. Pide otros.',
    taken: 'Otra cuenta tiene esta dirección. Mejor une esa cuenta con esta.',
  },

  merging: {
    title: 'Unir otra cuenta',
    lead: 'Todo lo que tiene la otra cuenta pasa a esta: créditos, imágenes y chats conectados. Después, la otra cuenta deja de existir. Esto no se puede deshacer.',
    otherAddress: 'Dirección de correo de la otra cuenta',
    send: 'Enviar allí un código',
    question: '¿Unir las cuentas?',
    thisAccount: 'esta cuenta',
    effect: (from: string, to: string) =>
      say`Todo lo que hay en la cuenta de ${bold(from)} pasa a ${bold(to)}, y la cuenta de ${from} deja de existir.`,
    merge: 'Unir las cuentas',
    none: 'No existe ninguna cuenta con esta dirección, así que no hay nada que unir.',
    same: 'Esa es la cuenta en la que tienes la sesión abierta.',
    inDebt: 'El saldo de la otra cuenta está por debajo de cero. Primero hay que dejarlo en cero.',
    busy: 'Una de las dos cuentas se está uniendo ahora mismo. Prueba otra vez en una hora.',
    withoutAddress: 'una cuenta sin dirección',
  },

  deletion: {
    title: 'Eliminar tu cuenta',
    lead: 'Esto elimina tu cuenta, tus chats conectados, tu historial y todas tus imágenes. No se puede deshacer.',
    lost: (amount: number) =>
      amount === 1
        ? say`Se perderá ${bold(credits(amount))} que no usaste.`
        : say`Se perderán ${bold(credits(amount))} que no usaste.`,
    stays: () =>
      say`La lista de créditos comprados y gastados se queda, porque la ley nos obliga a conservarla. No dice de quién eran. ¿Quieres antes una copia? ${{ link: '/account/export', label: 'Exportar todo' }}`,
    word: 'eliminar',
    confirm: (word: string) => `Escribe ${quoted(word)} para confirmar`,
    mistyped: (word: string) => `No se eliminó nada. Escribe ${quoted(word)} para eliminarlo todo.`,
    action: 'Eliminar todo',
  },

  checkout: {
    problems: {
      'no-pack': {
        title: 'Ese paquete ya no existe',
        text: 'Ya no vendemos este paquete. Echa un vistazo a los de ahora.',
      },
      'not-yours': {
        title: 'Este enlace no es tuyo',
        text: 'Se creó para otra persona, o no lo creamos nosotros. Escribe /topup en tu chat para recibir el tuyo. No se cobró nada.',
      },
      'too-many': {
        title: 'Demasiados pagos abiertos',
        text: 'Usa uno de los que ya abriste o prueba otra vez en diez minutos. No se cobró nada.',
      },
      provider: {
        title: 'No podemos abrir el pago',
        text: 'El servicio de pago no responde. No se cobró nada. Prueba otra vez en un minuto.',
      },
    },
    allPacks: 'Ver todos los paquetes',
    purchase: 'Tu compra',
    thanks: '¡Gracias!',
    waiting:
      'Tu pago se está confirmando; tarda unos segundos. Después, esta página muestra sola tu nuevo saldo. Puedes cerrarla: tus créditos llegan igualmente.',
    teamPaid: () =>
      say`Tu equipo tendrá sus créditos en menos de un minuto. Los ves con ${code('/credits')} en tu chat.`,
    arrivedTitle: 'Tus créditos ya están aquí',
    arrived: plural({ one: 'Tu crédito ya está aquí', other: 'Tus # créditos ya están aquí' }),
    balance: (balance: number) =>
      say`Tu saldo es ahora de ${bold(credits(balance))}. Puedes volver a tu chat.`,
    late: 'Está tardando más de lo normal',
    lateText:
      'Si ya pagaste, tus créditos llegan solos y no tienes que esperar aquí. Si no, no se cobró nada.',
    toAccount: 'Ir a tu cuenta',
    test: 'Pago de prueba',
    testBadge: 'prueba',
    testLead:
      'Esto es una prueba y no se mueve dinero. Aquí no hay ningún servicio de pago conectado, así que un clic hace lo que haría un pago.',
    pack: 'Paquete',
    credits: 'Créditos',
    price: 'Precio',
    notCharged: (price: string) => `${price}, sin cobrar`,
    pretend: (price: string) => `Simular un pago de ${price}`,
  },

  receiptProblems: {
    none: {
      title: 'Aquí no hay recibo',
      text: 'El servicio de pago no nos muestra ningún recibo de esta compra. Revisa tu correo: te envió uno cuando pagaste.',
    },
    'too-many': { title: 'Demasiados recibos', text: 'Prueba otra vez en diez minutos.' },
    provider: {
      title: 'No podemos abrir el recibo',
      text: 'El servicio de pago no responde. Prueba otra vez en un minuto.',
    },
  },

  teamPage: {
    inWallet: (unit) => `${unit} en el saldo del equipo`,
    until: (when: string) =>
      say`La dirección de esta página es solo tuya y sirve hasta ${when}. Con ${code('/team')} recibes otra.`,
    topUp: 'Recargar',
    spent: 'Gastado',
    zone: (zone: string) => `Meses según la hora de ${zone}.`,
    months: 'Meses',
    thisMonth: 'Este mes',
    asCsv: (month: string) => `${month} en CSV`,
    members: 'Miembros',
    tools: 'Herramientas',
    channels: 'Canales',
    columns: {
      member: 'Miembro',
      tool: 'Herramienta',
      channel: 'Canal',
      spent: 'Gastado',
      cap: 'Límite',
      orders: 'Peticiones',
      credits: 'Créditos',
    },
    nobody: 'Aún nadie ha usado el bot aquí.',
    nothingDrawn: 'No se dibujó nada con los créditos del equipo.',
    noChannel: 'No se gastó nada en ningún canal.',
    more: (count: number) => `Y ${number(count)} más, en el archivo.`,
    newestTools: 'Solo las herramientas de las peticiones más recientes del mes.',
    formerMember: 'alguien que ya no está',
    deletedSince: 'ya eliminada',
    noCap: 'ninguno',
    pays: (payer: string) => `paga: ${payer}`,
    payers: { team: 'el equipo, mientras tenga créditos', own: 'cada persona, lo suyo' },
    roles: { member: 'miembro', admin: 'admin', owner: 'titular', blocked: 'acceso bloqueado' },
    settings: 'Ajustes',
    facts: {
      pays: 'Quién paga',
      memberCap: 'Límite de cada miembro',
      channelCap: 'Límite de cada canal',
      timeZone: 'Zona horaria',
      adminsChannel: 'Canal de admins',
    },
    monthly: (cap: number) => `${credits(cap)} al mes`,
    none: 'ninguno',
    places: 'Dónde chatea el equipo',
    kinds: { discord: 'Servidor de Discord', slack: 'Espacio de trabajo de Slack', terminal: 'Terminal' },
    noGallery: 'aún sin canal de galería',
    galleryChannel: 'canal de la galería',
    whereToChange: () => say`Todo esto se cambia en tu chat, con ${code('/team')} y ${code('/gallery')}.`,
    buy: 'Recargar el equipo',
    moreCredits: 'Más créditos',
    buyNote: 'Lo que compras aquí es del equipo: paga lo que dibujan sus miembros y no puedes recuperarlo.',
    lapsed: {
      title: 'Esta dirección caducó',
      text: 'Sirvió durante una hora. Escribe /team en tu chat para recibir otra.',
    },
  },

  teamLog: {
    title: 'Cambios',
    columns: { what: 'Qué', now: 'Ahora' },
    nothing: 'No cambió nada en el último año.',
    older: 'Los anteriores están en el archivo.',
    asCsv: 'Un año de cambios en CSV',
    by: 'por',
    somebody: 'alguien',
    channel: (channel: string) => `canal ${channel}`,
    cap: 'Límite',
    kinds: {
      pays: 'Quién paga',
      'member-cap': 'Límite de los miembros',
      'channel-cap': 'Límite de los canales',
      'cap-raised': 'Más créditos para un mes',
      'raise-declined': 'Solicitud de créditos rechazada',
      'time-zone': 'Zona horaria',
      language: 'Idioma',
      'admins-channel': 'Canal de admins',
      gallery: 'Galería',
      role: 'Rol',
      removed: 'Fuera de la lista',
      blocked: 'Bloqueo',
      unblocked: 'Fin del bloqueo',
      tied: 'Unión con otro equipo',
      untied: 'Separación',
    },
  },

  operator: {
    runBy: 'Lo gestiona',
    address: 'Dirección',
    writeTo: 'Escribe a',
    gaps: { name: 'nombre', address: 'dirección postal', email: 'dirección de correo' },
  },

  policy: {
    title: 'Privacidad',
    description:
      'Qué guarda imgsrc bot sobre las personas, por qué, cuánto tiempo y quién más llega a verlo.',
    asOf: (day: string) => `Versión del ${day}.`,
    who: 'Quién es responsable',
    kept: {
      title: 'Qué guardamos, por qué y cuánto tiempo',
      where: {
        mongodb: 'Todo está en una base de datos MongoDB de quien gestiona el bot.',
        sqlite: 'Todo está en la máquina de quien gestiona el bot.',
      },
      account: {
        term: 'Tu cuenta',
        text: 'Tu dirección de correo y el día en que iniciaste sesión por primera vez, para que puedas entrar y podamos escribirte; el idioma que elegiste, o en el que tu chat habla contigo; y de qué cambios de esta política te avisamos. Hasta que elimines la cuenta.',
      },
      chats: {
        term: 'Tus chats conectados',
        text: 'Tu id de usuario y el nombre que muestras en el chat, y el nombre del servidor o espacio de trabajo en el que lo conectaste, para que el bot sepa de quién son los créditos que gasta. Hasta que desconectes el chat o elimines la cuenta. Una petición de conexión sin terminar se guarda 15 minutos; que hay que avisarte de una conexión nueva, hasta que te avisemos, un día como máximo.',
      },
      pictures: {
        term: 'Tus imágenes',
        text: 'Lo que pediste, con sus opciones, dónde y cuándo; las imágenes que salieron de ello, cuáles son tus favoritas, y las que trajiste para editar, sin lo que tu cámara anotó en ellas; también las peticiones que fallaron. Para que puedas encontrarlas, compartirlas y repetirlas. Hasta que elimines la imagen o la cuenta. Una petición que espera créditos se guarda 15 minutos; de una conversación en un chat, de qué imágenes trató por última vez, un año, para que puedas seguir cambiándolas.',
      },
      teams: {
        term: 'Tus equipos',
        text: 'En qué servidores y espacios de trabajo usas el bot, tu nombre allí, el último día que lo usaste, qué decidieron sus admins para ti y qué pagó el equipo por ti: sus admins lo ven, en el chat y en la web. Hasta que un admin te quite o elimines la cuenta. Lo que cambian los admins se guarda un año.',
      },
      credits: {
        term: 'Tus créditos',
        text: 'Cada movimiento de créditos con su cantidad, su hora y el número del pedido o de la imagen, porque la ley nos obliga a llevar cuentas. No dicen tu nombre y se quedan cuando se elimina la cuenta.',
      },
      purchases: {
        term: 'Tus compras',
        text: 'Para qué paquete abriste un pago y cuándo, con un hash con clave de tu dirección, para que un pedido que llega sin el número de tu cuenta te encuentre igualmente: hasta 30 días después de terminar el pago. Que te avisamos de una compra, tres días. Ambas cosas desaparecen con la cuenta.',
      },
      signingIn: {
        term: 'Inicio de sesión',
        text: 'Cuándo se inició la sesión en un navegador y cuándo se usó por última vez, 30 días como máximo. Los códigos y los tokens, solo de una forma en que no se pueden leer y mientras sirven: los códigos, con la dirección a la que se enviaron, diez minutos; la dirección que deshace una conexión, 30 días.',
      },
      abuse: {
        term: 'Contra los abusos',
        text: 'Tu dirección de red se usa para contar cuántas veces se piden códigos. Se guarda solo como hash con clave, una hora. Cuántas veces abre una cuenta pagos, exportaciones y la página de un equipo se cuenta ese mismo tiempo; y cuántas veces tú y tu equipo usan lo que es gratis, con hashes así, diez minutos. Qué navegador usas no se guarda en absoluto. De una dirección y un usuario de chat que recibieron créditos de bienvenida quedan hashes así para siempre, para que se den una sola vez; la red desde la que se pidieron se guarda así un día.',
      },
      log: {
        term: 'El registro',
        text: 'El programa anota qué hizo y qué falló, con los números de cuentas, pedidos e imágenes. Nunca escribe direcciones de correo ni de red, prompts, códigos o nombres.',
        stays:
          'El registro es un archivo en la máquina de quien gestiona el bot, y se queda hasta que esa persona lo borre. Las últimas líneas escritas en la terminal también están allí en un archivo, sin códigos ni direcciones de correo. Ninguna exportación las incluye. Desaparecen con la cuenta, a más tardar cuando el programa se inicia de nuevo.',
        goes: 'El programa no lo conserva: va a donde lo mande quien gestiona el bot.',
      },
    },
    marks: {
      title: 'Qué dicen las imágenes de sí mismas',
      text: () =>
        say`OpenAI escribe en las imágenes que dibuja que las creó un modelo (Content Credentials). Guardamos cada imagen como llegó, con eso dentro. Cuando tenemos que hacerla más pequeña o pasarla a otro formato, eso se pierde, y en su lugar escribimos una línea que nadie firma: que la creó una IA (XMP, ${code('DigitalSourceType')}). Ninguna de las dos dice quién la pidió ni con qué palabras.`,
      cloudflare:
        'Cloudflare puede entregar una copia en un formato que elija, y lo que está escrito en la imagen puede faltar en esa copia.',
      chats:
        'Un chat en el que se publica una imagen, y quien la guarde desde allí, puede recibir una copia sin ninguna de las dos.',
    },
    cookies: {
      title: 'Cookies',
      session: () =>
        say`Al iniciar sesión se guarda una cookie, ${code('session')}, que mantiene tu sesión abierta, 30 días como máximo. Hasta que cierres la sesión también muestra que en este navegador ya se inició antes, para que nadie más pueda agotar tus códigos.`,
      slack: () =>
        say`Quien instala la app en un espacio de trabajo de Slack tiene una segunda, ${code('slack-install')}, durante diez minutos, que muestra que quien vuelve de Slack es quien salió.`,
      none: 'No hay rastreadores ni estadísticas sobre ti.',
    },
    others: {
      title: 'Quién más llega a ver algo',
      openai: {
        term: 'OpenAI',
        text: 'dibuja las imágenes. Recibe tu prompt, las imágenes que quieres editar y un hash del número de tu cuenta, con el que puede detectar abusos sin saber quién eres.',
      },
      placeholder: {
        term: 'Nadie, para dibujar',
        text: 'Las imágenes son placeholders que se dibujan en la máquina de quien gestiona el bot; tus prompts no salen de ella.',
      },
      cloudflare: {
        term: 'Cloudflare',
        text: 'aloja las imágenes. Sus direcciones no se pueden adivinar, y quien tiene una puede ver la imagen.',
      },
      disk: {
        term: 'Quien tenga la dirección de una imagen',
        text: 'puede verla. Las imágenes están en la máquina de quien gestiona el bot, y sus direcciones no se pueden adivinar.',
      },
      lemonsqueezy: {
        term: 'Lemon Squeezy',
        text: 'vende los créditos y cobra el pago. Recibe tu dirección de correo y el número de tu cuenta cuando abres un pago. Nunca vemos cómo pagas.',
      },
      discord: {
        term: 'La tienda de Discord',
        text: 'vende los créditos que se compran en Discord y cobra el pago. Nos dice qué usuario de Discord compró qué. Hasta que ese usuario tenga una cuenta aquí, guardamos un hash de su número para reconocerlo. Nunca vemos cómo pagas.',
      },
      mail: {
        term: 'Nuestro proveedor de correo',
        text: 'te entrega nuestros correos: códigos, avisos de un chat conectado y cambios de la política.',
      },
      chats: (names: readonly string[]) => ({
        term: formats.allOf(names),
        text: `${names.length === 1 ? 'lleva' : 'llevan'} lo que escribes al bot y lo que te responde, si es ahí donde lo usas, según ${names.length === 1 ? 'su propia política' : 'sus propias políticas'}. Lo que publicas o compartes en un canal lo ven sus miembros.`,
      }),
      signIns: {
        discord: {
          term: 'Discord, si inicias sesión allí para conectar un chat,',
          text: 'nos dice tu id de usuario, tu nombre y lo que muestra tu perfil público (el permiso identify), y sabe que te conectas a este bot. Solo comprobamos que fuiste tú quien lo pidió en el chat y no guardamos nada de eso. Que empezaste a conectar se guarda diez minutos.',
        },
        slack: {
          term: 'Slack, si inicias sesión allí para conectar un chat,',
          text: 'nos dice tu id de usuario y el de tu espacio de trabajo (el permiso openid), y sabe que te conectas a este bot. Solo comprobamos que fuiste tú quien lo pidió en el chat y no guardamos nada de eso. Que empezaste a conectar se guarda diez minutos.',
        },
      },
      nobody:
        'Nadie más, salvo que la ley nos obligue a decirlo. No se vende nada, y nada se usa para entrenar nada nuestro.',
    },
    rights: {
      title: 'Tus derechos',
      text: () =>
        say`Puedes ${{ link: '/account/settings', label: 'exportar todo' }} lo que tenemos sobre ti, ${{ link: '/account/email', label: 'corregir tu dirección' }} y ${{ link: '/account/delete', label: 'eliminar tu cuenta' }}, cuando quieras y sin ayuda de nadie. Puedes oponerte, limitar el uso de tus datos y reclamar ante la autoridad de protección de datos de donde vives. Si esta política cambia, avisamos por correo a todas las cuentas que tienen dirección.`,
    },
  },

  terms: {
    title: 'Condiciones',
    lead: 'Con qué puedes contar cuando usas imgsrc bot, y con qué contamos por tu parte.',
    asOf: (day: string) => `Versión del ${day}.`,
    draft: (variables: readonly string[]) =>
      say`Esto es un borrador. Quien gestiona este bot aún tiene que completar lo que está marcado: ${code(variables.join(' '))}. Hasta entonces nadie lo ha aceptado.`,
    gaps: { law: 'lugar de la ley aplicable' },
    who: 'Quiénes somos',
    service: {
      title: 'Qué recibes',
      text: 'Describes una imagen en el chat de tu equipo o en la terminal. Nosotros hacemos que se dibuje, la publicamos donde la pediste y la guardamos en tu historial. Trabajamos en ello con cuidado, y aun así puede fallar, ir lento o no funcionar. Podemos cambiar partes del servicio o terminarlas. Si lo terminamos del todo, te avisamos con un mes de antelación y te reembolsamos los créditos que compraste y no usaste.',
    },
    account: {
      title: 'Tu cuenta',
      text: () =>
        say`Necesitas una dirección de correo que puedas leer, y tener la edad necesaria para aceptar esto donde vives. Respondes de lo que pasa en los chats que conectas, así que conecta solo los tuyos. Puedes desconectarlos, o eliminar tu cuenta, cuando quieras en ${{ link: '/account/settings', label: 'tus ajustes' }}.`,
    },
    rules: {
      title: 'Qué no dibujar',
      text: 'Nada que vaya contra la ley donde estás tú o donde estamos nosotros, que sexualice a menores, que acose o engañe a personas, o que use la cara o la obra de alguien en contra de sus derechos. Podemos bloquear una cuenta que lo haga, y los admins pueden bloquear a personas en su equipo.',
      openai: () =>
        say`Las imágenes las dibuja OpenAI, así que también valen ${{ link: 'https://openai.com/policies/usage-policies/', label: 'sus políticas de uso' }}, y su control de seguridad puede rechazar un prompt.`,
    },
    money: {
      title: 'Créditos y pago',
      text: () =>
        say`Las imágenes cuestan créditos, que compras en paquetes a ${{ link: '/pricing', label: 'los precios indicados' }}. Los créditos no caducan. Una imagen que falla, se rechaza o se cancela devuelve sus créditos al momento. Los créditos sirven para imágenes aquí y para nada más: no son dinero y no se pagan de otra forma que como reembolso.`,
      lemonsqueezy:
        'Lemon Squeezy vende los paquetes como vendedor oficial (merchant of record): cobra el pago, añade los impuestos y envía el recibo, según sus propias condiciones.',
      discord: 'Los paquetes que se compran dentro de Discord los vende Discord, según sus condiciones.',
      others: 'Lo que compras para un equipo, o regalas a alguien, es suyo desde ese momento.',
    },
    refunds: {
      title: 'Reembolsos',
      law: 'Los derechos que la ley te da como consumidor se mantienen tal como son.',
    },
    pictures: {
      title: 'Tus imágenes',
      text: () =>
        say`Lo que escribes y traes sigue siendo tuyo, y también lo que se dibuja para ti, en la medida en que la ley reconoce un derecho sobre ello. Lo usamos para hacer lo que pides y para nada más; ${{ link: '/privacy', label: 'la política de privacidad' }} dice quién lo ve. Necesitas tener derecho a lo que traes. Puede que a otras personas se les dibuje algo parecido con palabras como las tuyas.`,
      openai:
        'Las imágenes llevan dentro la indicación de que las dibujó un modelo. No las presentes como fotografías de algo que ocurrió.',
      shared:
        'Lo que compartes en la galería de un equipo, su gente puede verlo, votarlo y usarlo para dibujar, hasta que dejes de compartirlo o lo elimines.',
    },
    liability: {
      title: 'Si algo sale mal',
      text: 'Respondemos sin límite cuando la ley lo dice: por dolo y culpa grave, por daños a la vida, la integridad física o la salud, y por lo que hayamos garantizado. Por lo demás, respondemos de los daños previsibles, hasta lo que nos pagaste en los doce meses anteriores.',
    },
    changes: {
      title: 'Cambios',
      text: 'Si cambiamos estas condiciones en algo que importa, te escribimos con un mes de antelación. Si no estás de acuerdo, elimina tu cuenta antes de esa fecha y te reembolsamos los créditos que compraste y no usaste.',
    },
    law: {
      title: 'Ley',
      applies: 'Ley aplicable:',
      consumer: 'Como consumidor conservas la protección del país en el que vives.',
    },
  },

  galleryPage: {
    title: 'Tus imágenes',
    search: 'Buscar',
    searchHint: 'Palabras de tus prompts',
    all: 'Todas',
    favourites: 'Favoritas',
    shared: 'Compartidas',
    narrow: 'Filtros',
    tool: 'Creada con',
    anyTool: 'Cualquier herramienta',
    quality: 'Calidad',
    anyQuality: 'Cualquier calidad',
    team: 'Equipo',
    anyTeam: 'Cualquier equipo',
    from: 'Desde',
    until: 'Hasta',
    apply: 'Aplicar',
    clear: 'Quitar filtros',
    place: (first: number, last: number, total: number, isWhole: boolean) =>
      `${number(first)}–${number(last)} de ${number(total)}${isWhole ? '' : ' o más'}`,
    pages: 'Páginas',
    newest: 'Más recientes',
    newer: 'Posteriores',
    older: 'Anteriores',
    none: () =>
      say`Aún no hay nada. En el chat de tu equipo, escribe ${code('/imagine')} y lo que quieres ver.`,
    noFavourites: () => say`Aún no hay favoritas. Añade una con la estrella de una imagen.`,
    noneFound: 'Ninguna imagen coincide. Prueba con menos palabras o filtros.',
    noneOlder: 'No queda nada anterior.',
    select: (about: string) => `Seleccionar ${about}`,
    selectAll: 'Seleccionar todas',
    selectNone: 'Quitar la selección',
    selected: 'Imágenes seleccionadas',
    downloadSelected: 'Descargar en ZIP',
    deleteSelected: 'Eliminar',
    addFavourite: (about: string) => `Añadir ${about} a favoritas`,
    removeFavourite: (about: string) => `Quitar ${about} de favoritas`,
    count: (count: number) => pictures(count),
  },

  teamGalleryPage: {
    of: 'Galería de',
    title: (team: string) => `Galería de ${team}`,
    none: () =>
      say`Aún no hay nada compartido. Pulsa ${bold('Compartir')} debajo de una imagen en el chat para añadir una.`,
    votes: plural({ one: '# voto', other: '# votos' }),
  },

  picturePage: {
    back: 'Todas las imágenes',
    newer: 'Posterior',
    older: 'Anterior',
    prompt: 'Prompt',
    copy: 'Copiar',
    copied: 'Copiado',
    download: 'Descargar',
    downloadAll: 'Descargar todas',
    openOriginal: 'Abrir a tamaño completo',
    favourite: 'Favorita',
    unfavourite: 'Quitar favorita',
    remove: 'Eliminar',
    removeAll: 'Eliminar todas',
    numbered: (picture: number, all: number) => `${number(picture)} de ${number(all)}`,
    together: (count: number) => `Las ${number(count)}`,
    settings: 'Detalles',
    size: 'Tamaño',
    quality: 'Calidad',
    background: 'Fondo',
    model: 'Modelo',
    tool: 'Creada con',
    made: 'Fecha',
    cost: 'Precio',
    free: 'Gratis',
    paidByTeam: (amount: number) => `${credits(amount)}, a cargo de tu equipo`,
    id: 'Imagen',
    where: 'Pedida en',
    sharedIn: 'Compartida en',
    openIn: (platform: string) => `Abrir en ${platform}`,
    onlyYou: 'Solo tú',
    seenBy: 'Visible para',
    yourTeam: 'Tu equipo',
    inChat: (command: string) =>
      say`Para variarla, cambiarla o mejorarla, escribe ${code(command)} en el chat.`,
    embed: 'Copiar como HTML o Markdown',
    embedNote: 'Cualquiera que tenga esta dirección puede ver la imagen hasta que la elimines.',
    html: 'HTML',
    markdown: 'Markdown',
    family: 'Familia',
    familyOf: 'Familia de una imagen',
    from: 'De dónde viene',
    fromWords: 'Solo de palabras.',
    fromGone: 'La imagen de la que partió ya no existe.',
    fromMore: 'Hay más pasos antes de estos.',
    ofIt: 'Lo que hiciste con ella',
    nothingYet: 'Aún nada.',
    moreMade: 'Y más, de antes.',
    removeOne: '¿Eliminar esta imagen?',
    removeMany: '¿Eliminar estas imágenes?',
    removeWarning: 'Esto la elimina de nuestros servidores y de tu historial. No se puede deshacer.',
    removeManyWarning: (count: number) =>
      `Esto elimina ${pictures(count)} de nuestros servidores y de tu historial. No se puede deshacer.`,
    removeShared: 'Ya no se verá donde la compartiste.',
    removeManyShared: 'Las que compartiste ya no se verán allí.',
    keep: 'Conservarla',
    keepMany: 'Conservarlas',
  },
}
