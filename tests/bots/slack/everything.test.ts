/** Every command and every button on Slack ends in one visible result. */
import { describe } from 'vitest'
import { startSlackChat } from '../both/slack-chat.ts'
import { testPresses } from '../both/test-presses.ts'
import { testTyping } from '../both/test-typing.ts'

describe('a command', () => testTyping(startSlackChat))
describe('a button', () => testPresses(startSlackChat))
