/** The browser's entry. Loads what every page needs; each page and the whole workshop come when they are opened. */
import '@fontsource-variable/bricolage-grotesque/opsz.css'
import '@fontsource-variable/hanken-grotesk/wght.css'
import '#client/ui/tokens.css'
import '#client/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { CrashBoundary } from '#client/app/crash-boundary.tsx'
import { Pages } from '#client/app/pages.tsx'
import { followLoadFailures } from '#client/lib/load-failure.ts'
import { followDensity } from '#client/lib/media.ts'
import { keepShell } from '#client/lib/offline-shell.ts'
import { followTheme } from '#client/lib/theme.ts'
import { startFirstTexts } from '#client/texts/first-texts.ts'
import { Toasts } from '#client/ui/toasts.tsx'

startFirstTexts()
followTheme()
followDensity()
followLoadFailures()
// Who answers or reads by a link does so once: what a workshop needs is no business of their phone.
if (!['/ask', '/draft', '/r'].includes(window.location.pathname)) keepShell()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')

createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <CrashBoundary>
        <Pages />
      </CrashBoundary>
      <Toasts />
    </BrowserRouter>
  </StrictMode>,
)
