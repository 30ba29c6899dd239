/** Frames a browser shows while something is done, and how the mouse is moved meanwhile. */
import type { CDPSession, Page } from 'playwright'

const MOVES = 240
const FRAME_MS = 1000 / 60

export interface Frames {
  readonly perSecond: number
  readonly p95: number
  readonly worst: number
}

export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
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

export async function mouse(
  input: CDPSession,
  type: MouseEventType,
  { x, y }: Point,
  button: 'left' | 'none',
): Promise<void> {
  await input.send('Input.dispatchMouseEvent', {
    type,
    x,
    y,
    button,
    buttons: button === 'left' ? 1 : 0,
    clickCount: 1,
  })
}

/** To and fro over all stages and lanes, one move a frame. */
export async function moveMouse(input: CDPSession, start: Point, button: 'left' | 'none'): Promise<void> {
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
