/** The logo: a mark with its name, square, see-through around it. */
import type { Preset } from './preset.ts'

export const logo: Preset = {
  fields: [
    { name: 'name', required: true, longest: 60, set: 'large' },
    { name: 'colors', longest: 60 },
  ],
  styles: {
    minimal: 'A minimal flat mark of one simple idea, few clean shapes, one or two colours.',
    geometric: 'A geometric mark built of circles, squares and lines on a strict grid.',
    emblem: 'A round emblem with an illustrated centre and a strong outline.',
    mascot: 'A friendly mascot with bold outlines and flat colours.',
    monogram: 'A mark whose shape comes of the first letter, abstract and balanced.',
    handmade: 'A mark drawn by hand with brush and ink, lively lines.',
  },
  samples: {
    minimal: { drawn: 'minimal', colors: ['#1f3fd6', '#ff7a59'] },
    geometric: { drawn: 'constructed', colors: ['#16324f', '#f2a541', '#c9d1da'] },
    emblem: { drawn: 'emblem', colors: ['#1f4d3a', '#e3a73f', '#f6ecd2'] },
    mascot: { drawn: 'mascot', colors: ['#f28b3c', '#fff3e0', '#3a1d12'] },
    monogram: { drawn: 'monogram', colors: ['#3b2bd9', '#d63bc4', '#1c1464'] },
    handmade: { drawn: 'brushed', colors: ['#20201e', '#d9442f'] },
  },
  size: { width: 1024, height: 1024 },
  background: 'transparent',
  delivered: { width: 1024, height: 1024 },
  layout: 'below',
  subject: 'One professional logo for',
  manner:
    'A vector-like mark, centred, with clean edges, readable at 32 pixels. No mock-up, no frame, no shadow, no second version.',
}
