/** A new build of the product: who comes online gets it, an open tab goes on, and what is older leaves the device. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'

const worker = readFileSync(join(import.meta.dirname, '../../client/public/service-worker.js'), 'utf8')

/** A server with nothing but builds: a page, a script it begins with, and one that comes when it is needed. */
function serveBuilds() {
  let build = 0
  let isDown = false
  const files = (): Record<string, readonly [string, string]> => ({
    '/service-worker.js': ['text/javascript', worker],
    '/theme.js': ['text/javascript', ''],
    '/icon.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    '/build-files.json': [
      'application/json',
      JSON.stringify({
        page: { file: `assets/first-${build}.js` },
        later: { file: `assets/later-${build}.js` },
      }),
    ],
    [`/assets/first-${build}.js`]: ['text/javascript', `document.title = 'build ${build}'`],
    [`/assets/later-${build}.js`]: ['text/javascript', `export const build = ${build}`],
  })
  const server: Server = createServer((request, response) => {
    if (isDown) return void response.writeHead(502).end()
    const [type, body] = files()[request.url ?? ''] ?? ['text/html', '']
    if (type !== 'text/html') return void response.writeHead(200, { 'content-type': type }).end(body)
    if (request.url?.startsWith('/assets/')) return void response.writeHead(404).end()
    response
      .writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
      .end(`<!doctype html><script type="module" src="/assets/first-${build}.js"></script>`)
  })
  return new Promise<{ address: string; publish(): void; goDown(): void; close(): void }>((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        publish: () => build++,
        goDown: () => {
          isDown = true
        },
        close: () => server.close(),
      }),
    )
  })
}

/** What the product's page does after loading, and then: these files and no others are on the device. */
async function keepsOnly(page: Page, builds: readonly number[]) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage('loaded')
  })
  const kept = () =>
    page.evaluate(async () => {
      const cache = await caches.open('guessproof-shell-1')
      const names = (await cache.keys()).map(({ url }) => new URL(url).pathname)
      return names.filter((name) => name.startsWith('/assets/')).sort()
    })
  const wanted = builds.flatMap((build) => [`/assets/first-${build}.js`, `/assets/later-${build}.js`])
  await expect.poll(kept).toEqual(wanted.sort())
}

const loadLater = (page: Page, build: number) =>
  page.evaluate(
    async (path) => ((await import(path)) as { build: number }).build,
    `/assets/later-${build}.js`,
  )

test('online one always gets the new build, an older tab goes on, two builds stay, and a dead server opens the last', async ({
  context,
}) => {
  const builds = await serveBuilds()
  const older = await context.newPage()
  await older.goto(builds.address)
  await keepsOnly(older, [0])

  builds.publish()
  const page = await context.newPage()
  await page.goto(builds.address)
  await expect(page).toHaveTitle('build 1')
  await keepsOnly(page, [0, 1])
  expect(await loadLater(older, 0)).toBe(0)
  await page.reload()
  await keepsOnly(page, [0, 1])

  builds.publish()
  await page.goto(`${builds.address}join`)
  await expect(page).toHaveTitle('build 2')
  await keepsOnly(page, [1, 2])

  builds.goDown()
  await page.reload()
  await expect(page).toHaveTitle('build 2')
  expect(await loadLater(page, 2)).toBe(2)
  builds.close()
})
