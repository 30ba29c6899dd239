/** The screen of marking with the rounds of the sample workshop, as one role sees it. */
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { MarkPage } from '#client/features/mark/mark-page.tsx'
import { needs, options } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import { type Role, rounds } from '#shared/record/schema.ts'
import { demoFile, imported } from '#test/support/demo-file.ts'
import { renderSession, type SessionSetting } from '#test/support/render-session.tsx'

/** Board and rounds of the demo as they are after importing it, up to the given number of each kind. */
export function demoRounds(upTo = 2): SessionSetting {
  const { docs } = imported(demoFile())
  const shown = readRows(docs.record, rounds).filter(
    ({ kind, number }) => (kind === 'weights' || kind === 'marks') && number <= upTo,
  )
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(({ id, ...row }) => [id, row]))
  return {
    board: { needs: byId(readRows(docs.board, needs)), options: byId(readRows(docs.board, options)) },
    record: { rounds: byId(shown) },
  }
}

export const grid = {
  subjects: [
    { id: 'n1', title: 'Alarms I can trust' },
    { id: 'n2', title: 'Audit without paperwork' },
    { id: 'n3', title: 'Whole cost known' },
  ],
  columns: [
    { id: 'us', title: 'Brackwell' },
    { id: 'a', title: 'Quillmark' },
    { id: 'b', title: 'Norvane' },
  ],
}

export const boardGrid = {
  needs: Object.fromEntries(
    grid.subjects.map(({ id, title }, index) => [
      id,
      { short: title, status: 'active' as const, order: `a${index}` },
    ]),
  ),
  options: Object.fromEntries(
    grid.columns.map(({ id, title }, index) => [
      id,
      { name: title, kind: id === 'us' ? ('us' as const) : ('competitor' as const), order: `a${index}` },
    ]),
  ),
}

export const openMarks = {
  kind: 'marks',
  number: 1,
  status: 'open' as const,
  ...grid,
  anonymity: 'anonymous' as const,
  minFunctionSize: 3,
  openedAt: 10,
  sealedCount: 1,
  expectedCount: 9,
}

export function playMark(
  role: Role,
  setting: SessionSetting = {},
): ReturnType<typeof renderSession> & { user: UserEvent } {
  const page = (
    <MemoryRouter>
      <MarkPage />
    </MemoryRouter>
  )
  const played = renderSession(page, { role, board: boardGrid, ...setting })
  return { user: userEvent.setup({ delay: null }), ...played }
}
