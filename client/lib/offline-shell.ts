/** Lets a page that was open before open again without a line; what was written lies in the session's own copies. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the page itself, which must not wait for it.
  window.addEventListener('load', () => void start(), { once: true })
}

async function start(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage('loaded')
  } catch {
    // Private windows and strict settings have no workers: then a reload needs the line, and nothing else changes.
  }
}
