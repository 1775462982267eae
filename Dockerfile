# The bot as an image: its sources, what they need to run, and nothing else.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Types and source maps are more than half of it, and nothing that runs reads them; of fonts, two weights are used.
RUN npm ci --omit=dev --no-audit --no-fund \
  && find node_modules -type f \( -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.map' \) -delete \
  && find node_modules/@embedpdf node_modules/@expo-google-fonts -type f -name '*.[ot]tf' \
    ! -name '*Bold.[ot]tf' ! -name '*Regular.[ot]tf' -delete

FROM node:24-slim
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY core ./core
COPY web ./web
COPY bots ./bots

# An empty configuration: the only font there is comes with the bot.
RUN mkdir /etc/fonts && echo '<fontconfig/>' > /etc/fonts/fonts.conf \
  && mkdir /data && chown node:node /data

# Pictures pass through as bytes, not as objects: with a small young generation a fifth less stays in memory. Threads that
# decode pictures would each keep what they had: with two arenas for all of them a third less stays, and
# what is a megabyte or more goes back to the system at once.
ENV NODE_ENV=production DATA_DIR=/data PORT=3000 NODE_COMPILE_CACHE=/data/compiled \
  NODE_OPTIONS=--max-semi-space-size=4 MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=1000000
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bots/main.ts"]
