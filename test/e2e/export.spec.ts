/** Whoever was in the room, or was not, takes the workshop away without asking anyone (R098). */
import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { arrive, joinByCode, laptop, phone, startWorkshop } from '#test/e2e/room.ts'

test('[R098] a member takes the numbers and the pack, a manager with the link reads the text on a phone', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const { id, code } = await startWorkshop(rosa.page, 'Pumps/valves', 'Rosa')
  const ines = await arrive(browser, 'Ines', laptop)
  await joinByCode(ines, code, 'Sales')
  await ines.page.goto(`/w/${id}/export`)
  const xlsx = await taken(ines.page, 'Excel', 'Download Excel')
  expect(xlsx.name).toBe('Pumps-valves.xlsx')
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
  const pack = await taken(ines.page, 'The pack', 'Download the pack')
  expect(pack.name).toBe('Pumps-valves.zip')
  expect(pack.bytes.includes('.pptx')).toBe(true)

  const max = await manager(browser, rosa.page, id)
  await max.goto(`/w/${id}/export`)
  const text = await taken(max, 'Markdown', 'Download Markdown')
  expect(text.name).toBe('Pumps-valves.md')
  expect(text.bytes.toString()).toContain('Pumps/valves')
  const { scroll, width } = await max.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
})

async function taken(page: Page, format: string, button: string) {
  await page.locator('label', { has: page.getByRole('radio', { name: format, exact: true }) }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  await expect(page.getByText(/is downloaded:/)).toBeVisible()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Someone who was not in the room, with the link to look on. */
async function manager(browser: Browser, lead: Page, id: string): Promise<Page> {
  const view = await lead.request.get(`/api/workshops/${id}`)
  const { links } = (await view.json()) as { links: { watch: string } }
  const { page } = await arrive(browser, 'Max', phone)
  await page.goto(links.watch)
  await page.getByLabel('Your name').fill('Max')
  await page.getByRole('button', { name: 'I’m in' }).click()
  await page.waitForURL(/\/w\/[^/]+\/\w+/)
  return page
}
