/** What a workshop holds that a file of interviews can name. */
import type * as Y from 'yjs'
import { cards, guide, guideQuestions, needs, options, stages } from '#shared/board/schema.ts'
import { type RowOf, readRows, readSingle } from '#shared/document/collection.ts'
import { byOrder, type Ordered } from '#shared/document/order.ts'
import { type Named, Names } from '#shared/intake/names.ts'
import { columnMeanings, interviews, proposals, themes } from '#shared/interviews/schema.ts'
import { seats } from '#shared/record/schema.ts'

export interface Nameable {
  readonly list: readonly Named[]
  readonly names: Names
  nameOf(id: string): string | null
}

export interface IntakeWorld {
  readonly needs: Nameable
  readonly options: Nameable
  readonly questions: Nameable
  readonly stages: Nameable
  /** Questions and doubts of the roadmap. */
  readonly cards: Nameable
  readonly themes: Nameable
  readonly seats: Nameable
  readonly interviews: Nameable
  readonly guideVersion: number
  /** The company's own column. */
  readonly us: string | null
  /** What columns and words meant in earlier files. */
  readonly meanings: readonly Omit<RowOf<typeof columnMeanings>, 'id'>[]
}

export interface IntakeDocs {
  readonly board: Y.Doc
  readonly record: Y.Doc
  readonly interviews: Y.Doc
}

function nameable(list: readonly Named[], gone: readonly Named[] = []): Nameable {
  const byId = new Map([...gone, ...list].map(({ id, name }) => [id, name]))
  return { list: [...list, ...gone], names: new Names(list, gone), nameOf: (id) => byId.get(id) ?? null }
}

interface Kept extends Ordered {
  readonly binned?: unknown
}

/** What is there and what was thrown away, which interviews of before may still speak of. */
function liveAndGone<T extends Kept>(rows: readonly T[], name: (row: T) => string) {
  const sorted = [...rows].sort(byOrder)
  const named = (kept: readonly T[]) => kept.map((row) => ({ id: row.id, name: name(row) }))
  return {
    live: named(sorted.filter(({ binned }) => !binned)),
    gone: named(sorted.filter(({ binned }) => Boolean(binned))),
  }
}

export function readWorld(docs: IntakeDocs): IntakeWorld {
  const proposed = readRows(docs.interviews, proposals).sort(byOrder)
  const ofKind = (kind: string) =>
    proposed.filter((one) => one.kind === kind).map(({ id, title }) => ({ id, name: title }))
  const allOptions = readRows(docs.board, options).sort(byOrder)
  const allNeeds = liveAndGone(readRows(docs.board, needs), ({ short }) => short)
  const questions = liveAndGone(readRows(docs.board, guideQuestions), ({ text }) => text)
  const allStages = liveAndGone(readRows(docs.board, stages), ({ name }) => name)
  return {
    needs: nameable([...allNeeds.live, ...ofKind('need')], allNeeds.gone),
    options: nameable([...allOptions, ...ofKind('option')]),
    questions: nameable(questions.live, questions.gone),
    stages: nameable([...allStages.live, ...ofKind('stage')], allStages.gone),
    cards: nameable([
      ...readRows(docs.board, cards)
        .filter(({ place, binned }) => !binned && (place.lane === 'question' || place.lane === 'skepticism'))
        .map(({ id, text }) => ({ id, name: text })),
      ...ofKind('question'),
      ...ofKind('skepticism'),
    ]),
    themes: nameable(
      readRows(docs.interviews, themes)
        .sort(byOrder)
        .map(({ id, label }) => ({ id, name: label })),
    ),
    seats: nameable(readRows(docs.record, seats)),
    interviews: nameable(
      readRows(docs.interviews, interviews)
        .sort(byOrder)
        .map(({ id, pseudonym }) => ({ id, name: pseudonym })),
    ),
    guideVersion: readSingle(docs.board, guide).version,
    us: allOptions.find((one) => one.kind === 'us')?.id ?? null,
    meanings: readRows(docs.interviews, columnMeanings),
  }
}
