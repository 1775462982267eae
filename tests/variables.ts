/** The variables that lead the bot to the vendors' stand-ins. */
type Variables = Record<string, string>

export const leadTo = {
  openai: ({ url }: { url: string }): Variables => ({ OPENAI_API_KEY: 'sk-standin', OPENAI_BASE_URL: url }),
  cloudflare: ({
    accountId,
    apiToken,
    baseUrl,
  }: Record<'accountId' | 'apiToken' | 'baseUrl', string>): Variables => ({
    CLOUDFLARE_ACCOUNT_ID: accountId,
    CLOUDFLARE_API_TOKEN: apiToken,
    CLOUDFLARE_BASE_URL: baseUrl,
  }),
  discord: ({ application, url }: { application: { token: string }; url: string }): Variables => ({
    DISCORD_TOKEN: application.token,
    DISCORD_API_URL: url,
  }),
  /** By Socket Mode, in the workspace that this token is of. */
  slack: ({ app, apiUrl }: { app: { appToken: string }; apiUrl: string }, token: string): Variables => ({
    SLACK_BOT_TOKEN: token,
    SLACK_APP_TOKEN: app.appToken,
    SLACK_API_URL: apiUrl,
  }),
  /** Beside what leads to both. */
  signIns: (
    { application }: { application: { id: string; clientSecret: string } },
    { app }: { app: { clientId: string; clientSecret: string } },
  ): Variables => ({
    DISCORD_CLIENT_ID: application.id,
    DISCORD_CLIENT_SECRET: application.clientSecret,
    SLACK_CLIENT_ID: app.clientId,
    SLACK_CLIENT_SECRET: app.clientSecret,
  }),
  lemonSqueezy: (shop: Record<'apiKey' | 'storeId' | 'webhookSecret' | 'baseUrl', string>): Variables => ({
    LEMONSQUEEZY_API_KEY: shop.apiKey,
    LEMONSQUEEZY_STORE_ID: shop.storeId,
    LEMONSQUEEZY_WEBHOOK_SECRET: shop.webhookSecret,
    LEMONSQUEEZY_BASE_URL: shop.baseUrl,
  }),
}
