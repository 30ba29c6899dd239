/** Every screen, both themes, laptop and phone: axe finds nothing. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { laptop, openDemo, phone } from '#test/e2e/room.ts'

const themes = ['light', 'dark'] as const

/** Screens of the demo, with the sentence that says the screen is there. */
const screens: readonly { path: string; ready: (page: Page) => Promise<void> }[] = [
  { path: 'scene', ready: (page) => expect(page.getByLabel('Kind of customer')).toBeVisible() },
  { path: 'weigh', ready: (page) => expect(page.getByRole('heading', { name: /ballots,/ })).toBeVisible() },
  { path: 'roadmap', ready: (page) => expect(page.getByText('Something goes wrong').first()).toBeVisible() },
]

const devices = { laptop, phone }

for (const [device, settings] of Object.entries(devices))
  for (const theme of themes) {
    test(`no violation before joining (${device}, ${theme})`, async ({ browser }) => {
      const page = await open(browser, settings, theme)
      await page.goto('/')
      await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Start a workshop' }).click()
      await expect(page.getByLabel('What is it about?')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.goto('/join')
      await expect(page.getByLabel('Character 1 of 6')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.goto('/nowhere')
      expect(await violations(page)).toEqual([])
    })

    test(`no violation in a workshop (${device}, ${theme})`, async ({ browser }) => {
      const page = await open(browser, settings, theme)
      const id = await openDemo(page)
      for (const { path, ready } of screens) {
        await page.goto(`/w/${id}/${path}`)
        await ready(page)
        expect(await violations(page), path).toEqual([])
      }
    })
  }

async function open(
  browser: Browser,
  device: typeof laptop | typeof phone,
  theme: (typeof themes)[number],
): Promise<Page> {
  const context = await browser.newContext({ ...device, colorScheme: theme, reducedMotion: 'reduce' })
  return context.newPage()
}
