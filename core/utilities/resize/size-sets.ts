/** Sizes that go together, each set by its name, with the limits of the place that asks for them. */
import type { Fit, ResizeFormat } from './wanted.ts'

export interface SizeSet {
  /** What it is for, in a few words. */
  about: string
  /** Pixels; a side that is left out follows from the picture's shape. */
  sizes: readonly { name?: string; width: number; height?: number }[]
  fit: Fit
  /** What it may become; the first that fits where none is asked for. */
  formats: readonly ResizeFormat[]
  mostBytes?: number
  mostFrames?: number
  /** A picture that is smaller stays as it is. */
  shrinkOnly?: true
}

const square = (...sides: readonly number[]) => sides.map((side) => ({ width: side, height: side }))

export const sizeSets = {
  'app-icon': {
    about: 'iOS and Android',
    // developer.apple.com/design/human-interface-guidelines/app-icons; developer.android.com/distribute/google-play/resources/icon-design-specifications and its densities, mdpi to xxxhdpi.
    sizes: square(1024, 512, 192, 180, 167, 152, 144, 120, 96, 87, 80, 76, 72, 60, 58, 48, 40, 29, 20),
    fit: 'pad',
    formats: ['png'],
  },
  social: {
    about: 'cards, posts and headers',
    // Tables of third parties, which agree: linkshed.net/socialsizes.php has each of them, tinker-tools.com/image-tools/social-image-sizes
    // (2026) most.
    sizes: [
      { name: 'card', width: 1200, height: 630 },
      { name: 'x-post', width: 1600, height: 900 },
      { name: 'x-header', width: 1500, height: 500 },
      { name: 'instagram-square', width: 1080, height: 1080 },
      { name: 'instagram-portrait', width: 1080, height: 1350 },
      { name: 'story', width: 1080, height: 1920 },
      { name: 'linkedin', width: 1200, height: 627 },
      { name: 'youtube', width: 1280, height: 720 },
      { name: 'pinterest', width: 1000, height: 1500 },
    ],
    fit: 'crop',
    formats: ['jpeg', 'png', 'webp', 'avif'],
  },
  'slack-emoji': {
    about: '128 KB at most',
    // slack.com/help/articles/206870177: square, under 128 KB, an animated GIF of up to 50 frames; gifcap.io/for/slack-emoji names the same.
    sizes: square(128),
    fit: 'pad',
    formats: ['png', 'gif', 'jpeg'],
    mostBytes: 128_000,
    mostFrames: 50,
  },
  'discord-emoji': {
    about: '256 KB at most',
    // support.discord.com/hc/articles/360036479811: 128 by 128, under 256 KB; 256,000 bytes in @sapphire/discord-utilities, EmojiLimits.
    sizes: square(128),
    fit: 'pad',
    formats: ['png', 'gif', 'jpeg', 'webp'],
    mostBytes: 256_000,
  },
  'discord-sticker': {
    about: '512 KB at most',
    // docs.discord.com/developers/resources/sticker#create-guild-sticker: 320 by 320, at most 512 KB, PNG, APNG or GIF; what moves
    // may last 5 seconds, which is not held here. 512,000 bytes in @sapphire/discord-utilities, StickerLimits.
    sizes: square(320),
    fit: 'pad',
    formats: ['png', 'gif'],
    mostBytes: 512_000,
  },
  email: {
    about: '200 KB at most',
    // Our own choice: templates are 600 wide, screens show two pixels for one, and 200 KB arrive in a second on a slow phone.
    sizes: [{ width: 1200 }],
    fit: 'inside',
    formats: ['jpeg', 'png', 'gif'],
    mostBytes: 200_000,
    shrinkOnly: true,
  },
} as const satisfies Record<string, SizeSet>

export type SizeSetName = keyof typeof sizeSets

export const findSizeSet = (name: string): SizeSet | undefined =>
  Object.hasOwn(sizeSets, name) ? sizeSets[name as SizeSetName] : undefined
