# syntax=docker/dockerfile:1
# Two images in one: `build` has the compilers, the last stage only what runs. The command says which app (compose).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.base.json nest-cli.json ./
COPY libs libs
COPY workflows workflows
COPY activities activities
COPY apps apps
COPY tools tools
RUN npm ci --no-audit --no-fund && npm run build
# The web app is static files by now, and the launcher is for laptops: neither needs its dependencies when it runs.
RUN npm ci --no-audit --no-fund --omit=dev --ignore-scripts \
      --workspace=@maatwerktraject/api --workspace=@maatwerktraject/worker \
      --workspace=@maatwerktraject/codec \
    && find apps libs workflows activities -path '*/node_modules' -prune -o \
      \( -name src -type d -prune -o -name '*.d.ts' -o -name '.tsbuildinfo' \) -print0 | xargs -0 rm -rf

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/libs libs
COPY --from=build /app/workflows workflows
COPY --from=build /app/activities activities
COPY --from=build /app/apps apps
USER node
EXPOSE 3000
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["apps/api/dist/main.js"]
