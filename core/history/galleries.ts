/** What people show each other in their teams: how it is shared, and listed. */
import { createGallery, type Gallery } from './gallery.ts'
import { createSharing, type Sharing } from './sharing.ts'

export interface Galleries {
  sharing: Sharing
  gallery: Gallery
}

type Ports = Parameters<typeof createSharing>[0] & Parameters<typeof createGallery>[0]

export const createGalleries = (ports: Ports): Galleries => ({
  sharing: createSharing(ports),
  gallery: createGallery(ports),
})
