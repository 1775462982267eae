/** The banner: the wide picture at the top of a profile or a newsletter. */
import type { Preset } from './preset.ts'

export const banner: Preset = {
  fields: [
    {
      name: 'title',
      required: true,
      longest: 80,
      set: 'large',
    },
    { name: 'subtitle', longest: 120, set: 'small' },
  ],
  styles: {
    gradient:
      'Soft, flowing gradients of two or three rich colours with a little grain, abstract and modern.',
    photo: 'A wide photograph of what the words are about, natural light, much air.',
    landscape: 'A painted panorama with layered depth, in few harmonious colours.',
    pattern: 'A seamless geometric pattern with variation and rhythm, few colours.',
    night: 'Dark and technical: deep blue and black with thin glowing lines and much empty space.',
  },
  samples: {
    gradient: { drawn: 'gradient', colors: ['#0f7c8c', '#6a4bff', '#7df0c2', '#f9d65c'] },
    photo: { drawn: 'photo', colors: ['#86b3d1', '#fdeccb', '#7f9c8f', '#2c3b24', '#d8b04a'] },
    landscape: {
      drawn: 'panorama',
      colors: ['#f2a07b', '#fbe0b8', '#c98a9a', '#8f6f96', '#5b5a86', '#2f3f66'],
    },
    pattern: { drawn: 'tiles', colors: ['#fff4e0', '#e2583e', '#1f6f78', '#f0a830', '#29335c'] },
    night: { drawn: 'glow', colors: ['#060a18', '#2ee6c5', '#4d7dff'] },
  },
  size: { width: 1536, height: 512 },
  background: 'opaque',
  delivered: { width: 1500, height: 500 },
  layout: 'over',
  subject: 'The picture of a wide banner at the top of a profile, about',
  manner:
    'It fills the whole frame, with no border and no mock-up. What matters is in the middle half of its height.',
}
