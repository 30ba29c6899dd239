/** The reality check with the demo's figures, as its components are tested. */
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, beforeAll, vi } from 'vitest'
import type * as Y from 'yjs'
import { RealityPage } from '#client/features/reality/reality-page.tsx'
import { startTexts } from '#client/texts/start-texts.ts'
import { needs, options } from '#shared/board/schema.ts'
import { type Collection, readRows } from '#shared/document/collection.ts'
import { interviews, quotes } from '#shared/interviews/schema.ts'
import { rounds } from '#shared/record/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

/** A laptop's width to draw on. To be called once at the head of a test file. */
export function startReality(): void {
  beforeAll(() => {
    startTexts()
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    )
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  })
  afterAll(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}

const { docs } = imported(demoFile())
const byId = <C extends Collection>(doc: Y.Doc, of: C) =>
  Object.fromEntries(readRows(doc, of).map(({ id, ...row }) => [id, row])) as never

export const demoReality = (
  changes: { openedAt?: number | null; beat?: number; customers?: number } = {},
): SessionSetting => {
  const { openedAt = 1, beat = 50, customers = 10 } = changes
  const calls = Object.fromEntries(
    readRows(docs.interviews, interviews)
      .filter(({ weights }) => customers === 10 || weights.status === 'given')
      .slice(0, customers)
      .map(({ id, ...row }) => [id, row]),
  )
  return {
    board: { needs: byId(docs.board, needs), options: byId(docs.board, options) },
    record: {
      rounds: byId(docs.record, rounds),
      envelope: { openedAt, beat, interviewCount: customers },
    },
    interviews:
      openedAt === null ? {} : { interviews: calls as never, quotes: byId(docs.interviews, quotes) },
  }
}

export function openReality(setting: SessionSetting = demoReality()) {
  const played = renderSession(
    <MemoryRouter>
      <RealityPage />
    </MemoryRouter>,
    setting,
  )
  return { user: userEvent.setup({ delay: null }), ...played }
}

export const heading = () => screen.getByRole('heading', { level: 1 })
export const rowOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
export const drawn = (kind: string) => document.querySelectorAll(`[class*="${kind}"]`)
export const words = () => [...document.querySelectorAll('svg text')].map((one) => one.textContent)
