/*
 * Keeps the page and the files of the build on this device, so that a reload without a line opens the workshop from
 * the copy on the device. Pages are always asked for anew first; calls and sockets never pass through here.
 */
const shell = 'guessproof-shell-1'

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== shell) await caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

// A page that has loaded from the server asks for everything of its build to be kept, and for older builds to go.
self.addEventListener('message', (event) => {
  if (event.data === 'loaded') event.waitUntil(keepBuild().catch(() => {}))
})

/** Names of all files of a build, written by the build itself; the last one and the one before are remembered. */
const list = '/build-files.json'
const listBefore = '/build-files-before.json'
const unhashed = ['/theme.js', '/icon.svg']
/** Files fetched at a time: as many as a browser asks one server for anyway. */
const atOnce = 6

/**
 * Keeps all scripts and styles of the build the server has now, then the page that refers to them, so that what is kept
 * is always whole. Two builds stay: tabs opened before a new one goes on with theirs. Everything older goes.
 */
async function keepBuild() {
  const kept = await caches.open(shell)
  const answer = await fetch(list, { cache: 'no-cache' })
  if (!answer.ok) return
  const [last, before] = [await namesIn(kept, list), await namesIn(kept, listBefore)]
  const now = pathsOf(await answer.clone().json())
  const files = now.filter((path) => /\.(js|css)$/.test(path))
  for (let at = 0; at < files.length; at += atOnce)
    await Promise.all(files.slice(at, at + atOnce).map((path) => need(kept, path)))
  const page = await fetch('/')
  if (!page.ok) return
  const text = await page.clone().text()
  for (const path of pathsOf(text)) await need(kept, path)
  for (const path of unhashed) await keep(kept, path, await fetch(path))
  // A browser drops what it kept before it writes anew: the same page is not written again, so that a line or a phone
  // that goes at this moment never leaves a device without one.
  if (text !== (await (await kept.match('/'))?.text())) await kept.put('/', page)
  const isNew = last.join() !== now.join()
  if (isNew) await kept.put(listBefore, Response.json(last))
  await kept.put(list, answer)
  const wanted = new Set([...now, ...last, ...(isNew ? [] : before)])
  for (const { url } of await kept.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await kept.delete(url)
  }
}

/** Every address of a hashed file in a list or a page, once. */
const pathsOf = (content) =>
  [...new Set(JSON.stringify(content).match(/\bassets\/[\w.-]+/g))].map((path) => `/${path}`).sort()

async function namesIn(kept, name) {
  const found = await kept.match(name)
  return found ? pathsOf(await found.json()) : []
}

/** Kept, or there is nothing whole to keep. */
async function need(kept, path) {
  if (await kept.match(path)) return
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path} is not there`)
  await kept.put(path, answer)
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET') return
  if (event.request.mode === 'navigate' && url.origin === self.location.origin && !isCall(url)) {
    event.respondWith(page(event.request))
  } else if (isFile(url)) {
    event.respondWith(file(event.request))
  }
})

const isCall = ({ pathname }) => /^\/(api|sync|healthz|readyz|metrics|version)(\/|$)/.test(pathname)

/** Files with a hash in their name never change; the few others are small and asked for anew when there is a line. */
const isFile = ({ origin, pathname }) =>
  origin === self.location.origin && (pathname.startsWith('/assets/') || unhashed.includes(pathname))

/** As the server has it now; as it was kept when there is no server, or one that cannot answer. */
async function page(request) {
  const last = () => caches.open(shell).then((kept) => kept.match('/'))
  try {
    const answer = await fetch(request)
    return answer.status < 500 ? answer : ((await last()) ?? answer)
  } catch (error) {
    const kept = await last()
    if (kept) return kept
    throw error
  }
}

async function file(request) {
  const kept = await caches.open(shell)
  const last = await kept.match(request)
  if (last && new URL(request.url).pathname.startsWith('/assets/')) return last
  try {
    const answer = await fetch(request)
    await keep(kept, request, answer.clone())
    return answer
  } catch (error) {
    if (last) return last
    throw error
  }
}

/** A full device must not keep a page from loading. */
async function keep(kept, key, answer) {
  try {
    if (!answer.ok) return
    // Whole before it replaces what is kept.
    const { headers } = answer
    await kept.put(key, new Response(await answer.blob(), { headers }))
  } catch {
    // Not kept; it comes from the server next time too.
  }
}
