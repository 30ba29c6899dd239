/** The guess as a whole room plays it: from silent notes over two sealed rounds to how the talk moved everyone. */
import { expect, type Page, test } from '@playwright/test'
import { drift } from '#shared/statistics/drift.ts'
import {
  callEveryone,
  givePoints,
  markByKeys,
  markByTouch,
  paintedAfterKey,
  readBoard,
  readFigures,
} from '#test/e2e/guess-acts.ts'
import { halfWay, markOf, marksOf, pointsOf, themes } from '#test/e2e/guess-ballots.ts'
import { expectedMarks, expectedWeights, expectFigures, type GivenPoints } from '#test/e2e/guess-figures.ts'
import { findNeeds } from '#test/e2e/guess-needs.ts'
import { putBallots, roundOpenedBy, seatHeadless } from '#test/e2e/headless.ts'
import { arrive, joinByCode, laptop, phone, startWorkshop } from '#test/e2e/room.ts'

const HEADLESS = 12
/** Positions of the two with a browser, after the ones without. */
const [INES, HELEN] = [12, 13]
/** The one whom facilitators mark as the most senior. */
const SENIOR = 9

test('a room of twelve without a screen, a laptop and phones goes from silent notes to how the talk moved it', async ({
  browser,
  baseURL,
}) => {
  const rosa = await arrive(browser, 'Rosa Lind', laptop)
  const workshop = await startWorkshop(rosa.page, 'Larder sensors', rosa.name)
  await rosa.page.getByRole('button', { name: 'Add', exact: true }).click()
  await rosa.page.getByLabel('Name of a competitor').fill('Coldwatch')
  await rosa.page.keyboard.press('Enter')
  await rosa.page.getByRole('button', { name: 'Add “do nothing”' }).click()
  const voters = await seatHeadless(baseURL ?? '', workshop, HEADLESS)
  const [ines, helen] = [await arrive(browser, 'Ines', phone), await arrive(browser, 'Helen', laptop)]
  await joinByCode(ines, workshop.code, 'Marketing')
  await joinByCode(helen, workshop.code, 'Customer service')
  const functionNames = [...voters.map(({ functionName }) => functionName), 'Marketing', 'Customer service']
  await rosa.page.getByRole('button', { name: 'Start guessing' }).click()
  const everyone = [rosa, ines, helen]
  for (const { page } of everyone) await page.waitForURL(/\/needs/)

  await findNeeds({ rosa, ines, helen, voters, workshop })

  const listed = await readBoard(rosa.page, workshop.id)
  const needs = listed.needs.filter(({ status }) => status === 'active')
  expect(listed.needs.find(({ short }) => short === themes[5].need)?.status).toBe('parked')
  const needIds = needs.map(({ id }) => id)
  const ballot = ({ points, unsure, confidence }: GivenPoints) => ({
    points: Object.fromEntries(points ? needIds.map((id, need) => [id, points[need] ?? 0]) : []),
    unsure: unsure.map((need) => needIds[need]),
    confidence,
    abstained: points === null,
    reason: points === null ? 'Nobody asked them.' : '',
  })
  const firsts = functionNames.map((functionName, voter) => pointsOf(voter, functionName))
  const named = (points: readonly number[]) => needs.map(({ short }, at) => [short, points[at] ?? 0] as const)
  const round1 = expectedWeights(needIds, firsts)

  await test.step('100 points: the phone by touch, a laptop by keys, the rest over the contract', async () => {
    await rosa.page.locator('label', { hasText: 'Functions, not names' }).click()
    const roundId = await roundOpenedBy(rosa.page, () =>
      rosa.page.getByRole('button', { name: 'Open the round' }).click(),
    )
    await putBallots(voters, roundId, firsts.map(ballot))
    await givePoints(ines.page, named(firsts[INES]?.points ?? []), 'touch')
    await sureness(ines.page, firsts[INES]?.confidence ?? 1).tap()
    await ines.page.getByRole('button', { name: 'Seal my ballot' }).tap()
    await givePoints(helen.page, named(firsts[HELEN]?.points ?? []), 'keys')
    await helen.page.keyboard.press('c')
    await expect(helen.page.getByRole('radio', { name: '1 of 5' })).toBeFocused()
    await helen.page.keyboard.press('Space')
    for (let level = 1; level < (firsts[HELEN]?.confidence ?? 1); level++)
      await helen.page.keyboard.press('ArrowRight')
    await helen.page.keyboard.press('Control+Enter')
    for (const { page } of [ines, helen])
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    await expect(rosa.page.getByText('All 14 are sealed.')).toBeVisible()
  })

  await test.step('the reveal, beat by beat and the same on every screen', async () => {
    await rosa.page.keyboard.press('r')
    for (const { page } of everyone)
      await expect(page.getByRole('heading', { level: 1, name: 'The envelopes are open.' })).toBeVisible()
    const beats = [
      'This is what we weighed.',
      'Each shape is one sealed guess.',
      `${String(round1.n)} ballots, some agreement`,
      'Talk about this first',
    ]
    const took: number[] = []
    for (const words of beats) {
      took.push(await paintedAfterKey(rosa.page, 'ArrowRight', ines.page, words))
      for (const { page } of everyone) await expect(page.getByRole('heading', { name: words })).toBeVisible()
    }
    console.log(`beats on the phone after ${took.map(Math.round).join(', ')} ms`)
  })

  await test.step('the first look says what the formulas say', async () => {
    const { weights } = await readFigures(rosa.page, workshop.id)
    expectFigures(weights.rounds[0], round1)
    await rosa.page.getByRole('button', { name: 'Show as table' }).click()
    for (const [at, { short }] of needs.entries()) {
      const cells = rosa.page.getByRole('row', { name: new RegExp(`^${short}`) }).getByRole('cell')
      const { shown, min, max } = round1.perNeed[at] ?? {}
      await expect(cells.nth(0)).toHaveText(String(shown))
      await expect(cells.nth(1)).toHaveText(String(min))
      await expect(cells.nth(2)).toHaveText(String(max))
    }
    await expect(ines.page.getByText('13 sealed ballots, round 1. 1 did not know.').first()).toBeVisible()
  })

  const options = listed.options
  await test.step('marks: the grid by keys on a laptop, the pad on the phone', async () => {
    await callEveryone(rosa.page, 'Mark the competition', [ines.page, helen.page], /\/mark/)
    await rosa.page.locator('label', { hasText: 'Functions, not names' }).click()
    const roundId = await roundOpenedBy(rosa.page, () =>
      rosa.page.getByRole('button', { name: 'Open the round' }).click(),
    )
    await putBallots(
      voters,
      roundId,
      voters.map((_, voter) => ({
        marks: Object.fromEntries(
          options.map(({ id }, option) => [
            id,
            Object.fromEntries(needIds.map((need, at) => [need, markOf(voter, option, at)])),
          ]),
        ),
        confidence: 3,
        abstained: false,
        reason: '',
      })),
    )
    const markBy = (voter: number) => (option: string, need: string) =>
      markOf(
        voter,
        options.findIndex(({ name }) => name === option),
        needs.findIndex(({ short }) => short === need),
      )
    await markByTouch(ines.page, needs.length * options.length, markBy(INES))
    await ines.page.getByRole('button', { name: 'Seal my ballot' }).tap()
    await markByKeys(helen.page, needs.length * options.length, markBy(HELEN))
    await helen.page.keyboard.press('Control+Enter')
    for (const { page } of [ines, helen])
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    await rosa.page.getByRole('button', { name: /^Reveal/ }).click()
    await rosa.page.getByRole('button', { name: 'Show everything' }).click()
    for (const { page } of everyone)
      await expect(page.getByRole('heading', { level: 1, name: /^By our own marks/ })).toBeVisible()
    const { marks } = await readFigures(helen.page, workshop.id)
    const ids = { needs: needIds, options: options.map(({ id }) => id) }
    const all = functionNames.map((_, voter) => marksOf(voter, options.length, needs.length))
    const wanted = expectedMarks(ids, all, round1.perNeed)
    expectFigures(marks.rounds[0], wanted)
    await expect(ines.page.getByText(`${wanted.unknownCells} of ${wanted.cellsInAll}`).first()).toBeVisible()
  })

  await test.step('what we do not know becomes a gap with a question in one click, and gets an owner', async () => {
    await callEveryone(rosa.page, 'What we don’t know', [ines.page, helen.page], /\/unknown/)
    const ask = rosa.page.getByRole('button', { name: /^Ask customers: / }).first()
    const what = ((await ask.getAttribute('aria-label')) ?? '').replace('Ask customers: ', '')
    const words = await rosa.page.getByLabel(`Question for the interview: ${what}`).inputValue()
    await ask.click()
    await rosa.page.getByLabel(/^Who finds out: /).selectOption('Ines')
    const owner = ines.page.getByLabel(/^Who finds out: /)
    await expect(owner.locator('option:checked')).toHaveText('Ines')
    const { gaps, questions } = await readBoard(rosa.page, workshop.id)
    expect(gaps).toHaveLength(1)
    expect(questions.map(({ text }) => text)).toContain(words)
  })

  const senior = firsts[SENIOR]?.points ?? []
  const seconds = firsts.map((first) => ({
    ...first,
    points: first.points && halfWay(first.points, senior),
    confidence: Math.min(5, first.confidence + 1),
  }))

  await test.step('the second look starts from one’s own first ballot', async () => {
    await rosa.page.request.patch(`/api/workshops/${workshop.id}/seats/${voters[SENIOR]?.person.seatId}`, {
      data: { seniority: 5 },
      headers: { origin: new URL(rosa.page.url()).origin },
    })
    await callEveryone(rosa.page, 'Second look', [ines.page, helen.page], /\/second-look/)
    const roundId = await roundOpenedBy(rosa.page, () =>
      rosa.page.getByRole('button', { name: 'Open the round' }).click(),
    )
    await putBallots(voters, roundId, seconds.map(ballot))
    for (const [{ page }, voter, by] of [
      [ines, INES, 'touch'],
      [helen, HELEN, 'keys'],
    ] as const) {
      const start = page.getByRole('button', { name: 'Start from my ballot of round 1' })
      await (by === 'touch' ? start.tap() : start.press('Enter'))
      for (const [need, points] of named(firsts[voter]?.points ?? []))
        await expect(page.getByRole('spinbutton', { name: need })).toHaveValue(String(points))
      await givePoints(page, named(seconds[voter]?.points ?? []), by)
      const sure = sureness(page, seconds[voter]?.confidence ?? 1)
      await (by === 'touch' ? sure.tap() : sure.getByRole('radio').press('Space'))
      const seal = page.getByRole('button', { name: 'Seal my ballot' })
      await (by === 'touch' ? seal.tap() : seal.press('Enter'))
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    }
    await rosa.page.getByRole('button', { name: /^Reveal/ }).click()
    await rosa.page.getByRole('button', { name: 'Show everything' }).click()
    for (const { page } of everyone)
      await expect(page.getByRole('heading', { name: 'Talk about this first' })).toBeVisible()
    const { weights } = await readFigures(ines.page, workshop.id)
    expectFigures(weights.rounds[1], expectedWeights(needIds, seconds))
  })

  await test.step('how the talk moved us: the facilitator first, then the room', async () => {
    const wanted = drift(
      firsts.flatMap((first, voter) => {
        const after = seconds[voter]
        if (!first.points || !after?.points) return []
        const seniority = voter === SENIOR ? 5 : null
        const sure = { confidenceBefore: first.confidence, confidenceAfter: after.confidence }
        return [{ seniority, before: first.points, after: after.points, ...sure }]
      }),
    )
    for (const { page } of everyone) await page.getByRole('button', { name: 'What moved' }).click()
    await expect(ines.page.getByText('looks at how the talk moved us first')).toBeVisible()
    expect((await readFigures(ines.page, workshop.id)).drift).toEqual({ sealed: true })
    await rosa.page.getByRole('button', { name: 'Look at it first' }).click()
    const moved = `${wanted.disagreementBefore?.toFixed(1)} → ${wanted.disagreementAfter?.toFixed(1)}`
    await expect(rosa.page.getByText(moved)).toBeVisible()
    await expect(ines.page.getByText(moved)).toHaveCount(0)
    await rosa.page.getByRole('button', { name: 'Show the room' }).click()
    const share = Math.round((wanted.toSenior ?? 0) * 100)
    for (const { page } of everyone) {
      await expect(page.getByText(moved)).toBeVisible()
      await expect(page.getByText(`${share} % of the way to it`)).toBeVisible()
      await expect(page.getByText('nobody asked a customer')).toBeVisible()
    }
    expectFigures((await readFigures(ines.page, workshop.id)).drift, wanted)
  })
  expect(everyone.flatMap(({ foreign }) => foreign)).toEqual([])
})

/** One of the five steps of how sure somebody is. */
const sureness = (page: Page, level: number) =>
  page.locator('label', { has: page.getByRole('radio', { name: `${level} of 5` }) })
