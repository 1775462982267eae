/** Small drawings of the manners in which whole frames are filled, as SVG. */
import { type Draw, grain, scatter } from './drawing.ts'

/** Soft pools of colour that flow into each other, with a little grain. */
export const gradient: Draw = ({ width: w, height: h, colors: [ground, a, b, c], id }) => `
  <filter id="${id}soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${h * 0.2}"/></filter>
  <rect width="${w}" height="${h}" fill="${ground}"/>
  <g filter="url(#${id}soft)">
    <ellipse cx="${w * 0.15}" cy="${h * 0.95}" rx="${w * 0.4}" ry="${h * 0.55}" fill="${a}"/>
    <ellipse cx="${w * 0.8}" cy="${h * 0.15}" rx="${w * 0.36}" ry="${h * 0.5}" fill="${b}"/>
    <ellipse cx="${w * 0.95}" cy="${h}" rx="${w * 0.25}" ry="${h * 0.45}" fill="${c}"/>
  </g>
  ${grain(id, w, h)}`

/** Far things out of focus, near ones sharp. */
export const photo: Draw = ({ width: w, height: h, colors: [sky, light, far, near, leaf], id }) => `
  <linearGradient id="${id}sky" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="${sky}"/><stop offset="0.62" stop-color="${light}"/><stop offset="1" stop-color="${far}"/>
  </linearGradient>
  <filter id="${id}far" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${h * 0.035}"/></filter>
  <rect width="${w}" height="${h}" fill="url(#${id}sky)"/>
  <g filter="url(#${id}far)">
    <circle cx="${w * 0.68}" cy="${h * 0.46}" r="${h * 0.13}" fill="#fff" fill-opacity="0.9"/>
    <path d="M0 ${h * 0.62} Q${w * 0.2} ${h * 0.34} ${w * 0.42} ${h * 0.6} T${w} ${h * 0.5} V${h} H0Z" fill="${far}"/>
    ${scatter(14, (x, y, r) => `<circle cx="${x * w}" cy="${h * (0.62 + y * 0.34)}" r="${h * (0.03 + r * 0.05)}" fill="#fff" fill-opacity="${0.12 + r * 0.22}"/>`)}
  </g>
  <path d="M0 ${h} V${h * 0.84} Q${w * 0.3} ${h * 0.74} ${w * 0.62} ${h * 0.88} T${w} ${h * 0.84} V${h}Z" fill="${near}"/>
  ${[0, 1, 2, 3, 4]
    .map((at) => {
      const [x, top] = [w * 0.1 + at * h * 0.085, h * (0.34 + ((at * 3) % 5) * 0.075)]
      return `<path d="M${x} ${h} Q${x - h * 0.03} ${(top + h) / 2} ${x + h * 0.05} ${top}" stroke="${near}" stroke-width="${h * 0.014}" fill="none"/>
        <ellipse cx="${x + h * 0.05}" cy="${top}" rx="${h * 0.03}" ry="${h * 0.075}" fill="${leaf}" transform="rotate(18 ${x + h * 0.05} ${top})"/>`
    })
    .join('')}`

/** Flat, clear shapes of few colours. */
export const illustration: Draw = ({ width: w, height: h, colors: [ground, sun, hill, dark, roof] }) => `
  <rect width="${w}" height="${h}" fill="${ground}"/>
  <circle cx="${w * 0.74}" cy="${h * 0.36}" r="${h * 0.2}" fill="${sun}"/>
  <path d="M0 ${h * 0.74} Q${w * 0.28} ${h * 0.42} ${w * 0.56} ${h * 0.74} T${w} ${h * 0.62} V${h} H0Z" fill="${hill}"/>
  <path d="M0 ${h} V${h * 0.86} Q${w * 0.5} ${h * 0.68} ${w} ${h * 0.9} V${h}Z" fill="${dark}"/>
  <g transform="translate(${w * 0.3} ${h * 0.5}) scale(${h / 100})">
    <rect width="20" height="22" fill="#fff"/><path d="M-4 1 10-12 24 1Z" fill="${roof}"/><rect x="7" y="10" width="6" height="12" fill="${dark}"/>
    <circle cx="37" cy="2" r="10" fill="${dark}"/><rect x="35.5" y="8" width="3" height="16" fill="${roof}"/>
    <path d="M58-22q4-5 8 0q4-5 8 0M76-30q3-4 6 0q3-4 6 0" fill="none" stroke="${dark}" stroke-width="1.6"/>
  </g>`

/** A poster's grid of bold shapes. */
export const grid: Draw = ({ width: w, height: h, colors }) => {
  const side = h / 2
  const kinds = [0, 1, 2, 3, 1, 2, 0, 3, 2, 1, 3, 0, 1, 3, 2, 0]
  const cells = Array.from({ length: Math.ceil(w / side) * 2 }, (_, at) => {
    const [x, y] = [Math.floor(at / 2) * side, (at % 2) * side]
    const pick = (step: number) => colors[(at * 2 + step + Math.floor(at / 4)) % colors.length]
    const shapes = [
      `<circle cx="${side / 2}" cy="${side / 2}" r="${side / 2}"/>`,
      `<path d="M0 0 H${side} A${side} ${side} 0 0 1 0 ${side}Z"/>`,
      `<path d="M0 ${side} ${side} 0V${side}Z"/>`,
      `<path d="M0 0H${side}V${side / 2}H0Z"/>`,
    ]
    return `<g transform="translate(${x} ${y})"><rect width="${side + 0.5}" height="${side + 0.5}" fill="${pick(0)}"/><g fill="${pick(1)}">${shapes[kinds[at % kinds.length] ?? 0]}</g></g>`
  })
  return cells.join('')
}

