/** One seat is one person, however many tabs, devices and reconnects. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { arrive, joinByCode, laptop, phone, startWorkshop } from '#test/e2e/room.ts'

test('two tabs and a phone of one seat are one person; after 20 reconnects still one', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const { id, code } = await startWorkshop(rosa.page, 'Presence', rosa.name)
  const dan = await arrive(browser, 'Dan', laptop)
  await joinByCode(dan, code, 'Sales')
  const present = rosa.page.getByRole('list', { name: '2 people here' })
  await expect(present.getByRole('img')).toHaveCount(2)

  const secondTab = await dan.context.newPage()
  await secondTab.goto(`/w/${id}/scene`)
  const dansPhone = await browser.newContext(phone)
  await carrySeat(dan.context, dansPhone)
  const phonePage = await dansPhone.newPage()
  await phonePage.goto(`/w/${id}/scene`)
  await expect(phonePage.getByLabel('Kind of customer')).toBeVisible()
  await expect(secondTab.getByLabel('Kind of customer')).toBeVisible()
  await expect(present.getByRole('img')).toHaveCount(2)

  for (let n = 0; n < 20; n++) {
    await secondTab.reload()
    await expect(secondTab.getByText('All changes saved').first()).toBeAttached()
  }
  await expect(present.getByRole('img')).toHaveCount(2)
  await expect(rosa.page.getByText('2 of 2 are here').first()).toBeVisible()

  await secondTab.close()
  await phonePage.close()
  await expect(present.getByRole('img')).toHaveCount(2)
  await dan.context.close()
  await expect(rosa.page.getByRole('list', { name: '1 person here' }).getByRole('img')).toHaveCount(1)
})

test('[S3] a seat that is taken out is told so at once, and the others go on', async ({ browser }) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const { id, code } = await startWorkshop(rosa.page, 'Removed', rosa.name)
  const dan = await arrive(browser, 'Dan', phone)
  await joinByCode(dan, code, 'Sales')
  await expect(rosa.page.getByText('Dan').first()).toBeVisible()
  const seat = await seatOf(dan.page, id)
  const removed = await rosa.page.request.delete(`/api/workshops/${id}/seats/${seat}`, {
    headers: { origin: new URL(rosa.page.url()).origin },
  })
  expect(removed.ok()).toBe(true)
  await expect(dan.page.getByRole('heading', { name: 'You are not in this workshop' })).toBeVisible()
  await expect(rosa.page.getByText('All changes saved').first()).toBeAttached()
})

/** The same seat on another device: the seat is its cookie. */
async function carrySeat(from: BrowserContext, to: BrowserContext): Promise<void> {
  await to.addCookies(await from.cookies())
}

async function seatOf(page: Page, workshopId: string): Promise<string> {
  const reply = await page.request.get(`/api/workshops/${workshopId}`)
  return ((await reply.json()) as { seat: { id: string } }).seat.id
}
