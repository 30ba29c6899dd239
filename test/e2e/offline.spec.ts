/** Offline work: nothing is lost over a reload, and "saved" is never said before it is true. */
import { expect, type Page, test } from '@playwright/test'
import { lineOf, recordStatus } from '#test/e2e/line.ts'
import { arrive, joinByCode, laptop, startWorkshop, untilSaved } from '#test/e2e/room.ts'

const titles = Array.from({ length: 20 }, (_, n) => `Written offline, number ${n + 1}`)

test('[P1] 20 cards written offline, page reloaded, network back: all there, once, for everyone', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const line = await lineOf(rosa.context)
  const { id, code } = await startWorkshop(rosa.page, 'Offline', rosa.name)
  const dan = await arrive(browser, 'Dan', laptop)
  await joinByCode(dan, code, 'Sales')
  for (const { page } of [rosa, dan]) await page.goto(`/w/${id}/roadmap`)
  await rosa.page.getByRole('button', { name: 'Start with one empty stage' }).click()
  await rosa.page.keyboard.type('It breaks')
  await rosa.page.keyboard.press('Enter')
  await expect(dan.page.getByText('It breaks').first()).toBeVisible()
  await untilSaved(rosa.page)
  await untilShellKept(rosa.page)

  await line.cut()
  const said = await recordStatus(rosa.page)
  await rosa.page.getByRole('gridcell').first().focus()
  await rosa.page.keyboard.press('n')
  for (const title of titles) {
    await rosa.page.keyboard.type(title)
    await rosa.page.keyboard.press('Enter')
  }
  await rosa.page.keyboard.press('Escape')
  await expect(rosa.page.getByText('Offline: 20 changes kept on this device').first()).toBeAttached()
  expect(await said()).not.toContain('All changes saved')

  await rosa.page.reload()
  for (const title of titles) await expect(cards(rosa.page, title)).toHaveCount(1)
  await expect(rosa.page.getByText(/^Offline/).first()).toBeAttached()
  await expect(rosa.page.getByText('All changes saved')).toHaveCount(0)
  await expect(dan.page.getByText('Written offline')).toHaveCount(0)

  await line.mend()
  await untilSaved(rosa.page)
  for (const title of titles) await expect(cards(dan.page, title)).toHaveCount(1)
  const reply = await dan.page.request.get(`/api/workshops/${id}/export.json`)
  const { workshop } = (await reply.json()) as { workshop: { board: { cards: { text: string }[] } } }
  expect(workshop.board.cards.map(({ text }) => text).sort()).toEqual([...titles].sort())
})

const cards = (page: Page, text: string) => page.getByRole('group', { name: new RegExp(`: ${text},`) })

/** Waits until this browser could open the page again without a line. */
async function untilShellKept(page: Page): Promise<void> {
  // Asked again and again from here: a condition that waits in the page itself would count as met at once.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await caches.open('guessproof-shell-1')
        const files = (await kept.keys()).map(({ url }) => new URL(url).pathname)
        const loaded = performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.startsWith('/assets/'))
        return files.includes('/') && loaded.every((path) => files.includes(path))
      }),
    )
    .toBe(true)
}
