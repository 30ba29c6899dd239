/** Finds a Chrome or Chromium for the browser tests, or installs one. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** @param {string} name @returns {string | undefined} */
function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))
}

/** @returns {string | undefined} path of a browser that is already here */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH names ${asked}, which does not exist.`)
    return asked
  }
  return names.map(onPath).find(Boolean) ?? usualPlaces.find((place) => existsSync(place))
}

/** Playwright's own download, if it is there. */
async function bundled() {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** @param {string} command @param {string[]} args */
function tryRun(command, args) {
  try {
    execFileSync(command, args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch (error) {
    console.warn(error instanceof Error ? error.message : String(error))
    return false
  }
}

/** @returns {Promise<string>} path of a browser; installs one by the package manager when allowed, else by Playwright */
export async function ensureChromium() {
  const here = findChromium() ?? (await bundled())
  if (here) return here
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    const apt = ['-o', 'DPkg::Lock::Timeout=300']
    tryRun('apt-get', [...apt, 'update'])
    tryRun('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'chromium'])
    const installed = findChromium()
    if (installed) return installed
  }
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright/package.json'))
  tryRun(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'])
  const downloaded = findChromium() ?? (await bundled())
  if (downloaded) return downloaded
  throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to it.')
}
