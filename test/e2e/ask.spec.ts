/**
 * [EV-6a] Ask a customer: a researcher makes a link, a customer answers by it on a phone without a seat or cookie, once
 * with the line cut at the end, and the researcher finds a self-completed interview in the envelope.
 */
import { expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { exported, openCalls } from '#test/e2e/researchers.ts'
import { arrive, phone } from '#test/e2e/room.ts'

async function makeLink(page: Page, workshopId: string): Promise<string> {
  await page.goto(`/w/${workshopId}/interviews`)
  await page.getByRole('button', { name: 'Ask by link' }).click()
  await page.getByLabel('What is it for?').fill('Stand at the fair')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = page.getByRole('listitem', { name: 'Stand at the fair' })
  await expect(link).toContainText('for one · 0 answers · until')
  await expect(link.getByRole('img', { name: /QR code/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
  return /http\S+\/ask#t=[\w-]{43}/.exec(await link.innerText())?.[0] ?? ''
}

async function fitsAndIsAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
  }
}

test('[EV-6a] a customer answers by a link on a phone, and it lies in the envelope as self-completed', async ({
  browser,
}) => {
  const calls = await openCalls(browser, ['Rosa'])
  const rosa = calls.researchers[0]
  if (!rosa) throw new Error('There is no researcher.')
  const link = await makeLink(rosa.page, calls.workshopId)
  const customer = await arrive(browser, 'Customer', phone)
  const { page, context } = customer
  await page.goto(link)
  const next = page.getByRole('button', { name: 'Next' })
  await page.getByLabel(/the one thing without which/).fill('Somebody who answers at night')
  expect(await page.content()).not.toContain('Alarms I can trust')
  await fitsAndIsAccessible(page)
  await next.click()

  const more = (need: string) => page.getByRole('button', { name: `More points: ${need}` })
  for (let press = 0; press < 12; press++) await more('Alarms I can trust').click()
  await page.getByRole('spinbutton', { name: /A person who knows our site/ }).fill('40')
  await expect(page.getByText('All 100 points are placed')).toBeVisible()
  await fitsAndIsAccessible(page)
  await next.click()

  await page.getByRole('combobox', { name: /Brackwell Larderline/ }).selectOption('I am a customer')
  await page.getByRole('button', { name: '8', exact: true }).click()
  await page.emulateMedia({ colorScheme: 'dark' })
  await fitsAndIsAccessible(page)
  await page.reload()
  await expect(page.getByText('8 out of 10')).toBeVisible()
  await next.click()

  await page.getByLabel('My answers may be kept, under an invented name').check()
  await fitsAndIsAccessible(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByText(/There is no connection/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Thank you. Your answers have arrived.')).toBeVisible()
  expect(await context.cookies()).toEqual([])
  expect(customer.foreign).toEqual([])
  const told = Buffer.concat(customer.received).toString('utf8')
  for (const word of [calls.workshopId, 'Noor', 'Rosa', 'Avocet']) expect(told).not.toContain(word)

  await page.reload()
  await expect(page.getByText('Thank you. Your answers have arrived.')).toBeVisible()
  const late = await arrive(browser, 'Late', phone)
  await late.page.goto(link)
  await expect(late.page.getByRole('heading', { name: 'This link has been used' })).toBeVisible()
  await fitsAndIsAccessible(late.page)

  const { interviews } = await exported(rosa.page, calls.workshopId)
  const found = interviews.interviews.filter(({ pseudonym }) => !calls.ids.has(pseudonym))
  expect(found).toMatchObject([{ source: 'self_completed', mode: 'written' }])
  const pseudonym = found[0]?.pseudonym ?? ''
  await rosa.page.goto(`/w/${calls.workshopId}/interviews`)
  await expect(rosa.page.getByText(pseudonym, { exact: true }).first()).toBeVisible()
})
