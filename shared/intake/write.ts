/**
 * Puts checked rows into the interviews, in steps as large as the caller likes: each step is one transaction. New
 * interviews come after those that are there, in the order of the file; what a row does not say stays as it is.
 */
import type * as Y from 'yjs'
import { insertRow, readRow, readRows, sharedTextOf, updateRow } from '#shared/document/collection.ts'
import type { EditContext } from '#shared/document/edit.ts'
import type { Json } from '#shared/document/fields.ts'
import { byOrder, type Ordered, placeAll } from '#shared/document/order.ts'
import type { IntakeQuote } from '#shared/intake/quote-cells.ts'
import { type IntakeAnswer, type IntakeRow, pseudonymKey } from '#shared/intake/row.ts'
import { anchorOf } from '#shared/interviews/quote-place.ts'
import {
  type Answer,
  answers,
  type Interview,
  interviews,
  type Quote,
  quotes,
  themes,
} from '#shared/interviews/schema.ts'

type Values = Record<string, unknown>

interface Held {
  readonly answers: Answer[]
  readonly quotes: Quote[]
}

export class IntakeWriter {
  readonly #doc: Y.Doc
  readonly #rows: readonly IntakeRow[]
  readonly #context: EditContext
  readonly #ids: readonly string[]
  readonly #orders = new Map<string, string>()
  readonly #byPseudonym = new Map<string, string>()
  readonly #themes = new Map<string, string>()
  readonly #held = new Map<string, Held>()
  #done = 0

  constructor(doc: Y.Doc, rows: readonly IntakeRow[], context: EditContext) {
    this.#doc = doc
    this.#rows = rows
    this.#context = context
    this.#ids = rows.map(({ interviewId }) => interviewId ?? context.newId())
    const there = readRows(doc, interviews).sort(byOrder)
    for (const { id, pseudonym } of there) this.#byPseudonym.set(pseudonymKey(pseudonym), id)
    for (const [index, { pseudonym }] of rows.entries())
      this.#byPseudonym.set(pseudonymKey(pseudonym), this.#ids[index] ?? '')
    const fresh = this.#ids.filter((_, index) => rows[index]?.interviewId === null)
    for (const { id, order } of placeAll(there, there.length, fresh)) this.#orders.set(id, order)
    for (const { id, label } of readRows(doc, themes)) this.#themes.set(pseudonymKey(label), id)
    this.#hold(new Set(rows.flatMap(({ interviewId }) => interviewId ?? [])))
  }

  get done(): number {
    return this.#done
  }

