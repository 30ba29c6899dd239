/** What the browser says about the page: network, visibility, leaving. */

export interface PageListener {
  readonly online: () => void
  readonly offline: () => void
  readonly visible: () => void
  readonly hidden: () => void
  /** Answers true to have the browser ask before the page is left. */
  readonly leaving: () => boolean
}

export interface Page {
  /** Until the answer is called. */
  listen(listener: PageListener): () => void
}

export const browserPage: Page = {
  listen(listener) {
    const signal = new AbortController()
    const options = { signal: signal.signal, passive: true }
    window.addEventListener('online', listener.online, options)
    window.addEventListener('offline', listener.offline, options)
    window.addEventListener('pagehide', listener.hidden, options)
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (listener.leaving()) event.preventDefault()
      },
      { signal: signal.signal },
    )
    document.addEventListener(
      'visibilitychange',
      () => (document.hidden ? listener.hidden() : listener.visible()),
      options,
    )
    return () => signal.abort()
  },
}
