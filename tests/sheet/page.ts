/** The contact sheet: every message beside its name, as both platforms show it. */
import { element, escapeHtml } from './markup.ts'

export interface Shown {
  name: string
  private: boolean
  discord: string
  slack: string
}

export function renderSheet(title: string, shown: readonly Shown[]): string {
  const rows = shown.map(({ name, discord, slack, ...seen }) =>
    element(
      'section',
      'row',
      element('h2', 'name', escapeHtml(name)) +
        element('div', 'discord', renderAuthor('discord') + discord + (seen.private ? only('discord') : '')) +
        element('div', 'slack', (seen.private ? only('slack') : '') + renderAuthor('slack') + slack),
    ),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${css}</style></head><body><h1>${escapeHtml(title)}</h1>${rows.join('\n')}</body></html>`
}

const only = (platform: 'discord' | 'slack') =>
  element(
    'div',
    `${platform}-only`,
    platform === 'discord' ? '👁 Only you can see this · <a>Dismiss message</a>' : '👁 Only visible to you',
  )

const renderAuthor = (platform: string) =>
  element('div', `${platform}-author`, '<i></i><b>imgsrc</b> <em>APP</em> <small>8:35 PM</small>')

const css = `
* { box-sizing: border-box }
body { margin: 0; padding: 24px; background: #e9e9ee; font: 14px/1.4 system-ui, sans-serif; color: #222 }
h1 { font-size: 20px } .name { grid-column: 1 / -1; font-size: 13px; margin: 0; color: #555; font-weight: 600 }
.row { display: grid; grid-template-columns: 600px 600px; gap: 8px 16px; margin: 0 0 24px; align-items: start }
img { display: block }
.discord { background: #313338; color: #dbdee1; padding: 12px 16px 12px 72px; border-radius: 6px; font: 16px/1.375 'gg sans', 'Noto Sans', system-ui, sans-serif; position: relative; overflow-wrap: anywhere }
.discord-author i, .slack-author i { position: absolute; left: 16px; top: 14px; width: 40px; height: 40px; border-radius: 50%; background: linear-gradient(135deg, #7c5cff, #ff7ac6) }
.discord-author em { font: 600 10px/16px system-ui; background: #5865f2; color: #fff; padding: 0 5px; border-radius: 4px } .discord-author small { color: #949ba4; font-size: 12px }
.discord b { color: #f2f3f5; font-weight: 600 } .discord a { color: #00a8fc } .discord code { background: #2b2d31; padding: 0 3px; border-radius: 3px; font-size: 85% }
.d-text { margin: 2px 0 8px } .d-quote { border-left: 4px solid #4e5058; padding-left: 12px } .d-small { font-size: 13px; color: #949ba4 }
.d-code { background: #2b2d31; border: 1px solid #1e1f22; border-radius: 4px; padding: 8px; font-size: 13px; white-space: pre-wrap; margin: 4px 0 }
.d-row { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0 } .d-button { background: #4e5058; color: #fff; border-radius: 8px; padding: 6px 14px; font-size: 14px; font-weight: 500 }
.d-primary { background: #5865f2 } .d-success { background: #248046 } .d-danger { background: #da373c } .d-premium { background: #5865f2 } .d-disabled { opacity: .5 }
.d-section { display: flex; gap: 12px; justify-content: space-between } .d-thumbnail { width: 85px; height: 85px; object-fit: cover; border-radius: 8px }
.d-gallery { display: grid; gap: 4px; max-width: 500px; margin: 4px 0 } .d-gallery:not(.d-of-1) { grid-template-columns: 1fr 1fr } .d-image { width: 100%; border-radius: 8px; max-height: 340px; object-fit: cover }
.d-file { background: #2b2d31; border: 1px solid #1e1f22; border-radius: 8px; padding: 12px; margin: 4px 0; color: #00a8fc } .discord-only { font-size: 12px; color: #949ba4; margin-top: 4px }
.slack { background: #fff; color: #1d1c1d; padding: 10px 20px 10px 68px; border-radius: 6px; font: 15px/1.46 Lato, 'Noto Sans', system-ui, sans-serif; position: relative; overflow-wrap: anywhere }
.slack-author i { width: 36px; height: 36px; border-radius: 8px } .slack-author em { font: 700 10px/14px system-ui; background: #e8e8e8; color: #616061; padding: 1px 3px; border-radius: 2px } .slack-author small { color: #616061; font-size: 12px }
.slack a { color: #1264a3 } .slack code { color: #e01e5a; background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px; font-size: 12px } .slack-only { font-size: 12px; color: #616061; margin: 0 0 2px }
.s-section { display: flex; justify-content: space-between; gap: 12px; margin: 4px 0 } .s-text { margin: 4px 0 } .s-quote { border-left: 4px solid #ddd; padding-left: 12px }
.s-context { color: #616061; font-size: 13px; margin: 4px 0 } .s-actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 } .s-button { border: 1px solid #bbb; border-radius: 8px; padding: 5px 12px; font-weight: 700; font-size: 13px }
.s-primary { background: #007a5a; border-color: #007a5a; color: #fff } .s-danger { background: #e01e5a; border-color: #e01e5a; color: #fff } .s-image { max-width: 360px; max-height: 360px; border-radius: 8px; margin: 4px 0 }
.s-thumbnail { width: 72px; height: 72px; object-fit: cover; border-radius: 6px } .s-title { font-size: 13px } .s-header { font-size: 18px; font-weight: 900 } .s-code { background: #f8f8f8; border: 1px solid #ddd; border-radius: 4px; padding: 8px; font-size: 12px; white-space: pre-wrap; margin: 4px 0 }
.s-table { border-collapse: collapse } .s-table td { border: 1px solid #ddd; padding: 4px 8px }
`
