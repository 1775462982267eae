/** The drawings of samples by their names, so that what is to be drawn can be said as data. */
import type { Draw } from './drawing.ts'
import * as faces from './faces.ts'
import * as marks from './marks.ts'
import * as scenes from './scenes.ts'

const drawings = { ...scenes, ...marks, ...faces } satisfies Readonly<Record<string, Draw>>

/** How a style looks at a glance. */
export interface Sample {
  drawn: keyof typeof drawings
  /** `#rrggbb`, in the order in which the drawing takes them. */
  colors: readonly string[]
}

/** As SVG that fills so many pixels; `id` is what no other drawing of the same file has. */
export function drawSample(
  { drawn, colors }: Sample,
  size: { width: number; height: number },
  id: string,
): string {
  return drawings[drawn]({ ...size, colors, id })
}
