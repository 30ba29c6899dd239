/** The roadmap by mouse, by finger, by keys alone, and in two pairs of hands at once. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { arrive, joinByCode, laptop, openDemo, type Person, phone, untilSaved } from './room.ts'

const first = 'Never stand there without records again'
const card = (page: Page, text: string) => page.getByRole('group', { name: text })
const cellOf = (page: Page, text: string) =>
  card(page, text).evaluate((element) => element.closest('[data-cell]')?.getAttribute('data-cell') ?? '')
const inCell = (page: Page, key: string) =>
  page
    .locator(`[data-cell="${key}"] [data-card]`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-card')))

/** The demo's roadmap, open before the facilitator and, on the other device, before Ana. */
async function openBoard(browser: Browser, device: typeof phone | typeof laptop): Promise<[Person, Person]> {
  const noor = await arrive(browser, 'Noor', laptop)
  const id = await openDemo(noor.page)
  const view = await noor.context.request.get(`/api/workshops/${id}`)
  const { joinCode } = (await view.json()) as { joinCode: string }
  const ana = await arrive(browser, 'Ana', device)
  await joinByCode(ana, joinCode, 'Sales')
  for (const { page } of [noor, ana]) {
    await page.goto(`/w/${id}/roadmap`)
    await expect(page.locator('[data-card]').first()).toBeVisible()
  }
  return [noor, ana]
}

test('[BD-2a] a card is dragged by mouse; the other sees who moves it and where it lands', async ({
  browser,
}) => {
  const [{ page }, ana] = await openBoard(browser, laptop)
  const from = await cellOf(page, first)
  const target = page.locator('[data-cell$="|desire"]').nth(2)
  const to = (await target.getAttribute('data-cell')) ?? ''
  const [held, aim] = [await card(page, first).boundingBox(), await target.boundingBox()]
  if (!held || !aim) throw new Error('The board shows neither card nor cell.')
  await page.mouse.move(held.x + 30, held.y + 15)
  await page.mouse.down()
  await page.mouse.move(held.x + 60, held.y + 20, { steps: 4 })
  await page.mouse.move(aim.x + 40, aim.y + 20, { steps: 10 })
  await expect(ana.page.getByText(/is moving this$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await cellOf(page, first)).toBe(from)

  await page.mouse.move(held.x + 30, held.y + 15)
  await page.mouse.down()
  await page.mouse.move(held.x + 60, held.y + 20, { steps: 4 })
  await page.mouse.move(aim.x + 40, aim.y + 20, { steps: 10 })
  await page.mouse.up()
  await expect.poll(() => cellOf(page, first)).toBe(to)
  await expect(card(page, first)).toBeFocused()
  await expect.poll(() => cellOf(ana.page, first)).toBe(to)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => cellOf(ana.page, first)).toBe(from)
})

test('[BD-2a] on a phone a finger scrolls the page, and after a moment’s hold moves the card', async ({
  browser,
}) => {
  const [, { page, context }] = await openBoard(browser, phone)
  const finger = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const key = (await page.locator('[data-cell]').first().getAttribute('data-cell')) ?? ''
  const [top, second, ...rest] = await inCell(page, key)
  const box = async (id = '') =>
    (await page.locator(`[data-card="${id}"]`).boundingBox()) ?? { x: 0, y: 0, height: 0 }

  const start = await box(top ?? '')
  await touch('touchStart', start.x + 50, start.y + 20)
  for (let i = 1; i <= 10; i++) await touch('touchMove', start.x + 50, start.y + 20 - i * 15)
  await touch('touchEnd')
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
  expect(await inCell(page, key)).toEqual([top, second, ...rest])
  // The page may still glide; it is brought back until it stays.
  await expect
    .poll(() => page.evaluate(() => window.scrollY === 0 || window.scrollTo(0, 0)), { intervals: [300] })
    .toBe(true)

  const [held, aim] = [await box(top ?? ''), await box(second ?? '')]
  await touch('touchStart', held.x + 50, held.y + 20)
  const copy = page.locator('[data-dragged]')
  await expect(copy).toBeVisible()
  for (let i = 1; i <= 8; i++) {
    await touch('touchMove', held.x + 50, held.y + 20 + ((aim.y + aim.height - 10 - held.y - 20) * i) / 8)
  }
  await expect(page.locator('[data-mark]')).toBeVisible()
  await touch('touchEnd')
  await expect.poll(() => inCell(page, key)).toEqual([second, top, ...rest])
})

test('[PR-5a] two people write in one card and neither loses a letter', async ({ browser }) => {
  const [noor, ana] = await openBoard(browser, laptop)
  const text = 'A plain overview'
  for (const { page } of [noor, ana]) {
    await card(page, text).focus()
    await page.keyboard.press('Enter')
  }
  const fields = [noor, ana].map(({ page }) => page.getByRole('textbox', { name: 'Text of the card' }))
  await ana.page.keyboard.press('Home')
  await Promise.all([
    noor.page.keyboard.type(' of prices', { delay: 20 }),
    ana.page.keyboard.type('First ', { delay: 20 }),
  ])
  for (const field of fields) await expect(field).toHaveValue('First A plain overview of prices')
  await expect(noor.page.getByText('Ana is editing')).toBeVisible()
})

