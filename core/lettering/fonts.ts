/** The fonts that come along: one for each script, given to the text engine when a text first needs it. */
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

export type Weight = 'regular' | 'bold'

interface Font {
  family: string
  /** What it is needed for; all texts where absent. */
  has?: RegExp
  files: Readonly<Record<Weight, string>>
}

/** In the order in which a letter looks for one that has it. */
const fonts: readonly Font[] = [
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
  {
    family: 'Noto Sans Hans',
    files: noto('sc', 'NotoSansHans', 'otf'),
    // Its marks and wide forms stand between letters of these scripts.
    has: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
  },
  { family: 'Noto Sans KR', files: noto('kr', 'NotoSansKR', 'otf'), has: /\p{Script=Hangul}/u },
  { family: 'Noto Sans Thai', files: google('noto-sans-thai', 'NotoSansThai'), has: /\p{Script=Thai}/u },
  {
    family: 'Noto Sans Devanagari',
    files: google('noto-sans-devanagari', 'NotoSansDevanagari'),
    has: /\p{Script=Devanagari}/u,
  },
]

/** Each family there is, for the text engine to choose from letter by letter: the same everywhere. */
export const families = fonts.map(({ family }) => family).join(',')

const loaded = new Map<string, Promise<unknown>>()

/** When it resolves, all that the text needs can be drawn in this process. */
export async function loadFonts(text: string, weight: Weight): Promise<void> {
  for (const { files, has } of fonts) if (!has || has.test(text)) await load(files[weight])
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
