/**
 * Reads a list against a board: what would be made, what would be changed, what is there already, and every problem by
 * row. Nothing is changed here, and no text that is here is given up for one of the list unless that was chosen.
 */
import type { BoardList, ListKind } from '#shared/board/list-edits.ts'
import { isUnreadable } from '#shared/intake/decode.ts'
import { isSheetError, looksLikeFormula, unguard } from '#shared/intake/guard.ts'
import { isBlank } from '#shared/intake/layout.ts'
import type { IntakeProblem } from '#shared/intake/row.ts'
import { CardCells } from '#shared/lists/card-cells.ts'
import {
  type Compared,
  detailsOf,
  differencesOf,
  RAISED,
  takesTheirWords,
} from '#shared/lists/differences.ts'
import { HeldRecords } from '#shared/lists/held-records.ts'
import { ID, isHeard, type ListColumn, letterOf, SKIP } from '#shared/lists/list-columns.ts'
import { type ListShape, listShapes, saysNothing } from '#shared/lists/list-fields.ts'
import {
  type ListLayout,
  type ListSettings,
  type ListSheet,
  layOut,
  MOST_COLUMNS,
  MOST_ROWS,
} from '#shared/lists/list-layout.ts'
import { listFaults } from '#shared/lists/list-limits.ts'
import type { Draft, ListRow } from '#shared/lists/list-row.ts'
import type { ListWorld } from '#shared/lists/list-world.ts'

const LONGEST_CELL = 20_000

export interface ListReading extends ListLayout {
  readonly rows: readonly ListRow[]
  readonly problems: readonly IntakeProblem[]
  /** Of cards: names of stages that are not here, and what becomes of each. */
  readonly stages: readonly { readonly key: string; readonly name: string; readonly chosen: string }[]
  /** Null while any fault stands, and where there is nothing to do. */
  readonly list: BoardList | null
}

export function readBoardList(
  kind: ListKind,
  sheet: ListSheet,
  settings: ListSettings,
  world: ListWorld,
): ListReading {
  return new Check(kind, sheet, settings, world).reading()
}

class Check {
  readonly #kind: ListKind
  readonly #shape: ListShape
  readonly #sheet: ListSheet
  readonly #settings: ListSettings
  readonly #world: ListWorld
  readonly #problems: IntakeProblem[] = []
  readonly #layout: ListLayout
  readonly #cards: CardCells | null
  readonly #held: HeldRecords

  constructor(kind: ListKind, sheet: ListSheet, settings: ListSettings, world: ListWorld) {
    this.#kind = kind
    this.#shape = listShapes[kind]
    this.#sheet = sheet
    this.#settings = settings
    this.#world = world
    this.#layout = layOut(this.#shape, sheet, settings)
    this.#cards = kind === 'cards' ? new CardCells(world, settings) : null
    this.#held = new HeldRecords(kind, world)
  }

