/**
 * The customers, in real browsers: a researcher on the phone with two of them, the facilitator and somebody with a phone
 * who see nothing of it, the envelope opened before everyone, and one customer who takes everything back.
 */
import { expect, type Page, test } from '@playwright/test'
import { MESSAGE_SYNC, syncPath } from '#shared/protocol/wire.ts'
import { arrive, joinByCode, laptop, type Person, phone, startWorkshop, tabTo } from '#test/e2e/room.ts'

/** What a customer says, and what the researcher makes of it: none of it may leave the envelope. */
const said = {
  plain: 'A fitter named us over coffee.',
  quote: 'We rang three times before anybody came',
  need: 'Repairs within the day',
  stage: 'Ring around',
  decider: 'Whoever answers the telephone first.',
  other: 'Nothing but the price of it.',
  decline: 'We have bought from cousins for years',
  theme: 'Nobody picks up the telephone',
  finding: 'Buyers ring around and take the first who answers',
} as const
const heard = 'A driver says the doors never quite close.'
const wordingNow = 'Begin at the beginning: what made you look at all?'
const reason = 'The customer day is tomorrow'

test('a call by keys, sealed from everyone until the facilitator opens it, and gone when the customer takes it back', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa Lind', laptop)
  const workshop = await startWorkshop(rosa.page, 'Larder sensors', rosa.name)
  await rosa.page.getByRole('button', { name: 'Add', exact: true }).click()
  await rosa.page.getByLabel('Name of a competitor').fill('Coldwatch')
  await rosa.page.keyboard.press('Enter')
  const [nadia, ines] = [await arrive(browser, 'Nadia', laptop), await arrive(browser, 'Ines', phone)]
  await joinByCode(nadia, workshop.code, 'Product')
  await joinByCode(ines, workshop.code, 'Customer service')
  await makeResearcher(rosa.page, workshop.id, nadia.name)
  const others = [rosa, ines]
  const sockets: string[] = []
  for (const one of others) one.page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname))
  for (const { page } of others) {
    await page.goto(`/w/${workshop.id}/interviews`)
    await expect(page.getByRole('heading', { name: 'The envelope is empty' })).toBeVisible()
  }
  const { page } = nadia
  const note = page.getByRole('textbox', { name: /^What they said: / })
  let first = ''
  let second = ''
  let wordingThen = ''

  await test.step('the guide begins with fourteen questions', async () => {
    await page.goto(`/w/${workshop.id}/interviews/questions`)
    await page.getByRole('button', { name: 'Begin with the fourteen' }).click()
    await expect(page.getByRole('heading', { name: 'The 14 questions everyone is asked' })).toBeVisible()
    wordingThen = await page.getByLabel('Question 1', { exact: true }).inputValue()
    await page.getByRole('link', { name: 'All interviews' }).click()
  })

  await test.step('a call without touching or pointing: words, a quote, what it is about, points and marks', async () => {
    await tabTo(page, page.getByRole('button', { name: 'New interview' }).first())
    await page.keyboard.press('Enter')
    await expect(note).toBeFocused()
    first = await pseudonymOf(page)
    await page.keyboard.type(said.plain)
    await page.keyboard.press('Enter')
    await page.keyboard.type(`“${said.quote} #`)
    await page.keyboard.type(said.need)
    await expect(page.getByRole('option', { name: `New need “${said.need}”` })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `# ${said.need}` })).toBeVisible()
    await page.keyboard.type(`@${said.stage}`)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `@ ${said.stage}` })).toBeVisible()
    await expect(note).toBeFocused()

    await expect(page.getByText('Folded until they have said, unasked, what decided it.')).toBeVisible()
    await untilAsked(page, /the one thing without which/)
    await page.keyboard.type(said.decider)
    await expect(page.getByText('Folded until they have said')).toBeHidden()
    await raise(page, said.need)
    await raise(page, 'Somebody to ring')
    await page.keyboard.press('Control+.')
    await expect(page.getByRole('textbox', { name: /^Points: / }).first()).toBeFocused()
    await page.keyboard.type('60')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('30')
    await expect(page.getByText('10 points to place before it counts.')).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('40')
    await page.keyboard.press('Control+,')
    await page.keyboard.type('7')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('?')
    await expect(page.getByText('1 of 4', { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: 'What this call changes' })).toContainText(said.need)
    await expect(page.getByText('All changes saved').first()).toBeAttached()
    await tabTo(page, page.getByRole('button', { name: 'End the call' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('12 questions without an answer')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/interviews$/)
  })

  await test.step('[EV-1c] the guide changes; the customer who was asked keeps the old words', async () => {
    await page.getByRole('link', { name: /^14 questions/ }).click()
    const field = page.getByLabel('Question 1', { exact: true })
    await field.fill(wordingNow)
    await field.press('Enter')
    await expect(page.getByText('Version 2', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'All interviews' }).click()
    await page.getByRole('link', { name: first }).click()
    const questions = page.getByRole('navigation', { name: 'Questions' })
    await expect(questions.getByRole('button', { name: wordingThen })).toBeVisible()
    await page.getByRole('link', { name: 'Back to interviews' }).click()
    await page.getByRole('button', { name: 'New interview' }).click()
    await expect(page.getByRole('heading', { level: 2, name: wordingNow })).toBeVisible()
    await expect(note).toBeFocused()
    second = await pseudonymOf(page)
    await page.getByRole('heading', { level: 1 }).getByRole('button').click()
    await page.getByLabel('How it is held').selectOption('Phone')
    await page.keyboard.press('Escape')
    await note.focus()
    for (const one of others)
      await expect(one.page.getByText('Held 1 by phone, 1 not said how.')).toBeVisible()
    const before = others.map(({ received }) => received.length)
    await page.keyboard.type(said.other)
    await page.keyboard.press('Control+.')
    await page.getByText('They would not put numbers on it').click()
    await page.getByLabel('Why not, in their words').fill(said.decline)
    await expect(page.getByText('All changes saved').first()).toBeAttached()
    // Not even that something is being typed.
    const sent = others.flatMap(({ received }, at) => received.slice(before[at]))
    expect(sent.filter((frame) => frame[0] === MESSAGE_SYNC)).toEqual([])
    await page.getByRole('button', { name: 'End the call' }).click()
    await page.getByRole('button', { name: 'Leave the call' }).click()
  })

  await test.step('coding by keys: a theme, and a finding that says how many customers it rests on', async () => {
    await page.getByRole('link', { name: 'Themes and findings' }).click()
    await tabTo(page, page.getByRole('button', { name: new RegExp(`^Themes of: .*${said.decider}`) }))
    await page.keyboard.press('t')
    await expect(page.getByRole('combobox', { name: 'Theme' })).toBeFocused()
    await page.keyboard.type(said.theme)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await expect(page.getByLabel('What did several of them say?')).toBeFocused()
    await page.keyboard.type(said.finding)
    await page.getByRole('button', { name: 'Save the finding' }).press('Enter')
    await expect(page.getByText(said.finding)).toContainText('one customer')
    await expect(page.getByText('All changes saved').first()).toBeAttached()
    await page.getByRole('link', { name: 'All interviews' }).click()
  })

  await test.step('a line from the front, by phone: in the envelope, second-hand', async () => {
    await ines.page.getByLabel('What did they say?').fill(heard)
    await ines.page.getByRole('button', { name: 'Into the envelope' }).tap()
    await expect(ines.page.getByText('In the envelope, second-hand. Thank you.')).toBeVisible()
    await page.getByRole('button', { name: 'Heard elsewhere, 1' }).click()
    await expect(page.getByText(heard)).toBeVisible()
  })

  const secrets = [...Object.values(said), first, second]
  await test.step('[EV-6c] the others see how many and how held, and were sent nothing else', async () => {
    for (const one of others) {
      await expect(
        one.page.getByRole('heading', { name: 'Two interviews in a sealed envelope' }),
      ).toBeVisible()
      const shown = await one.page.content()
      expect(secrets.filter((words) => shown.includes(words))).toEqual([])
      expect(found(one, secrets)).toEqual([])
      expect(found(one, [heard])).toEqual([])
    }
    // Typed words may come in pieces, so none of that document may come at all.
    expect(new Set(sockets)).toEqual(new Set(['board', 'record'].map((kind) => syncPath(workshop.id, kind))))
    expect(found(ines, ['Coldwatch'])).toEqual(['Coldwatch'])
  })

  await test.step('[EV-8a] the envelope is opened before the guess is finished only with a reason, and for everyone', async () => {
    const tooEarly = await rosa.page.request.post(`/api/workshops/${workshop.id}/envelope/open`, {
      data: {},
      headers: { origin: new URL(rosa.page.url()).origin },
    })
    expect(tooEarly.status()).toBe(409)
    expect(await tooEarly.json()).toMatchObject({ code: 'guess-not-finished' })
    await rosa.page.getByRole('button', { name: 'Open the envelope' }).click()
    const dialog = rosa.page.getByRole('dialog')
    await expect(dialog).toContainText('2 customers asked: too few to say.')
    await expect(dialog).toContainText('Weighing the needs: not guessed yet')
    await dialog.getByLabel('Why do you open it now?').fill(reason)
    await page.getByRole('button', { name: /^Interviews, / }).click()
    const opened = Date.now()
    await dialog.getByRole('button', { name: 'Open it before our guess is finished' }).click()
    await Promise.all(
      [...others, nadia].map((one) =>
        expect(one.page.getByText(`because: “${reason}”`)).toBeVisible({ timeout: 2_000 }),
      ),
    )
    for (const one of others) await expect(one.page.getByRole('link', { name: first })).toBeVisible()
    console.log(`open on every screen after ${Date.now() - opened} ms`)
  })

  await test.step('everyone reads one customer on one page, on the phone too', async () => {
    await ines.page.getByRole('link', { name: first }).tap()
    await expect(ines.page.getByRole('heading', { level: 1, name: first })).toBeVisible()
    for (const words of [said.plain, said.quote, said.decider, wordingThen])
      await expect(ines.page.getByText(words).first()).toBeVisible()
    await expect(ines.page.getByText('asked in these words, changed since')).toBeVisible()
    const points = ines.page.getByRole('listitem').filter({ hasText: said.need })
    await expect(points.filter({ hasText: '60' })).toBeVisible()
    await expect(ines.page.getByRole('table')).toContainText('7')
    await rosa.page.getByRole('link', { name: first }).click()
    await expect(rosa.page.getByText(said.quote).first()).toBeVisible()
    // What the search for words in what was sent is worth.
    expect(found(ines, [said.quote, said.need, first])).toEqual([said.quote, said.need, first])
  })

  await test.step('what was coded is there for everyone', async () => {
    await rosa.page.goto(`/w/${workshop.id}/interviews/coding`)
    await expect(rosa.page.getByText(said.finding)).toContainText('one customer')
  })

  await test.step('taken back: gone from every screen that shows it', async () => {
    await page.getByRole('link', { name: first }).click()
    await expect(page.getByRole('heading', { name: first })).toBeVisible()
    await page.goto(`${page.url()}?privacy=${new URL(page.url()).pathname.split('/').at(-1)}`)
    await page.getByLabel(/^Everything/).check()
    await page.getByRole('button', { name: 'Withdraw…' }).click()
    await page.getByRole('button', { name: 'Remove for good' }).click()
    await expect(ines.page.getByRole('heading', { name: 'There is no such interview' })).toBeVisible()
    await expect(rosa.page.getByText(said.decider)).toBeHidden()
    for (const one of [...others, nadia]) {
      await one.page.goto(`/w/${workshop.id}/interviews`)
      await expect(one.page.getByRole('link', { name: second })).toBeVisible()
      await expect(one.page.getByRole('heading', { name: 'One interview, open to everyone' })).toBeVisible()
      const shown = await one.page.content()
      expect([said.plain, said.quote, said.decider, first].filter((words) => shown.includes(words))).toEqual(
        [],
      )
    }
    const exported = await rosa.page.request.get(`/api/workshops/${workshop.id}/export.json`)
    const file = await exported.text()
    expect([said.plain, said.quote, said.decider].filter((words) => file.includes(words))).toEqual([])
    expect(file).toContain(said.other)
  })
  for (const one of [rosa, nadia, ines]) expect(one.foreign).toEqual([])
})

