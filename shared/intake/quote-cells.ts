/** Customers' words in one cell: one quote a line, or JSON that also says what each is about, by name. */
import type { Read } from '#shared/intake/values.ts'
import type { Nameable } from '#shared/intake/world.ts'

export interface IntakeQuote {
  readonly text: string
  /** Null: not in an answer. */
  readonly questionId: string | null
  /** Where in the answer it stands, if that is known. */
  readonly start: number | null
  readonly needIds: readonly string[]
  readonly stageIds: readonly string[]
  readonly cardIds: readonly string[]
  readonly optionIds: readonly string[]
  readonly tags: readonly string[]
  readonly private: boolean
}

export type QuoteWorld = Readonly<Record<'needs' | 'stages' | 'cards' | 'options' | 'questions', Nameable>>

const MOST = 500
const LONGEST = 2000
const lists = [
  ['needIds', 'needs'],
  ['stageIds', 'stages'],
  ['cardIds', 'cards'],
  ['optionIds', 'options'],
] as const

export function readQuotes(cell: string, world: QuoteWorld): Read<IntakeQuote[]> {
  const json = cell.trim().startsWith('[') ? parsed(cell) : undefined
  const quotes: IntakeQuote[] = []
  for (const raw of Array.isArray(json) ? json : lines(cell)) {
    const quote = readQuote(raw, world)
    if ('fault' in quote) return quote
    quotes.push(quote.value)
  }
  return quotes.length > MOST ? { fault: `holds more than ${MOST} quotes` } : { value: quotes }
}

const parsed = (cell: string): unknown => {
  try {
    return JSON.parse(cell)
  } catch {
    return undefined
  }
}

const lines = (cell: string): unknown[] =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ text: text.replace(/^["“„«‚'](.+)["”“»‘']$/u, '$1') }))

function readQuote(raw: unknown, world: QuoteWorld): Read<IntakeQuote> {
  const from = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>
  const text = typeof from.text === 'string' ? from.text : ''
  if (text.trim() === '') return { fault: 'holds a quote without words' }
  if (text.length > LONGEST) return { fault: `holds a quote longer than ${LONGEST} characters` }
  const named: Record<(typeof lists)[number][0], string[]> = {
    needIds: [],
    stageIds: [],
    cardIds: [],
    optionIds: [],
  }
  for (const [field, key] of lists) {
    for (const name of strings(from[key])) {
      const id = world[key].names.find(name)
      if (id === null) return { fault: `names “${name.slice(0, 60)}”, which is not among the ${key}` }
      named[field].push(id)
    }
  }
  const question = typeof from.question === 'string' ? from.question : null
  const questionId = question ? world.questions.names.find(question) : question
  if (question && questionId === null) return { fault: `names a question that is not in the guide` }
  const start =
    typeof from.start === 'number' && Number.isInteger(from.start) && from.start >= 0 ? from.start : null
  const tags = strings(from.tags).map((tag) => tag.slice(0, 60))
  return {
    value: { text, questionId, start, ...named, tags: tags.slice(0, 50), private: from.private === true },
  }
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** The cell that reads as these quotes; `at` says where each stands. Names that are not clear leave as ids. */
export function writeQuotes(quotes: readonly IntakeQuote[], world: QuoteWorld): string {
  if (quotes.length === 0) return ''
  const rows = quotes.map((quote) => ({
    text: quote.text,
    ...(quote.questionId !== null && { question: labelOf(world.questions, quote.questionId) }),
    ...(quote.start !== null && { start: quote.start }),
    ...Object.fromEntries(
      lists.flatMap(([field, key]) => {
        const names = quote[field]
          .filter((id) => world[key].nameOf(id) !== null)
          .map((id) => labelOf(world[key], id))
        return names.length > 0 ? [[key, names]] : []
      }),
    ),
    ...(quote.tags.length > 0 && { tags: quote.tags }),
    ...(quote.private && { private: true }),
  }))
  return JSON.stringify(rows)
}

/** The name, where it leads back to the same; else the id. */
export function labelOf(among: Nameable, id: string): string {
  const name = among.nameOf(id)
  return name !== null && among.names.find(name) === id ? name : id
}
