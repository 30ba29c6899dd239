/**
 * Checks a table of interviews row by row, in steps as large as the caller likes. Every problem of every row is told,
 * not only the first; nothing is changed here.
 */
import type { Json } from '#shared/document/fields.ts'
import type { Column } from '#shared/intake/columns.ts'
import { isUnreadable } from '#shared/intake/decode.ts'
import { looksLikeFormula, unguard } from '#shared/intake/guard.ts'
import { isBlank } from '#shared/intake/layout.ts'
import { readList } from '#shared/intake/lists.ts'
import { readQuotes } from '#shared/intake/quote-cells.ts'
import { type IntakeProblem, type IntakeRow, pseudonymKey } from '#shared/intake/row.ts'
import { LONGEST_ANSWER, RowDraft, rowOf } from '#shared/intake/row-draft.ts'
import { type CellForm, simpleCells } from '#shared/intake/simple-cells.ts'
import { type Read, readChoice, readNumber } from '#shared/intake/values.ts'
import type { IntakeWorld } from '#shared/intake/world.ts'
import { interviews } from '#shared/interviews/schema.ts'

export interface CheckSetting {
  readonly columns: readonly Column[]
  /** How many cells the row of headings has. */
  readonly width: number
  readonly form: CellForm
  readonly world: IntakeWorld
  /** Words for needs that were matched by hand. */
  readonly words: ReadonlyMap<string, string>
  /** What an interview that is there already holds in its points, by id. */
  readonly pointsOf: (interviewId: string) => Readonly<Record<string, number>>
  /** Rows that are too short are usual where the format has no empty cells. */
  readonly mayBeShort: boolean
}

const basisWords = ['customer', 'used', 'evaluated', 'heard_of'] as const

export class TableCheck {
  readonly #setting: CheckSetting
  readonly #rows: IntakeRow[] = []
  readonly #problems: IntakeProblem[] = []
  readonly #faulty = new Set<number>()
  readonly #firstRow = new Map<string, number>()
  readonly #known = new Map<string, string[]>()
  readonly #unknownWords = new Set<string>()
  #blank = 0

  constructor(setting: CheckSetting) {
    this.#setting = setting
    for (const { id, name } of setting.world.interviews.list) {
      const key = pseudonymKey(name)
      this.#known.set(key, [...(this.#known.get(key) ?? []), id])
    }
  }

  get rows(): readonly IntakeRow[] {
    return this.#rows
  }
  get problems(): readonly IntakeProblem[] {
    return this.#problems
  }
  /** Numbers of the rows with a fault. */
  get faultyRows(): ReadonlySet<number> {
    return this.#faulty
  }
  get blankRows(): number {
    return this.#blank
  }
  /** Words in cells that should name a need and name none. */
  get unknownWords(): readonly string[] {
    return [...this.#unknownWords]
  }

  fault(row: number | null, column: string | null, message: string): void {
    if (row !== null) this.#faulty.add(row)
    this.#problems.push({ row, column, level: 'fault', message })
  }

  notice(row: number | null, column: string | null, message: string): void {
    this.#problems.push({ row, column, level: 'notice', message })
  }

  /** Reads one row; `row` as the spreadsheet counts. */
  take(row: number, cells: readonly string[]): void {
    if (isBlank(cells)) {
      this.#blank++
      return
    }
    this.#judgeWidth(row, cells)
    const draft = new RowDraft()
    for (const column of this.#setting.columns) {
      const raw = cells[column.index] ?? ''
      if (column.to !== 'skip' && raw.trim() !== '') this.#readCell(row, column, raw, draft)
    }
    const pseudonym = draft.pseudonym
    if (pseudonym === '') this.fault(row, this.#headerOf('pseudonym'), 'has no pseudonym')
    const interviewId = pseudonym === '' ? null : this.#place(row, pseudonym)
    this.#judgePoints(row, draft, interviewId)
    this.#judgeFields(row, draft)
    this.#rows.push(rowOf(row, draft, interviewId, this.#setting.world))
  }

  /** What only the whole file can tell. */
  finish(): void {
    for (const { row, mergedInto } of this.#rows) {
      if (mergedInto === null) continue
      const key = pseudonymKey(mergedInto)
      if (!this.#firstRow.has(key) && this.#known.get(key)?.length !== 1)
        this.fault(
          row,
          this.#headerOf('mergedInto'),
          `“${mergedInto.slice(0, 60)}” is no interview here or in the file`,
        )
    }
    const { columns, world } = this.#setting
    const bases = new Set(columns.filter(({ to }) => to === 'basis').map(({ optionId }) => optionId))
    const without = new Set(
      columns
        .filter(({ to, optionId }) => to === 'mark' && optionId !== world.us && !bases.has(optionId))
        .map(({ optionId }) => optionId ?? ''),
    )
    for (const optionId of without)
      this.notice(
        null,
        null,
        `No column says how customers know ${world.options.nameOf(optionId) ?? 'an option'}: its marks are kept as hearsay and not averaged.`,
      )
  }

  #headerOf(to: Column['to']): string | null {
    return this.#setting.columns.find((column) => column.to === to)?.header ?? null
  }

  #judgeWidth(row: number, cells: readonly string[]): void {
    const { width, mayBeShort } = this.#setting
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
      this.fault(row, null, `has ${cells.length} cells under ${width} headings`)
    else if (cells.length < width && !mayBeShort)
      this.fault(row, null, `has only ${cells.length} cells under ${width} headings`)
  }

  /** The interview it changes; null for a new one. */
  #place(row: number, pseudonym: string): string | null {
    const key = pseudonymKey(pseudonym)
    const column = this.#headerOf('pseudonym')
    const first = this.#firstRow.get(key)
    if (first !== undefined) this.fault(row, column, `“${pseudonym}” is in row ${first} already`)
    else this.#firstRow.set(key, row)
    const known = this.#known.get(key) ?? []
    if (known.length > 1)
      this.fault(
        row,
        column,
        `${known.length} interviews here are called “${pseudonym}”: merge or rename them first`,
      )
    else if (known.length === 1 && first === undefined)
      this.notice(row, column, `“${pseudonym}” is here already: what the row says replaces what is there`)
    return known[0] ?? null
  }