async function makeResearcher(page: Page, workshopId: string, name: string): Promise<void> {
  const view = await page.request.get(`/api/workshops/${workshopId}/export.json`)
  const { workshop } = (await view.json()) as {
    workshop: { record: { seats: readonly { id: string; name: string }[] } }
  }
  const seat = workshop.record.seats.find((one) => one.name === name)
  const done = await page.request.patch(`/api/workshops/${workshopId}/seats/${seat?.id}`, {
    data: { role: 'researcher' },
    headers: { origin: new URL(page.url()).origin },
  })
  expect(done.ok()).toBe(true)
}

/** Which of the words this person's browser was sent. */
const found = ({ received }: Person, words: readonly string[]): string[] => {
  const all = Buffer.concat(received)
  return words.filter((one) => all.includes(one))
}

const pseudonymOf = async (page: Page): Promise<string> =>
  (
    (await page
      .getByRole('heading', { level: 1 })
      .getByRole('button')
      .locator('span')
      .first()
      .textContent()) ?? ''
  ).trim()

/** Goes on, by keys, until the question in hand reads so. */
async function untilAsked(page: Page, question: RegExp): Promise<void> {
  const heading = page.getByRole('main').getByRole('heading', { level: 2 }).first()
  for (let at = 0; at < 14 && !question.test((await heading.textContent()) ?? ''); at++) {
    const before = (await heading.textContent()) ?? ''
    await page.keyboard.press('Control+ArrowDown')
    await expect(heading).not.toHaveText(before)
  }
  await expect(page.getByRole('textbox', { name: /^What they said: / })).toBeFocused()
}

async function raise(page: Page, need: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'A need they raised' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type(need)
  await page.keyboard.press('Enter')
}
