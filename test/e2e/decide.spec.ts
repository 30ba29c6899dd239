/** The promise from two drafts to a decision: written together, supported in secret, "no" until an action makes it true. */
import { expect, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { arrive, joinByCode, laptop, phone, startWorkshop } from '#test/e2e/room.ts'

test('[R064] [R065] [R070] a promise is drafted together, voted on in secret, and adopted only with the action that makes it true', async ({
  browser,
}) => {
  const noor = await arrive(browser, 'Noor', laptop)
  const dan = await arrive(browser, 'Dan', phone)
  const { id, code } = await startWorkshop(noor.page, 'Promise', 'Noor')
  await joinByCode(dan, code, 'Sales')
  for (const { page } of [noor, dan]) await page.goto(`/w/${id}/promise`)

  await noor.page.getByRole('button', { name: 'Add a draft' }).click()
  await noor.page.getByRole('textbox', { name: 'Draft 1' }).pressSequentially('Back up and running')
  const his = dan.page.getByRole('textbox', { name: 'Draft 1' })
  await expect(his).toHaveValue('Back up and running')
  await his.press('End')
  await his.pressSequentially(' within a shift')
  await expect(noor.page.getByRole('textbox', { name: 'Draft 1' })).toHaveValue(
    'Back up and running within a shift',
  )

  await noor.page.getByRole('button', { name: 'Support them in secret' }).click()
  const draft = 'Back up and running within a shift'
  await dan.page
    .getByRole('group', { name: `Support for “${draft}”` })
    .getByRole('radio', { name: '4' })
    .check()
  expect(await violations(dan.page)).toEqual([])
  await dan.page.getByRole('button', { name: 'Seal my ballot' }).click()
  await expect(noor.page.getByText('1 of 1 have sealed').first()).toBeAttached()
  await noor.page.getByRole('button', { name: /^Reveal/ }).click()
  await expect(dan.page.getByText('Support 4 of 5, 1 of us')).toBeVisible()

  await noor.page.getByRole('button', { name: 'Ask: is it true today?' }).click()
  await dan.page.getByRole('radio', { name: 'No', exact: true }).check()
  await dan.page.getByRole('button', { name: 'Seal my ballot' }).click()
  await expect(noor.page.getByText('1 of 1 have sealed').first()).toBeAttached()
  await noor.page.getByRole('button', { name: /^Reveal/ }).click()
  await expect(dan.page.getByText('1 no')).toBeVisible()

  await noor.page.getByRole('button', { name: 'Adopt draft 1' }).click()
  await noor.page.getByRole('textbox', { name: 'What makes it true?' }).fill('Staff the night desk')
  await noor.page.getByRole('button', { name: 'Put it in the plan' }).click()
  await expect(noor.page.getByText('An action makes it true: Staff the night desk')).toBeVisible()
  await noor.page.getByRole('button', { name: 'Adopt draft 1' }).click()
  const form = noor.page.getByRole('dialog', { name: 'Adopt the promise' })
  await form.getByRole('spinbutton', { name: 'For' }).fill('2')
  await form.getByRole('textbox', { name: /otherwise/ }).fill('Only if service is staffed on Sundays.')
  expect(await violations(noor.page)).toEqual([])
  await form.getByRole('button', { name: 'Record the decision' }).click()
  await expect(dan.page.getByText('Decided by all two')).toBeVisible()
  await expect(dan.page.getByText(/Only if service is staffed on Sundays/)).toBeVisible()

  await dan.page.goto(`/w/${id}/decisions`)
  await expect(dan.page.getByRole('heading', { name: draft })).toBeVisible()
  await expect(dan.page.getByText(/2 for, 0 against, 0 neither.*recorded by Noor/)).toBeVisible()
  expect(await violations(dan.page)).toEqual([])
})
