/** Reading a list against a board in tests: who is there, which day it is, and how cells are written. */
import type * as Y from 'yjs'
import { actions, cards, functions, needs, options, stages } from '#shared/board/schema.ts'
import { readRows } from '#shared/document/collection.ts'
import type { ListSheet } from '#shared/lists/list-layout.ts'
import { listWorld } from '#shared/lists/list-world.ts'
import { readPastedCells } from '#shared/lists/pasted.ts'

export const TODAY = '2026-03-10'

export const worldOf = (doc: Y.Doc, isSealed = true) =>
  listWorld({
    needs: readRows(doc, needs),
    options: readRows(doc, options),
    stages: readRows(doc, stages),
    cards: readRows(doc, cards),
    actions: readRows(doc, actions),
    functions: readRows(doc, functions).map(({ name }) => name),
    seats: [{ id: 'ada', name: 'Ada Park', functionName: 'Sales', role: 'member' }],
    today: TODAY,
    isSealed,
  })

/** Rows as they are pasted, with ` | ` between cells. */
export const pastedSheet = (text: string): ListSheet => ({
  rows: readPastedCells(text.replaceAll(/ ?\| ?/g, '\t')),
  faults: [],
  computed: [],
  formulas: [],
})
