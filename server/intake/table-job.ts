/** The import of a table, up to the rows that can be written: what was found, checking in steps, what came of it. */
import type { TableFile } from '#server/intake/read-file.ts'
import { TableCheck } from '#shared/intake/check.ts'
import { type Column, columnFaults, mapColumns, targetOf } from '#shared/intake/columns.ts'
import { faultyRowsCsv } from '#shared/intake/faulty-rows.ts'
import type { DateOrder, Decimal } from '#shared/intake/forms.ts'
import { findHeaderRow, findTotalsRows } from '#shared/intake/layout.ts'
import { joinLongCells } from '#shared/intake/long-cells.ts'
import { comparable } from '#shared/intake/names.ts'
import type { IntakeProblem, IntakeRow } from '#shared/intake/row.ts'
import type { TargetName } from '#shared/intake/targets.ts'
import { findDateOrder, findDecimal } from '#shared/intake/values.ts'
import type { IntakeWorld } from '#shared/intake/world.ts'
import type { IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'

const SAMPLES = 3
const PREVIEW = 20
const LONGEST_SAMPLE = 200
/** More would make the answer too long for a browser; the file of faulty rows has them all. */
const MOST_TOLD = 50_000

const numbers: readonly TargetName[] = [
  'minutes',
  'staff',
  'sites',
  'yearsAsCustomer',
  'triggerToFirstContact',
  'firstContactToSignature',
  'weight',
  'mark',
  'guideVersion',
]
const days: readonly TargetName[] = [
  'date',
  'consentGivenOn',
  'withdrawnOn',
  'deleteRecordingAfter',
  'deleteIdentityAfter',
]

export class TableJob {
  readonly #file: TableFile
  readonly #settings: IntakeSettings
  readonly #world: IntakeWorld
  readonly #headerIndex: number
  readonly #columns: readonly Column[]
  readonly #leftOut: ReadonlySet<number>
  readonly #decimal: { form: Decimal; isSure: boolean }
  readonly #dateOrder: { form: DateOrder; isSure: boolean }
  readonly #check: TableCheck
  #at: number

  constructor(
    file: TableFile,
    settings: IntakeSettings,
    world: IntakeWorld,
    pointsOf: (interviewId: string) => Readonly<Record<string, number>>,
  ) {
    this.#settings = settings
    this.#world = world
    const earlier = new Set(world.meanings.map(({ header }) => comparable(header)))
    const isKnown = (header: string) => targetOf(header, world) !== null || earlier.has(comparable(header))
    this.#headerIndex = settings.headerRow ? settings.headerRow - 1 : findHeaderRow(file.rows, isKnown)
    this.#file =
      file.delimiter === null ? { ...file, rows: joinLongCells(file.rows, this.#headerIndex) } : file
    const header = this.#file.rows[this.#headerIndex] ?? []
    this.#columns = mapColumns(header, settings.columns ?? [], world)
    const leaveOut =
      settings.leaveOut ?? findTotalsRows(file.rows, this.#headerIndex + 1).map((index) => index + 1)
    this.#leftOut = new Set(leaveOut)
    this.#decimal = chosen(
      settings.decimal,
      findDecimal(this.#cellsOf(numbers)),
      file.delimiter === ';' ? ',' : '.',
    )
    this.#dateOrder = chosen(settings.dateOrder, findDateOrder(this.#cellsOf(days)), 'dmy')
    this.#at = this.#headerIndex + 1
    this.#check = new TableCheck({
      columns: this.#columns,
      width: header.length,
      form: { decimal: this.#decimal.form, dateOrder: this.#dateOrder.form },
      world,
      words: this.#words(),
      pointsOf,
      mayBeShort: file.delimiter === null,
    })
    for (const fault of columnFaults(this.#columns, world)) this.#check.fault(null, null, fault)
    for (const { index, message } of file.faults) this.#check.fault(index + 1, null, message)
    for (const { index, message } of file.notices) this.#check.notice(index + 1, null, message)
  }

  get done(): number {
    return this.#at - this.#headerIndex - 1
  }

  get of(): number {
    return Math.max(0, this.#file.rows.length - this.#headerIndex - 1)
  }

  /** Checks the next rows; false when that was all. */
  step(count: number): boolean {
    const end = Math.min(this.#file.rows.length, this.#at + count)
    for (; this.#at < end; this.#at++)
      if (!this.#leftOut.has(this.#at + 1)) this.#check.take(this.#at + 1, this.#file.rows[this.#at] ?? [])
    if (this.#at < this.#file.rows.length) return true
    this.#check.finish()
    if (this.#check.rows.length === 0) this.#check.fault(null, null, 'There is no interview in this file.')
    return false
  }

  fault(message: string): void {
    this.#check.fault(null, null, message)
  }

  get rows(): readonly IntakeRow[] {
    return this.#check.rows
  }

  get hasFaults(): boolean {
    return this.#check.problems.some(({ level }) => level === 'fault')
  }

  /** What was chosen by hand and no name tells: to be offered the next time. */
  get meanings(): readonly IntakeWorld['meanings'][number][] {
    const columns = this.#columns
      .filter((column) => column.by === 'hand')
      .map(({ header, to, questionId = null, needId = null, optionId = null }) => ({
        header: header.slice(0, 500),
        target: to,
        questionId,
        needId,
        optionId,
      }))
      .filter(({ header, target }) => targetOf(header, this.#world)?.to !== target)
    const words = (this.#settings.words ?? []).map(({ word, needId }) => ({
      header: word.slice(0, 500),
      target: 'word',
      questionId: null,
      needId,
      optionId: null,
    }))
    return [...columns, ...words]
  }

  result(imported: boolean): IntakeResult {
    const check = this.#check
    const problems = [...check.problems]
    const create = check.rows.filter(({ interviewId }) => interviewId === null).length
    return {
      kind: 'table',
      imported,
      found: this.#found(),
      columns: this.#columns.map(({ index, ...column }) => ({ ...column, samples: this.#samples(index) })),
      preview: this.#preview(),
      rows: check.rows.length,
      create,
      update: check.rows.length - create,
      faultyRows: check.faultyRows.size,
      unknownWords: check.unknownWords.slice(0, 500),
      problems: told(problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))),
    }
  }

  /** The faulty rows with what is wrong with them, in the form the file came in. */
  faultyRows(): string {
    const { rows, delimiter } = this.#file
    return faultyRowsCsv(rows, this.#headerIndex + 1, this.#check.problems, delimiter ?? ',')
  }

  *#cellsOf(kinds: readonly TargetName[]): Iterable<string> {
    const indexes = this.#columns.filter(({ to }) => kinds.includes(to)).map(({ index }) => index)
    for (let at = this.#headerIndex + 1; at < this.#file.rows.length; at++)
      for (const index of indexes) yield this.#file.rows[at]?.[index] ?? ''
  }

  #words(): ReadonlyMap<string, string> {
    const earlier = this.#world.meanings.flatMap(({ header, target, needId }) =>
      target === 'word' && needId !== null ? [[header, needId] as const] : [],
    )
    return new Map([
      ...earlier,
      ...(this.#settings.words ?? []).map(({ word, needId }) => [word, needId] as const),
    ])
  }

  #found(): IntakeResult['found'] {
    const { encoding, delimiter, sheet, sheets, unsure, rows } = this.#file
    return {
      encoding,
      delimiter,
      decimal: this.#decimal.form,
      dateOrder: this.#dateOrder.form,
      sheet,
      sheets: [...sheets],
      headerRow: this.#headerIndex + 1,
      unsure: [
        ...unsure,
        ...(this.#decimal.isSure ? [] : (['decimal'] as const)),
        ...(this.#dateOrder.isSure ? [] : (['dateOrder'] as const)),
      ],
      leftOut: [...this.#leftOut].map((row) => ({
        row,
        text: (rows[row - 1] ?? []).join(' · ').slice(0, LONGEST_SAMPLE),
      })),
    }
  }

  #samples(index: number): string[] {
    const found: string[] = []
    for (let at = this.#headerIndex + 1; at < this.#file.rows.length && found.length < SAMPLES; at++) {
      const cell = this.#file.rows[at]?.[index]?.trim() ?? ''
      if (cell !== '') found.push(cell.slice(0, LONGEST_SAMPLE))
    }
    return found
  }

  #preview(): IntakeResult['preview'] {
    return this.#file.rows.slice(this.#headerIndex, this.#headerIndex + PREVIEW + 1).map((cells, offset) => ({
      row: this.#headerIndex + offset + 1,
      cells: cells.slice(0, 200).map((cell) => cell.slice(0, LONGEST_SAMPLE)),
    }))
  }
}

const chosen = <T>(wanted: T | undefined, shown: { form: T; isSure: boolean } | null, otherwise: T) =>
  wanted === undefined ? (shown ?? { form: otherwise, isSure: true }) : { form: wanted, isSure: true }

export function told(problems: readonly IntakeProblem[]): IntakeProblem[] {
  if (problems.length <= MOST_TOLD) return [...problems]
  const more = problems.length - MOST_TOLD
  const message = `${more} more problems are not listed here: the file of faulty rows has them all.`
  return [...problems.slice(0, MOST_TOLD), { row: null, column: null, level: 'notice', message }]
}
