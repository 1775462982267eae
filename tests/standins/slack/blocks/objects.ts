/** Composition objects of Block Kit: https://docs.slack.dev/reference/block-kit/composition-objects */
import { z } from 'zod'

/** Text of 1 to `maximum` characters that is shown as it is. */
export const plainText = (maximum: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(maximum),
    emoji: z.boolean().optional(),
  })

/** Text of 1 to `maximum` characters with markup. */
export const mrkdwn = (maximum: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(maximum),
    verbatim: z.boolean().optional(),
  })

/** Plain text or mrkdwn. */
export const anyText = (maximum: number) =>
  z.discriminatedUnion('type', [plainText(maximum), mrkdwn(maximum)])

/** Where a button or an option may lead. */
export const webUrl = z.url({ protocol: /^(https?|slack|mailto)$/ }).max(3000)

/** One choice of a menu: text 75, value 150, description 75 characters. */
export const option = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: anyText(75).optional(),
  url: webUrl.optional(),
})

/** Exactly one way to name a file. */
export const slackFile = z.union([
  z.strictObject({ id: z.string().min(1) }),
  z.strictObject({ url: z.string().min(1).max(3000) }),
])

/** The fields of any image; words for those who do not see it are required. */
export const pictureFields = {
  alt_text: z.string().min(1).max(2000),
  image_url: z
    .url({ protocol: /^https?$/ })
    .max(3000)
    .optional(),
  slack_file: slackFile.optional(),
}

/** Refuses an image with both sources or neither. */
export function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined)
}

/** Slack's complaint about an image with no source or two. */
export const oneSource = { error: 'only one of image_url or slack_file must be provided' }
