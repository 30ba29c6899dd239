/** Both ballots with thumbs alone on small phones, keyboard open or not, and with keys alone on a laptop. */
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { listNeeds, markByKeys, markByTouch } from '#test/e2e/guess-acts.ts'
import {
  arrive,
  joinByCode,
  joinByKeys,
  laptop,
  phone,
  startWorkshop,
  tabTo,
  type Workshop,
} from '#test/e2e/room.ts'

const needs = [
  'Alarms I can trust',
  'Audit without a week of paperwork every single year',
  'Whole yearly cost known before we sign',
  'A person who knows our site answers at night',
  'Proven in our trade',
]
const columns = 3
const markFor = (option: string, need: string) => {
  const drawn = option.length * 3 + need.length
  return drawn % 4 === 0 ? null : 2 + (drawn % 9)
}

for (const width of [390, 320])
  test(`[MO-1b] both ballots by thumbs alone at ${width} px: no sideways scrolling, points left and seal in sight`, async ({
    browser,
  }) => {
    const { rosa, workshop } = await openRoom(browser)
    const ines = await arrive(browser, 'Ines', {
      ...phone,
      viewport: { width, height: width === 320 ? 568 : 844 },
    })
    await joinByCode(ines, workshop.code, 'Marketing')
    const { page } = ines
    await page.goto(`/w/${workshop.id}/weigh`)
    const seal = page.getByRole('button', { name: /seal/i }).filter({ visible: true }).last()
    const left = page.getByText(/^points? left|^too many/).first()

    await test.step('100 points', async () => {
      await rosa.getByRole('button', { name: 'Open the round' }).click()
      await expect(page.getByRole('spinbutton')).toHaveCount(needs.length)
      await everywhere(page, [left, seal])
      const more = page.getByRole('button', { name: /^More points for / })
      for (let at = 0; at < needs.length; at++) await more.nth(at).tap()
      await more.first().tap()
      await page.getByRole('slider').nth(1).tap()
      await everywhere(page, [left, seal])
      await more.last().tap()
      await page.getByRole('button', { name: 'Use up the rest here' }).tap()
      await expect(page.getByText('All 100 points are placed. You can seal.')).toBeAttached()
      await page.getByRole('checkbox', { name: `I don’t know about ${needs[4]}` }).tap()
      await page.locator('label', { has: page.getByRole('radio', { name: '4 of 5' }) }).tap()
      await everywhere(page, [left, seal])
    })

    await test.step('with the keyboard open', async () => {
      const field = page.getByRole('spinbutton').nth(3)
      await field.tap()
      await underKeyboard(page, [left, seal, field])
      await seal.tap()
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
      await fits(page)
      await rosa.getByRole('button', { name: /^Reveal/ }).click()
    })

    await test.step('marks', async () => {
      await rosa.goto(`/w/${workshop.id}/mark`)
      await page.goto(`/w/${workshop.id}/mark`)
      await rosa.getByRole('button', { name: 'Open the round' }).click()
      const ten = page.getByRole('button', { name: '10', exact: true })
      const marked = page.getByText(/^\d+ of 15 marked/).last()
      await expect(ten).toBeVisible()
      await everywhere(page, [marked, seal, ten])
      await markByTouch(page, needs.length * columns, markFor)
      await page.locator('label', { has: page.getByRole('radio', { name: '2 of 5' }) }).tap()
      await everywhere(page, [marked, seal])
      await page.getByRole('button', { name: 'I do not know how they would' }).tap()
      const reason = page.getByLabel(/^Why\?/)
      await expect(reason).toBeFocused()
      await underKeyboard(page, [seal])
      await page.getByRole('button', { name: 'Back to the marks' }).tap()
      await page.getByRole('button', { name: 'Seal my ballot' }).tap()
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
      await fits(page)
    })
  })

test('both ballots on a laptop by keys alone, from the code to the second seal', async ({ browser }) => {
  const { rosa, workshop } = await openRoom(browser)
  const helen = await arrive(browser, 'Helen', laptop)
  const { page } = helen
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(kind, () => Object.assign(window, { pointed: true }), true)
  })
  await joinByKeys(helen, workshop.code, 'Sales')
  await rosa.getByRole('button', { name: 'Open the round' }).click()
  await rosa.getByRole('button', { name: 'Bring everyone here' }).click()
  await page.waitForURL(/\/weigh/)

  await tabTo(page, page.getByRole('spinbutton').first())
  for (const points of ['30', '25', '20', '5']) {
    await page.keyboard.type(points)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('?')
  await page.keyboard.press('=')
  await expect(page.getByRole('spinbutton').last()).toHaveValue('20')
  await page.keyboard.press('c')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '2 of 5' })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Seal my ballot' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
  await rosa.getByRole('button', { name: /^Reveal/ }).click()

  await rosa
    .getByRole('navigation')
    .getByRole('link', { name: /^Mark the competition/ })
    .click()
  await rosa.getByRole('button', { name: 'Bring everyone here' }).click()
  await page.waitForURL(/\/mark/)
  await rosa.getByRole('button', { name: 'Open the round' }).click()
  await tabTo(page, page.getByRole('gridcell').first())
  await markByKeys(page, needs.length * columns, markFor)
  await tabTo(page, page.getByRole('radio', { name: /^1 of 5/ }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
  expect(await page.evaluate(() => 'pointed' in window)).toBe(false)
})

