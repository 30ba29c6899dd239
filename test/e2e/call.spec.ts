/**
 * Calls of the demo, all ten with CALL_CUSTOMERS=10, typed through the call screen by keys alone: everything arrives,
 * also over a cut line, and saving is never said before it is true. At the pace of the method with CALL_WORDS_PER_MINUTE=100, the line cut for three minutes with
 * CALL_CUT_MS=180000; without, a cut of seconds, and but for one call a few words at a time.
 */
import { expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { lineOf, recordStatus } from '#test/e2e/line.ts'
import { exported, openCalls, type Told, type ToldAnswer, toldByCustomers } from '#test/e2e/researchers.ts'

const wordsPerMinute = Number(process.env.CALL_WORDS_PER_MINUTE ?? 0)
const cutMs = Number(process.env.CALL_CUT_MS ?? 3_000)
/** A word is five keys. */
const delay = wordsPerMinute > 0 ? 60_000 / (wordsPerMinute * 5) : 0
const customers = Number(process.env.CALL_CUSTOMERS ?? 2)
test.setTimeout(delay > 0 ? 3_600_000 : 120_000 + customers * 60_000)

const note = (page: Page, { question }: ToldAnswer) =>
  page.getByRole('textbox', { name: `What they said: ${question}`, exact: true })

const asTyped = ({ text, quote }: ToldAnswer): string =>
  [text, ...(quote === null ? [] : [`“${quote}”`])].filter(Boolean).join('\n')

/** Key by key; where that would take too long, a few words at a time, as input methods put them in. */
async function type(page: Page, text: string, isByKey: boolean): Promise<void> {
  if (isByKey || delay > 0) return page.keyboard.type(text, { delay })
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    for (const words of line.match(/.{1,40}(?:\s|$)|\S+/gu) ?? []) await page.keyboard.insertText(words)
  }
}

async function typeAnswer(page: Page, answer: ToldAnswer, isByKey: boolean): Promise<void> {
  await expect(note(page, answer)).toBeFocused()
  await type(page, asTyped(answer), isByKey)
  if (answer.quote === null || answer.stage === null) return
  await page.keyboard.type(` @${answer.stage}`, { delay })
  await expect(page.getByRole('option').first()).toHaveText(new RegExp(`^\\d+ ${answer.stage}`))
  await page.keyboard.press('Enter')
  await expect(note(page, answer)).toBeFocused()
}

