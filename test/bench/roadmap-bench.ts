/**
 * The roadmap with 100, 500 and 1,500 cards in a real browser against a real server: opening it, dragging a card, typing
 * in one, filtering, and what an edit by somebody else costs; and how each grows with the cards.
 * Goals: 1,500 cards open in 1.5 s, typing painted within 16 ms at the median, a filter within 16 ms of script, 50 frames
 * a second while one of 500 cards is dragged.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { chromiumArgs } from '#scripts/chromium.mjs'
import { framesWhile, mouse, moveMouse } from '#test/bench/frames.ts'
import { type Boards, openBoards } from '#test/bench/roadmap-boards.ts'
import { startServerProcess } from '#test/support/server-process.ts'

const MANY_STAGES = 40
const BOARDS = [
  { cards: 100, stages: 8 },
  { cards: 500, stages: 8 },
  { cards: 1500, stages: 8 },
  { cards: 500, stages: MANY_STAGES },
] as const
/** How the figures grow: from the first to the third. */
const LARGEST = 2
const OPENINGS = 3
const EDITS = 30
/** Twelve letters a second. */
const PACE_MS = 83
/** The card that is written in, counted as it lies on the page. */
const EDITED = 7

/** What is measured on one board, by its name. */
type Figures = Readonly<Record<string, number>>

export async function benchRoadmap(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-bench-'))
  const server = await startServerProcess({ dataDir, main: resolve('dist/server/main.js') })
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) })
  try {
    console.log(
      `Roadmap, Chromium ${browser.version()}, 1440 x 900; cards in 8 stages, the last in ${MANY_STAGES}:`,
    )
    const columns: Figures[] = []
    for (const board of BOARDS) columns.push(await benchBoard(browser, server.url, board))
    print(columns)
  } finally {
    await browser.close()
    await server.stop('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function benchBoard(browser: Browser, url: string, size: (typeof BOARDS)[number]): Promise<Figures> {
  const boards = await openBoards(browser, url, size)
  const figures = {
    ...(await benchOpening(boards, size.cards)),
    ...(await benchDragging(boards.mine)),
    ...(await benchTyping(boards.mine)),
    ...(await benchFilter(boards.mine)),
    ...(await benchRemoteEdits(boards)),
  }
  for (const page of [boards.mine, boards.theirs]) await page.context().close()
  return figures
}

function print(columns: readonly Figures[]): void {
  const cell = (value: number | undefined) => (value ?? Number.NaN).toFixed(1).padStart(9)
  console.log(
    `  ${''.padEnd(40)}${BOARDS.map(({ cards }) => String(cards).padStart(9)).join('')}   ${BOARDS[LARGEST].cards} / ${BOARDS[0].cards}`,
  )
  for (const name of Object.keys(columns[0] ?? {})) {
    const values = columns.map((column) => column[name])
    const growth = (values[LARGEST] ?? 0) / (values[0] ?? 1)
    console.log(`  ${name.padEnd(40)}${values.map(cell).join('')}   ${growth.toFixed(2)}`)
  }
}

/** From the beginning of the navigation until every card is there and painted; everything is in the browser's cache. */
async function benchOpening({ mine, address }: Boards, count: number): Promise<Figures> {
  const took: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    await mine.goto(address)
    took.push(
      await mine.evaluate(
        (wanted) =>
          new Promise<number>((done) => {
            const look = () => {
              if (document.querySelectorAll('[data-card]').length < wanted) requestAnimationFrame(look)
              else requestAnimationFrame(() => setTimeout(() => done(performance.now())))
            }
            look()
          }),
        count,
      ),
    )
  }
  return { 'open, ms (median of 3)': median(took) }
}

async function benchDragging(page: Page): Promise<Figures> {
  const input = await page.context().newCDPSession(page)
  const card = await page.locator('[data-card]').first().boundingBox()
  if (!card) throw new Error('The board shows no card.')
  const start = { x: card.x + 40, y: card.y + 15 }
  const idle = await framesWhile(page, () => moveMouse(input, start, 'none'))
  await mouse(input, 'mousePressed', start, 'left')
  const dragged = await framesWhile(page, () => moveMouse(input, start, 'left'))
  await mouse(input, 'mouseReleased', start, 'left')
  return {
    'mouse moves, frames/s': idle.perSecond,
    'a card is dragged, frames/s': dragged.perSecond,
    'a card is dragged, p95 of a frame, ms': dragged.p95,
    'dragged / not dragged': dragged.perSecond / idle.perSecond,
  }
}

/**
 * From the key until what it changed is painted, at the pace of fast hands; and what a letter costs when keys come
 * without a pause, as pasted by a machine. What is saved and told afterwards is in the processor's time.
 */
