/** From silent notes to a shortlist of five: written alone, grouped by mouse, keys and touch, cut by a secret vote. */
import { expect, type Page, test } from '@playwright/test'
import { readBoard } from '#test/e2e/guess-acts.ts'
import { cutOf, notesOf, themes } from '#test/e2e/guess-ballots.ts'
import { dragByMouse, dragByTouch } from '#test/e2e/hands.ts'
import { putBallots, roundOpenedBy, type Voter } from '#test/e2e/headless.ts'
import type { Person, Workshop } from '#test/e2e/room.ts'

/** Written on the phone, and carried by a finger to a need that is out of sight. */
const FAR_NOTE = 'No call in vain'

/** `rosa` leads on a laptop, `ines` has a phone, `helen` a laptop; the voters have no screen. */
export async function findNeeds(room: {
  readonly rosa: Person
  readonly ines: Person
  readonly helen: Person
  readonly voters: readonly Voter[]
  readonly workshop: Workshop
}): Promise<void> {
  const { rosa, ines, helen, voters, workshop } = room
  const everyone = [rosa, ines, helen]
  await test.step('silent notes: twelve over the contract, the phone and a laptop by hand', async () => {
    const roundId = await roundOpenedBy(rosa.page, () =>
      rosa.page.getByRole('button', { name: 'Start writing' }).click(),
    )
    const notes = voters.map((_, voter) => ({ notes: notesOf(voter) }))
    // What is written counts, said to be done or not.
    await putBallots(voters.slice(0, 6), roundId, notes.slice(0, 6))
    await putBallots(voters.slice(6), roundId, notes.slice(6), false)
    const field = ines.page.getByLabel('A need, in words a customer would use')
    for (const note of [themes[2].notes[1], themes[3].notes[1], FAR_NOTE]) {
      await field.tap()
      await field.pressSequentially(note)
      await ines.page.getByRole('button', { name: 'Add', exact: true }).tap()
    }
    await ines.page.getByRole('button', { name: 'I’m done' }).tap()
    await expect(ines.page.getByText('Done. Your notes wait for the wall.')).toBeVisible()
    await helen.page.keyboard.type(themes[4].notes[0])
    await helen.page.keyboard.press('Enter')
    await expect(helen.page.getByText('Kept. Nothing is lost when the wall opens.')).toBeAttached()
    await expect(rosa.page.getByText('7 of 14 say they are done').first()).toBeVisible()
    await expect(rosa.page.getByText(themes[0].notes[0])).toHaveCount(0)
    await untilDraftKept(helen.page, roundId)
  })

  await test.step('the wall opens for everyone at once', async () => {
    await rosa.page.getByRole('button', { name: 'Open the wall' }).click()
    await rosa.page.getByRole('button', { name: 'Open it' }).click()
    for (const { page } of everyone) {
      await expect(page.getByText(/^20 ideas from 14 people/)).toBeVisible()
      for (const { notes } of themes)
        for (const note of notes) await expect(wallNote(page, note)).toBeVisible()
    }
    await expect(wallNote(rosa.page, themes[4].notes[0])).toHaveAccessibleName(/written 3 times/)
  })

  await test.step('grouping by mouse and by keys on the laptop, by touch on the phone', async () => {
    const [alarms, audit, cost, night, ...single] = themes
    await dragByMouse(rosa.page, wallNote(rosa.page, alarms.notes[1]), wallNote(rosa.page, alarms.notes[0]))
    await nameNeed(rosa.page, alarms.need)
    for (const { need, notes } of [audit, ...single]) {
      for (const note of notes) {
        await wallNote(rosa.page, note).focus()
        await rosa.page.keyboard.press('Space')
      }
      await rosa.page.keyboard.press('g')
      await nameNeed(rosa.page, need)
    }
    for (const { need, notes } of [cost, night]) {
      await dragByTouch(ines.page, {
        from: wallNote(ines.page, notes[1]),
        to: wallNote(ines.page, notes[0]),
        // Others see who has it in hand.
        held: rosa.page.getByRole('button', { name: new RegExp(`^Ines ?${notes[1]}`) }),
      })
      const title = ines.page.getByLabel(`Title of the need, now “${notes[0]}”`)
      await title.tap()
      await title.fill(need)
      await title.press('Enter')
    }
    const far = ines.page.getByRole('region', { name: alarms.need })
    await wallNote(ines.page, FAR_NOTE).scrollIntoViewIfNeeded()
    await expect(far).not.toBeInViewport()
    await dragByTouch(ines.page, {
      from: wallNote(ines.page, FAR_NOTE),
      to: far.getByRole('button', { name: `Details of “${alarms.need}”` }),
      held: rosa.page.getByRole('button', { name: new RegExp(`^Ines ?${FAR_NOTE}`) }),
    })
    await expect(far.getByText(FAR_NOTE)).toBeVisible()
    for (const { page } of everyone) {
      await expect(page.getByText('Every note is in a group.')).toBeVisible()
      for (const { need } of themes) await expect(page.getByRole('region', { name: need })).toBeVisible()
    }
    const group = helen.page.getByRole('region', { name: cost.need })
    for (const note of cost.notes) await expect(group.getByText(note)).toBeVisible()
  })

  const board = await readBoard(rosa.page, workshop.id)
  const idOf = (need: string) => board.needs.find(({ short }) => short === need)?.id ?? ''

  await test.step('the cutting vote, and the shortlist it makes', async () => {
    const roundId = await roundOpenedBy(rosa.page, () =>
      rosa.page.getByRole('button', { name: 'Cut by a secret vote' }).click(),
    )
    const marks = (voter: number) => cutOf(voter).map((theme) => idOf(themes[theme]?.need ?? ''))
    await putBallots(
      voters,
      roundId,
      voters.map((_, voter) => ({ marks: marks(voter), abstained: false })),
    )
    for (const theme of [1, 2, 3]) await ines.page.getByText(themes[theme]?.need ?? '').tap()
    await expect(ines.page.getByText('No mark left')).toBeVisible()
    await ines.page.getByRole('button', { name: 'Seal my marks' }).tap()
    await expect(ines.page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    for (const theme of [3, 4, 5]) {
      await helen.page.getByRole('checkbox', { name: themes[theme]?.need ?? '' }).focus()
      await helen.page.keyboard.press('Space')
    }
    await helen.page.getByRole('button', { name: 'Seal my marks' }).press('Enter')
    await expect(rosa.page.getByText('All 14 are sealed.')).toBeVisible()
    await rosa.page.getByRole('button', { name: /^Reveal/ }).click()
    const result = ines.page.getByRole('listitem')
    await expect(result.filter({ hasText: '12 marks' })).toContainText(themes[0].need)
    await expect(result.filter({ hasText: '8 marks' })).toContainText(themes[3].need)
    await expect(result.filter({ hasText: /1 mark$/ })).toContainText(themes[5].need)
    await rosa.page.getByRole('button', { name: 'Shortlist the first 5' }).click()
    await expect(ines.page.getByRole('list', { name: 'Shortlist' }).getByText(themes[4].need)).toBeVisible()
    await rosa.page.getByRole('button', { name: 'Agree these five' }).click()
    for (const { page } of everyone) await page.waitForURL(/\/weigh/)
  })
}

const wallNote = (page: Page, note: string) => page.getByRole('button', { name: new RegExp(`^${note}`) })

/** A new need waits for its name with the title in hand. */
async function nameNeed(page: Page, need: string): Promise<void> {
  await expect(page.getByLabel(/^Title of the need/).and(page.locator(':focus'))).toBeVisible()
  await page.keyboard.type(need)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: need })).toBeVisible()
}

/** The server has the draft, so that it counts when the round ends now. */
async function untilDraftKept(page: Page, roundId: string): Promise<void> {
  const id = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await expect
    .poll(async () => {
      const reply = await page.request.get(`/api/workshops/${id}/rounds/${roundId}/ballot`)
      return ((await reply.json()) as { receivedAt: number | null }).receivedAt
    })
    .not.toBeNull()
}
