/** What a hand does on a page: drags with the mouse, and with a finger that rests on a thing before it carries it. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Within so many px of an edge of the screen a drag scrolls the page. */
const EDGE = 60
const CLOSE = 4

export interface Point {
  readonly x: number
  readonly y: number
}

export async function centre(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export async function dragByMouse(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await centre(from), await centre(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 10, start.y + 4, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 12 })
  await page.mouse.up()
}

/**
 * Real touch events; `held` is what shows that the thing was lifted, so that nothing moves before it was. Where the two
 * are not on the screen at once, the finger waits at the edge until the page has brought the other one.
 */
export async function dragByTouch(
  page: Page,
  { from, to, held }: { readonly from: Locator; readonly to: Locator; readonly held: Locator },
): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  const move = async (start: Point, end: Point) => {
    const steps = 10
    for (let step = 1; step <= steps; step++)
      await touch('touchMove', {
        x: start.x + ((end.x - start.x) * step) / steps,
        y: start.y + ((end.y - start.y) * step) / steps,
      })
  }
  let at = await centre(from)
  await touch('touchStart', at)
  await expect(held).toBeVisible()
  const height = page.viewportSize()?.height ?? 0
  const distance = async () => {
    const { y } = await centre(to)
    return y < EDGE * 2 ? -1 : y > height - EDGE * 2 ? 1 : 0
  }
  const way = await distance()
  if (way !== 0) {
    const edge = { x: at.x, y: way < 0 ? EDGE : height - EDGE }
    await move(at, edge)
    at = edge
    await expect.poll(distance, { intervals: [16] }).toBe(0)
  }
  // The page may still have been on its way.
  for (let end = await centre(to); Math.hypot(end.x - at.x, end.y - at.y) > CLOSE; end = await centre(to)) {
    await move(at, end)
    at = end
  }
  await touch('touchEnd')
  await finger.detach()
}
