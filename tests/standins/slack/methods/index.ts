/** Every method of the Web API the stand-in answers, by name. */
import type { ApiMethod } from '../api.ts'
import { appMethods } from './apps.ts'
import { authMethods } from './auth.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { oauthMethods } from './oauth.ts'
import { openidMethods } from './openid.ts'
import { peopleMethods } from './people.ts'
import { viewMethods } from './views.ts'

/** A name that is not here is answered `unknown_method`. */
export const methods: Readonly<Record<string, ApiMethod>> = {
  ...appMethods,
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...oauthMethods,
  ...openidMethods,
  ...peopleMethods,
  ...viewMethods,
}
