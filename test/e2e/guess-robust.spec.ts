/** What may go wrong between a ballot and its reveal: no ballot is lost, and there is one result. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { givePoints, keptBallot, listNeeds, readFigures } from '#test/e2e/guess-acts.ts'
import { roundOpenedBy } from '#test/e2e/headless.ts'
import { lineOf } from '#test/e2e/line.ts'
import { arrive, joinByCode, laptop, phone, startWorkshop, type Workshop } from '#test/e2e/room.ts'
import { startServerProcess } from '#test/support/server-process.ts'

const needs = ['Alarms I can trust', 'Audit without paperwork', 'Whole cost known']

test('[P1] phones that sleep after sealing wake up sealed, whatever happened meanwhile', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const workshop = await startWorkshop(rosa.page, 'Asleep', rosa.name)
  const sleepers = await Promise.all(
    [
      { name: 'Ines', functionName: 'Marketing' },
      { name: 'Dan', functionName: 'Sales' },
    ].map(async ({ name, functionName }) => {
      const person = await arrive(browser, name, phone)
      const line = await lineOf(person.context)
      await person.page.clock.install()
      await joinByCode(person, workshop.code, functionName)
      return { page: person.page, line, sleep: await sleepOf(person.page) }
    }),
  )
  const [ines, dan] = sleepers
  if (!ines || !dan) throw new Error('Two people are here.')
  const roundId = await openWeights(rosa.page, workshop)
  for (const { page } of sleepers) await page.goto(`/w/${workshop.id}/weigh`)

  await test.step('one seals and sleeps; one seals where there is no line, and sleeps too', async () => {
    await give(ines.page, [50, 30, 20])
    await ines.page.getByRole('button', { name: 'Seal my ballot' }).tap()
    await expect(ines.page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    await give(dan.page, [10, 0, 90])
    await dan.line.cut()
    await dan.page.getByRole('button', { name: 'Seal my ballot' }).tap()
    await expect(dan.page.getByRole('heading', { name: 'Not sent yet.' })).toBeVisible()
    for (const { sleep, line } of sleepers) {
      await sleep.begin()
      await line.cut()
    }
    await expect(rosa.page.getByText('1 of 2 have sealed').first()).toBeVisible()
    expect((await keptBallot(ines.page, workshop.id, roundId)).sealed).toBe(true)
  })

  await test.step('ten minutes later the second one wakes: his ballot goes out by itself', async () => {
    await dan.sleep.end()
    await dan.page.clock.fastForward('10:00')
    await dan.line.mend()
    await expect(dan.page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    await expect(rosa.page.getByText('All two are sealed.')).toBeVisible()
  })

  await test.step('the first one sleeps through the reveal, and wakes into it with her ballot counted', async () => {
    await rosa.page.getByRole('button', { name: /^Reveal/ }).click()
    await rosa.page.getByRole('button', { name: 'Show everything' }).click()
    await ines.sleep.end()
    await ines.page.clock.fastForward('10:00')
    await ines.line.mend()
    for (const { page } of [ines, dan])
      await expect(page.getByText('2 sealed ballots, round 1.').first()).toBeVisible()
    const { weights } = await readFigures(ines.page, workshop.id)
    expect(weights.rounds).toMatchObject([{ n: 2, perNeed: [{ mean: 30 }, { mean: 15 }, { mean: 55 }] }])
  })
})

test('[P1] a tab killed in mid-ballot: the draft is there when it is opened again', async ({ browser }) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const workshop = await startWorkshop(rosa.page, 'Killed', rosa.name)
  const ines = await arrive(browser, 'Ines', phone)
  const line = await lineOf(ines.context)
  await joinByCode(ines, workshop.code, 'Marketing')
  const roundId = await openWeights(rosa.page, workshop)
  await ines.page.goto(`/w/${workshop.id}/weigh`)
  await expect(ines.page.getByRole('spinbutton')).toHaveCount(3)
  // The server must not be what remembers it.
  await line.cut()
  await give(ines.page, [61, 7])
  await kill(ines.page)
  await line.mend()
  expect((await keptBallot(ines.page, workshop.id, roundId)).ballot).toBeNull()

  const again = await ines.context.newPage()
  await again.goto(`/w/${workshop.id}/weigh`)
  for (const [at, points] of ['61', '7', ''].entries())
    await expect(again.getByRole('spinbutton', { name: needs[at] ?? '' })).toHaveValue(points)
  await give(again, [61, 7, 32])
  await again.getByRole('button', { name: 'Seal my ballot' }).tap()
  await expect(again.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
  expect(await keptBallot(again, workshop.id, roundId)).toMatchObject({ sealed: true })
})

test('[P1] the server is killed between closing and reveal: the result is complete', async ({ browser }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gp-restarted-'))
  const main = 'dist/server/main.js'
  let server = await startServerProcess({ dataDir, main })
  const rosa = await arrive(browser, 'Rosa', laptop, server.url)
  const ines = await arrive(browser, 'Ines', phone, server.url)
  const dan = await arrive(browser, 'Dan', laptop, server.url)
  try {
    const workshop = await startWorkshop(rosa.page, 'Restarted', rosa.name)
    await joinByCode(ines, workshop.code, 'Marketing')
    await joinByCode(dan, workshop.code, 'Sales')
    await openWeights(rosa.page, workshop)
    for (const [{ page }, points] of [
      [ines, [50, 30, 20]],
      [dan, [10, 0, 90]],
    ] as const) {
      await page.goto(`/w/${workshop.id}/weigh`)
      await give(page, points)
      await page.getByRole('button', { name: 'Seal my ballot' }).click()
      await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    }
    await rosa.page.getByRole('button', { name: 'Close the round' }).click()
    for (const { page } of [ines, dan])
      await expect(page.getByRole('heading', { name: 'The round is closed.' })).toBeVisible()

    await server.stop('SIGKILL')
    await expect(ines.page.getByText(/^Offline/).first()).toBeAttached()
    server = await startServerProcess({ dataDir, main, port: server.port })
    await expect(rosa.page.getByText('All changes saved').first()).toBeAttached()
    await rosa.page.getByRole('button', { name: /^Reveal/ }).click()
    await rosa.page.getByRole('button', { name: 'Show everything' }).click()
    for (const { page } of [rosa, ines, dan])
      await expect(page.getByText('2 sealed ballots, round 1.').first()).toBeVisible()
    const { weights } = await readFigures(dan.page, workshop.id)
    expect(weights.rounds).toMatchObject([{ n: 2, perNeed: [{ mean: 30 }, { mean: 15 }, { mean: 55 }] }])
  } finally {
    for (const { context } of [rosa, ines, dan]) await context.close()
    await server.stop('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('two facilitators press Reveal at once: one result, and both see it', async ({ browser }) => {
  const rosa = await arrive(browser, 'Rosa', laptop)
  const workshop = await startWorkshop(rosa.page, 'Both', rosa.name)
  const second = await coFacilitator(browser, rosa.page, workshop)
  const ines = await arrive(browser, 'Ines', phone)
  await joinByCode(ines, workshop.code, 'Marketing')
  const both = [rosa.page, second]

  await test.step('the wall: its notes are there once', async () => {
    for (const page of [...both, ines.page]) await page.goto(`/w/${workshop.id}/needs`)
    await rosa.page.getByRole('button', { name: 'Start writing' }).click()
    for (const note of ['Never woken for nothing', 'Papers ready']) {
      await ines.page.getByLabel('A need, in words a customer would use').fill(note)
      await ines.page.keyboard.press('Enter')
    }
    await ines.page.getByRole('button', { name: 'I’m done' }).tap()
    await expect(second.getByText('1 of 1 say they are done')).toBeVisible()
    for (const page of both) await page.getByRole('button', { name: 'Open the wall' }).click()
    await pressTogether(both, 'Open it')
    for (const page of [...both, ines.page]) {
      await expect(page.getByText(/^2 ideas from one person/)).toBeVisible()
      await expect(page.getByRole('button', { name: /^Papers ready/ })).toHaveCount(1)
    }
  })

  await test.step('the weights: one round, revealed once', async () => {
    await openWeights(rosa.page, workshop)
    for (const page of [second, ines.page]) await page.goto(`/w/${workshop.id}/weigh`)
    await give(ines.page, [50, 30, 20])
    await ines.page.getByRole('button', { name: 'Seal my ballot' }).tap()
    for (const page of both) await expect(page.getByText('The only ballot is sealed.')).toBeVisible()
    await pressTogether(both, /^Reveal/)
    for (const page of [...both, ines.page])
      await expect(page.getByRole('heading', { level: 1, name: 'The envelopes are open.' })).toBeVisible()
    for (const page of both) await expect(page.getByRole('alert')).toHaveCount(0)
    const { weights } = await readFigures(second, workshop.id)
    expect(weights.rounds).toMatchObject([{ number: 1, n: 1, perNeed: [{ mean: 50 }, {}, {}] }])
  })
})

/** Opens a round over the three needs; answers its id. */
async function openWeights(page: Page, { id }: Workshop): Promise<string> {
  await listNeeds(page, id, needs)
  return roundOpenedBy(page, () => page.getByRole('button', { name: 'Open the round' }).click())
}

