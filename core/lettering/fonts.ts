/** The fonts that come along: one for each script, given to the text engine when a text first needs it. */
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

import type { EastAsian } from './east-asian.ts'

export type Weight = 'regular' | 'bold'

interface Font {
  family: string
  /** What it is needed for; all texts where absent. */
  has?: RegExp
  files: Readonly<Record<Weight, string>>
}

/** Chinese characters, with the marks and wide forms that stand between letters of these scripts. */
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

const hanOrHangul =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Each draws Chinese characters in its own country’s shapes. */
const eastern: Readonly<Record<EastAsian, Font>> = {
  ja: { family: 'Noto Sans Japanese', files: noto('jp', 'NotoSansJP', 'otf'), has: han },
  ko: { family: 'Noto Sans Korean', files: noto('kr', 'NotoSansKR', 'otf'), has: /\p{Script=Hangul}/u },
  zh: { family: 'Noto Sans S Chinese', files: noto('sc', 'NotoSansHans', 'otf'), has: han },
}

/** In the order in which a letter looks for one that has it. */
const others: readonly Font[] = [
  { family: 'Noto Sans', files: noto('latin', 'NotoSans', 'ttf') },
  {
    family: 'Noto Emoji',
    files: google('noto-emoji', 'NotoEmoji'),
    has: /\p{Extended_Pictographic}|\p{RI}|\u20e3/u,
  },
  {
    family: 'DejaVu Sans',
    files: {
      regular: findFile('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
      bold: findFile('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
    },
    has: /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{ASCII}]/u,
  },
  { family: 'Noto Naskh Arabic', files: noto('arabic', 'NotoNaskhArabic', 'ttf'), has: /\p{Script=Arabic}/u },
  { family: 'Noto Sans Hebrew', files: noto('hebrew', 'NotoSansHebrew', 'ttf'), has: /\p{Script=Hebrew}/u },
  { family: 'Noto Sans Thai', files: google('noto-sans-thai', 'NotoSansThai'), has: /\p{Script=Thai}/u },
  {
    family: 'Noto Sans Devanagari',
    files: google('noto-sans-devanagari', 'NotoSansDevanagari'),
    has: /\p{Script=Devanagari}/u,
  },
]

/** The one of that language comes first; Japanese and Korean lack some of what Chinese has. */
function listFonts(language: EastAsian): readonly Font[] {
  const { ja, ko, zh } = eastern
  const inOrder = { ja: [ja, zh, ko], ko: [{ ...ko, has: hanOrHangul }, zh], zh: [zh, ko] }
  return [...others, ...inOrder[language]]
}

const loaded = new Map<string, Promise<unknown>>()

/**
 * When it resolves, all that the text needs can be drawn in this process. Answers with every family that may be, for the text
 * engine to choose from letter by letter: the same everywhere.
 */
export async function loadFonts(text: string, weight: Weight, language: EastAsian): Promise<string> {
  const fonts = listFonts(language)
  for (const { files, has } of fonts) if (!has || has.test(text)) await load(files[weight])
  return fonts.map(({ family }) => family).join(',')
}

/** The text engine takes a file only along with something to draw, and keeps it. */
function load(fontfile: string): Promise<unknown> {
  const known = loaded.get(fontfile)
  if (known) return known
  const loading = sharp({ text: { text: '.', fontfile } })
    .raw()
    .toBuffer()
  loaded.set(fontfile, loading)
  loading.catch(() => loaded.delete(fontfile))
  return loading
}

function noto(script: string, name: string, ending: string): Font['files'] {
  // The package lets nothing but its own module be resolved.
  const find = (weight: string) =>
    fileURLToPath(
      new URL(`../fonts/${name}-${weight}.${ending}`, import.meta.resolve(`@embedpdf/fonts-${script}`)),
    )
  return { regular: find('Regular'), bold: find('Bold') }
}

function google(family: string, name: string): Font['files'] {
  const find = (weight: string) => findFile(`@expo-google-fonts/${family}/${weight}/${name}_${weight}.ttf`)
  return { regular: find('400Regular'), bold: find('700Bold') }
}

function findFile(name: string): string {
  return fileURLToPath(import.meta.resolve(name))
}
