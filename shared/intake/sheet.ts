/** Interviews as a table: one row each, columns only for what there is. Read back, it gives the same interviews. */

import { readRows, sharedTextOf } from '#shared/document/collection.ts'
import type { Json } from '#shared/document/fields.ts'
import { byOrder } from '#shared/document/order.ts'
import { targetOf } from '#shared/intake/columns.ts'
import { readable } from '#shared/intake/decode.ts'
import { writeList } from '#shared/intake/lists.ts'
import { labelOf, writeQuotes } from '#shared/intake/quote-cells.ts'
import { type CellForm, simpleCells } from '#shared/intake/simple-cells.ts'
import { type Target, targetKey, targetKind, targetNames } from '#shared/intake/targets.ts'
import { type IntakeDocs, type IntakeWorld, readWorld } from '#shared/intake/world.ts'
import { placeOf } from '#shared/interviews/quote-place.ts'
import {
  type Answer,
  answers,
  type Interview,
  interviews,
  type Quote,
  quotes,
} from '#shared/interviews/schema.ts'

/** Columns that are there even when nobody has filled them. */
const always = new Set<string>(['pseudonym', 'date', 'role', 'mode'])

interface Told {
  readonly interview: Interview
  readonly answers: readonly Answer[]
  readonly quotes: readonly Quote[]
}

export type Mask = (text: string) => string

/** The row of headings and a row for each interview; cells are texts as they are, not yet guarded. */
export function interviewSheet(docs: IntakeDocs, form: CellForm, mask: Mask | null = null): string[][] {
  const world = readWorld(docs)
  const told = tellAll(docs).map((one) => (mask ? masked(one, mask) : one))
  const columns = columnsOf(world, told)
  const cells = told.map((one) => columns.map((target) => cellOf(docs, world, one, target, form)))
  const used = columns.map((target, index) => always.has(target.to) || cells.some((row) => row[index] !== ''))
  const kept = <T>(row: readonly T[]) => row.filter((_, index) => used[index])
  const headers = columns.map((target) => headerOf(target, world))
  return [kept(headers), ...cells.map(kept)]
}

/** What people wrote freely, without what tells who somebody is; quotes that are kept private stay out. */
function masked(told: Told, mask: Mask): Told {
  const { interview } = told
  const { customer, weights } = interview
  return {
    interview: {
      ...interview,
      personNote: mask(interview.personNote),
      businessNote: mask(interview.businessNote),
      otherInterests: mask(interview.otherInterests),
      missingNeeds: interview.missingNeeds.map(mask),
      customer: { ...customer, role: mask(customer.role), trade: mask(customer.trade) },
      weights: { ...weights, reason: mask(weights.reason) },
    },
    answers: told.answers.map((answer) => ({ ...answer, text: mask(answer.text) })),
    quotes: told.quotes
      .filter((quote) => !quote.private)
      .map((quote) => ({ ...quote, text: mask(quote.text), tags: quote.tags.map(mask) })),
  }
}

function tellAll({ interviews: doc }: IntakeDocs): Told[] {
  const byInterview = <T extends { interviewId: string }>(rows: readonly T[]) => {
    const groups = new Map<string, T[]>()
    for (const row of rows) {
      const group = groups.get(row.interviewId)
      if (group) group.push(row)
      else groups.set(row.interviewId, [row])
    }
    return groups
  }
  const said = byInterview(readRows(doc, answers).sort(byOrder))
  const quoted = byInterview(readRows(doc, quotes).sort(byOrder))
  return readRows(doc, interviews)
    .sort(byOrder)
    .map((interview) => ({
      interview,
      answers: said.get(interview.id) ?? [],
      quotes: quoted.get(interview.id) ?? [],
    }))
}

/** Everything the workshop has names for; what nobody filled is left out later. */
function columnsOf(world: IntakeWorld, told: readonly Told[]): Target[] {
  const asked = new Set(told.flatMap((one) => one.answers.map(({ questionId }) => questionId)))
  const known = world.questions.list.map(({ id }) => id)
  // Answers to questions that are no longer in the guide stay answers, to no question.
  const questions = [...known.filter((id) => asked.has(id)), '']
  return targetNames.flatMap((to): Target[] => {
    switch (targetKind(to).of) {
      case 'need':
        return world.needs.list.map(({ id }) => ({ to, needId: id }))
      case 'option':
        return world.options.list.map(({ id }) => ({ to, optionId: id }))
      case 'question':
        return questions.map((questionId) => ({ to, questionId }))
      case 'cell':
        return world.options.list.flatMap((option) =>
          world.needs.list.map((need) => ({ to, optionId: option.id, needId: need.id })),
        )
      default:
        return to === 'skip' ? [] : [{ to }]
    }
  })
}

/** A heading that leads back to the same column: names where they do, ids where they do not. */
export function headerOf(target: Target, world: IntakeWorld): string {
  const { header } = targetKind(target.to)
  const parts = partsOf(target, world)
  if (parts.length === 0) return header
  const named = target.to === 'answer' && parts[0]?.name ? [parts[0].name] : []
  named.push([header, ...parts.map(({ name }) => name)].join(':'))
  const leadsBack = (text: string) => {
    const found = targetOf(text, world)
    return found !== null && targetKey(found) === targetKey(target)
  }
  return named.find(leadsBack) ?? [header, ...parts.map(({ id }) => id)].join(':')
}

