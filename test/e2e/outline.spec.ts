/** The roadmap for those who listen: through the outline by keys alone, with somebody else on the board, and what the map says. */
import { expect, test } from '@playwright/test'
import { violations } from './axe.ts'
import { arrive, joinByCode, laptop, openDemo, phone, tabTo } from './room.ts'

test('[AX-1a] [AX-4a] by keys alone: to a stage, write, answer, add, move, hear what others do, read the map', async ({
  browser,
}) => {
  const noor = await arrive(browser, 'Noor', laptop)
  const id = await openDemo(noor.page)
  const view = await noor.context.request.get(`/api/workshops/${id}`)
  const { joinCode } = (await view.json()) as { joinCode: string }
  await noor.page.goto(`/w/${id}/roadmap`)
  const ana = await arrive(browser, 'Ana', laptop)
  await joinByCode(ana, joinCode, 'Sales')
  const { page } = ana
  const { keyboard } = page
  const heard = page.getByRole('status')
  await page.goto(`/w/${id}/roadmap/outline`)
  await expect(page.getByRole('heading', { level: 1, name: 'The roadmap as an outline' })).toBeVisible()
  expect(await violations(page)).toEqual([])

  await tabTo(page, page.getByRole('link', { name: '6 Know the whole cost and sign' }))
  await keyboard.press('Enter')
  await expect(page.locator(':focus')).toHaveText('6 Know the whole cost and sign')

  const cost = 'What is the whole cost over five years, calibration included?'
  await tabTo(page, page.getByRole('button', { name: `Change “${cost}”` }))
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Words of the card' })).toBeFocused()
  await keyboard.press('End')
  await keyboard.type(' Per store?')
  expect(await violations(page)).toEqual([])
  await keyboard.press('Tab')
  await keyboard.type('One sheet a store')
  await keyboard.press('Enter')
  await expect(heard.filter({ hasText: /^Answer added to/ })).toBeAttached()
  await expect(page.getByRole('list', { name: `Answers to “${cost} Per store?”` })).toContainText(
    'One sheet a store',
  )
  await keyboard.press('Escape')
  await expect(page.getByRole('button', { name: `Change “${cost} Per store?”` })).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: 'Add a card to “Know the whole cost and sign”' }))
  await keyboard.press('Enter')
  await keyboard.type('Who signs for us?')
  await keyboard.press('Enter')
  await expect(
    heard.filter({ hasText: 'Question added to Know the whole cost and sign: Who signs for us?' }),
  ).toBeAttached()
  await keyboard.press('Escape')
  await expect(
    page.getByRole('button', { name: 'Add a card to “Know the whole cost and sign”' }),
  ).toBeFocused()

  const mine = page.getByRole('button', { name: 'Change “Who signs for us?”' })
  await mine.focus()
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('combobox', { name: 'Stage' }))
  await keyboard.type('7')
  await tabTo(page, page.getByRole('button', { name: 'Move', exact: true }))
  await keyboard.press('Enter')
  await expect(
    heard.filter({ hasText: /“Who signs for us\?” moved to Fitting and first weeks/ }),
  ).toBeAttached()
  await expect(
    page.getByRole('region', { name: /^7 / }).getByRole('button', { name: 'Change “Who signs for us?”' }),
  ).toBeFocused()

  const onBoard = noor.page.getByRole('group', { name: /Who signs for us\?/ })
  await onBoard.focus()
  await noor.page.keyboard.press('Delete')
  await expect(onBoard).toBeHidden()
  await expect(mine).toBeHidden()
  await expect(
    heard.filter({ hasText: /^Somebody deleted what you were on\. You are now on: / }),
  ).toBeAttached()
  await expect(page.locator(':focus')).toHaveRole('button')

  await page.getByRole('link', { name: 'Reading' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Effort leans to the beginning/ })).toBeVisible()
  await page.locator('summary', { hasText: 'See it working' }).first().focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Who said it' }).first().getByRole('link')).toHaveCount(7)
  await expect(page.getByRole('link', { name: /^Where .* said it$/ }).first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.setViewportSize(phone.viewport)
  expect(await violations(page)).toEqual([])
  await page
    .getByRole('link', { name: /false alarms/i })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: /false alarms/i })).toBeVisible()
})