  #readCell(row: number, column: Column, raw: string, draft: RowDraft): void {
    if (isUnreadable(raw)) {
      this.fault(row, column.header, 'holds characters that cannot be read: check the encoding')
      return
    }
    if (looksLikeFormula(raw))
      this.notice(row, column.header, 'looks like a formula: it is kept as text and never computed')
    const text = unguard(raw).replace(/\r\n?/g, '\n')
    const result = this.#readInto(row, column, text, draft)
    if (result !== null) this.fault(row, column.header, result)
  }

  /** What is wrong with the cell; null when it is in the draft. */
  #readInto(row: number, column: Column, text: string, draft: RowDraft): string | null {
    const { form, world } = this.#setting
    const simple = simpleCells[column.to]
    if (simple)
      return take(simple.read(text, form), (value) => {
        if (simple.part === null) draft.fields[simple.field] = value
        else draft.parts[simple.part] = { ...draft.parts[simple.part], [simple.field]: value }
      })
    const { questionId, needId, optionId } = column
    switch (column.to) {
      case 'pseudonym':
        draft.pseudonym = text.trim()
        return null
      case 'mergedInto':
        draft.mergedInto = text.trim()
        return null
      case 'interviewer':
        return this.#readInterviewer(row, column, text, draft)
      case 'unaidedTopNeed':
        return this.#readTopNeed(text, draft)
      case 'weight':
        return take(readNumber(text, form.decimal, { min: 0, max: 100, whole: true }), (value) => {
          draft.points[needId ?? ''] = value
        })
      case 'mark': {
        const read: Read<number | null> = /^\s*\?\s*$/.test(text)
          ? { value: null }
          : readNumber(text, form.decimal, { min: 0, max: 10, whole: true })
        return take(read, (value) => {
          draft.marksOf(optionId ?? '').marks[needId ?? ''] = value
        })
      }
      case 'basis':
        return take(readChoice(text, basisWords), (value) => {
          draft.marksOf(optionId ?? '').basis = value
        })
      case 'guideVersion':
        return take(readNumber(text, form.decimal, { min: 0, max: 1e6, whole: true }), (value) => {
          draft.guideVersion = value
        })
      case 'answer':
        draft.texts.set(questionId ?? '', text)
        return questionId && text.length > LONGEST_ANSWER
          ? `is longer than ${LONGEST_ANSWER} characters`
          : null
      case 'answerStage': {
        const stageId = world.stages.names.find(text)
        if (stageId === null) return `names “${text.slice(0, 60)}”, which is no stage of the roadmap`
        draft.stages.set(questionId ?? '', stageId)
        return null
      }
      case 'notAsked': {
        const found = readList(text).map((name) => world.questions.names.find(name))
        if (found.includes(null)) return 'names a question that is not in the guide'
        draft.fields.notAsked = found
        return null
      }
      case 'themes':
        draft.themes = readList(text)
        return draft.themes.some((label) => label.length > 140)
          ? 'holds a theme longer than 140 characters'
          : null
      case 'quotes':
        return take(readQuotes(text, world), (value) => {
          draft.quotes = value
        })
    }
    return null
  }

  #readInterviewer(row: number, column: Column, text: string, draft: RowDraft): string | null {
    const seatId = this.#setting.world.seats.names.find(text)
    if (seatId === null)
      this.notice(row, column.header, `nobody called “${text.slice(0, 60)}” has a seat here: left out`)
    else draft.fields.interviewerSeatId = seatId
    return null
  }

  #readTopNeed(text: string, draft: RowDraft): string | null {
    const { world, words } = this.#setting
    const needId = words.get(text.trim()) ?? world.needs.names.find(text)
    if (needId === null) {
      this.#unknownWords.add(text.trim())
      return `“${text.slice(0, 60)}” is none of the needs: say which one is meant`
    }
    draft.fields.unaidedTopNeedId = needId
    return null
  }

  #judgePoints(row: number, draft: RowDraft, interviewId: string | null): void {
    if (Object.keys(draft.points).length === 0) return
    const before = interviewId === null ? {} : this.#setting.pointsOf(interviewId)
    const sum = Object.values({ ...before, ...draft.points }).reduce((all, one) => all + one, 0)
    if (sum > 100) this.fault(row, null, `gives ${sum} points, not 100`)
    else if (sum < 100)
      this.notice(row, null, `gives ${sum} points: they are kept, but do not count until they are 100`)
  }

  /** Limits of the fields, as the document has them. */
  #judgeFields(row: number, draft: RowDraft): void {
    const values: Record<string, Json> = { ...draft.fields, ...draft.parts, pseudonym: draft.pseudonym }
    for (const [field, value] of Object.entries(values)) {
      const fault = interviews.fields[field as keyof typeof interviews.fields]?.fault(value) ?? null
      if (fault) this.fault(row, this.#columnOf(field), fault)
    }
  }

  #columnOf(field: string): string | null {
    const found = this.#setting.columns.find(({ to }) => to === field || simpleCells[to]?.field === field)
    return found?.header ?? null
  }
}

function take<T>(read: Read<T>, keep: (value: T) => void): string | null {
  if ('fault' in read) return read.fault
  keep(read.value)
  return null
}
