/**
 * Takes out of board, interviews and record what a customer no longer allows: ordinary deletions on the same history,
 * so that every device follows. Doing it again takes out what has come since, and nothing else.
 */
import * as Y from 'yjs'
import { actions, cards, findings, needs, promiseReactions } from '#shared/board/schema.ts'
import {
  type Collection,
  insertRow,
  readRow,
  readRows,
  removeRow,
  updateRow,
} from '#shared/document/collection.ts'
import {
  answers,
  draftFindings,
  erasures,
  type Interview,
  interviews,
  invitations,
  quotes,
} from '#shared/interviews/schema.ts'
import type { withdrawalScopes } from '#shared/protocol/interview-calls.ts'
import { decisions } from '#shared/record/schema.ts'

export type Scope = (typeof withdrawalScopes)[number]

/** What is withdrawn: an interview with its doubles, which are the same customer. */
export interface Withdrawn {
  readonly interviewIds: readonly string[]
  readonly scopes: readonly Scope[]
}

/** Records that were taken out as a whole, or fields of records that were emptied. */
export interface Taken {
  readonly collection: string
  readonly id: string
  /** Null: the whole record. */
  readonly fields: readonly string[] | null
}

/** What is written down of the talk, beside the answers. */
const noteFields = ['personNote', 'businessNote', 'otherInterests', 'weights', 'missingNeeds'] as const

/** An interview and every double of it, in whichever direction they were merged. */
export function doublesOf(doc: Y.Doc, interviewId: string): string[] {
  const all = readRows(doc, interviews)
  const found = new Set([interviewId])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { id, mergedInto } of all) {
      if (mergedInto !== null && (found.has(id) || found.has(mergedInto))) found.add(id).add(mergedInto)
    }
  }
  return [...found]
}

export function quoteIdsOf(doc: Y.Doc, interviewIds: readonly string[]): ReadonlySet<string> {
  const own = new Set(interviewIds)
  return new Set(
    readRows(doc, quotes)
      .filter(({ interviewId }) => own.has(interviewId))
      .map(({ id }) => id),
  )
}

export function removeFromInterviews(doc: Y.Doc, { interviewIds, scopes }: Withdrawn, day: string): Taken[] {
  const own = new Set(interviewIds)
  const ofThem = <C extends Collection>(of: C) =>
    readRows(doc, of).filter((row) => own.has(String((row as { interviewId?: unknown }).interviewId)))
  const quoteIds = quoteIdsOf(doc, interviewIds)
  const isAll = scopes.includes('everything')
  const taken: Taken[] = []
  const takeRow = (of: Collection, id: string) => {
    if (removeRow(doc, of, id)) taken.push({ collection: of.name, id, fields: null })
  }
  if (isAll) {
    for (const of of [answers, quotes, invitations]) for (const { id } of ofThem(of)) takeRow(of, id)
    for (const id of interviewIds) takeRow(interviews, id)
  } else {
    for (const id of interviewIds) takeScopes(doc, id, scopes, day, taken)
    if (scopes.includes('notes')) for (const { id } of ofThem(answers)) takeAnswer(doc, id, taken)
    if (scopes.includes('notes'))
      for (const { id } of ofThem(quotes))
        updateRow(doc, quotes, id, { anchor: { from: '', to: '' }, start: null })
    if (scopes.includes('quotes_inside')) for (const id of quoteIds) takeRow(quotes, id)
    else if (scopes.includes('quotes_outside'))
      for (const id of quoteIds) updateRow(doc, quotes, id, { private: true })
  }
  dropReferences(doc, draftFindings, {
    interviewIds: isAll ? own : nothing,
    quoteIds: isAll || scopes.includes('quotes_inside') ? quoteIds : nothing,
  })
  return taken
}

