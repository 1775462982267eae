/** Small drawings of the manners in which faces are made, as SVG. */
import { type Canvas, type Draw, drawPixels } from './drawing.ts'

/** Over a plain ground, in a square of 100 that stands at its foot. */
const onGround =
  (draw: (canvas: Canvas) => string): Draw =>
  (canvas) => {
    const { width: w, height: h, colors } = canvas
    const side = Math.min(w, h)
    return `<rect width="${w}" height="${h}" fill="${colors[0]}"/><g transform="translate(${(w - side) / 2} ${h - side}) scale(${side / 100})">${draw(canvas)}</g>`
  }

const shoulders = 'M12 104Q12 76 38 72L62 72Q88 76 88 104Z'
const hair = 'M27 46Q22 16 50 15 78 16 73 46 70 32 60 30 44 34 32 31 29 36 27 46Z'

/** With light from one side. */
export const portrait = onGround(
  ({ colors: [ground, skin, cloth, dark], id }) => `
  <linearGradient id="${id}side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.5"/></linearGradient>
  <radialGradient id="${id}air" cx="0.3" cy="0.3" r="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.45"/><stop offset="1" stop-color="${ground}" stop-opacity="0"/></radialGradient>
  <filter id="${id}soft"><feGaussianBlur stdDeviation="0.7"/></filter>
  <rect width="100" height="100" fill="url(#${id}air)"/>
  <g filter="url(#${id}soft)">
    <path d="${shoulders}" fill="${cloth}"/><path d="M41 58H59V76Q50 84 41 76Z" fill="${skin}"/><ellipse cx="50" cy="46" rx="21" ry="25" fill="${skin}"/>
    <path d="${shoulders}" fill="url(#${id}side)"/><ellipse cx="50" cy="46" rx="21" ry="25" fill="url(#${id}side)"/><path d="${hair}" fill="${dark}"/>
    <ellipse cx="42" cy="45" rx="2.6" ry="1.8" fill="${dark}"/><ellipse cx="58" cy="45" rx="2.6" ry="1.8" fill="${dark}"/><path d="M43 59Q50 63 57 59" stroke="#8a3b34" stroke-width="2" fill="none"/><path d="M50 46 48 54H52" stroke="#000" stroke-opacity="0.25" fill="none"/>
  </g>`,
)

export const cartoon = onGround(
  ({ colors: [, skin, cloth, dark] }) => `
  <g stroke="${dark}" stroke-width="3.2" stroke-linejoin="round" stroke-linecap="round">
    <path d="${shoulders}" fill="${cloth}"/><path d="M42 60H58V74Q50 80 42 74Z" fill="${skin}"/><ellipse cx="50" cy="46" rx="23" ry="24" fill="${skin}"/><path d="${hair}" fill="${dark}"/>
    <path d="M41 45v3M59 45v3" stroke-width="5"/><path d="M41 56Q50 66 59 56Z" fill="#fff"/>
  </g>`,
)

/** Balls and rolls, each with its own light. */
export const clay = onGround(
  ({ colors: [, skin, cloth, dark], id }) => `
  <radialGradient id="${id}lit" cx="0.35" cy="0.28" r="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.6"/><stop offset="0.45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.38"/></radialGradient>
  <filter id="${id}shade" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="3"/></filter>
  <ellipse cx="54" cy="72" rx="24" ry="7" fill="#000" fill-opacity="0.3" filter="url(#${id}shade)"/>
  ${[
    ['<path d="M16 104Q14 74 50 73 86 74 84 104Z"', cloth],
    ['<ellipse cx="50" cy="46" rx="25" ry="26"', skin],
    ['<ellipse cx="26" cy="48" rx="5" ry="6"', skin],
    ['<ellipse cx="74" cy="48" rx="5" ry="6"', skin],
    ['<path d="M25 42Q22 15 50 14 78 15 75 42 66 28 50 31 34 28 25 42Z"', dark],
    ['<ellipse cx="50" cy="51" rx="5" ry="4"', skin],
  ]
    .map(([shape, color]) => `${shape} fill="${color}"/>${shape} fill="url(#${id}lit)"/>`)
    .join('')}
  <circle cx="41" cy="44" r="3" fill="${dark}"/><circle cx="59" cy="44" r="3" fill="${dark}"/><path d="M42 60Q50 66 58 60" stroke="${dark}" stroke-width="2.4" stroke-linecap="round" fill="none"/>`,
)

