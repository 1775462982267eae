/** Hands a message on in its language: with the words for what a platform adds to it, and commands as they are called there. */
import { type PlatformName, speak, type Text, type TextPart, type Words } from '#core/index.ts'
import { nameCommand } from './named.ts'
import type { Block, Message, Spoken } from './platform.ts'

/** In catalogues commands stand by what the program calls them. Slack knows them by nothing else. */
export function inLanguage(words: Words, message: Message, platform: PlatformName): Spoken {
  const areNamed = words === speak(undefined) || platform === 'slack'
  const blocks = areNamed ? message.blocks : message.blocks.map((block) => nameInBlock(words, block))
  return { ...message, blocks, words }
}

function nameInBlock(words: Words, block: Block): Block {
  if (block.kind === 'text' || block.kind === 'entry') {
    return { ...block, text: nameInText(words, block.text) }
  }
  if (block.kind !== 'file') return block
  return { ...block, file: { ...block.file, otherwise: nameInText(words, block.file.otherwise) } }
}

const nameInText = (words: Words, text: Text): Text =>
  text.map((part): TextPart => {
    if (typeof part === 'string' || !('code' in part)) return part
    return { code: part.code.replace(/^\/([a-z-]+)/, (_, name: string) => `/${nameCommand(words, name)}`) }
  })
