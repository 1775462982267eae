/** Which addresses are Slack's own: what a payload names is asked, and told anything, only there. */

/** By https at Slack's, also for governments and for files; or where `apiUrl` says that Slack is. */
export function isSlacks(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && /(^|\.)slack(-gov|-files)?\.com$/.test(hostname)
}