const give = (page: Page, points: readonly number[]) =>
  givePoints(
    page,
    points.map((value, at) => [needs[at] ?? '', value]),
    'keys',
  )

/** A phone in a pocket: the page is hidden and its tasks stand still. */
async function sleepOf(page: Page): Promise<{ begin(): Promise<void>; end(): Promise<void> }> {
  const devtools = await page.context().newCDPSession(page)
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  return {
    begin: async () => {
      await show('hidden')
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    },
    end: async () => {
      await devtools.send('Page.setWebLifecycleState', { state: 'active' })
      await show('visible')
    },
  }
}

/** The process of the page dies: nothing is asked, nothing is said. */
async function kill(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const isGone = page.waitForEvent('crash')
  // Nobody is left to answer.
  void devtools.send('Page.crash').catch(() => undefined)
  await isGone
  await page.close()
}

/** A second facilitator, by the link for facilitators. */
async function coFacilitator(browser: Browser, page: Page, { id }: Workshop): Promise<Page> {
  const reply = await page.request.get(`/api/workshops/${id}`)
  const { links } = (await reply.json()) as { links: { facilitator: string } }
  const { page: own } = await arrive(browser, 'Tomas', laptop)
  await own.goto(links.facilitator)
  await own.getByLabel('Your name').fill('Tomas')
  await own.getByRole('button', { name: 'I’m in' }).click()
  await own.waitForURL(/\/w\//)
  return own
}

/** Both press; neither request leaves before both have been made. */
async function pressTogether(pages: readonly Page[], name: string | RegExp): Promise<void> {
  const held: (() => void)[] = []
  const isReveal = /\/rounds\/[^/]+\/reveal$/
  for (const page of pages)
    await page.route(isReveal, async (route) => {
      await new Promise<void>((resolve) => {
        held.push(resolve)
        if (held.length === pages.length) for (const release of held) release()
      })
      await route.continue()
    })
  await Promise.all(pages.map((page) => page.getByRole('button', { name }).click()))
  await expect.poll(() => held.length).toBe(pages.length)
  for (const page of pages) await page.unroute(isReveal)
}
