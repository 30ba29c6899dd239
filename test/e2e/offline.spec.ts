/** Offline work: nothing is lost over a reload, and "saved" is never said before it is true. */
import { expect, type Page, test } from '@playwright/test'
import { arrive, joinByCode, laptop, startWorkshop, untilSaved } from '#test/e2e/room.ts'

test('[P1] 20 cards written offline, page reloaded, network back: all there, once, for everyone', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const { id, code } = await startWorkshop(rosa.page, 'Offline', rosa.name)
  const dan = await arrive(browser, 'Dan', laptop)
  await joinByCode(dan, code, 'Sales')
  for (const { page } of [rosa, dan]) await page.goto(`/w/${id}/roadmap`)
  await rosa.page.getByRole('button', { name: 'Start with one empty stage' }).click()
  await rosa.page.keyboard.type('It breaks')
  await rosa.page.keyboard.press('Enter')
  await expect(dan.page.getByText('It breaks').first()).toBeVisible()
  await untilSaved(rosa.page)

  // The page itself must come back without a server, as from a cache; only its calls and sockets are cut.
  const said = await recordStatus(rosa.page)
  await cut(rosa.page, true)
  const titles = Array.from({ length: 20 }, (_, n) => `Offline card ${n + 1}.`)
  await rosa.page
    .getByRole('button', { name: /Add a question/ })
    .first()
    .click()
  for (const title of titles) {
    await rosa.page.keyboard.type(title)
    await rosa.page.keyboard.press('Enter')
  }
  await rosa.page.keyboard.press('Escape')
  await expect(rosa.page.getByText(/^Offline: \d+ changes kept on this device$/).first()).toBeAttached()
  expect(await said()).not.toContain('All changes saved')

  await rosa.page.reload()
  for (const title of titles) await expect(rosa.page.getByText(title, { exact: true })).toHaveCount(1)
  await expect(rosa.page.getByText(/^Offline/).first()).toBeAttached()
  const saidAfter = await recordStatus(rosa.page)
  expect(await saidAfter()).not.toContain('All changes saved')
  await expect(dan.page.getByText(titles[0] ?? '', { exact: true })).toHaveCount(0)

  await cut(rosa.page, false)
  await untilSaved(rosa.page)
  for (const title of titles) await expect(dan.page.getByText(title, { exact: true })).toHaveCount(1)
  const reply = await dan.page.request.get(`/api/workshops/${id}/export.json`)
  const file = await reply.text()
  for (const title of titles) expect(file.split(JSON.stringify(title)).length - 1).toBe(1)
})

/** Cuts or restores this page's line to the server; files of the page itself still come. */
async function cut(page: Page, isCut: boolean): Promise<void> {
  if (isCut) {
    await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await page.routeWebSocket('**/sync/**', (socket) => socket.close({ code: 1013 }))
    await page.context().setOffline(true)
    await page.context().setOffline(false)
  } else {
    await page.unrouteAll()
  }
}

/** Every text the status line shows from here on. */
async function recordStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seenStatus: seen })
    const read = () => {
      for (const one of document.querySelectorAll('[role=status]')) seen.push(one.textContent ?? '')
    }
    new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { seenStatus: string[] }).seenStatus)
}
