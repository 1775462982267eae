/** The port through which pictures get a public address. */
import type { Thumbnails, ThumbnailWidth } from './thumbnail.ts'

/** Formats that every chat platform shows (Slack's image blocks take no WebP). */
export type PictureMime = 'image/png' | 'image/jpeg'

/** `drawn` by the image model, or `brought` by a person, of whom and of whose places it may tell. */
export type PictureOrigin = 'drawn' | 'brought'

/** A picture that any host takes; sizes are pixels as seen, after a photograph's own rotation. */
export interface PreparedPicture {
  bytes: Uint8Array<ArrayBuffer>
  mime: PictureMime
  width: number
  height: number
  /** What it is on average, such as `#4b3fd1`; absent where something shows through, and where nobody looked. */
  color?: string
  /**
   * Where its structure told all else: decodes it whole, for its colour. It need not be waited for before it is hosted.
   * Rejects with `picture-unreadable`.
   */
  decode?(): Promise<Pick<PreparedPicture, 'color'>>
}

/**
 * Makes a picture fit to be hosted. A drawn one is decoded whole, now or by its `decode`; PNG and JPEG stay as they are,
 * anything else and what is over 10 MB is encoded anew, and says that it was made by AI. Rejects with `picture-unreadable`. A brought one is
 * always encoded anew, without metadata but a mark that it had of AI. Rejects with `attachment-unreadable` or `attachment-too-many-pixels`.
 */
export type PreparePicture = (
  picture: Uint8Array<ArrayBuffer>,
  origin: PictureOrigin,
) => Promise<PreparedPicture>

/** Rejects with `CoreError` `hosting-failed`; its `cause` is what went wrong. */
export interface ImageHost {
  /**
   * Hosts a picture under this key and answers with its public URL. Doing it again with the same key is
   * harmless. At most 10 MB.
   */
  put(key: string, bytes: Uint8Array<ArrayBuffer>, mime: PictureMime): Promise<string>
  /**
   * The picture's bytes; undefined when there is none. Where the host has encoded it anew, one that was drawn, as is
   * thought of where `origin` is not given, says that it was made by AI.
   */
  read(
    key: string,
    origin?: PictureOrigin,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: PictureMime } | undefined>
  /** Removes it; harmless when there is none. */
  remove(key: string): Promise<void>
}

/** From the first of these bytes to the last, which belongs to it, counted from 0. */
export interface BytePart {
  start: number
  end: number
}

/** A host whose pictures this process serves by itself. */
export interface ServedHost extends ImageHost, Thumbnails {
  /** A picture's format and how many bytes it has, without reading it; undefined when there is none. */
  find(key: string): Promise<{ mime: PictureMime; size: number } | undefined>
  /**
   * Its bytes as they are read, so that it is never in memory whole; undefined when there is none. Whoever has the stream
   * reads it to its end or cancels it.
   */
  stream(key: string, part?: BytePart): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined>
  /** One of its smaller copies, as WebP, made when it is first asked for; undefined where there is no such picture. */
  readThumbnail(key: string, width: ThumbnailWidth): Promise<Uint8Array<ArrayBuffer> | undefined>
}
