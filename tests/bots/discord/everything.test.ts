/** Every command and every button on Discord ends in one visible result. */
import { describe } from 'vitest'
import { startDiscordChat } from '../both/discord-chat.ts'
import { testPresses } from '../both/test-presses.ts'
import { testTyping } from '../both/test-typing.ts'

describe('a command', () => testTyping(startDiscordChat))
describe('a button', () => testPresses(startDiscordChat))
