/**
 * Parts of the product that did not arrive when they were needed: there is no line and this device has not kept them, or
 * a newer build has replaced them on the server. Then loading the page again brings the newer one, once in a while at
 * most, so that a broken server does not make the page reload for ever.
 */
import { keep, kept } from './kept.ts'

const KEY = 'guessproof.reloaded'
const NOT_AGAIN_MS = 60_000
const failures = new WeakSet<Error>()

export const isLoadFailure = (error: unknown): boolean => error instanceof Error && failures.has(error)

/** Listens to the loader; answers how to stop. */
export function followLoadFailures(
  reload: () => void = () => window.location.reload(),
  now: () => number = Date.now,
): () => void {
  const onFailed = (event: Event & { payload?: unknown }) => {
    if (event.payload instanceof Error) failures.add(event.payload)
    if (!navigator.onLine || now() - Number(kept(KEY)) < NOT_AGAIN_MS) return
    keep(KEY, String(now()))
    reload()
  }
  window.addEventListener('vite:preloadError', onFailed)
  return () => window.removeEventListener('vite:preloadError', onFailed)
}
