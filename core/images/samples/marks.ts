/** Small drawings of the manners in which marks are made, as SVG. */
import type { Canvas, Draw } from './drawing.ts'

/** On white, in a square of 100 in the middle. */
const onWhite =
  (draw: (canvas: Canvas) => string): Draw =>
  (canvas) => {
    const { width: w, height: h } = canvas
    const side = Math.min(w, h)
    return `<rect width="${w}" height="${h}" fill="#fff"/><g transform="translate(${(w - side) / 2} ${(h - side) / 2}) scale(${side / 100})">${draw(canvas)}</g>`
  }

export const minimal = onWhite(
  ({ colors: [main, second] }) =>
    `<path d="M50 20a30 30 0 1 0 30 30H50Z" fill="${main}"/><path d="M56 14a30 30 0 0 1 30 30H56Z" fill="${second}"/>`,
)

/** With the lines that it is constructed on. */
export const constructed = onWhite(
  ({ colors: [main, second, line] }) => `
  <g fill="none" stroke="${line}" stroke-width="0.5"><circle cx="50" cy="50" r="34"/><path d="M50 8V92M8 50H92M20 20 80 80M80 20 20 80"/><rect x="26" y="26" width="48" height="48"/></g>
  <path d="M26 50a24 24 0 0 1 24-24V74A24 24 0 0 1 26 50Z" fill="${main}"/><rect x="50" y="26" width="24" height="24" fill="${second}"/><path d="M50 50H74A24 24 0 0 1 50 74Z" fill="${main}"/>`,
)

export const emblem = onWhite(
  ({ colors: [main, second, light], id }) => `
  <circle cx="50" cy="50" r="38" fill="${main}"/><circle cx="50" cy="50" r="33" fill="none" stroke="${light}" stroke-width="1.6"/>
  <clipPath id="${id}window"><circle cx="50" cy="50" r="29"/></clipPath>
  <g clip-path="url(#${id}window)"><rect width="100" height="100" fill="${light}"/><circle cx="60" cy="40" r="8" fill="${second}"/><path d="M14 78 40 38 52 56 60 46 86 78Z" fill="${main}"/><path d="M40 38 33 49 40 53 46 47Z" fill="#fff"/><path d="M10 72q10-6 20 0t20 0 20 0 20 0V90H10Z" fill="${second}"/></g>`,
)

export const mascot = onWhite(
  ({ colors: [fur, light, line] }) => `
  <g stroke="${line}" stroke-width="3.4" stroke-linejoin="round" stroke-linecap="round">
    <path d="M22 46 19 16 42 30Q50 28 58 30L81 16 78 46Q84 70 50 86 16 70 22 46Z" fill="${fur}"/>
    <path d="M24 58Q36 54 44 66L50 82Q28 76 24 58ZM76 58Q64 54 56 66L50 82Q72 76 76 58Z" fill="${light}"/>
    <path d="M45 68H55L50 75Z" fill="${line}"/><path d="M37 48v4M63 48v4" fill="none" stroke-width="6"/>
  </g>`,
)

/** A letter that is one bent ribbon. */
export const monogram = onWhite(
  ({ colors: [main, second, dark], id }) => `
  <linearGradient id="${id}ribbon" x1="0" y1="1" x2="1" y2="0"><stop offset="0" stop-color="${main}"/><stop offset="1" stop-color="${second}"/></linearGradient>
  <path d="M18 80 44 20H58L32 80Z" fill="url(#${id}ribbon)"/><path d="M58 20 84 80H69L51 38Z" fill="${main}"/><path d="M38 66H63L68 78H33Z" fill="${dark}"/>`,
)

export const brushed = onWhite(
  ({ colors: [ink, spot], id }) => `
  <filter id="${id}ink" x="-20%" y="-20%" width="140%" height="140%"><feTurbulence type="fractalNoise" baseFrequency="0.09" numOctaves="3" seed="3"/><feDisplacementMap in="SourceGraphic" scale="4" xChannelSelector="R" yChannelSelector="G"/></filter>
  <g filter="url(#${id}ink)" fill="none" stroke="${ink}" stroke-linecap="round">
    <path d="M66 22A32 32 0 1 0 82 56" stroke-width="8"/><path d="M70 25A30 30 0 0 1 81 42" stroke-width="3"/><path d="M34 66Q44 40 58 34 56 54 40 62" stroke-width="4"/>
  </g><circle cx="70" cy="68" r="6.5" fill="${spot}" filter="url(#${id}ink)"/>`,
)