export const outlined = onGround(
  ({ colors: [, line, spot] }) => `
  <circle cx="66" cy="36" r="22" fill="${spot}"/>
  <g fill="none" stroke="${line}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">
    <path d="M8 98Q14 78 40 73Q46 70 44 62Q28 56 29 38 31 16 52 17 72 18 71 40 71 50 66 58L60 64Q60 70 66 73 88 78 92 98"/><path d="M29 40Q36 26 50 30 62 33 71 30"/><path d="M40 44q3-2 6 0M57 44q3-2 6 0M52 45 50 53H54M45 60Q51 63 57 59"/>
  </g>`,
)

const pixelFace = [
  '................',
  '.....333333.....',
  '....33333333....',
  '...3333333333...',
  '...3311111133...',
  '...3111111113...',
  '...1131111311...',
  '...1131111311...',
  '...1111111111...',
  '...1111441111...',
  '....11444411....',
  '.....111111.....',
  '......1111......',
  '...2222222222...',
  '..222222222222..',
  '..222222222222..',
]

/** By large pixels; the ground is the first colour. */
export const pixelPortrait: Draw = ({ width, height, colors }) =>
  `<rect width="${width}" height="${height}" fill="${colors[0]}"/>${drawPixels(pixelFace, { width, height, colors })}`

const smile = (dark: string | undefined) =>
  `<ellipse cx="37" cy="43" rx="5" ry="7.5" fill="${dark}"/><ellipse cx="63" cy="43" rx="5" ry="7.5" fill="${dark}"/><path d="M28 57Q50 64 72 57 70 78 50 78 30 78 28 57Z" fill="${dark}"/>`

export const glossy = onGround(
  ({ colors: [, main, deep, dark], id }) => `
  <radialGradient id="${id}ball" cx="0.45" cy="0.35" r="0.7"><stop offset="0" stop-color="#fff3a8"/><stop offset="0.5" stop-color="${main}"/><stop offset="1" stop-color="${deep}"/></radialGradient>
  <linearGradient id="${id}shine" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.85"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
  <circle cx="50" cy="50" r="40" fill="url(#${id}ball)"/>${smile(dark)}<path d="M38 72Q50 66 62 72 57 77 50 77 43 77 38 72Z" fill="#ff6b6b"/><ellipse cx="50" cy="25" rx="26" ry="14" fill="url(#${id}shine)"/>`,
)

export const flat = onGround(
  ({ colors: [, main, , dark] }) =>
    `<circle cx="50" cy="50" r="38" fill="${main}" stroke="${dark}" stroke-width="5"/>${smile(dark)}`,
)

export const sticker = onGround(
  ({ colors: [, main, , dark], id }) => `
  <filter id="${id}shade" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="2.5"/></filter>
  <circle cx="51" cy="54" r="43" fill="#000" fill-opacity="0.35" filter="url(#${id}shade)"/><circle cx="50" cy="50" r="43" fill="#fff"/><circle cx="50" cy="50" r="34" fill="${main}" stroke="${dark}" stroke-width="4.5"/><g transform="translate(9 9) scale(0.82)">${smile(dark)}</g>`,
)

const pixelSmile = [
  '....3333....',
  '..33111133..',
  '.3111111113.',
  '.3111111113.',
  '311311113113',
  '311311113113',
  '311111111113',
  '311311113113',
  '.3113333113.',
  '.3111111123.',
  '..33111233..',
  '....3333....',
]

export const pixelEmoji = onGround(
  ({ colors }) =>
    `<g transform="translate(8 8) scale(0.84)">${drawPixels(pixelSmile, { width: 100, height: 100, colors })}</g>`,
)
