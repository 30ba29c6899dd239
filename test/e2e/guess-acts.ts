/** What people do on the screens of the guess, and what they can read back from the server. */
import { expect, type Page } from '@playwright/test'

/** The facilitator goes to a stop and brings these along. */
export async function callEveryone(
  facilitator: Page,
  stop: string,
  others: readonly Page[],
  address: RegExp,
): Promise<void> {
  await facilitator
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${stop}`) })
    .click()
  await facilitator.waitForURL(address)
  await facilitator.getByRole('button', { name: 'Bring everyone here' }).click()
  for (const page of others) await page.waitForURL(address)
}

/** Sets the points of each need: by tapping the field and typing on the phone's digits, or by keys alone. */
export async function givePoints(
  page: Page,
  points: readonly (readonly [need: string, points: number])[],
  by: 'touch' | 'keys',
): Promise<void> {
  for (const [need, value] of points) {
    const field = page.getByRole('spinbutton', { name: need })
    await (by === 'touch' ? field.tap() : field.focus())
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(String(value))
    await expect(field).toHaveValue(String(value))
  }
}

type MarkFor = (option: string, need: string) => number | null

/** Taps a mark for whatever the phone asks next, until everything is marked. */
export async function markByTouch(page: Page, count: number, markFor: MarkFor): Promise<void> {
  for (let given = 0; given < count; given++) {
    const need = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    const pad = page.getByRole('group').filter({ has: page.getByRole('button', { name: '10' }) })
    const option = (await pad.getAttribute('aria-label')) ?? ''
    const mark = markFor(option, need)
    await pad.getByRole('button', { name: mark === null ? 'I don’t know' : String(mark), exact: true }).tap()
    const said = mark === null ? `${option}: I don’t know` : `${option}: ${mark}`
    await expect(page.getByText(said, { exact: true })).toBeAttached()
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Before you seal' })).toBeVisible()
}

/** Types a mark into whatever cell is in hand; the grid goes on by itself. */
export async function markByKeys(page: Page, count: number, markFor: MarkFor): Promise<void> {
  await page.getByRole('gridcell').first().focus()
  for (let given = 0; given < count; given++) {
    const cell = page.locator('[role=gridcell]:focus')
    const [, option = '', need = ''] =
      /^(.+?), (.+): [^:]+$/.exec((await cell.getAttribute('aria-label')) ?? '') ?? []
    const mark = markFor(option, need)
    await page.keyboard.press(mark === null ? '?' : mark === 10 ? 't' : String(mark))
    const now = `${option}, ${need}: ${mark ?? 'I don’t know'}`
    await expect(page.getByRole('gridcell', { name: now, exact: true })).toBeAttached()
  }
}

/** Presses a key here and answers after how many milliseconds these words were painted there. */
export async function paintedAfterKey(here: Page, key: string, there: Page, words: string): Promise<number> {
  await here.evaluate(() =>
    addEventListener(
      'keydown',
      ({ timeStamp }) => Object.assign(window, { pressedAt: performance.timeOrigin + timeStamp }),
      { capture: true, once: true },
    ),
  )
  const painted = there.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const headings = [...document.querySelectorAll('h1, h2')]
          if (!headings.some(({ textContent }) => textContent?.includes(wanted)))
            return void requestAnimationFrame(look)
          // Seen in this frame, painted when the next one begins.
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
        }
        look()
      }),
    words,
  )
  await here.keyboard.press(key)
  const at = await painted
  return at - (await here.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt))
}

interface Board {
  readonly needs: readonly { readonly id: string; readonly short: string; readonly status: string }[]
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly gaps: readonly { readonly id: string }[]
  readonly questions: readonly { readonly text: string }[]
}

/** The board as the file of the workshop has it, in its order. */
export async function readBoard(page: Page, workshopId: string): Promise<Board> {
  const reply = await page.request.get(`/api/workshops/${workshopId}/export.json`)
  const { workshop } = (await reply.json()) as {
    workshop: {
      board: {
        needs: Board['needs']
        options: Board['options']
        knowledgeGaps: Board['gaps']
        guideQuestions: Board['questions']
      }
    }
  }
  const { needs, options, knowledgeGaps: gaps, guideQuestions: questions } = workshop.board
  return { needs, options, gaps, questions }
}

interface Figures {
  readonly weights: { readonly rounds: readonly unknown[] }
  readonly marks: { readonly rounds: readonly unknown[] }
  readonly drift: unknown
}

export async function readFigures(page: Page, workshopId: string): Promise<Figures> {
  const reply = await page.request.get(`/api/workshops/${workshopId}/analysis`)
  return (await reply.json()) as Figures
}

/** Puts needs on the list of the weights; the page is left there. */
export async function listNeeds(page: Page, workshopId: string, needs: readonly string[]): Promise<void> {
  await page.goto(`/w/${workshopId}/weigh`)
  for (const need of needs) {
    await page.getByLabel('Add a need').fill(need)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('list', { name: 'Needs to weigh' }).getByRole('listitem')).toHaveCount(
    needs.length,
  )
}

/** What the server has of somebody's own ballot. */
export async function keptBallot(
  page: Page,
  workshopId: string,
  roundId: string,
): Promise<{ readonly ballot: unknown; readonly sealed: boolean }> {
  const reply = await page.context().request.get(`/api/workshops/${workshopId}/rounds/${roundId}/ballot`)
  return (await reply.json()) as { ballot: unknown; sealed: boolean }
}