  reading(): ListReading {
    const { rows } = this.#sheet
    const { leftOut, headerRow } = this.#layout
    const out = new Set(leftOut.map(({ row }) => row))
    this.#judgeWhole()
    const drafts: Draft[] = []
    const last = Math.min(rows.length, headerRow + MOST_ROWS)
    for (let index = headerRow; index < last; index++) {
      const cells = rows[index] ?? []
      if (!isBlank(cells) && !out.has(index + 1)) drafts.push(this.#draft(index + 1, cells))
    }
    this.#place(drafts)
    const read = drafts.map((draft) => this.#row(draft))
    const list = this.#boardList(drafts, read)
    if (drafts.length === 0) this.#fault(null, null, 'There is nothing in this list.')
    for (const fault of listFaults(list, this.#world)) this.#fault(null, null, fault)
    const isFaulty = this.#problems.some(({ level }) => level === 'fault')
    const does = read.some((row) => row.does === 'create' || row.does === 'update')
    return {
      ...this.#layout,
      rows: read,
      problems: this.#problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
      stages: this.#cards?.unknownStages ?? [],
      list: isFaulty || !does ? null : list,
    }
  }

  #fault(row: number | null, column: string | null, message: string): void {
    this.#problems.push({ row, column, level: 'fault', message })
  }

  #notice(row: number | null, column: string | null, message: string): void {
    this.#problems.push({ row, column, level: 'notice', message })
  }

  #judgeWhole(): void {
    const { rows, faults, formulas } = this.#sheet
    const count = rows.length - this.#layout.headerRow
    if (count > MOST_ROWS)
      this.#fault(null, null, `This list has ${count} rows; at most ${MOST_ROWS} come in at once: cut it.`)
    if (!this.#layout.columns.some(({ to }) => to === this.#shape.main))
      this.#fault(null, null, 'No column holds what the list is of: say below which one.')
    const held = new Map<string, string>()
    for (const { to, header } of this.#layout.columns) {
      if (to === SKIP) continue
      const other = held.get(to)
      if (other !== undefined)
        this.#fault(null, null, `Columns “${other}” and “${header}” hold the same: leave one out.`)
      held.set(to, header)
    }
    for (const { index, message } of faults) this.#fault(index + 1, null, message)
    const heard = this.#layout.columns.filter(isHeard).map(({ header }) => `“${header}”`)
    if (heard.length > 0)
      this.#notice(
        null,
        null,
        `${heard.join(', ')}: what customers said comes in with interviews alone, so it is left out. What comes of a list is our guess.`,
      )
    if (formulas.length > 0)
      this.#notice(
        null,
        null,
        `Some cells hold formulas (${rowsWords(formulas)}): their last results are taken, nothing is computed.`,
      )
  }

  #draft(row: number, cells: readonly string[]): Draft {
    const draft: Draft = {
      row,
      title: '',
      id: '',
      isFaulty: false,
      told: new Map(),
      stage: null,
      lane: null,
      held: null,
      key: '',
    }
    const past = cells.slice(this.#layout.columns.length).some((cell) => cell.trim() !== '')
    if (past) this.#faultIn(draft, null, `has cells beyond column ${letterOf(MOST_COLUMNS - 1)}`)
    for (const column of this.#layout.columns) {
      const raw = cells[column.index] ?? ''
      if (column.to === SKIP || raw.trim() === '') continue
      const fault = this.#readCell(draft, column, raw)
      if (fault !== null) this.#faultIn(draft, column.header, fault)
    }
    if (draft.title === '' && !draft.isFaulty)
      this.#faultIn(draft, this.#headerOf(this.#shape.main), 'is empty: say what it is')
    return draft
  }