/** Quotes as they were before the interviews were edited. */
export function removeFromBoard(
  doc: Y.Doc,
  { interviewIds, scopes }: Withdrawn,
  quoteIds: ReadonlySet<string>,
): Taken[] {
  const isAll = scopes.includes('everything')
  const own = isAll ? new Set(interviewIds) : nothing
  const gone = isAll || scopes.includes('quotes_inside') ? quoteIds : nothing
  dropReferences(doc, cards, { raisedBy: own, quoteIds: gone })
  dropReferences(doc, findings, { interviewIds: own, quoteIds: gone })
  dropReferences(doc, needs, { mentionedBy: own })
  dropReferences(doc, actions, { links: new Set([...own, ...gone]) })
  const taken: Taken[] = []
  for (const { id, interviewId } of readRows(doc, promiseReactions))
    if (own.has(interviewId) && removeRow(doc, promiseReactions, id))
      taken.push({ collection: promiseReactions.name, id, fields: null })
  return taken
}

/** What decisions name as their evidence; the decision stays. */
export function removeFromRecord(
  doc: Y.Doc,
  { interviewIds, scopes }: Withdrawn,
  quoteIds: ReadonlySet<string>,
): void {
  const isAll = scopes.includes('everything')
  const gone = new Set([
    ...(isAll ? interviewIds : []),
    ...(isAll || scopes.includes('quotes_inside') ? quoteIds : []),
  ])
  dropReferences(doc, decisions, { evidence: gone })
}

/** The line that is left: when and what, not who. */
export function leaveTombstone(
  doc: Y.Doc,
  id: string,
  line: {
    readonly at: number
    readonly interviewId: string
    readonly scopes: readonly Scope[]
    readonly leftInPlace: string
  },
): void {
  insertRow(doc, erasures, id, {
    at: new Date(line.at).toISOString(),
    interviewId: line.interviewId,
    what: line.scopes.join(' '),
    onRequestOf: 'customer',
    leftInPlace: line.leftInPlace,
  })
}

const nothing: ReadonlySet<string> = new Set()

function takeScopes(doc: Y.Doc, id: string, scopes: readonly Scope[], day: string, taken: Taken[]): void {
  const row = readRow(doc, interviews, id)
  if (!row) return
  updateRow(doc, interviews, id, { consent: consentWithout(row.consent, scopes, day) })
  if (scopes.includes('identity')) updateRow(doc, interviews, id, { identityRef: '' })
  if (!scopes.includes('notes')) return
  const empty = {
    personNote: '',
    businessNote: '',
    otherInterests: '',
    weights: { ...row.weights, reason: '' },
    missingNeeds: [],
  } satisfies Record<(typeof noteFields)[number], unknown>
  updateRow(doc, interviews, id, empty)
  taken.push({ collection: interviews.name, id, fields: noteFields })
}

/** The text is put anew, not emptied: what is typed into the old one elsewhere, offline, goes with it. */
function takeAnswer(doc: Y.Doc, id: string, taken: Taken[]): void {
  const map = doc.getMap(answers.name).get(id)
  if (map instanceof Y.Map && (map.get('text') as Y.Text | undefined)?.length !== 0)
    map.set('text', new Y.Text())
  taken.push({ collection: answers.name, id, fields: ['text'] })
}

function consentWithout(
  consent: Interview['consent'],
  scopes: readonly Scope[],
  day: string,
): Interview['consent'] {
  const isIn = (scope: Scope) => scopes.includes(scope)
  const withdrawnScope = [...new Set([...consent.withdrawnScope, ...scopes])]
  return {
    ...consent,
    ...(isIn('notes') && { notes: false }),
    ...(isIn('recording') && { recording: false, deleteRecordingAfter: '' }),
    ...(isIn('quotes_inside') && { quotesInside: false, quotesOutside: false }),
    ...(isIn('quotes_outside') && { quotesOutside: false }),
    ...(isIn('identity') && { deleteIdentityAfter: '' }),
    withdrawnOn: withdrawnScope.length > consent.withdrawnScope.length ? day : consent.withdrawnOn,
    withdrawnScope,
  }
}

/** Takes ids out of lists of ids, in every row that has one of them. */
function dropReferences(
  doc: Y.Doc,
  of: Collection,
  lists: Readonly<Record<string, ReadonlySet<string>>>,
): void {
  for (const row of readRows(doc, of) as ({ readonly id: string } & Readonly<Record<string, unknown>>)[]) {
    for (const [field, gone] of Object.entries(lists)) {
      const ids = row[field] as readonly string[]
      const left = ids.filter((one) => !gone.has(one))
      if (left.length < ids.length) updateRow(doc, of, row.id, { [field]: left })
    }
  }
}