  /** Writes the next rows; false when all are written. */
  step(count: number): boolean {
    const from = this.#done
    this.#done = Math.min(this.#rows.length, from + count)
    this.#doc.transact(() => {
      if (from === 0) this.#rekey()
      for (let index = from; index < this.#done; index++) {
        const row = this.#rows[index]
        if (row) this.#write(this.#ids[index] ?? '', row)
      }
    })
    return this.#done < this.#rows.length
  }

  /** Neighbours whose keys stood in the way. */
  #rekey(): void {
    for (const [id, order] of this.#orders) updateRow(this.#doc, interviews, id, { order })
  }

  #hold(ids: ReadonlySet<string>): void {
    if (ids.size === 0) return
    for (const id of ids) this.#held.set(id, { answers: [], quotes: [] })
    for (const answer of readRows(this.#doc, answers))
      this.#held.get(answer.interviewId)?.answers.push(answer)
    for (const quote of readRows(this.#doc, quotes)) this.#held.get(quote.interviewId)?.quotes.push(quote)
  }

  #write(id: string, row: IntakeRow): void {
    const before = row.interviewId === null ? null : readRow(this.#doc, interviews, id)
    const values = this.#valuesOf(id, row, before)
    if (before) updateRow(this.#doc, interviews, id, values)
    else insertRow(this.#doc, interviews, id, values)
    const held = this.#held.get(id) ?? { answers: [], quotes: [] }
    const written = this.#writeAnswers(id, row, held.answers)
    this.#writeQuotes(id, row.quotes, held.quotes, written)
  }

  #valuesOf(id: string, row: IntakeRow, before: Interview | null): Partial<Interview> {
    const values: Values = { ...row.fields }
    if (!before) Object.assign(values, { pseudonym: row.pseudonym, order: this.#orders.get(id) ?? '' })
    for (const [field, parts] of Object.entries(row.parts)) values[field] = joined(before, field, parts)
    if (Object.keys(row.points).length > 0) {
      const weights = (values.weights ?? before?.weights ?? {}) as Partial<Interview['weights']>
      values.weights = joined(before, 'weights', {
        ...weights,
        points: { ...before?.weights.points, ...row.points },
      })
    }
    if (Object.keys(row.marks).length > 0) values.marks = marksWith(before?.marks ?? [], row.marks)
    if (row.themes.length > 0) values.themeIds = row.themes.map((label) => this.#theme(label))
    if (row.mergedInto !== null)
      values.mergedInto = this.#byPseudonym.get(pseudonymKey(row.mergedInto)) ?? null
    return values as Partial<Interview>
  }

  #theme(label: string): string {
    const known = this.#themes.get(pseudonymKey(label))
    if (known !== undefined) return known
    const id = this.#context.newId()
    insertRow(this.#doc, themes, id, { label, order: nextOrder(readRows(this.#doc, themes), id) })
    this.#themes.set(pseudonymKey(label), id)
    return id
  }

  /** Answers of the interview after writing, with their texts. */
  #writeAnswers(interviewId: string, row: IntakeRow, before: readonly Answer[]): Written[] {
    const written: Written[] = before.map(({ id, questionId, text }) => ({ id, questionId, text }))
    const fresh: { id: string; answer: IntakeAnswer }[] = []
    for (const answer of row.answers) {
      const same = before.find(
        ({ questionId, text }) =>
          questionId === answer.questionId && (questionId !== '' || text === answer.text),
      )
      const changes = { text: answer.text, ...(answer.stageId !== null && { stageId: answer.stageId }) }
      if (same) {
        updateRow(this.#doc, answers, same.id, changes)
        const known = written.find(({ id }) => id === same.id)
        if (known) known.text = answer.text
      } else fresh.push({ id: this.#context.newId(), answer })
    }
    const orders = ordersAfter(
      before,
      fresh.map(({ id }) => id),
    )
    for (const { id, answer } of fresh) {
      const { questionId, text, stageId } = answer
      const order = orders.get(id) ?? ''
      insertRow(this.#doc, answers, id, {
        interviewId,
        questionId,
        text,
        guideVersion: row.guideVersion,
        order,
        ...(stageId !== null && { stageId }),
      })
      written.push({ id, questionId, text })
    }
    return written
  }

  #writeQuotes(
    interviewId: string,
    said: readonly IntakeQuote[],
    before: readonly Quote[],
    written: readonly Written[],
  ): void {
    const fresh = said
      .filter(({ text }) => !before.some((one) => one.text === text))
      .map((quote) => ({ id: this.#context.newId(), quote }))
    const orders = ordersAfter(
      before,
      fresh.map(({ id }) => id),
    )
    for (const { id, quote } of fresh) {
      const { questionId, start, ...about } = quote
      const answer =
        questionId === null
          ? undefined
          : (written.find((one) => one.questionId === questionId && one.text.includes(quote.text)) ??
            written.find((one) => one.questionId === questionId))
      const note = answer ? sharedTextOf(this.#doc, answers, answer.id, 'text') : null
      const stands = answer !== undefined && start !== null && answer.text.startsWith(quote.text, start)
      insertRow(this.#doc, quotes, id, {
        ...about,
        interviewId,
        order: orders.get(id) ?? '',
        ...(answer && { answerId: answer.id }),
        ...(note &&
          stands && { start, anchor: anchorOf(note, { from: start, to: start + quote.text.length }) }),
      })
    }
  }
}

interface Written {
  readonly id: string
  readonly questionId: string
  text: string
}

/** The parts of a field with some of them said anew. */
function joined(before: Interview | null, field: string, parts: Values): Json {
  const was = before?.[field as keyof Interview]
  return { ...(typeof was === 'object' && was !== null ? was : {}), ...parts } as Json
}

function marksWith(before: Interview['marks'], said: IntakeRow['marks']): Interview['marks'] {
  const marks = new Map(before.map((one) => [one.optionId, one]))
  for (const [optionId, { basis, marks: given }] of Object.entries(said)) {
    const was = marks.get(optionId)
    marks.set(optionId, {
      optionId,
      basis: basis ?? was?.basis ?? 'heard_of',
      marks: { ...was?.marks, ...given },
    })
  }
  return [...marks.values()]
}

function ordersAfter(before: readonly Ordered[], ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map()
  const sorted = [...before].sort(byOrder)
  return new Map(placeAll(sorted, sorted.length, ids).map(({ id, order }) => [id, order]))
}

const nextOrder = (rows: readonly Ordered[], id: string): string => ordersAfter(rows, [id]).get(id) ?? ''