test('[KB-1a] by keys alone: add, write, lift, move, drop, delete, take back', async ({ browser }) => {
  const [{ page }, ana] = await openBoard(browser, laptop)
  const keys = page.keyboard
  await page.locator('[data-cell][tabindex="0"], [data-card][tabindex="0"]').focus()
  await keys.press('n')
  await keys.type('Who answers at night?')
  await keys.press('Enter')
  await keys.press('Escape')
  const mine = 'Who answers at night?'
  await expect(card(page, mine)).toBeFocused()
  await expect(card(ana.page, mine)).toBeVisible()
  const from = await cellOf(page, mine)
  await keys.press('Space')
  await keys.press('ArrowRight')
  await keys.press('Space')
  await expect(card(page, mine)).toBeFocused()
  await expect.poll(() => cellOf(ana.page, mine)).not.toBe(from)
  await keys.press('Delete')
  await expect(card(ana.page, mine)).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)).toBe(true)
  await keys.press('ControlOrMeta+z')
  await expect(card(ana.page, mine)).toBeVisible()
  await untilSaved(page)
})

test('[BD-2c] two people move one card at once: it ends in one place for both', async ({ browser }) => {
  const [noor, ana] = await openBoard(browser, laptop)
  const ways = [
    [noor.page, 'ArrowRight'],
    [ana.page, 'ArrowDown'],
  ] as const
  for (const [page, way] of ways) {
    await card(page, first).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press(way)
  }
  await Promise.all(ways.map(([page]) => page.keyboard.press('Space')))
  for (const [page] of ways) await untilSaved(page)
  await expect
    .poll(async () => (await cellOf(noor.page, first)) === (await cellOf(ana.page, first)))
    .toBe(true)
  for (const [page] of ways) await expect(card(page, first)).toHaveCount(1)
})

test('[PR-2a] [PR-5a] each sees the other’s pointer and who is writing; a stage deleted meanwhile takes no word and no caret', async ({
  browser,
}) => {
  const [noor, ana] = await openBoard(browser, laptop)
  const words = ana.page.getByRole('textbox', { name: 'Text of the card' })
  const key = await cellOf(ana.page, first)
  const stageId = key.slice(0, key.lastIndexOf('|'))
  await card(ana.page, first).hover()
  const pointer = noor.page.locator('[data-cursor]')
  await expect(pointer).toHaveText('Ana')
  await expect(pointer).toBeVisible()
  const [at, under] = [await pointer.boundingBox(), await card(noor.page, first).boundingBox()]
  if (!at || !under) throw new Error('There is no pointer, or no card.')
  expect(at.x).toBeGreaterThanOrEqual(under.x)
  expect(at.x).toBeLessThanOrEqual(under.x + under.width)

  await card(ana.page, first).focus()
  await ana.page.keyboard.press('Enter')
  await ana.page.keyboard.press('Control+Home')
  await ana.page.keyboard.type('Mostly: ')
  await expect(noor.page.getByText('Ana is editing')).toBeVisible()
  await noor.page.locator(`[data-head="${stageId}"]`).click()
  await noor.page.getByRole('menuitem', { name: 'Delete the stage' }).click()
  await expect.poll(() => cellOf(ana.page, `Mostly: ${first}`)).toMatch(/^\|/)
  await expect(words).toBeFocused()
  await ana.page.keyboard.type('still ')
  await expect(words).toHaveValue(`Mostly: still ${first}`)
  await expect(card(noor.page, `Mostly: still ${first}`)).toBeVisible()
  await noor.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => cellOf(ana.page, `Mostly: still ${first}`)).toBe(key)
  await expect(words).toBeFocused()
})

test('[BD-7a] two people and a phone fill a stage, and one sends the other what is still open', async ({
  browser,
}) => {
  const [{ page }, ana] = await openBoard(browser, phone)
  await ana.page.getByRole('button', { name: 'Add a doubt' }).click()
  await ana.page.keyboard.type('Nobody picks up on Sundays')
  await ana.page.keyboard.press('Enter')
  const doubt = card(page, 'Nobody picks up on Sundays')
  await expect(doubt).toBeVisible()
  await doubt.focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('combobox', { name: 'Doubt comes from…' }).selectOption('How we sell')
  await untilSaved(page)
  await page.goto(`${page.url()}?source=buying_process&phase=early`)
  await expect(doubt).toBeVisible()
  await expect(card(page, first)).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.type('Sundays')
  await expect(page).toHaveURL(/search=Sundays/)
  await expect(page.getByText(/^1 card of/)).toBeVisible()
  await ana.page.goto(page.url())
  await expect(card(ana.page, 'Nobody picks up on Sundays')).toBeVisible()
  await untilSaved(ana.page)
})
