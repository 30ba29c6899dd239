/** The browser stories alone; further arguments go to Playwright. */
import { ensureInstalled, root } from './install.mjs'

process.chdir(root)
ensureInstalled()
const { ensureChromium } = await import('./chromium.mjs')
const { build, playwright, run } = await import('./run.mjs')
const env = { CHROMIUM_PATH: await ensureChromium() }
const passed =
  build() && run(playwright, ['test', '-c', 'test/e2e/playwright.config.ts', ...process.argv.slice(2)], env)
process.exit(passed ? 0 : 1)