  #faultIn(draft: Draft, column: string | null, message: string): void {
    draft.isFaulty = true
    this.#fault(draft.row, column, message)
  }

  /** What is wrong with the cell; null when it is in the draft. */
  #readCell(draft: Draft, { to, header }: ListColumn, raw: string): string | null {
    if (raw.length > LONGEST_CELL) return `is longer than ${LONGEST_CELL} characters`
    if (isUnreadable(raw)) return 'holds characters that cannot be read'
    if (isSheetError(raw)) return `is “${raw.trim()}”, an error of the spreadsheet: mend or empty it there`
    const cell = unguard(raw).replace(/\r\n?/g, '\n')
    if (looksLikeFormula(cell))
      this.#notice(draft.row, header, 'looks like a formula: it is kept as text and never computed')
    if (to === ID) draft.id = cell.trim()
    const field = this.#shape.fields.find(({ name }) => name === to)
    if (!field || (to !== this.#shape.main && saysNothing(cell))) return null
    const reading = field.read(cell, {
      world: this.#world,
      dateOrder: this.#layout.dateOrder?.form ?? null,
      note: (message) => this.#notice(draft.row, header, message),
    })
    if ('fault' in reading) return reading.fault
    draft.told.set(to, { ...reading, cell })
    if (to === this.#shape.main) draft.title = reading.shown
    return null
  }

  #headerOf(field: string): string | null {
    return this.#layout.columns.find(({ to }) => to === field)?.header ?? null
  }

  /** Finds for each row what it is like: a record here, or an earlier row. */
  #place(drafts: readonly Draft[]): void {
    const faultIn = (draft: Draft, field: string, message: string) =>
      this.#faultIn(draft, this.#headerOf(field), message)
    for (const draft of drafts) {
      draft.held = this.#held.byId(draft.id)
      if (draft.isFaulty) continue
      this.#cards?.place(draft, faultIn)
      if (draft.isFaulty) continue
      draft.held ??= this.#held.byTitle(draft)
      draft.key = draft.held?.id ?? this.#held.keyOf(draft)
    }
    this.#cards?.settle(drafts, faultIn, (draft, field, message) =>
      this.#notice(draft.row, this.#headerOf(field), message),
    )
    this.#joinDoubles(drafts)
  }

  /** Rows that say the same as an earlier one are left alone; one that says otherwise is a fault. */
  #joinDoubles(drafts: readonly Draft[]): void {
    const firsts = new Map<string, Draft>()
    const doubles: number[] = []
    for (const draft of drafts) {
      if (draft.isFaulty) continue
      const first = firsts.get(draft.key)
      if (!first) {
        firsts.set(draft.key, draft)
        continue
      }
      const other = [...draft.told].find(
        ([field, { shown }]) => !this.#tells(field) && first.told.get(field)?.shown !== shown,
      )
      if (other)
        this.#faultIn(
          draft,
          this.#headerOf(other[0]),
          `“${draft.title}” is in row ${first.row} already, with other words here: join the two`,
        )
      else {
        doubles.push(draft.row)
        draft.key = ''
      }
    }
    if (doubles.length > 0)
      this.#notice(
        null,
        null,
        `${doubles.length === 1 ? 'One row says' : `${doubles.length} rows say`} the same as an earlier one and ${doubles.length === 1 ? 'is' : 'are'} left alone (${rowsWords(doubles)}).`,
      )
  }

  /** By these a record is known: where they fit, they say the same. */
  #tells(field: string): boolean {
    return field === this.#shape.main || field === 'stage' || field === 'lane'
  }

  #row(draft: Draft): ListRow {
    const { row, title, held } = draft
    if (draft.isFaulty) return { row, title, does: 'fault', differences: [] }
    if (draft.key === '') return { row, title, does: 'same', differences: [] }
    if (held === null) return { row, title, does: 'create', differences: detailsOf(draft, this.#compared()) }
    const differences = differencesOf(draft, held, this.#compared())
    const does = differences.some(({ isTaken }) => isTaken) ? 'update' : 'same'
    if (!this.#world.isSealed && takesTheirWords(held, this.#shape.main, differences))
      this.#notice(row, this.#headerOf(this.#shape.main), RAISED)
    return { row, title, does, differences }
  }

  #compared(): Compared {
    return {
      shape: this.#shape,
      world: this.#world,
      cards: this.#cards,
      taken: this.#settings.taken,
      headerOf: (field) => this.#headerOf(field) ?? field,
    }
  }

  #boardList(drafts: readonly Draft[], rows: readonly ListRow[]): BoardList {
    const entries = drafts.flatMap((draft, index) => {
      const row = rows[index]
      if (!row || (row.does !== 'create' && row.does !== 'update')) return []
      const taken = new Set(row.differences.filter(({ isTaken }) => isTaken).map(({ field }) => field))
      const isMeant = (field: string) => row.does === 'create' || taken.has(field)
      const told = [...draft.told].filter(([field]) => isMeant(field))
      const values = Object.assign({}, ...told.map(([, { changes }]) => changes)) as Record<string, unknown>
      if (values.due !== undefined && !draft.held?.promisedOn) values.promisedOn = this.#world.today
      return [{ draft, id: draft.held?.id ?? null, values, isMeant }]
    })
    if (this.#kind === 'cards' && this.#cards)
      return {
        kind: 'cards',
        entries: this.#cards.entries(entries),
        newStages: this.#cards.newStages(entries.map(({ draft }) => draft)),
        isSealed: this.#world.isSealed,
      }
    return { kind: this.#kind, entries: entries.map(({ id, values }) => ({ id, values })) } as BoardList
  }
}

const rowsWords = (rows: readonly number[]): string =>
  `row${rows.length === 1 ? '' : 's'} ${rows.slice(0, 8).join(', ')}${rows.length > 8 ? ' and more' : ''}`
