/**
 * Debate, from the sealed envelope to decisions that go stale: two facilitators, four members, a researcher. The server is
 * killed in the middle of the beats, and one comes late.
 */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { violations } from '#test/e2e/axe.ts'
import { boardOf, record, reveal, seal } from '#test/e2e/debate-acts.ts'
import { type DebateRoom, joinLate, newEvidence, openDebate, pressTogether } from '#test/e2e/debate-room.ts'
import { putBallots, roundOpenedBy } from '#test/e2e/headless.ts'

/** What a customer of the demo said; nobody may have it before the envelope is open. */
const quote = 'Eleven thousand gone before breakfast.'
const alarms = 'Alarms I can trust'
const audit = 'Audit without a week of paperwork'

test('the whole of Debate: opened, seen beat by beat, read, promised, decided, and gone stale by itself', async ({
  browser,
}) => {
  const room = await openDebate(browser)
  try {
    await looksBack(room)
    await opens(room)
    await seesBeats(room, browser)
    await readsAndDots(room)
    await promises(room)
    await choosesTheOneThing(room)
    await decides(room)
    for (const { foreign } of [room.noor, room.dan, room.ines]) expect(foreign).toEqual([])
  } finally {
    await room.close()
  }
})

const at = (room: DebateRoom, stop: string) => `/w/${room.id}/${stop}`

async function everyoneTo(room: DebateRoom, stop: string, pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.goto(at(room, stop))))
}

const clean = async (page: Page, what: string) => expect(await violations(page), what).toEqual([])

