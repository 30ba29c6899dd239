/** Every screen in every state of a round, laptop and phone, both themes: axe finds nothing. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { joinByCode, laptop, openDemo, phone, startWorkshop } from '#test/e2e/room.ts'

const themes = ['light', 'dark'] as const
type Device = typeof laptop | typeof phone

const devices: readonly (readonly [string, Device])[] = [
  ['laptop', laptop],
  ['phone', phone],
]

for (const [name, device] of devices)
  for (const theme of themes) {
    test(`axe finds nothing before joining (${name}, ${theme})`, async ({ browser }) => {
      const page = await open(browser, device, theme)
      await page.goto('/')
      await expect(page.getByRole('button', { name: 'Try the demo' })).toBeVisible()
      await clean(page, 'home')
      await page.getByRole('button', { name: 'Start a workshop' }).click()
      await page.getByRole('button', { name: 'Open the workshop' }).click()
      await clean(page, 'starting, with what is missing')
      await page.goto('/join')
      await page.getByLabel('Character 1 of 6').click()
      await page.keyboard.type('222222')
      await expect(page.getByText('No workshop with that code').first()).toBeVisible()
      await clean(page, 'a wrong code')
      await page.goto('/nowhere')
      await clean(page, 'no such page')
    })

    // The long stories once for each device and each theme: the demo on a light laptop and a dark phone, a round the
    // other way about, with a laptop of the same theme at the desk.
    if ((name === 'phone') === (theme === 'dark')) {
      test(`axe finds nothing in the demo (${name}, ${theme})`, async ({ browser }) => {
        const page = await open(browser, device, theme)
        const id = await openDemo(page)
        await page.goto(`/w/${id}/scene`)
        await expect(page.getByLabel('Kind of customer')).toBeVisible()
        await clean(page, 'the scene')
        await page.goto(`/w/${id}/weigh`)
        await expect(page.getByRole('heading', { name: /ballots,/ })).toBeVisible()
        await clean(page, 'weights revealed')
        await page.getByRole('button', { name: 'Show as table' }).click()
        await clean(page, 'weights as a table')
        await page.goto(`/w/${id}/mark`)
        await expect(page.getByRole('heading', { name: /^By our own marks/ })).toBeVisible()
        await clean(page, 'marks revealed')
        await page.locator('td[tabindex="0"]').first().focus()
        await clean(page, 'one cell of the marks')
        const asTable = page.getByRole('button', { name: /^Show as table/ })
        for (let left = await asTable.count(); left > 0; left--) await asTable.first().click()
        await clean(page, 'marks as a table')
        await page.goto(`/w/${id}/roadmap`)
        await expect(page.getByText('Something goes wrong').first()).toBeVisible()
        await clean(page, 'the roadmap')
        await cleanWithCardsInHand(page)
        for (const stop of [
          'reality',
          'findings',
          'promise',
          'decisions',
          'roadmap/sheets',
          'plan',
          'closing',
          'export',
        ]) {
          await page.goto(`/w/${id}/${stop}`)
          await clean(page, stop)
        }
      })
      continue
    }

    test(`axe finds nothing in a round (${name}, ${theme})`, async ({ browser }) => {
      const lead = await open(browser, laptop, theme)
      const { id, code } = await startWorkshop(lead, 'Round', 'Rosa')
      const page = await open(browser, device, theme)
      await page.goto(`/j/${code}`)
      await expect(page.getByLabel('Your name')).toBeVisible()
      await clean(page, 'name and function')
      await page.getByLabel('Your name').fill('Ines')
      await page.locator('label', { has: page.getByRole('radio', { name: 'Marketing' }) }).click()
      await page.getByRole('button', { name: 'I’m in' }).click()
      await page.waitForURL(/\/w\//)
      await page.goto(`/w/${id}/weigh`)
      await lead.goto(`/w/${id}/weigh`)
      await clean(page, 'no need yet')
      for (const need of ['Alarms', 'Audit', 'Cost']) {
        await lead.getByLabel('Add a need').fill(need)
        await lead.keyboard.press('Enter')
      }
      await clean(lead, 'opening a round')
      await lead.getByRole('button', { name: 'Open the round' }).click()
      await expect(page.getByRole('spinbutton', { name: 'Alarms' })).toBeVisible()
      await clean(lead, 'waiting')
      await clean(page, 'an empty ballot')
      await page.getByRole('spinbutton', { name: 'Alarms' }).fill('70')
      await page.getByRole('spinbutton', { name: 'Cost' }).fill('40')
      await clean(page, 'a ballot with too many points')
      await page.getByRole('spinbutton', { name: 'Cost' }).fill('30')
      await page.getByRole('button', { name: 'Seal my ballot' }).click()
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
      await clean(page, 'sealed')
      await lead.getByRole('button', { name: 'Close the round' }).click()
      await expect(page.getByRole('heading', { name: 'The round is closed.' })).toBeVisible()
      await clean(page, 'closed')
      await lead.getByRole('button', { name: /^Reveal/ }).click()
      for (const title of [
        'The envelopes are open.',
        'This is what we weighed.',
        'Each shape is one sealed guess.',
        'One ballot. Nothing to compare yet.',
      ]) {
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
        await clean(page, title)
        await clean(lead, `${title} (desk)`)
        await lead.getByRole('button', { name: 'Next beat' }).click()
      }
    })

    test(`axe finds nothing from the notes to the marks (${name}, ${theme})`, async ({ browser }) => {
      const lead = await open(browser, laptop, theme)
      const { id, code } = await startWorkshop(lead, 'Notes', 'Rosa')
      await lead.getByRole('button', { name: 'Add', exact: true }).click()
      await lead.getByLabel('Name of a competitor').fill('Coldwatch')
      await lead.keyboard.press('Enter')
      const page = await open(browser, device, theme)
      await joinByCode({ name: 'Ines', page }, code, 'Marketing')
      for (const one of [lead, page]) await one.goto(`/w/${id}/needs`)
      await clean(lead, 'before writing')
      await lead.getByRole('button', { name: 'Start writing' }).click()
      for (const note of ['Alarms you can trust', 'Alarms that are true', 'Service', 'Whole cost', 'Audit']) {
        await page.getByLabel('A need, in words a customer would use').fill(note)
        await page.keyboard.press('Enter')
      }
      await clean(page, 'writing')
      await clean(lead, 'the room writes')
      await lead.getByRole('button', { name: 'Open the wall' }).click()
      await clean(lead, 'asked whether to open')
      await lead.getByRole('button', { name: 'Open it' }).click()
      await lead.getByRole('button', { name: 'Cover it again' }).click()
      await expect(page.getByRole('heading', { name: 'The wall is covered again' })).toBeVisible()
      await clean(page, 'the covered wall')
      await clean(lead, 'the covered wall (facilitator)')
      await lead.getByRole('button', { name: 'Open the wall' }).click()
      const note = (text: string) => page.getByRole('button', { name: new RegExp(`^${text}`) }).first()
      for (const text of ['Whole cost', 'Audit']) {
        await note(text).click()
        await clean(page, `${text} selected`)
        await page.getByRole('button', { name: 'Group', exact: true }).click()
      }
      await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible()
      await page.getByRole('button', { name: 'Group these 2' }).click()
      await clean(page, 'grouped')
      for (const need of ['Whole cost', 'Audit', 'Alarms']) {
        await lead.getByRole('button', { name: new RegExp(`^Put “${need}.*” on the shortlist`) }).click()
      }
      await clean(lead, 'a shortlist')
      await lead.getByRole('button', { name: 'Cut by a secret vote' }).click()
      await page.getByRole('checkbox').first().click()
      await clean(page, 'the cutting vote')
      await page.getByRole('button', { name: 'Seal my marks' }).click()
      await lead.getByRole('button', { name: 'Reveal: the only one is in' }).click()
      await expect(page.getByRole('heading', { name: 'The vote' })).toBeVisible()
      await clean(page, 'what the vote brought')
      for (const one of [lead, page]) await one.goto(`/w/${id}/mark`)
      await lead.getByRole('button', { name: 'Open the round' }).click()
      await expect(page.getByRole('button', { name: '10', exact: true }).first()).toBeVisible()
      await clean(page, 'an empty ballot of marks')
      await page.getByRole('button', { name: '7', exact: true }).first().click()
      await page.getByRole('button', { name: 'Seal my ballot' }).click()
      await lead.getByRole('button', { name: 'Reveal: the only one is in' }).click()
      for (const title of [
        'The envelopes are open.',
        'This is what we marked.',
        'Each cell is our average.',
      ]) {
        const heading = { level: 1, name: title }
        for (const one of [lead, page]) await expect(one.getByRole('heading', heading)).toBeVisible()
        await clean(page, title)
        await clean(lead, `${title} (desk)`)
        await lead.getByRole('button', { name: 'Next beat' }).click()
        for (const one of [lead, page]) await expect(one.getByRole('heading', heading)).toBeHidden()
      }
      await clean(page, 'the totals')
      await clean(lead, 'the totals (desk)')
      await lead.getByRole('button', { name: 'Next beat' }).click()
      await expect(lead.getByRole('button', { name: 'Next beat' })).toBeHidden()
      await clean(page, 'what to talk about')
      await clean(lead, 'what to talk about (desk)')
      for (const stop of ['first-look', 'second-look', 'unknown']) {
        await page.goto(`/w/${id}/${stop}`)
        await clean(page, stop)
      }
    })

    test(`axe finds nothing in timer and people (${name}, ${theme})`, async ({ browser }) => {
      const page = await open(browser, laptop, theme)
      const { id } = await startWorkshop(page, 'Timer', 'Rosa')
      await page.setViewportSize(device.viewport)
      await page.goto(`/w/${id}/weigh`)
      await page.getByRole('button', { name: 'Set the timer' }).click()
      await page.getByLabel('Minutes').fill('ten')
      await page.getByRole('button', { name: 'Start' }).click()
      await expect(page.getByText('Type minutes, such as')).toBeVisible()
      await clean(page, 'a time that is none')
      await page.getByLabel('Minutes').fill('5:30')
      await page.getByRole('button', { name: 'Start' }).click()
      await page.getByRole('button', { name: /^Timer, 05:\d\d left/ }).click()
      await clean(page, 'a running timer')
      await page.keyboard.press('Escape')
      await page.keyboard.press('.')
      await page.getByRole('button', { name: 'Add a person without a device' }).click()
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Otto')
      await clean(page, 'adding a person')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('button', { name: 'Change Otto' }).click()
      await clean(page, 'people')
      await page.getByRole('button', { name: 'History', exact: true }).click()
      await expect(page.getByText('Nothing was changed yet.')).toBeVisible()
      await clean(page, 'history')
    })
  }

async function open(browser: Browser, device: Device, theme: (typeof themes)[number]): Promise<Page> {
  const context = await browser.newContext({ ...device, colorScheme: theme, reducedMotion: 'reduce' })
  return context.newPage()
}

async function clean(page: Page, what: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  expect(await violations(page), what).toEqual([])
}

/** The filter, a chosen card with its bar, the panel of a card: laptop and phone, each in one theme. */
async function cleanWithCardsInHand(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.locator('[data-card]').first().focus()
  await page.keyboard.press('Shift+Space')
  await page.getByLabel('Stage to move them to').selectOption({ index: 1 })
  await clean(page, 'the filter, and a chosen card')
  await page.getByRole('button', { name: 'Choose none' }).click()
  await page.locator('[data-card]').first().focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog')).toBeVisible()
  await clean(page, 'the panel of a card')
  await page.keyboard.press('Escape')
}
