/** The ways to ask for pictures: what each makes of the words that a person wrote. */

export interface Tool {
  /** The words that the model is sent. */
  instruct(prompt: string): string
  output: 'png'
}

export const tools = {
  imagine: { instruct: (prompt) => prompt, output: 'png' },
} as const satisfies Readonly<Record<string, Tool>>

export type ToolName = keyof typeof tools
