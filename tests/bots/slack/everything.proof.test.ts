/** Every button on Slack, after a restart and later, ends in one visible result. */
import { describe } from 'vitest'
import { startSlackChat } from '../both/slack-chat.ts'
import { testLatePresses } from '../both/test-presses.ts'

describe('a button', () => testLatePresses(startSlackChat))
