/** The screens of the interviews, sealed and open, both themes, laptop, phone and the narrowest phone: axe finds nothing. */
import { expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { openCalls } from '#test/e2e/researchers.ts'
import { laptop, openDemo } from '#test/e2e/room.ts'

const looks = [
  ['laptop, light', laptop.viewport, 'light'],
  ['phone, dark', { width: 390, height: 844 }, 'dark'],
  ['narrow phone, light', { width: 320, height: 640 }, 'light'],
] as const

for (const [name, viewport, colorScheme] of looks) {
  test(`axe finds nothing in sealed interviews (${name})`, async ({ browser }) => {
    const { workshopId, facilitator, researchers, ids } = await openCalls(browser, ['Sam'])
    const [{ page }] = researchers as [(typeof researchers)[number]]
    for (const one of [page, facilitator.page]) {
      await one.setViewportSize(viewport)
      await one.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    }
    const id = [...ids.values()][0]
    const home = `/w/${workshopId}/interviews`
    await page.goto(home)
    await expect(page.getByRole('table')).toBeVisible()
    await clean(page, 'the list')
    await page.getByRole('button', { name: /^Invitations, / }).click()
    await clean(page, 'invitations')
    await page.getByRole('button', { name: /^Heard elsewhere, / }).click()
    await clean(page, 'evidence')
    await page.goto(`${home}/questions`)
    await clean(page, 'the guide')
    await page.goto(`${home}/coding`)
    await clean(page, 'nothing to code')
    await page.goto(`${home}/${id}`)
    const note = page.getByRole('textbox', { name: /^What they said: / })
    await expect(note).toBeFocused()
    await page.keyboard.type('“It rang all night #al')
    await expect(page.getByRole('option').first()).toBeVisible()
    await clean(page, 'a call with the menu of needs open')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+.')
    await page.keyboard.type('130')
    await clean(page, 'points that cannot be')
    await page.getByRole('heading', { level: 1 }).getByRole('button').click()
    await clean(page, 'who they are')
    await page.goto(`${home}/${id}?privacy=${id}`)
    await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
    await clean(page, 'privacy')
    await page.goto(`${home}/${id}?page`)
    await clean(page, 'one customer')
    await facilitator.page.goto(home)
    await clean(facilitator.page, 'the sealed envelope')
    await facilitator.page.getByRole('button', { name: 'Open the envelope' }).click()
    await clean(facilitator.page, 'before opening the envelope')
    await facilitator.page.goto(`${home}/coding`)
    await clean(facilitator.page, 'sealed coding')
  })

  test(`axe finds nothing in open interviews (${name})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const id = await openDemo(page)
    await page.goto(`/w/${id}/interviews`)
    await expect(page.getByRole('table')).toBeVisible()
    await clean(page, 'the open list')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await clean(page, 'one customer')
    await page.goto(`/w/${id}/interviews/coding`)
    for (const view of ['Code', 'Findings to read', 'Asked enough?']) {
      await page.getByRole('button', { name: view, exact: true }).click()
      await clean(page, view)
    }
  })
}

/** Nothing for axe, and nothing to the side of the screen. */
async function clean(page: Page, what: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  expect(await violations(page), what).toEqual([])
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beside, `${what}: wider than the screen`).toBeLessThanOrEqual(0)
}
