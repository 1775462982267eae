/** The port through which pictures get a public address. */

/** Formats that every chat platform shows (Slack's image blocks take no WebP). */
export type PictureMime = 'image/png' | 'image/jpeg'

/**
 * Makes a drawn picture fit to be hosted: decodes it whole, keeps PNG and JPEG as they are, re-encodes anything
 * else and what is over 10 MB. Rejects with `CoreError` `picture-unreadable`.
 */
export type PreparePicture = (
  picture: Uint8Array<ArrayBuffer>,
) => Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: PictureMime; width: number; height: number }>

/** Rejects with `CoreError` `hosting-failed`; its `cause` is what went wrong. */
export interface ImageHost {
  /**
   * Hosts a picture under this key and answers with its public URL. Doing it again with the same key is
   * harmless. At most 10 MB.
   */
  put(key: string, bytes: Uint8Array<ArrayBuffer>, mime: PictureMime): Promise<string>
  /** The picture's bytes; undefined when there is none. */
  read(key: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: PictureMime } | undefined>
  /** Removes it; harmless when there is none. */
  remove(key: string): Promise<void>
}

/** A host whose pictures this process serves by itself. */
export interface ServedHost extends ImageHost {
  /** A picture's format, without reading it; undefined when there is none. */
  find(key: string): Promise<PictureMime | undefined>
}
