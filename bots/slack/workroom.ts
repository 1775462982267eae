/** What the bot can do in one workspace: with whose token, by which client. */

import type { Ask, WebApi, WebClient } from './api.ts'
import { SlackFault } from './errors.ts'
import type { Installations, Workspace } from './install/installations.ts'
import { renderTeamId } from './location.ts'
import { createPosting, type Posting } from './posting.ts'
import { uploadTimeout } from './upload-file.ts'
import type { Pictures } from './uploads.ts'

export interface Workroom {
  token: string
  client: WebClient
  posting: Posting
  /** For uploads: the same with more time. */
  upload: WebClient
  ask: Ask
  /** What people call the workspace, or the organisation whose token serves it. Rejects with a `SlackFault`. */
  findName(): Promise<string | undefined>
}

/** Rejects with a `SlackFault` when the app is not installed there (any more). */
export type OpenWorkspace = (workspace: Workspace & { team: string }) => Promise<Workroom>

export function createOpenWorkspace(options: {
  installations: Installations
  webApi: WebApi
  pictures: Pictures
}): OpenWorkspace {
  const { installations, webApi, pictures } = options
  const { ask } = webApi

  return async ({ team, enterprise }) => {
    const installation = await installations.find({ team, enterprise })
    if (!installation) throw new SlackFault('refused', 'not_installed')
    const { token } = installation
    const client = webApi.open(token, team)
    const upload = webApi.open(token, team, uploadTimeout)
    const place = renderTeamId({ team, ...(enterprise && { enterprise }) })
    const posting = createPosting({ client, upload, team: place, pictures, ask })
    const findName = async () => (await ask('hasty', `name ${team}`, () => client.auth.test())).team
    return { token, client, upload, ask, posting, findName }
  }
}