const looksBack = ({ dan, id }: DebateRoom) =>
  test.step('the looks back show our guesses alone', async () => {
    const { page } = dan
    await page.goto(`/w/${id}/first-look`)
    await expect(page.getByText(/sealed ballots, round 1/).first()).toBeVisible()
    await page.goto(`/w/${id}/second-look`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

const opens = (room: DebateRoom) =>
  test.step('two facilitators press Open the envelope at once: it opens once, for everyone', async () => {
    const { noor, tomas, dan, ines } = room
    const pages = [noor.page, tomas.page, dan.page, ines.page]
    await everyoneTo(room, 'interviews', [noor.page, tomas.page])
    await everyoneTo(room, 'reality', [dan.page, ines.page])
    for (const { page } of [dan, ines]) await expect(page.getByText('The envelope is sealed')).toBeVisible()
    const before = await dan.page.request.get(`/api/workshops/${room.id}/analysis`)
    expect(((await before.json()) as { comparison: unknown }).comparison).toEqual({ sealed: true })
    for (const { page } of [noor, tomas]) {
      await page.getByRole('button', { name: 'Open the envelope' }).click()
      await expect(page.getByRole('dialog')).toContainText('It cannot be sealed again.')
    }
    for (const { received } of [noor, tomas, dan, ines])
      expect(Buffer.concat(received).includes(quote)).toBe(false)
    await pressTogether([noor.page, tomas.page], 'Open it now', /\/envelope\/open$/)
    for (const { page } of [noor, tomas]) {
      await expect(page.getByRole('dialog')).toBeHidden()
      await expect(page.getByRole('alert')).toHaveCount(0)
    }
    await everyoneTo(room, 'reality', [noor.page, tomas.page])
    for (const page of pages)
      await expect(page.getByRole('heading', { level: 1, name: 'Their words first' })).toBeVisible()
    expect(Buffer.concat(dan.received).includes(quote)).toBe(true)
  })

/** What the room looks at: everything of it but what only a facilitator has. */
const shown = (page: Page) => page.getByRole('main').getByRole('article').first()

const seesBeats = (room: DebateRoom, browser: Browser) =>
  test.step('the beats outlive a killed server; who joins at beat 4 sees beat 4', async () => {
    const { noor, tomas, dan, ines } = room
    const desk = noor.page.getByRole('toolbar', { name: 'Reality check' })
    const next = async (beat: number) => {
      await desk.getByRole('button', { name: /^Next/ }).click()
      await expect(desk).toContainText(`Beat ${beat} of`)
    }
    await next(2)
    await next(3)
    const third = (await shown(dan.page).textContent()) ?? ''
    await room.restart()
    for (const { page } of [noor, tomas, dan, ines])
      await expect(page.getByText('All changes saved').first()).toBeAttached()
    await expect(desk).toContainText('Beat 3 of')
    await next(4)
    await expect(shown(dan.page)).not.toHaveText(third)
    const fourth = (await shown(dan.page).textContent()) ?? ''

    const lou = await joinLate(browser, room)
    await lou.page.goto(at(room, 'reality'))
    await expect(shown(lou.page)).toHaveText(fourth)
    await lou.context.close()

    await desk.getByRole('button', { name: 'Show everything' }).click()
    for (const { page } of [noor, dan, ines])
      await expect(page.getByRole('button', { name: 'How sure are we?' })).toBeVisible()
    await expect(dan.page.getByRole('heading', { level: 1 })).toContainText(audit)
    await dan.page.getByRole('button', { name: 'In their words' }).click()
    await expect(dan.page.getByText(quote)).toBeVisible()
    await ines.page.getByRole('button', { name: 'The competition' }).tap()
    await expect(ines.page.getByRole('main')).toContainText('Norvane')
  })

const readsAndDots = (room: DebateRoom) =>
  test.step('[R063] everything is read in one order; five secret dots each', async () => {
    const { noor, dan, ines, others } = room
    await everyoneTo(room, 'findings', [noor.page, dan.page, ines.page])
    const quotes = ({ page }: { readonly page: Page }) =>
      page.getByRole('list', { name: 'Quotes of customers' }).getByRole('blockquote').allTextContents()
    await expect(dan.page.getByText(quote)).toBeVisible()
    expect(await quotes(ines)).toEqual(await quotes(dan))
    await noor.page.getByRole('button', { name: 'Go on to the dots' }).click()
    const roundId = await roundOpenedBy(noor.page, () =>
      noor.page.getByRole('button', { name: 'Give everyone five dots' }).click(),
    )
    const findings = await boardOf(room, 'findings')
    const [first, second] = findings
    if (!first || !second) throw new Error('The demo has findings.')
    await putBallots(others, roundId, [
      { dots: { [first.id]: 5 } },
      { dots: { [first.id]: 3, [second.id]: 2 } },
    ])
    await dan.page.getByRole('spinbutton', { name: first.text }).focus()
    await dan.page.keyboard.press('4')
    await dan.page.getByRole('spinbutton', { name: second.text }).focus()
    await dan.page.keyboard.press('ArrowUp')
    await expect(dan.page.getByText('All five are placed.')).toBeVisible()
    await clean(dan.page, 'five dots')
    await seal(dan.page)
    const more = ines.page.getByRole('button', { name: `One more dot on “${second.text}”` })
    for (const left of [
      '4 dots left.',
      '3 dots left.',
      '2 dots left.',
      '1 dot left.',
      'All five are placed.',
    ]) {
      await more.tap()
      await expect(ines.page.getByText(left)).toBeVisible()
    }
    await seal(ines.page)
    await reveal(noor.page)
    for (const page of [noor.page, dan.page, ines.page]) {
      const row = page.getByRole('row').filter({ hasText: first.text })
      await expect(row).toContainText('of 10')
      await expect(row).toContainText('12')
    }
    await clean(ines.page, 'dots revealed')
  })

const promise = 'Your stores pass the audit'

const promises = (room: DebateRoom) =>
  test.step('[R064] [R065] [R066] [R070] a promise: together, supported in secret, true only with an action', async () => {
    const { noor, dan, ines, others } = room
    await everyoneTo(room, 'promise', [noor.page, dan.page, ines.page])
    await noor.page.getByRole('button', { name: 'Add a draft' }).click()
    await noor.page.getByRole('textbox', { name: 'Draft 1' }).pressSequentially('Your stores')
    const his = ines.page.getByRole('textbox', { name: 'Draft 1' })
    await expect(his).toHaveValue('Your stores')
    await his.press('End')
    await his.pressSequentially(' pass the audit')
    await expect(noor.page.getByRole('textbox', { name: 'Draft 1' })).toHaveValue(promise)
    const [draft] = await boardOf(room, 'promiseDrafts')
    if (!draft) throw new Error('There is a draft.')

    let roundId = await roundOpenedBy(noor.page, () =>
      noor.page.getByRole('button', { name: 'Support them in secret' }).click(),
    )
    await putBallots(others, roundId, [{ support: { [draft.id]: 5 } }, { support: { [draft.id]: 3 } }])
    for (const { page } of [dan, ines]) {
      const support = page.getByRole('group', { name: `Support for “${promise}”` })
      await support.getByRole('radio', { name: '4' }).check()
      await seal(page)
    }
    await reveal(noor.page)
    await expect(ines.page.getByText('Support 4 of 5, 4 of us')).toBeVisible()

    roundId = await roundOpenedBy(noor.page, () =>
      noor.page.getByRole('button', { name: 'Ask: is it true today?' }).click(),
    )
    await putBallots(others, roundId, [{ trueToday: { [draft.id]: 'yes' } }, { trueToday: {} }])
    for (const [page, says] of [
      [dan.page, 'Partly'],
      [ines.page, 'No'],
    ] as const) {
      await page.getByRole('radio', { name: says, exact: true }).check()
      await seal(page)
    }
    await reveal(noor.page)
    await expect(dan.page.getByText('1 no')).toBeVisible()

    await noor.page.getByRole('button', { name: 'Adopt draft 1' }).click()
    await noor.page.getByRole('textbox', { name: 'What makes it true?' }).fill('One file for the inspector')
    await noor.page.getByRole('button', { name: 'Put it in the plan' }).click()
    await expect(noor.page.getByText('An action makes it true: One file for the inspector')).toBeVisible()
    await noor.page.getByRole('button', { name: 'Adopt draft 1' }).click()
    const form = noor.page.getByRole('dialog', { name: 'Adopt the promise' })
    await form.getByRole('spinbutton', { name: 'For' }).fill('4')
    await clean(noor.page, 'adopting')
    await form.getByRole('button', { name: 'Record the decision' }).click()
    for (const { page } of [dan, ines]) await expect(page.getByText('Decided by all four')).toBeVisible()
    await clean(ines.page, 'the promise')
  })

const choosesTheOneThing = (room: DebateRoom) =>
  test.step('[R067] [R068] how hard they look, and the one thing, each by a secret vote and a decision', async () => {
    const { noor, dan, ines, others } = room
    const [need] = (await boardOf(room, 'needs')).filter(({ short }) => short === audit)
    const votes = noor.page.getByRole('button', { name: 'Vote in secret' })
    let roundId = await roundOpenedBy(noor.page, () => votes.first().click())
    await putBallots(others, roundId, [{ category: 'heavy' }, { category: 'intense' }])
    for (const { page } of [dan, ines]) {
      await page.getByRole('radio', { name: /^Heavy/ }).check({ force: true })
      await seal(page)
    }
    await reveal(noor.page)
    await expect(dan.page.getByText('3 votes')).toBeVisible()
    await noor.page.getByRole('button', { name: 'Adopt Heavy' }).click()
    await record(noor.page, { for: '3', against: '1' })
    await expect(ines.page.getByText('Our category')).toBeVisible()

    const ballot = { needId: need?.id ?? '', abstained: false }
    roundId = await roundOpenedBy(noor.page, () => votes.last().click())
    await putBallots(others, roundId, [ballot, { needId: null, abstained: true }])
    for (const { page } of [dan, ines]) {
      await page.getByRole('radio', { name: new RegExp(`^${audit}`) }).check()
      await seal(page)
    }
    await reveal(noor.page)
    await expect(dan.page.getByText('1 of us did not know.')).toBeVisible()
    await noor.page.getByRole('button', { name: `Adopt “${audit}”` }).click()
    await record(noor.page, { for: '3', against: '0' })
    await expect(ines.page.getByText('Decided 3 to 0', { exact: false }).first()).toBeVisible()
    await clean(dan.page, 'the promise with everything decided')
  })

const decides = (room: DebateRoom) =>
  test.step('[R070] [R072] decisions keep dissent, say what reopens them, and go stale when customers say otherwise', async () => {
    const { noor, dan, ines } = room
    await everyoneTo(room, 'decisions', [noor.page, dan.page, ines.page])
    await noor.page.getByRole('button', { name: 'Record a decision' }).click()
    const form = noor.page.getByRole('dialog')
    await form.getByRole('textbox', { name: 'What we decided' }).fill('We drop the screen')
    await form.getByRole('textbox', { name: /otherwise/ }).fill('Five more calls first.')
    await form.getByRole('textbox', { name: /look again/ }).fill('Two customers ask for it')
    await record(noor.page, { for: '3', against: '1' })
    const decision = dan.page.getByRole('listitem').filter({ hasText: 'We drop the screen' })
    await expect(decision).toContainText('“Five more calls first.”')
    await expect(decision).toContainText('Two customers ask for it')
    await expect(decision).toContainText('3 for, 1 against, 0 neither')
    await expect(dan.page.getByText('None has to be looked at again.')).toBeVisible()

    await ines.page.getByLabel('Park something').fill('A word for fitters')
    await ines.page.getByRole('button', { name: 'Park it' }).tap()
    await noor.page.getByLabel('What became of it: A word for fitters').selectOption('Moved on')
    await expect(ines.page.getByLabel('What became of it: A word for fitters')).toHaveValue('moved')

    await dan.page.getByLabel('What cannot be right?').fill('Nobody wants the screen')
    await dan.page.getByLabel('What shall we ask a customer?').fill('When did you last look at it?')
    await dan.page.getByRole('button', { name: 'Ask the next customers' }).click()
    await noor.page.getByLabel('What answered it: Nobody wants the screen').fill('2 of 10 look at it daily')
    await noor.page.getByLabel('State: Nobody wants the screen').selectOption('Answered')
    await expect(dan.page.getByLabel('State: Nobody wants the screen')).toHaveValue('answered')
    await expect(dan.page.getByLabel('What answered it: Nobody wants the screen')).toHaveValue(/2 of 10/)

    const [need] = (await boardOf(room, 'needs')).filter(({ short }) => short === alarms)
    await newEvidence(room, need?.id ?? '', 2)
    await expect(decision).toContainText('The evidence has changed')
    await clean(dan.page, 'stale decisions')

    await dan.page.keyboard.press('.')
    const drawer = dan.page.getByRole('dialog', { name: 'People, decisions, history' })
    await expect(drawer).toContainText('Voter 1')
    await drawer.getByRole('button', { name: /^Decisions/ }).click()
    await expect(drawer).toContainText('1 sees it otherwise')
    await drawer.getByRole('button', { name: 'History' }).click()
    const parked = drawer.getByRole('listitem').filter({ hasText: 'A word for fitters' }).first()
    await expect(parked).toContainText('open → moved')
    await expect(parked).toContainText('Noor')
    await clean(dan.page, 'the drawer')
    await dan.page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await clean(ines.page, 'decisions on a phone')
  })
