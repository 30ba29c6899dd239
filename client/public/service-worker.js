/*
 * Keeps the pages and files this browser has already loaded, so that a reload without a line opens the workshop
 * from the copy on the device. Pages are always asked for anew first; calls and sockets never pass through here.
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

// A page tells what it loaded before this worker was there.
self.addEventListener('message', (event) => {
  const { loaded } = event.data ?? {}
  if (!Array.isArray(loaded)) return
  event.waitUntil(
    (async () => {
      const kept = await caches.open(shell)
      for (const address of loaded) {
        const url = new URL(address, self.location.origin)
        if (isFile(url) && !(await kept.match(url))) await keep(kept, url, await fetch(url))
      }
      await keep(kept, '/', await fetch('/'))
    })(),
  )
})

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
  origin === self.location.origin &&
  (pathname.startsWith('/assets/') || /^\/(theme\.js|icon\.svg)$/.test(pathname))

async function page(request) {
  const kept = await caches.open(shell)
  try {
    const answer = await fetch(request)
    if (answer.ok) await keep(kept, '/', answer.clone())
    return answer
  } catch (error) {
    const last = await kept.match('/')
    if (last) return last
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
    if (answer.ok) await kept.put(key, answer)
  } catch {
    // Not kept; it comes from the server next time too.
  }
}
