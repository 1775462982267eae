/** The look of mails. Most programs obey only what stands at each element; those that know a dark scheme read the sheet too. */
import { raw } from 'hono/html'

const sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const mono = 'ui-monospace,SFMono-Regular,Menlo,Consolas,monospace'

export const styles = {
  body: `margin:0;padding:0;background:#f6f5fa;color:#16141f;font:16px/1.55 ${sans}`,
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px',
  brand: `padding:0 4px 16px;color:#16141f;font:600 16px/32px ${sans}`,
  icon: 'border:0;margin-right:10px;vertical-align:middle',
  card: 'padding:28px 28px 12px;border:1px solid #e6e3ef;border-radius:14px;background:#ffffff',
  heading: `margin:0 0 12px;color:#16141f;font:700 22px/1.3 ${sans};overflow-wrap:anywhere;hyphens:auto`,
  paragraph: `margin:0 0 16px;color:#16141f;font:16px/1.55 ${sans}`,
  note: `margin:0 0 16px;color:#5d596f;font:14px/1.5 ${sans}`,
  code: `margin:0 0 20px;padding:16px 8px;border-radius:10px;background:#f1eefe;color:#2c1fa8;font:700 34px/1.2 ${mono};letter-spacing:3px;text-align:center;white-space:nowrap`,
  button: 'border-radius:10px;background:#4b3fd1',
  onButton: `display:inline-block;padding:12px 22px;color:#ffffff;font:600 16px/1.3 ${sans};text-decoration:none`,
  link: 'color:#4b3fd1',
  foot: `padding:16px 4px;color:#5d596f;font:13px/1.5 ${sans}`,
} as const

/** By class, since what stands at an element is otherwise the stronger. */
const sheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:420px){.code{font-size:28px!important;letter-spacing:2px!important}.card{padding:22px 18px 8px!important}}
@media (prefers-color-scheme:dark){
.ground{background:#121217!important}
.card{background:#1b1b22!important;border-color:#30303c!important}
.text{color:#eceaf6!important}
.quiet{color:#aaa6c2!important}
.code{background:#292546!important;color:#cfc8ff!important}
.button{background:#a99fff!important}
.on-button{color:#14131a!important}
.link{color:#a99fff!important}
}`

export const renderStyles = () => raw(`<style>${sheet}</style>`)