async function benchTyping(page: Page): Promise<Figures> {
  const metrics = await page.context().newCDPSession(page)
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.locator('[data-card]').nth(EDITED).focus()
  await page.keyboard.press('Enter')
  await notePaints(page)
  const before = await metricsOf(metrics)
  for (let i = 0; i < EDITS; i++) await atPace(() => page.keyboard.type('x'))
  const took = await paintsNoted(page, EDITS)
  const after = await metricsOf(metrics)
  const each = (name: Metric) => (after(name) - before(name)) / EDITS
  const [style, layout, script] = [
    each('RecalcStyleDuration'),
    each('LayoutDuration'),
    each('ScriptDuration'),
  ]
  await notePaints(page)
  const began = performance.now()
  for (let i = 0; i < EDITS; i++) await page.keyboard.type('x')
  await paintsNoted(page, EDITS)
  const unpaced = (performance.now() - began) / EDITS
  await page.keyboard.press('Escape')
  return {
    'a letter typed, painted after, ms': median(took),
    'a letter typed, p95, ms': share(took, 0.95),
    'a letter typed, ms of script': script,
    'a letter typed, ms of style and layout': style + layout,
    'a letter typed, ms of paint and the rest': each('TaskDuration') - script - style - layout,
    'letters without a pause, ms each': unpaced,
  }
}

async function atPace(press: () => Promise<void>): Promise<void> {
  const next = performance.now() + PACE_MS
  await press()
  const wait = next - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}

/** A word that few cards have, letter by letter, and back; all that a letter sets off is counted. */
async function benchFilter(page: Page): Promise<Figures> {
  const metrics = await page.context().newCDPSession(page)
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.keyboard.press('/')
  await page.getByRole('searchbox').focus()
  const scripts: number[] = []
  await notePaints(page)
  const keys = ['7', '7', 'Backspace', 'Backspace', '4', '2', 'Backspace', 'Backspace']
  for (const [i, key] of keys.entries()) {
    const before = await metricsOf(metrics)
    await atPace(() => page.keyboard.press(key))
    await paintsNoted(page, i + 1)
    await untilNarrowed(page, i + 1)
    scripts.push((await metricsOf(metrics))('ScriptDuration') - before('ScriptDuration'))
  }
  const took = await paintsNoted(page, keys.length)
  const narrowed = await untilNarrowed(page, keys.length)
  return {
    'a filter, ms of script (median)': median(scripts),
    'a filter, letter painted after, ms': median(took),
    'a filter, board narrowed after, ms': median(narrowed),
  }
}

/** For each letter of a filter, how long after it the board was painted as it asks. */
async function untilNarrowed(page: Page, count: number): Promise<number[]> {
  const noted = await page.waitForFunction((wanted) => {
    const times = Reflect.get(window, 'narrowTimes') as number[]
    return times.length >= wanted ? times : null
  }, count)
  return (await noted.jsonValue()) ?? []
}

/** From now on the page notes, for each input, how long after its event it was painted. */
async function notePaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, 'paintTimes', [])
    Reflect.set(window, 'narrowTimes', [])
    if (Reflect.get(window, 'notesPaints')) return
    Reflect.set(window, 'notesPaints', true)
    const push = (name: string, since: number) =>
      requestAnimationFrame(() =>
        setTimeout(() => (Reflect.get(window, name) as number[]).push(performance.now() - since)),
      )
    let waiting: number | null = null
    const note = ({ timeStamp }: Event) => {
      push('paintTimes', timeStamp)
      waiting = timeStamp
    }
    document.addEventListener('input', note, true)
    const cards = new MutationObserver(() => {
      if (waiting !== null) push('narrowTimes', waiting)
      waiting = null
    })
    cards.observe(document.body, { subtree: true, attributeFilter: ['hidden'] })
  })
}

async function paintsNoted(page: Page, count: number): Promise<number[]> {
  const noted = await page.waitForFunction((wanted) => {
    const times = Reflect.get(window, 'paintTimes') as number[]
    return times.length >= wanted ? times : null
  }, count)
  return (await noted.jsonValue()) ?? []
}

async function benchRemoteEdits({ mine, theirs }: Boards): Promise<Figures> {
  const metrics = await mine.context().newCDPSession(mine)
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' })
  await theirs.locator('[data-card]').nth(EDITED).focus()
  await theirs.keyboard.press('Enter')
  await mine.locator('[data-card]').nth(EDITED).getByText('is editing').waitFor()
  const before = await metricsOf(metrics)
  const took: number[] = []
  for (let i = 0; i < EDITS; i++) took.push(await editOnce(mine, theirs, `edit ${i}`))
  const busy = (await metricsOf(metrics))('TaskDuration') - before('TaskDuration')
  return {
    'an edit by another, seen after, ms': median(took),
    'an edit by another, p95, ms': share(took, 0.95),
    'an edit by another, ms of processor': busy / EDITS,
  }
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

type Metric = 'TaskDuration' | 'ScriptDuration' | 'RecalcStyleDuration' | 'LayoutDuration'

/** Times the browser counts, in ms. */
async function metricsOf(metrics: CDPSession): Promise<(wanted: Metric) => number> {
  const { metrics: all } = await metrics.send('Performance.getMetrics')
  return (wanted) => 1000 * (all.find(({ name }) => name === wanted)?.value ?? 0)
}

const median = (values: readonly number[]): number => share(values, 0.5)

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
