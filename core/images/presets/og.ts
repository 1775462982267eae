/** The social card: what a link to a page shows in chats and networks. */
import type { Preset } from './preset.ts'

export const og: Preset = {
  fields: [
    {
      name: 'title',
      required: true,
      longest: 120,
      set: 'large',
    },
    { name: 'subtitle', longest: 160, set: 'small' },
  ],
  styles: {
    gradient:
      'Soft, flowing gradients of two or three rich colours with a little grain, abstract and modern.',
    photo: 'A photograph of what the words are about, natural light, shallow depth of field.',
    illustration: 'A flat editorial illustration of what the words are about, few colours, clear shapes.',
    geometric: 'Bold geometric shapes in a Swiss poster grid, strong contrast, few colours.',
    night: 'Dark and technical: deep blue and black with thin glowing lines and much empty space.',
    paper: 'Cut and layered paper with soft shadows, warm colours, made by hand.',
  },
  samples: {
    gradient: { drawn: 'gradient', colors: ['#4b2be3', '#ff5d8f', '#23c4f2', '#ffb35c'] },
    photo: { drawn: 'photo', colors: ['#5f7fa8', '#ffd9a8', '#8a8fa3', '#22311f', '#c98a3c'] },
    illustration: { drawn: 'illustration', colors: ['#cdeaf2', '#ffb454', '#5ec4a6', '#174a5c', '#f2664d'] },
    geometric: { drawn: 'grid', colors: ['#f2efe6', '#e4412b', '#1b2a5b', '#f3b61f', '#f2efe6', '#1b1b1b'] },
    night: { drawn: 'glow', colors: ['#070b1e', '#3ba7ff', '#a56bff'] },
    paper: { drawn: 'paper', colors: ['#fbe3c4', '#f3a96b', '#e0704c', '#a83c3f'] },
  },
  // The same shape as 1200×630, to the pixel.
  size: { width: 1280, height: 672 },
  background: 'opaque',
  delivered: { width: 1200, height: 630 },
  layout: 'over',
  subject: 'The picture of a social card, which previews a link, about',
  manner:
    'It fills the whole frame, with no border and no mock-up. What matters is in the middle four fifths of its height.',
}