async function typeNumbers(page: Page, { points, marks }: Told): Promise<void> {
  await page.keyboard.press('Control+.')
  await expect(page.getByRole('textbox', { name: /^Points: / }).first()).toBeFocused()
  for (const value of points) {
    if (value !== null) await page.keyboard.type(String(value), { delay })
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Control+,')
  for (const row of marks) {
    for (const value of row) {
      await page.keyboard.type(value === null ? '?' : String(value), { delay })
      await page.keyboard.press('ArrowRight')
    }
  }
}

test('[P1] calls typed by keys alone are whole on the server and with a second researcher, over a cut line too', async ({
  browser,
}) => {
  const told = toldByCustomers().slice(0, customers)
  const calls = await openCalls(browser, ['Rosa', 'Sam'])
  const [rosa, sam] = calls.researchers
  if (!rosa || !sam) throw new Error('There are no researchers.')
  const { page } = rosa
  const line = await lineOf(rosa.context)
  const address = (one: Told) => `/w/${calls.workshopId}/interviews/${calls.ids.get(one.pseudonym)}`
  await sam.page.goto(address(told[0] as Told))

  for (const [index, one] of told.entries()) {
    await page.goto(address(one))
    await expect(page.getByRole('heading', { name: one.pseudonym })).toBeVisible()
    let said: (() => Promise<string[]>) | null = null
    for (const [number, answer] of one.answers.entries()) {
      if (index === 1 && number === 3) {
        await line.cut()
        await expect(page.getByText(/^Offline: /).first()).toBeAttached()
        said = await recordStatus(page)
      }
      await typeAnswer(page, answer, index === 0)
      if (index === 1 && number === 8) {
        await page.waitForTimeout(cutMs)
        await expect(page.getByText(/^Offline: \d+ changes kept on this device/).first()).toBeAttached()
        expect((await said?.()) ?? []).not.toContain('All changes saved')
        await line.mend()
      }
      if (answer !== one.answers.at(-1)) await page.keyboard.press('Control+ArrowDown')
    }
    await typeNumbers(page, one)
    await expect(page.getByText('All changes saved').first()).toBeAttached()
  }

  const { board, interviews } = await exported(page, calls.workshopId)
  for (const one of told) {
    const id = calls.ids.get(one.pseudonym)
    const row = interviews.interviews.find((interview) => interview.id === id)
    const written = board.guideQuestions.map(
      ({ id: questionId }) =>
        interviews.answers.find((answer) => answer.interviewId === id && answer.questionId === questionId)
          ?.text ?? '',
    )
    expect(written.map((text) => text.trimEnd())).toEqual(one.answers.map(asTyped))
    expect(Object.values(row?.weights?.points ?? {})).toEqual(one.points.filter((value) => value !== null))
    const given = (row?.marks ?? []).flatMap(({ marks }) =>
      Object.values(marks).filter((mark) => mark !== null),
    )
    expect(given.length).toBe(one.marks.flat().filter((mark) => mark !== null).length)
  }
  const quoted = told.flatMap(({ answers }) =>
    answers.flatMap(({ quote }) => (quote === null ? [] : [quote])),
  )
  expect(interviews.quotes.map(({ text }) => text).sort()).toEqual([...quoted].sort())
  const tagged = told.flatMap(({ answers }) =>
    answers.filter(({ quote, stage }) => quote !== null && stage !== null),
  )
  expect(interviews.quotes.filter(({ stageIds }) => (stageIds ?? []).length > 0)).toHaveLength(tagged.length)

  for (const one of told) {
    await sam.page.goto(address(one))
    const [first] = one.answers
    await sam.page.getByRole('button', { name: first?.question ?? '' }).click()
    for (const answer of one.answers) {
      await expect(note(sam.page, answer)).toBeVisible()
      const lines = await note(sam.page, answer).locator('.cm-line').allTextContents()
      expect(lines.join('\n').trimEnd()).toBe(asTyped(answer))
      await sam.page.keyboard.press('Control+ArrowDown')
    }
  }
  expect(Buffer.concat(calls.facilitator.received).includes(Buffer.from(quoted[0] ?? 'none'))).toBe(false)
})

test('two researchers type in one note, marked words stay with theirs, and the call ends without asking', async ({
  browser,
}) => {
  const calls = await openCalls(browser, ['Rosa', 'Sam'])
  const [rosa, sam] = calls.researchers
  if (!rosa || !sam) throw new Error('There are no researchers.')
  const [customer] = toldByCustomers()
  const answer = customer?.answers[0]
  if (!customer || !answer) throw new Error('The demo has no customers.')
  for (const { page } of [rosa, sam]) {
    await page.goto(`/w/${calls.workshopId}/interviews/${calls.ids.get(customer.pseudonym)}`)
    await expect(note(page, answer)).toBeFocused()
  }
  await rosa.page.keyboard.type('The engineer knows every door')
  await expect(note(sam.page, answer)).toContainText('every door')
  await expect(sam.page.locator('.cm-others-name')).toHaveText('Rosa')

  // EV-2a: words are selected by keys, T opens the tags, several are taken, Esc goes back.
  for (let i = 0; i < 'every door'.length; i++) await rosa.page.keyboard.press('Shift+ArrowLeft')
  await rosa.page.keyboard.press('t')
  await rosa.page.keyboard.type('alarms')
  await rosa.page.keyboard.press('Enter')
  await rosa.page.keyboard.type('At night only')
  await expect(rosa.page.getByRole('option', { name: 'New need “At night only”' })).toBeVisible()
  await rosa.page.keyboard.press('Enter')
  await rosa.page.keyboard.press('Escape')
  await expect(note(rosa.page, answer)).toBeFocused()
  for (const tag of ['# Alarms I can trust', '# At night only']) {
    await expect(sam.page.getByRole('button', { name: tag })).toBeVisible()
  }

  // EV-2b: typed around by the other, the mark stays with its words; what the board shows does not change (sealed).
  await sam.page.keyboard.press('Control+Home')
  await sam.page.keyboard.type('He said: ')
  await expect(note(rosa.page, answer)).toContainText('He said: ')
  await expect(rosa.page.locator('.cm-content [data-quote]').first()).toHaveText('every door')
  const { board } = await exported(calls.facilitator.page, calls.workshopId)
  expect(JSON.stringify(board)).not.toContain('At night only')

  expect(await violations(rosa.page)).toEqual([])
  await rosa.page.getByRole('button', { name: 'End the call' }).press('Enter')
  await expect(rosa.page.getByRole('dialog')).toContainText('13 questions without an answer')
  expect(await violations(rosa.page)).toEqual([])
  await expect(rosa.page.getByRole('button', { name: 'Leave the call' })).toBeFocused()
  await rosa.page.keyboard.press('Enter')
  await rosa.page.waitForURL(/\/interviews$/)
})
