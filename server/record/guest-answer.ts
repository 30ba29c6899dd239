/**
 * What a customer hands in by a link, as an interview: written, self-completed, under a bird's name. What can be wrong
 * with it is found here; lists that changed while it was written are not the customer's fault.
 */
import type * as Y from 'yjs'
import { guideTemplate } from '#shared/board/guide-template.ts'
import { liveQuestions, usualQuestions, versionInForce } from '#shared/board/guide-wording.ts'
import { guide, guideChanges, guideQuestions, needs, options, scene } from '#shared/board/schema.ts'
import { insertRow, readRows, readSingle } from '#shared/document/collection.ts'
import type { Edit } from '#shared/document/edit.ts'
import { keyAtEnd } from '#shared/document/keyed.ts'
import { byOrder } from '#shared/document/order.ts'
import { newInterview } from '#shared/interviews/interview-edits.ts'
import { isFirstHand, placedPoints } from '#shared/interviews/number-edits.ts'
import { answers, type Interview } from '#shared/interviews/schema.ts'
import type { GuestAnswer, GuestForm } from '#shared/protocol/guest-calls.ts'
import type { Fault } from '#shared/protocol/problems.ts'

/** The question that is put before any list is shown (method D8). */
const UNAIDED = 'decider'
/** As many as an interview can hold. */
const MOST = 20

interface Unaided {
  readonly questionId: string
  readonly text: string
  readonly guideVersion: number
}

export function unaidedQuestion(board: Y.Doc): Unaided {
  const all = readRows(board, guideQuestions)
  const found = (all.length > 0 ? liveQuestions(all) : usualQuestions).find(({ theme }) => theme === UNAIDED)
  const guideVersion = versionInForce(readSingle(board, guide).version, readRows(board, guideChanges))
  const usual = guideTemplate.questions.find(({ theme }) => theme === UNAIDED)
  return { questionId: found?.id ?? '', text: found?.text ?? usual?.text ?? '', guideVersion }
}

/** All of the board that a guest may see; `rank` gives the order of the lists. */
export function guestFormOf(board: Y.Doc, rank: (id: string) => string): Omit<GuestForm, 'forMany'> {
  const { product, company } = readSingle(board, scene)
  const ranked = <T extends { id: string }>(rows: readonly T[]) =>
    rows
      .map((row) => ({ row, place: rank(row.id) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ row }) => row)
  const active = readRows(board, needs)
    .filter(({ status, binned }) => status === 'active' && binned === null)
    .sort(byOrder)
    .slice(0, MOST)
  const ways = readRows(board, options)
    .filter(({ name }) => name.trim() !== '')
    .sort(byOrder)
    .slice(0, MOST)
  return {
    title: product || company,
    question: unaidedQuestion(board).text,
    needs: ranked(active).map(({ id, short, statement }) => ({ id, short, statement })),
    options: ranked(ways).map(({ id, name, kind }) => ({
      id,
      // The room calls itself "Us" until it says otherwise; to a customer that is nobody.
      name: kind === 'us' && name === 'Us' ? company || product || name : name,
    })),
  }
}

/** What cannot be taken, by path. Needs and options that were on the board count, also if they no longer are. */
export function guestFaults(answer: GuestAnswer, board: Y.Doc): Fault[] {
  const known = { needs: board.getMap(needs.name), options: board.getMap(options.name) }
  const faults: Fault[] = []
  const fault = (path: string, message: string) => faults.push({ path, message })
  if (answer.weights.status === 'given') {
    const { points } = answer.weights
    for (const id of Object.keys(points))
      if (!known.needs.has(id)) fault(`/weights/points/${pointer(id)}`, 'This is not in the list.')
    const placed = placedPoints(points)
    if (placed !== 100) fault('/weights/points', `The points add up to ${placed}: they must add up to 100.`)
    if (Object.keys(points).length > MOST) fault('/weights/points', `At most ${MOST} can have points.`)
  }
  const seen = new Set<string>()
  for (const [index, { optionId, basis, marks }] of answer.marks.entries()) {
    if (!known.options.has(optionId)) fault(`/marks/${index}/optionId`, 'This is not in the list.')
    if (seen.has(optionId)) fault(`/marks/${index}/optionId`, 'This stands here twice.')
    seen.add(optionId)
    const ids = Object.keys(marks)
    if (ids.length > MOST) fault(`/marks/${index}/marks`, `At most ${MOST} can have marks.`)
    for (const id of ids)
      if (!known.needs.has(id)) fault(`/marks/${index}/marks/${pointer(id)}`, 'This is not in the list.')
    if (ids.length > 0 && !isFirstHand(basis))
      fault(`/marks/${index}/marks`, 'Marks are for what you know at first hand.')
  }
  if (!saysSomething(answer)) fault('', 'Nothing is answered yet: answer at least one question.')
  return faults
}

const pointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

const saysSomething = ({ unaided, weights, missing, marks, remarks }: GuestAnswer): boolean =>
  unaided !== '' ||
  remarks !== '' ||
  missing.length > 0 ||
  weights.status !== 'not_asked' ||
  marks.some((one) => Object.keys(one.marks).length > 0)

/** Adds the interview and what was written; answers its id. `day` is the server's date, `asked` the question in force. */
export const addGuestAnswer: Edit<{ answer: GuestAnswer; asked: Unaided; day: string }, string> = (
  doc,
  { answer, asked, day },
  context,
) => {
  const interviewId = newInterview(
    doc,
    {
      day,
      values: {
        source: 'self_completed',
        mode: 'written',
        interviewerSeatId: null,
        weights: weightsOf(answer),
        marks: answer.marks,
        missingNeeds: answer.missing,
        consent: consentOf(answer, day),
      },
      customer: { role: answer.role },
    },
    context,
  )
  // An answer stands under the question as it was put: when its words have changed since, under none.
  const isAsAsked = answer.question === asked.text
  const write = (text: string, questionId: string, guideVersion: number) => {
    if (text === '') return
    const id = context.newId()
    const order = keyAtEnd(doc, answers, id)
    insertRow(doc, answers, id, { interviewId, questionId, guideVersion, text, order })
  }
  if (isAsAsked) write(answer.unaided, asked.questionId, asked.guideVersion)
  else write([answer.question, answer.unaided].filter(Boolean).join('\n'), '', asked.guideVersion)
  write(answer.remarks, '', asked.guideVersion)
  return interviewId
}

function weightsOf({ weights }: GuestAnswer): Interview['weights'] {
  const points = weights.status === 'given' ? weights.points : {}
  const reason = weights.status === 'declined' ? (weights.reason ?? '') : ''
  return { status: weights.status, points, reason }
}

function consentOf({ consent }: GuestAnswer, day: string): Interview['consent'] {
  const given = Object.entries(consent).filter(([, isGiven]) => isGiven)
  return {
    ...consent,
    recording: null,
    givenOn: day,
    datesGiven: Object.fromEntries(given.map(([name]) => [name, day])),
    withdrawnOn: '',
    withdrawnScope: [],
    deleteRecordingAfter: '',
    deleteIdentityAfter: '',
  }
}
