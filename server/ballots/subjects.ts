/** What a round is about: looked up on the board when it opens, and copied, so that no later edit bends an open round. */
import type * as Y from 'yjs'
import { AppError } from '#server/problem.ts'
import { findings, needs, options, promiseDrafts } from '#shared/board/schema.ts'
import { readRow } from '#shared/document/collection.ts'
import { cut, type Json } from '#shared/document/fields.ts'
import type { Fault } from '#shared/protocol/problems.ts'
import type { RoundKind, RoundSubjects, Subject } from '#shared/rounds/kind.ts'

const MAX_TITLE = 200

type Lookup = (board: Y.Doc, id: string) => string | null

/** Title of a live record, or null when there is none: binned ones are gone. */
const lookups: Record<Exclude<RoundKind<unknown, Json>['subjectsFrom'], 'none'>, Lookup> = {
  needs: (board, id) => {
    const need = readRow(board, needs, id)
    return need && !need.binned ? need.short || need.statement : null
  },
  findings: (board, id) => readRow(board, findings, id)?.text ?? null,
  promiseDrafts: (board, id) => readRow(board, promiseDrafts, id)?.text ?? null,
}

const optionTitle: Lookup = (board, id) => readRow(board, options, id)?.name ?? null

/** Ids and titles the round is about; refuses with every fault named. */
export function copySubjects(
  kind: RoundKind<unknown, Json>,
  board: Y.Doc,
  asked: { readonly subjects: readonly string[]; readonly columns: readonly string[] },
): RoundSubjects {
  const faults: Fault[] = []
  const lookup: Lookup = kind.subjectsFrom === 'none' ? () => null : lookups[kind.subjectsFrom]
  const subjects = copy(board, lookup, asked.subjects, '/subjects', faults)
  const columns = copy(board, kind.columnsFrom ? optionTitle : () => null, asked.columns, '/columns', faults)
  const { min, max } = kind.subjectCount
  if (asked.subjects.length < min || asked.subjects.length > max)
    faults.push({ path: '/subjects', message: `Choose ${min} to ${max} of them.` })
  if (kind.columnsFrom && asked.columns.length === 0)
    faults.push({ path: '/columns', message: 'Choose at least one.' })
  if (faults.length > 0) throw new AppError('bad-request', { faults })
  return { subjects, columns }
}

function copy(
  board: Y.Doc,
  lookup: Lookup,
  ids: readonly string[],
  path: string,
  faults: Fault[],
): Subject[] {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    const title = lookup(board, id)
    if (title === null) faults.push({ path: `${path}/${index}`, message: 'This is not on the board.' })
    if (seen.has(id)) faults.push({ path: `${path}/${index}`, message: 'This is named twice.' })
    seen.add(id)
    return title === null ? [] : [{ id, title: cut(title, MAX_TITLE) }]
  })
}
