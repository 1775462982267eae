/** The avatar: a square portrait that is still clear when it is small and round. */
import type { Preset } from './preset.ts'

export const avatar: Preset = {
  fields: [{ name: 'subject', required: true, longest: 200 }],
  styles: {
    portrait: 'A photographic portrait, soft light from one side, plain background.',
    cartoon: 'A friendly cartoon with bold outlines and flat colours, plain background.',
    clay: 'A figure modelled in clay, soft studio light, plain background of one colour.',
    pixel: 'Pixel art of 32 by 32 large pixels, few colours, plain background.',
    line: 'A drawing of few confident black lines with one spot of colour, on white.',
  },
  samples: {
    portrait: { drawn: 'portrait', colors: ['#7d8f9e', '#e2a987', '#33475b', '#2b1b16'] },
    cartoon: { drawn: 'cartoon', colors: ['#ffd166', '#f6bd97', '#118ab2', '#222034'] },
    clay: { drawn: 'clay', colors: ['#9fc9c0', '#f0ad83', '#e4684a', '#5a3a2a'] },
    pixel: { drawn: 'pixelPortrait', colors: ['#7fb7e8', '#f0b58a', '#c8434d', '#4a2c22', '#b8604f'] },
    line: { drawn: 'outlined', colors: ['#ffffff', '#1a1a1a', '#ffc93c'] },
  },
  size: { width: 1024, height: 1024 },
  background: 'opaque',
  delivered: { width: 1024, height: 1024 },
  layout: 'none',
  subject: 'A profile picture of',
  manner:
    'Head and shoulders, or the whole thing, centred, with room for a round crop, recognisable at 48 pixels.',
}
