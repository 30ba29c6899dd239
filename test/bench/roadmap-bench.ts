/**
 * The roadmap with 500 cards in a real browser against a real server: frames while a card is dragged beside frames
 * while the mouse only moves, and what one edit by somebody else costs. Goal: 50 frames a second.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { chromiumArgs } from '#scripts/chromium.mjs'
import { type Lane, lanes } from '#shared/board/schema.ts'
import { placeAll } from '#shared/document/order.ts'
import { startServerProcess } from '#test/support/server-process.ts'

const CARDS = 500
const STAGES = 8
const EDITS = 30
const MOVES = 240
/** The card that is written in, counted as it lies on the page. */
const EDITED = 7
const FRAME_MS = 1000 / 60

export async function benchRoadmap(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-bench-'))
  const server = await startServerProcess({ dataDir, main: resolve('dist/server/main.js') })
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) })
  try {
    const [mine, theirs] = await openTwice(browser, server.url)
    console.log(`Roadmap with ${CARDS} cards in ${STAGES} stages, Chromium ${browser.version()}, 1440 x 900`)
    await benchFrames(mine)
    await benchRemoteEdits(mine, theirs)
  } finally {
    await browser.close()
    await server.stop('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The same board in two browsers: the facilitator's and a member's. */
async function openTwice(browser: Browser, url: string): Promise<readonly [Page, Page]> {
  const headers = { origin: url }
  const viewport = { width: 1440, height: 900 }
  const facilitator = await browser.newContext({ viewport })
  const data = { title: 'Bench', facilitator: { name: 'Noor' }, from: workshopFile() }
  const opened = await facilitator.request.post(`${url}/api/workshops`, { headers, data })
  const { workshopId, joinCode } = (await opened.json()) as { workshopId: string; joinCode: string }
  const member = await browser.newContext({ viewport })
  await member.request.post(`${url}/api/join`, { headers, data: { code: joinCode, name: 'Ana' } })
  const pages = await Promise.all([facilitator.newPage(), member.newPage()])
  for (const page of pages) {
    await page.goto(`${url}/w/${workshopId}/roadmap`)
    await page.waitForFunction((count) => document.querySelectorAll('[data-card]').length === count, CARDS)
  }
  return pages as [Page, Page]
}

function workshopFile() {
  const shown: readonly Lane[] = lanes.filter((lane) => lane !== 'desire')
  const ids = Array.from({ length: CARDS }, (_, i) => `c${i}`)
  const orders = placeAll([], 0, ids).map(({ order }) => order)
  return {
    format: 'guessproof.workshop',
    version: 1,
    exportedAt: '2026-11-21T10:00:00.000Z',
    appVersion: '0.1.0',
    sealed: [],
    workshop: {
      board: {
        stages: Array.from({ length: STAGES }, (_, i) => ({
          id: `s${i}`,
          name: `Stage ${i}`,
          order: orders[i],
        })),
        cards: Array.from({ length: CARDS }, (_, i) => ({
          id: ids[i],
          text: `Card ${i}: what do they want to know before they go on?`,
          place: {
            stageId: `s${i % STAGES}`,
            lane: shown[Math.floor(i / STAGES) % shown.length],
            order: orders[i],
          },
        })),
      },
      record: {},
      interviews: {},
      history: [],
    },
  }
}

async function benchFrames(page: Page): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const card = await page.locator('[data-card]').first().boundingBox()
  if (!card) throw new Error('The board shows no card.')
  const start = { x: card.x + 40, y: card.y + 15 }
  const idle = await frames(page, () => moveMouse(input, start, 'none'))
  await mouse(input, 'mousePressed', start, 'left')
  const dragged = await frames(page, () => moveMouse(input, start, 'left'))
  await mouse(input, 'mouseReleased', start, 'left')
  const line = (name: string, { perSecond, p95, worst }: Frames) =>
    console.log(
      `  ${name.padEnd(24)} ${perSecond.toFixed(1)} frames/s, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`,
    )
  line('mouse moves, no drag', idle)
  line('a card is dragged', dragged)
  console.log(`  dragged / not dragged    ${(dragged.perSecond / idle.perSecond).toFixed(2)}`)
}

interface Frames {
  readonly perSecond: number
  readonly p95: number
  readonly worst: number
}

async function frames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = []
    const note = (at: number) => {
      times.push(at)
      if (Reflect.get(window, 'frameTimes') === times) requestAnimationFrame(note)
    }
    Reflect.set(window, 'frameTimes', times)
    requestAnimationFrame(note)
  })
  await act()
  const times = await page.evaluate(() => {
    const noted = Reflect.get(window, 'frameTimes') as number[]
    Reflect.set(window, 'frameTimes', null)
    return noted
  })
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at))
  const sorted = [...gaps].sort((a, b) => a - b)
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  return {
    perSecond: (1000 * gaps.length) / total,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    worst: sorted.at(-1) ?? 0,
  }
}

type Point = { readonly x: number; readonly y: number }
type MouseEventType = 'mousePressed' | 'mouseReleased' | 'mouseMoved'

const mouse = (input: CDPSession, type: MouseEventType, { x, y }: Point, button: 'left' | 'none') =>
  input.send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    button,
    buttons: button === 'left' ? 1 : 0,
    clickCount: 1,
  })

/** To and fro over all stages and lanes, one move a frame. */
async function moveMouse(input: CDPSession, start: Point, button: 'left' | 'none'): Promise<void> {
  const began = performance.now()
  for (let i = 1; i <= MOVES; i++) {
    const turn = (i / MOVES) * Math.PI * 4
    const x = start.x + 550 * (1 - Math.cos(turn))
    const y = start.y + 220 * (1 - Math.cos(turn * 1.7))
    await mouse(input, 'mouseMoved', { x, y }, button)
    const wait = began + i * FRAME_MS - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

async function benchRemoteEdits(mine: Page, theirs: Page): Promise<void> {
  const metrics = await mine.context().newCDPSession(mine)
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
  await theirs.locator('[data-card]').nth(EDITED).focus()
  await theirs.keyboard.press('Enter')
  await mine.locator('[data-card]').nth(EDITED).getByText('is editing').waitFor()
  const before = await busyMs(metrics)
  const took: number[] = []
  for (let i = 0; i < EDITS; i++) took.push(await editOnce(mine, theirs, `edit ${i}`))
  const busy = (await busyMs(metrics)) - before
  const sorted = took.sort((a, b) => a - b)
  console.log(
    `  one edit by another      seen after ${at(sorted, 0.5)} ms (p95 ${at(sorted, 0.95)} ms), ${(busy / EDITS).toFixed(1)} ms of the reader's processor`,
  )
}

/** Words written in a card there, until the card here shows them. */
async function editOnce(mine: Page, theirs: Page, words: string): Promise<number> {
  const seen = mine.evaluate(
    ({ wanted, nth }) =>
      new Promise<number>((resolve) => {
        const card = document.querySelectorAll('[data-card]')[nth]
        const observer = new MutationObserver(() => {
          if (!card?.textContent?.includes(wanted)) return
          observer.disconnect()
          resolve(performance.timeOrigin + performance.now())
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    { wanted: words, nth: EDITED },
  )
  const sent = await theirs.evaluate((text) => {
    const field = document.activeElement
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('No card is open for writing.')
    field.value = text
    const at = performance.timeOrigin + performance.now()
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    return at
  }, words)
  return (await seen) - sent
}

async function busyMs(metrics: CDPSession): Promise<number> {
  const { metrics: all } = await metrics.send('Performance.getMetrics')
  return 1000 * (all.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
