/* Runs before the first paint, so that the page never flashes in the wrong theme or size. */
;(() => {
  const root = document.documentElement
  let chosen = null
  try {
    chosen = localStorage.getItem('guessproof.theme')
  } catch {
    // A browser that keeps nothing follows the system.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  if (matchMedia('(max-width: 767px), (pointer: coarse)').matches) root.setAttribute('data-density', 'phone')
})()
