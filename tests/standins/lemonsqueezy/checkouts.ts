/** Checkouts: what a request for one must look like, and how it is shown. */
import { z } from 'zod'
import { Fault } from './answer.ts'

export interface Checkout {
  id: string
  variant: number
  email: string
  custom: Readonly<Record<string, string>>
  enabledVariants: readonly number[]
  redirectUrl: string
  expiresAt: string | null
  testMode: boolean
  createdAt: string
}

const relationship = (type: string) =>
  z.strictObject({ data: z.strictObject({ type: z.literal(type), id: z.string().regex(/^\d+$/) }) })

/** docs.lemonsqueezy.com/api/checkouts/create-checkout; what the vendor would ignore is refused here. */
const schema = z.strictObject({
  data: z.strictObject({
    type: z.literal('checkouts'),
    attributes: z.strictObject({
      custom_price: z.int().min(0).nullish(),
      product_options: z
        .strictObject({
          name: z.string(),
          description: z.string(),
          redirect_url: z.url(),
          receipt_button_text: z.string(),
          receipt_link_url: z.url(),
          receipt_thank_you_note: z.string(),
          enabled_variants: z.array(z.int()),
        })
        .partial()
        .default({}),
      checkout_options: z.record(z.string(), z.unknown()).optional(),
      checkout_data: z
        .strictObject({
          email: z.email(),
          name: z.string(),
          discount_code: z.string(),
          custom: z.record(z.string(), z.string()),
          variant_quantities: z.array(z.unknown()),
        })
        .partial()
        .default({}),
      expires_at: z.iso.datetime({ offset: true }).nullish(),
      preview: z.boolean().optional(),
      test_mode: z.boolean().optional(),
    }),
    relationships: z.strictObject({ store: relationship('stores'), variant: relationship('variants') }),
  }),
})

/** Throws a `Fault` that points to the field. */
export function readCheckout(
  body: unknown,
  shop: { storeId: string; variants: readonly number[]; now: number; testMode: boolean },
): Checkout {
  const read = schema.safeParse(body)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Fault(422, issue?.message ?? 'Invalid', `/${issue?.path.join('/')}`)
  }
  const { attributes, relationships } = read.data.data
  const { store, variant } = relationships
  if (store.data.id !== shop.storeId) throw new Fault(404, 'Not found', '/data/relationships/store')
  const known = (id: number) => shop.variants.includes(id)
  if (!known(Number(variant.data.id))) throw new Fault(404, 'Not found', '/data/relationships/variant')
  const enabled = attributes.product_options.enabled_variants ?? []
  if (!enabled.every(known)) {
    throw new Fault(422, 'Unknown variant', '/data/attributes/product_options/enabled_variants')
  }
  const expiresAt = attributes.expires_at ?? null
  if (expiresAt && Date.parse(expiresAt) <= shop.now) {
    throw new Fault(422, 'Must be in the future', '/data/attributes/expires_at')
  }
  return {
    id: crypto.randomUUID(),
    variant: Number(variant.data.id),
    email: attributes.checkout_data.email ?? '',
    custom: attributes.checkout_data.custom ?? {},
    enabledVariants: enabled,
    redirectUrl: attributes.product_options.redirect_url ?? '',
    expiresAt,
    testMode: attributes.test_mode ?? shop.testMode,
    createdAt: new Date(shop.now).toISOString(),
  }
}

export function renderCheckout(checkout: Checkout, storeId: string, origin: string): object {
  return {
    type: 'checkouts',
    id: checkout.id,
    attributes: {
      store_id: Number(storeId),
      variant_id: checkout.variant,
      custom_price: null,
      product_options: { redirect_url: checkout.redirectUrl, enabled_variants: checkout.enabledVariants },
      checkout_options: { embed: false, media: true, logo: true, desc: true, discount: true },
      checkout_data: { email: checkout.email, name: '', discount_code: '', custom: checkout.custom },
      preview: null,
      expires_at: checkout.expiresAt,
      created_at: checkout.createdAt,
      updated_at: checkout.createdAt,
      test_mode: checkout.testMode,
      url: `${origin}/checkout/custom/${checkout.id}?signature=standin`,
    },
  }
}
