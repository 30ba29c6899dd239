/**
 * How soon a keystroke of a call is painted: a note typed at 100 words a minute, then the menu of tags with it open.
 * From the key's own time to the first frame after what it changed. Goal: 50 ms at the median.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumArgs } from '#scripts/chromium.mjs'
import { startServerProcess } from '#test/support/server-process.ts'

/** A word is five keys. */
const KEY_MS = 60_000 / (100 * 5)
const NOTE =
  'The engineer on night call knows every door, which nobody had advertised. But many alarms when stores defrost. '
const FILTERS = ['alarms', 'audit', 'installed', 'whole year', 'a person']

export async function benchCall(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-bench-'))
  const server = await startServerProcess({ dataDir, main: resolve('dist/server/main.js') })
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: server.url })
    const page = await context.newPage()
    await openCall(page, server.url)
    console.log(`Typing in a call, 100 words a minute, Chromium ${browser.version()}, 1440 x 900`)
    await measureKeys(page)
    await page.keyboard.type(NOTE.repeat(3), { delay: KEY_MS })
    await report(page, 'note')
    for (const filter of FILTERS) {
      await page.keyboard.type('#', { delay: KEY_MS })
      await page.getByRole('listbox').waitFor()
      await page.keyboard.type(filter, { delay: KEY_MS })
      await page.keyboard.press('Enter')
      await page.getByRole('listbox').waitFor({ state: 'detached' })
      await page.keyboard.type(' ')
    }
    await report(page, 'menu of tags open')
  } finally {
    await browser.close()
    await server.stop('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The demo's workshop, and its first call as a researcher. */
async function openCall(page: Page, url: string): Promise<void> {
  const headers = { origin: url }
  const facilitator = await page.context().browser()?.newContext()
  if (!facilitator) throw new Error('The browser is gone.')
  const data = { title: 'Bench', facilitator: { name: 'Noor' }, from: 'demo' }
  const opened = await facilitator.request.post(`${url}/api/workshops`, { headers, data })
  const { workshopId, joinCode } = (await opened.json()) as { workshopId: string; joinCode: string }
  const joined = await page.request.post(`${url}/api/join`, {
    headers,
    data: { code: joinCode, name: 'Rosa' },
  })
  const { seatId } = (await joined.json()) as { seatId: string }
  const path = `${url}/api/workshops/${workshopId}`
  await facilitator.request.patch(`${path}/seats/${seatId}`, { headers, data: { role: 'researcher' } })
  const file = (await (await page.request.get(`${path}/export.json`)).json()) as {
    workshop: { interviews: { interviews: readonly { id: string }[] } }
  }
  const [first] = file.workshop.interviews.interviews
  await page.goto(`/w/${workshopId}/interviews/${first?.id}`)
  await page.getByRole('textbox', { name: /^What they said/ }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
}

/** Notes for every key how long it took to the frame that shows it. */
async function measureKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(window, { keysTook: took })
    const channel = new MessageChannel()
    const waiting: number[] = []
    channel.port1.onmessage = () => {
      const now = performance.now()
      for (const at of waiting.splice(0)) took.push(now - at)
    }
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key.length !== 1) return
        const at = event.timeStamp
        requestAnimationFrame(() => {
          waiting.push(at)
          // The next task after the frame's own work runs when it has been handed over.
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

async function report(page: Page, what: string): Promise<void> {
  const took = await page.evaluate(() => (window as unknown as { keysTook: number[] }).keysTook.splice(0))
  const sorted = took.sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1)
  console.log(`  ${what}: ${sorted.length} keys, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${at(1)} ms`)
}
