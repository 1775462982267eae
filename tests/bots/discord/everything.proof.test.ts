/** Every button on Discord, after a restart and later, ends in one visible result. */
import { describe } from 'vitest'
import { startDiscordChat } from '../both/discord-chat.ts'
import { testLatePresses } from '../both/test-presses.ts'

describe('a button', () => testLatePresses(startDiscordChat))
