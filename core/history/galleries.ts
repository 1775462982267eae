/** What people show each other in their teams: how it is shared, listed and voted for. */
import { createGallery, type Gallery } from './gallery.ts'
import { createSharing, type Sharing } from './sharing.ts'
import { createVotes, type VotePorts, type Votes } from './votes.ts'

export interface Galleries {
  sharing: Sharing
  gallery: Gallery
  votes: Votes
}

export function createGalleries(ports: Parameters<typeof createSharing>[0] & VotePorts): Galleries {
  return { sharing: createSharing(ports), gallery: createGallery(ports), votes: createVotes(ports) }
}
