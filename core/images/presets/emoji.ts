/** The emoji: a tiny sticker for the chat itself, see-through around it. */
import type { Preset } from './preset.ts'

export const emoji: Preset = {
  fields: [{ name: 'subject', required: true, longest: 100 }],
  styles: {
    glossy: 'Rounded and glossy like the emoji of phones, soft shading, saturated colours.',
    flat: 'Flat shapes in few bright colours with a dark outline.',
    sticker: 'A sticker with a thick white rim and bold outlines.',
    pixel: 'Pixel art of 24 by 24 large pixels with a dark outline.',
  },
  samples: {
    glossy: { drawn: 'glossy', colors: ['#f4f3f0', '#ffcf3f', '#f28c1b', '#5b2f12'] },
    flat: { drawn: 'flat', colors: ['#f4f3f0', '#ffd24a', '#f2a900', '#2b2640'] },
    sticker: { drawn: 'sticker', colors: ['#f4f3f0', '#ffcf3f', '#f28c1b', '#2f2a26'] },
    pixel: { drawn: 'pixelEmoji', colors: ['#f4f3f0', '#ffd54a', '#f2a93b', '#3b2a1e'] },
  },
  size: { width: 1024, height: 1024 },
  background: 'transparent',
  delivered: { width: 128, height: 128 },
  fills: true,
  layout: 'none',
  subject: 'One emoji of',
  manner:
    'One simple shape that fills the frame, exaggerated, recognisable at 20 pixels, with no shadow on the ground.',
}
