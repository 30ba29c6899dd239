/** The action plan in two pairs of hands: planned by keys on a laptop, seen live and done on a phone. */
import { expect, test } from '@playwright/test'
import { arrive, joinByCode, laptop, openDemo, phone, tabTo } from '#test/e2e/room.ts'

test('[AC-1a] [AC-2a] an action is planned by keys, seen live on a phone, and done there asks what it settled', async ({
  browser,
}) => {
  const noor = await arrive(browser, 'Noor', laptop)
  const id = await openDemo(noor.page)
  const view = await noor.context.request.get(`/api/workshops/${id}`)
  const { joinCode } = (await view.json()) as { joinCode: string }
  const ana = await arrive(browser, 'Ana', phone)
  await joinByCode(ana, joinCode, 'Sales')
  for (const { page } of [noor, ana]) {
    await page.goto(`/w/${id}/plan`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nine actions close 12 of the 28 gaps')
  }
  const { page } = noor
  const keys = page.keyboard

  await keys.press('n')
  await expect(page.getByLabel('What do we do?')).toBeFocused()
  await keys.type('Show the false alarms of a month')
  await keys.press('Tab')
  await keys.type('Ana')
  await keys.press('Tab')
  await keys.type('yesterday-ish')
  await expect(page.getByText('We cannot tell which day that is.')).toBeVisible()
  await keys.press('Control+a')
  await keys.type('in 3 weeks')
  await tabTo(page, page.getByRole('searchbox'))
  await keys.type('few false alarms')
  await keys.press('Enter')
  await expect(page.getByText('What it closes is missing: create.')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Add the action' }))
  await keys.press('Enter')

  const heading = (words: string) => ({ level: 1, name: words }) as const
  await expect(ana.page.getByRole('heading', heading('Ten actions close 13 of the 28 gaps'))).toBeVisible()
  const card = ana.page.getByRole('listitem').filter({
    has: ana.page.getByRole('button', { name: 'Done: Show the false alarms of a month' }),
  })
  await expect(card.getByRole('combobox', { name: /^Owner/ })).toHaveValue('Ana')

  const due = page.getByRole('textbox', { name: 'Due: Show the false alarms of a month' })
  await due.focus()
  await keys.type('2030-04-30')
  await expect(ana.page.getByText(/is writing$/)).toBeVisible()
  await keys.press('Enter')
  await expect(card.getByRole('textbox', { name: /^Due/ })).toHaveValue('30 Apr 2030')

  await card.getByRole('button', { name: /^Done/ }).tap()
  const asked = ana.page.getByRole('dialog', { name: 'Did it settle the question?' })
  await expect(asked.getByRole('checkbox')).toBeChecked()
  await asked.getByRole('button', { name: 'Yes, it is answered' }).tap()
  await expect(asked).toBeHidden()
  await expect(page.getByRole('heading', heading('Nine actions close 12 of the 27 gaps'))).toBeVisible()
  await expect(page.getByText('Settled, we say')).toBeVisible()
  await page.getByRole('button', { name: 'All of Show the false alarms of a month' }).press('Enter')
  await expect(page.getByText(/^Due: .* to 30 Apr 2030/)).toBeVisible()
})
