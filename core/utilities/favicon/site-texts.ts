/** What a site says of its icons: the manifest, and the lines for its pages. */
import type { MadeFile } from '#core/utilities/utility.ts'

/** To be put between `<head>` and `</head>`; the files go to the site's root. */
export function renderHtml(hasSvg: boolean): readonly string[] {
  return [
    // Without its size, Chrome would take the .ico rather than the SVG (evilmartians.com, "How to favicon").
    '<link rel="icon" href="/favicon.ico" sizes="32x32">',
    hasSvg
      ? '<link rel="icon" href="/favicon.svg" type="image/svg+xml">'
      : '<link rel="icon" href="/icon-32.png" type="image/png" sizes="32x32">',
    '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
    '<link rel="manifest" href="/site.webmanifest">',
  ]
}

/** Its names are to be changed. */
export function renderManifest(color: string): string {
  const icon = (file: string, side: number, purpose?: string) => ({
    ...{ src: `/${file}`, type: 'image/png', sizes: `${side}x${side}` },
    ...(purpose !== undefined && { purpose }),
  })
  const icons = [
    icon('icon-192.png', 192),
    icon('icon-512.png', 512),
    icon('icon-maskable-512.png', 512, 'maskable'),
  ]
  const said = {
    name: 'Your site',
    short_name: 'Your site',
    icons,
    theme_color: color,
    background_color: color,
  }
  return `${JSON.stringify({ ...said, display: 'standalone' }, undefined, 2)}\n`
}

export const renderTextFile = (name: string, mime: string, text: string): MadeFile => ({
  ...{ name, mime },
  bytes: new TextEncoder().encode(text),
})