/** A facilitator before the weights, with needs to weigh and columns to mark. */
async function openRoom(browser: Browser): Promise<{ rosa: Page; workshop: Workshop }> {
  const { page: rosa } = await arrive(browser, 'Rosa', laptop)
  const workshop = await startWorkshop(rosa, 'Hands', 'Rosa')
  await rosa.getByRole('button', { name: 'Add', exact: true }).click()
  await rosa.getByLabel('Name of a competitor').fill('Refrigeration contractors of the region')
  await rosa.keyboard.press('Enter')
  await rosa.getByRole('button', { name: 'Add “do nothing”' }).click()
  await listNeeds(rosa, workshop.id, needs)
  return { rosa, workshop }
}

/** Nothing is wider than the screen, and nothing on it scrolls sideways by itself. */
async function fits(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  const wide = await page.evaluate((most) => {
    const root = document.scrollingElement
    const scrolls = [...document.querySelectorAll('*')].filter(
      (one) =>
        one.scrollWidth > one.clientWidth &&
        /auto|scroll/.test(getComputedStyle(one).overflowX) &&
        one !== root,
    )
    return [...(root && root.scrollWidth > most ? [root] : []), ...scrolls].map(({ className }) => className)
  }, width)
  expect(wide).toEqual([])
}

/** These are wholly in sight at the top, in the middle and at the end of the page. */
async function everywhere(page: Page, wanted: readonly Locator[]): Promise<void> {
  await fits(page)
  for (const share of [0, 0.5, 1]) {
    await page.evaluate((to) => {
      const all = document.scrollingElement
      all?.scrollTo({ top: to * (all.scrollHeight - innerHeight), behavior: 'instant' })
    }, share)
    for (const one of wanted) await expect(one).toBeInViewport({ ratio: 1 })
  }
}

const keyboards = ['shrinks the page', 'covers the page'] as const

/**
 * With a keyboard over the lower half of the screen these are seen, and not covered by anything. Android makes the page
 * as low as what is left of the screen; iOS leaves the page as tall as it was and shows the part above the keyboard.
 */
async function underKeyboard(page: Page, wanted: readonly Locator[]): Promise<void> {
  const whole = page.viewportSize() ?? phone.viewport
  const seen = Math.round(whole.height * 0.55)
  for (const keyboard of keyboards) {
    if (keyboard === 'shrinks the page') await page.setViewportSize({ ...whole, height: seen })
    else await coverBelow(page, seen)
    // What a browser does with the field in hand.
    await page.evaluate((height) => {
      const box = document.activeElement?.getBoundingClientRect()
      if (box)
        document.scrollingElement?.scrollBy({ top: box.y + box.height / 2 - height / 2, behavior: 'instant' })
    }, seen)
    await fits(page)
    for (const one of wanted) {
      await expect.poll(() => isSeen(one, seen), `${String(one)} where the keyboard ${keyboard}`).toBe(true)
    }
    if (keyboard === 'shrinks the page') await page.setViewportSize(whole)
    else await coverBelow(page, null)
  }
}

/** Whole above that height, and in front. */
async function isSeen(one: Locator, height: number): Promise<boolean> {
  return one.evaluate((element, lowest) => {
    const { x, y, width, height: tall } = element.getBoundingClientRect()
    const front = document.elementFromPoint(x + width / 2, y + tall / 2)
    const isInFront = front !== null && (element.contains(front) || front.contains(element))
    return isInFront && y >= 0 && y + tall <= lowest + 1
  }, height)
}

/** The visual viewport ends at that height; null: it is the page's again. */
async function coverBelow(page: Page, height: number | null): Promise<void> {
  await page.evaluate((seen) => {
    const viewport = window.visualViewport
    if (!viewport) throw new Error('This browser has no visual viewport.')
    if (seen === null) Reflect.deleteProperty(viewport, 'height')
    else Object.defineProperty(viewport, 'height', { value: seen, configurable: true })
    viewport.dispatchEvent(new Event('resize'))
  }, height)
}
