/** What people do again and again in Debate: seal, reveal, decide, and read the board back. */
import { expect, type Page } from '@playwright/test'
import type { DebateRoom } from '#test/e2e/debate-room.ts'

export const seal = async (page: Page) => {
  await page.getByRole('button', { name: 'Seal my ballot' }).click()
  await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
}

export const reveal = async (page: Page) => {
  await expect(page.getByText('All four are sealed.')).toBeVisible()
  await page.getByRole('button', { name: /^Reveal/ }).click()
}

export async function record(page: Page, support: { readonly for: string; readonly against: string }) {
  const form = page.getByRole('dialog')
  await form.getByRole('spinbutton', { name: 'For' }).fill(support.for)
  await form.getByRole('spinbutton', { name: 'Against' }).fill(support.against)
  await form.getByRole('button', { name: 'Record the decision' }).click()
  await expect(form).toBeHidden()
}

interface Row {
  readonly id: string
  readonly text: string
  readonly short: string
}

/** Rows of the board as any member may take them away, in their order. */
export async function boardOf({ others }: DebateRoom, name: string): Promise<readonly Row[]> {
  const file = (await others[0]?.person.ask('exportJson')) as unknown as {
    readonly workshop: { readonly board: Readonly<Record<string, readonly Row[]>> }
  }
  return file.workshop.board[name] ?? []
}
