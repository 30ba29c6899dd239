/**
 * [AC-4a] [R098] A manager who was not in the room opens the link to the result on a phone: reads, gets from an action to
 * the words behind it, takes the report along; when the facilitator ends the link, it shows nothing any more.
 */
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { arrive, laptop, openDemo, phone } from '#test/e2e/room.ts'

async function fits(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
}

test('[R098] a manager reads the result by its link, without a seat, until the facilitator ends it', async ({
  browser,
}) => {
  const fay = await arrive(browser, 'Fay', laptop)
  const id = await openDemo(fay.page)
  await fay.page.goto(`/w/${id}/export`)
  await fay.page.getByRole('button', { name: 'Links', exact: true }).click()
  const row = fay.page.getByRole('listitem', { name: 'Read the result' })
  const link = /http\S+\/r#t=[\w-]{43}/.exec(await row.innerText())?.[0] ?? ''
  expect(await violations(fay.page)).toEqual([])

  const max = await arrive(browser, 'Max', phone)
  const { page } = max
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: /^Larderline/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What we know now' })).toBeVisible()
  await fits(page)
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'What we do next' }).click()
  const action = page.getByRole('group').filter({ hasText: /^Recognise defrosting/ })
  await action.getByText('Recognise defrosting').click()
  await expect(action.getByText('“Beep less. Mean it more.”')).toBeVisible()
  await fits(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await max.context.cookies()).toEqual([])
  expect(max.foreign).toEqual([])

  await row.getByRole('button', { name: 'End it' }).click()
  await row.getByRole('button', { name: 'Really end it?' }).click()
  await expect(row.getByText(/^ended/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This link was ended' })).toBeVisible()
  expect(new URL(page.url()).hash).toContain('t=')
})
