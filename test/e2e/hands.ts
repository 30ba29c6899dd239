/** What a hand does on a page: drags with the mouse, and with a finger that rests on a thing before it carries it. */
import { expect, type Locator, type Page } from '@playwright/test'

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

/** Real touch events; `held` is what shows that the thing was lifted, so that nothing moves before it was. */
export async function dragByTouch(
  page: Page,
  { from, to, held }: { readonly from: Locator; readonly to: Locator; readonly held: Locator },
): Promise<void> {
  // Both must be on the screen at once, as they are for a person who drags.
  await to.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const [start, end] = [await centre(from), await centre(to)]
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  await touch('touchStart', start)
  await expect(held).toBeVisible()
  const steps = 10
  for (let step = 1; step <= steps; step++)
    await touch('touchMove', {
      x: start.x + ((end.x - start.x) * step) / steps,
      y: start.y + ((end.y - start.y) * step) / steps,
    })
  await touch('touchEnd')
  await finger.detach()
}
