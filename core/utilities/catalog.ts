/** The utilities there are, each with its limits and its job. */
import type { Utility } from './utility.ts'

export const catalog = {
  placeholder: {
    deadline: 10_000,
    load: async () => (await import('./placeholder/draw.ts')).drawPlaceholder,
  },
  qr: {
    deadline: 15_000,
    load: async () => (await import('./qr/draw.ts')).drawQr,
  },
  favicon: {
    deadline: 20_000,
    load: async () => (await import('./favicon/make-favicons.ts')).makeFavicons,
  },
  resize: {
    deadline: 30_000,
    load: async () => (await import('./resize/make-resized.ts')).makeResized,
  },
} as const satisfies Record<string, Utility>

export type UtilityName = keyof typeof catalog

type JobOf<Name extends UtilityName> = Awaited<ReturnType<(typeof catalog)[Name]['load']>>
export type InputOf<Name extends UtilityName> = Parameters<JobOf<Name>>[0]
export type MadeOf<Name extends UtilityName> = Awaited<ReturnType<JobOf<Name>>>
