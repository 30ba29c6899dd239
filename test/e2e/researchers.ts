/** A sealed workshop with the demo's ten customers, of whom nothing is written down yet, and its researchers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { arrive, laptop, type Person } from '#test/e2e/room.ts'

export interface ToldAnswer {
  readonly question: string
  readonly text: string
  readonly quote: string | null
  /** Name of the stage the quote is about. */
  readonly stage: string | null
}

/** What a customer of the demo said, as it is typed. */
export interface Told {
  readonly pseudonym: string
  readonly answers: readonly ToldAnswer[]
  /** By need, in the order of the list; null where they gave none. */
  readonly points: readonly (number | null)[]
  /** By need, then option; null where they do not know. */
  readonly marks: readonly (readonly (number | null)[])[]
}

interface Row {
  readonly id: string
}
/** @public Named in what tests read. */
export interface Content {
  readonly board: {
    readonly guideQuestions: readonly (Row & { text: string })[]
    readonly needs: readonly (Row & { status: string })[]
    readonly options: readonly Row[]
    readonly stages: readonly (Row & { name: string })[]
  }
  readonly record: { envelope: object }
  readonly interviews: {
    readonly interviews: readonly (Row & {
      pseudonym: string
      weights?: { points?: Readonly<Record<string, number>> }
      marks: readonly { optionId: string; marks: Readonly<Record<string, number | null>> }[]
    })[]
    readonly answers: readonly (Row & { interviewId: string; questionId: string; text: string })[]
    readonly quotes: readonly { answerId?: string; text: string; stageIds?: readonly string[] }[]
  }
}

const demo = (): { readonly workshop: Content } =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/exchange/demo/demo-workshop.json'), 'utf8'))

export function toldByCustomers(): Told[] {
  const { board, interviews } = demo().workshop
  const needs = board.needs.filter(({ status }) => status === 'active')
  return interviews.interviews.map(({ id, pseudonym, weights, marks }) => ({
    pseudonym,
    answers: board.guideQuestions.map((question) => {
      const answer = interviews.answers.find(
        (one) => one.interviewId === id && one.questionId === question.id,
      )
      const quote = interviews.quotes.find((one) => answer && one.answerId === answer.id)
      const stage = board.stages.find((one) => one.id === quote?.stageIds?.[0])
      return {
        question: question.text,
        text: answer?.text ?? '',
        quote: quote?.text ?? null,
        stage: stage?.name ?? null,
      }
    }),
    points: needs.map((need) => weights?.points?.[need.id] ?? null),
    marks: needs.map((need) =>
      board.options.map((option) => marks.find((one) => one.optionId === option.id)?.marks[need.id] ?? null),
    ),
  }))
}

/** The same workshop before the calls. */
function beforeTheCalls(): object {
  const file = demo()
  const { board, record, interviews } = file.workshop
  const rows = interviews.interviews.map(({ id, pseudonym }, index) => ({
    id,
    pseudonym,
    order: `a${index}`,
  }))
  return {
    ...file,
    sealed: [],
    workshop: {
      ...file.workshop,
      board: { ...board, findings: [] },
      record: { ...record, envelope: {} },
      interviews: {
        ...Object.fromEntries(Object.keys(interviews).map((name) => [name, []])),
        interviews: rows,
      },
    },
  }
}

export interface Calls {
  readonly workshopId: string
  readonly facilitator: Person
  readonly researchers: readonly Person[]
  /** Ids of the interviews by pseudonym. */
  readonly ids: ReadonlyMap<string, string>
}

export async function openCalls(browser: Browser, names: readonly string[]): Promise<Calls> {
  const facilitator = await arrive(browser, 'Noor', laptop)
  await facilitator.page.goto('/')
  const opened = await ask<{ workshopId: string; links: { participate: string } }>(
    facilitator.page,
    'POST',
    '/api/workshops/import',
    beforeTheCalls(),
  )
  const { workshopId } = opened
  const token = new URLSearchParams(new URL(opened.links.participate).hash.slice(1)).get('t')
  const researchers: Person[] = []
  for (const name of names) {
    const person = await arrive(browser, name, laptop)
    await person.page.goto('/')
    const { seatId } = await ask<{ seatId: string }>(person.page, 'POST', '/api/join', {
      token,
      name,
      functionName: 'Marketing',
    })
    await ask(facilitator.page, 'PATCH', `/api/workshops/${workshopId}/seats/${seatId}`, {
      role: 'researcher',
    })
    researchers.push(person)
  }
  const [first] = researchers
  const content = first && (await exported(first.page, workshopId))
  const rows = content?.interviews.interviews ?? []
  return {
    workshopId,
    facilitator,
    researchers,
    ids: new Map(rows.map(({ id, pseudonym }) => [pseudonym, id])),
  }
}

/** Everything this person may export. */
export async function exported(page: Page, workshopId: string): Promise<Content> {
  const file = await ask<{ workshop: Content }>(page, 'GET', `/api/workshops/${workshopId}/export.json`)
  return file.workshop
}

async function ask<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(where, {
        method: how,
        ...(what !== null && { headers: { 'content-type': 'application/json' }, body: what }),
      })
      return { ok: response.ok, status: response.status, text: await response.text() }
    },
    [method, path, body ? JSON.stringify(body) : null] as const,
  )
  expect(answer.ok, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`).toBe(true)
  return JSON.parse(answer.text) as T
}