/** Thin lines that glow in the dark. */
export const glow: Draw = ({ width: w, height: h, colors: [ground, line, other], id }) => {
  const waves = [0, 1, 2, 3, 4].map((at) => {
    const y = h * (0.42 + at * 0.07)
    const swing = h * (0.3 - at * 0.045)
    return `<path d="M0 ${y} C${w * 0.25} ${y - swing} ${w * 0.4} ${y + swing} ${w * 0.6} ${y} S${w * 0.9} ${y - swing} ${w} ${y + swing * 0.4}" stroke="${at % 2 ? other : line}" stroke-opacity="${1 - at * 0.16}"/>`
  })
  const rails = [0.62, 0.72, 0.85, 1].map(
    (y) => `<path d="M0 ${h * y}H${w}" stroke="${line}" stroke-opacity="0.22"/>`,
  )
  return `
    <radialGradient id="${id}deep" cx="0.6" cy="0.4" r="0.8"><stop offset="0" stop-color="${line}" stop-opacity="0.28"/><stop offset="1" stop-color="${ground}" stop-opacity="0"/></radialGradient>
    <filter id="${id}glow" x="-20%" y="-50%" width="140%" height="200%"><feGaussianBlur stdDeviation="${h * 0.03}"/></filter>
    <rect width="${w}" height="${h}" fill="${ground}"/><rect width="${w}" height="${h}" fill="url(#${id}deep)"/>
    <g fill="none" stroke-width="${h * 0.03}" filter="url(#${id}glow)">${waves.join('')}</g>
    <g fill="none" stroke-width="${h * 0.011}">${rails.join('')}${waves.join('')}</g>
    ${scatter(7, (x, y, r) => `<circle cx="${x * w}" cy="${y * h * 0.9}" r="${h * (0.008 + r * 0.012)}" fill="#fff" fill-opacity="0.85"/>`)}`
}

/** Sheets of paper, each with its shadow on the one below. */
export const paper: Draw = ({ width: w, height: h, colors: [ground, ...sheets], id }) => `
  <filter id="${id}shade" x="-20%" y="-40%" width="140%" height="180%"><feGaussianBlur stdDeviation="${h * 0.025}"/></filter>
  <rect width="${w}" height="${h}" fill="${ground}"/>
  <circle cx="${w * 0.72 + h * 0.02}" cy="${h * 0.36 + h * 0.04}" r="${h * 0.17}" fill="#40200a" fill-opacity="0.4" filter="url(#${id}shade)"/>
  <circle cx="${w * 0.72}" cy="${h * 0.36}" r="${h * 0.17}" fill="#fff8e8"/>
  ${sheets
    .map((color, at) => {
      const y = h * (0.5 + at * 0.16)
      const bend = h * (at % 2 ? -0.2 : 0.2)
      const edge = `M0 ${y} Q${w * 0.25} ${y - bend} ${w * 0.5} ${y} T${w} ${y - h * 0.05} V${h * 1.2} H0Z`
      return `<path d="${edge}" fill="#40200a" fill-opacity="0.5" filter="url(#${id}shade)" transform="translate(0 ${-h * 0.025})"/><path d="${edge}" fill="${color}"/>`
    })
    .join('')}`

/** Ranges of hills, each fainter than the one before it, as if painted. */
export const panorama: Draw = ({ width: w, height: h, colors: [sky, light, ...ranges], id }) => `
  <linearGradient id="${id}sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky}"/><stop offset="0.7" stop-color="${light}"/></linearGradient>
  <filter id="${id}brush" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.06 0.12" numOctaves="2" seed="4"/><feDisplacementMap in="SourceGraphic" scale="${h * 0.08}" xChannelSelector="R" yChannelSelector="G"/></filter>
  <rect width="${w}" height="${h}" fill="url(#${id}sky)"/>
  <g filter="url(#${id}brush)">
    <circle cx="${w * 0.3}" cy="${h * 0.42}" r="${h * 0.16}" fill="#fff4dc"/>
    ${ranges
      .map((color, at) => {
        const y = h * (0.5 + at * 0.13)
        const [a, b] = [h * (0.3 - at * 0.05), h * (0.12 + at * 0.03)]
        const shift = ((at * 37) % 50) / 100
        return `<path d="M${-w * 0.1} ${y} Q${w * (0.1 + shift * 0.4)} ${y - a} ${w * (0.32 + shift * 0.3)} ${y} T${w * 0.72} ${y - b} T${w * 1.1} ${y} V${h * 1.2} H${-w * 0.1}Z" fill="${color}"/>`
      })
      .join('')}
  </g>`

/** One tile after the other, turned and coloured in a rhythm. */
export const tiles: Draw = ({ width: w, height: h, colors: [ground, ...others] }) => {
  const side = h / 3
  const columns = Math.ceil(w / side)
  return `<rect width="${w}" height="${h}" fill="${ground}"/>${Array.from(
    { length: columns * 3 },
    (_, at) => {
      const [column, row] = [at % columns, Math.floor(at / columns)]
      const color = others[(column + row * 2) % others.length]
      const middle = side / 2
      const leaf = `M0 0Q${side} 0 ${side} ${side}Q0 ${side} 0 0Z`
      const isDot = (column * 2 + row) % 5 === 0
      return `<g transform="translate(${column * side} ${row * side}) rotate(${((column + row) % 2) * 90} ${middle} ${middle})"><path d="${leaf}" fill="${color}"/>${isDot ? `<circle cx="${middle}" cy="${middle}" r="${side * 0.17}" fill="${ground}"/>` : ''}</g>`
    },
  ).join('')}`
}