function partsOf({ to, questionId, needId, optionId }: Target, world: IntakeWorld) {
  const part = (among: 'questions' | 'needs' | 'options', id: string | null | undefined) => ({
    id: id ?? '',
    name: world[among].nameOf(id ?? '') ?? '',
  })
  switch (targetKind(to).of) {
    case 'question':
      return [part('questions', questionId)]
    case 'need':
      return [part('needs', needId)]
    case 'option':
      return [part('options', optionId)]
    case 'cell':
      return [part('options', optionId), part('needs', needId)]
    default:
      return []
  }
}

function cellOf(docs: IntakeDocs, world: IntakeWorld, told: Told, target: Target, form: CellForm): string {
  const { interview } = told
  const simple = simpleCells[target.to]
  if (simple) {
    const holder = (simple.part === null ? interview : interview[simple.part]) as Readonly<
      Record<string, Json>
    >
    return oneForm(simple.write(holder[simple.field] ?? null, form))
  }
  switch (target.to) {
    case 'pseudonym':
      return oneForm(interview.pseudonym).trim()
    case 'mergedInto':
      return oneForm(world.interviews.nameOf(interview.mergedInto ?? '') ?? '').trim()
    case 'interviewer': {
      const seatId = interview.interviewerSeatId
      return seatId !== null && world.seats.nameOf(seatId) !== null ? labelOf(world.seats, seatId) : ''
    }
    case 'unaidedTopNeed':
      return nameIn(world, 'needs', interview.unaidedTopNeedId)
    case 'weight':
      return figure(interview.weights.points[target.needId ?? ''])
    case 'basis':
      return interview.marks.find(({ optionId }) => optionId === target.optionId)?.basis ?? ''
    case 'mark': {
      const marks = interview.marks.find(({ optionId }) => optionId === target.optionId)?.marks
      const mark = marks?.[target.needId ?? '']
      return mark === null ? '?' : figure(mark)
    }
    case 'guideVersion':
      return figure(told.answers.find(({ text }) => text.trim() !== '')?.guideVersion)
    case 'answer':
      return oneForm(
        answersTo(world, told, target)
          .map(({ text }) => text)
          .join('\n'),
      )
    case 'answerStage':
      return nameIn(
        world,
        'stages',
        answersTo(world, told, target).find(({ stageId }) => stageId !== null)?.stageId ?? null,
      )
    case 'notAsked':
      return writeList(
        interview.notAsked
          .filter((id) => world.questions.nameOf(id) !== null)
          .map((id) => labelOf(world.questions, id)),
      )
    case 'themes':
      return writeList(interview.themeIds.map((id) => world.themes.nameOf(id) ?? ''))
    case 'quotes':
      return quotesCell(docs, world, told)
    default:
      return ''
  }
}

const figure = (value: number | undefined): string => (value === undefined ? '' : String(value))

const nameIn = (world: IntakeWorld, among: 'needs' | 'stages', id: string | null): string =>
  id !== null && world[among].nameOf(id) !== null ? labelOf(world[among], id) : ''

const answersTo = (world: IntakeWorld, told: Told, { questionId }: Target): readonly Answer[] =>
  told.answers.filter((one) => columnQuestion(world, one.questionId) === questionId && one.text.trim() !== '')

const columnQuestion = (world: IntakeWorld, questionId: string): string =>
  world.questions.nameOf(questionId) === null ? '' : questionId

function quotesCell({ interviews: doc }: IntakeDocs, world: IntakeWorld, told: Told): string {
  const all = told.quotes.map((quote) => {
    const answer = told.answers.find(({ id }) => id === quote.answerId)
    const note = answer ? sharedTextOf(doc, answers, answer.id, 'text') : null
    const start = note ? (placeOf(note, quote)?.from ?? null) : null
    const before = answer ? startOf(world, told, answer) : 0
    return {
      ...quote,
      questionId: answer ? columnQuestion(world, answer.questionId) : null,
      start: start === null || !answer?.text.startsWith(quote.text, start) ? null : start + before,
    }
  })
  return writeQuotes(
    all.filter(({ text }) => text.trim() !== '').map((quote) => ({ ...quote, text: readable(quote.text) })),
    world,
  )
}

/** Where an answer begins in the cell that holds all answers to its question. */
function startOf(world: IntakeWorld, told: Told, answer: Answer): number {
  let at = 0
  for (const one of answersTo(world, told, {
    to: 'answer',
    questionId: columnQuestion(world, answer.questionId),
  })) {
    if (one.id === answer.id) return at
    at += one.text.length + 1
  }
  return 0
}

/** Line breaks of one kind, nothing that is not text, and nothing for blanks alone: a file must come back in. */
const oneForm = (text: string): string => (text.trim() === '' ? '' : readable(text.replace(/\r\n?/g, '\n')))
