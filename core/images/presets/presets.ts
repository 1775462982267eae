/** The presets, by the names of their commands: this list drives commands, forms, help and prices. */
import { avatar } from './avatar.ts'
import { banner } from './banner.ts'
import { emoji } from './emoji.ts'
import { logo } from './logo.ts'
import { og } from './og.ts'
import type { Preset } from './preset.ts'

export const presets = { og, logo, banner, avatar, emoji } as const satisfies Readonly<Record<string, Preset>>

export type PresetName = keyof typeof presets

export const presetNames = Object.keys(presets) as readonly PresetName[]

export const isPreset = (tool: string): tool is PresetName => Object.hasOwn(presets, tool)

/** Undefined for a tool that is none. */
export const findPreset = (tool: string): Preset | undefined => (isPreset(tool) ? presets[tool] : undefined)

/** Those of fields that words are given for, and the style; each name once, for a form that serves all presets. */
export const fieldNames: readonly string[] = [
  ...new Set([...Object.values(presets).flatMap(({ fields }) => fields.map(({ name }) => name)), 'style']),
]
