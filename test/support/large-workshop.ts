/** As large a workshop as is promised to leave in time: the demo with many more cards, calls, answers, quotes and changes. */
import { demoWorkshop } from '#shared/exchange/demo/demo-workshop.ts'

export const LARGE = { cards: 3_000, interviews: 500 } as const

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

interface Loose {
  readonly workshop: {
    readonly board: Readonly<Record<'cards' | 'stages', Row[]>> & Readonly<Record<string, unknown>>
    readonly interviews: Readonly<Record<'interviews' | 'answers' | 'quotes', Row[]>> &
      Readonly<Record<string, unknown>>
    readonly history: object[]
  }
}

/** Answers of a call, quotes of a call, changes of a card. */
const ANSWERS = 8
const QUOTES = 4
const CHANGES = 3

const wordsOf = (text: unknown, index: number): string => `${String(text)} (${index})`

/** Every record is one of the demo again, worded apart, and tied to records that are there. */
export function largeWorkshop({ cards, interviews } = LARGE): object {
  const file = structuredClone(demoWorkshop) as unknown as Loose
  const { board, interviews: heard, history } = file.workshop
  const [ownCards, calls] = [[...board.cards], [...heard.interviews]]
  const [said, quoted] = [[...heard.answers], [...heard.quotes]]
  const pick = <T>(rows: readonly T[], index: number): T => rows[index % rows.length] as T
  for (let index = calls.length; index < interviews; index++) {
    const id = `more-${index}`
    const pseudonym = `Customer ${String(index + 1).padStart(3, '0')}`
    heard.interviews.push({
      ...pick(calls, index),
      id,
      pseudonym,
      order: `b${String(index).padStart(5, '0')}`,
    })
    for (let at = 0; at < ANSWERS; at++) {
      const own = pick(said, index * ANSWERS + at)
      const text = `${wordsOf(own.text, index)} ${String(pick(said, index + at).text)}`
      heard.answers.push({ ...own, id: `${id}-a${at}`, interviewId: id, text })
    }
    for (let at = 0; at < QUOTES; at++) {
      const own = pick(quoted, index * QUOTES + at)
      const ids = { id: `${id}-q${at}`, interviewId: id, answerId: `${id}-a${at}` }
      heard.quotes.push({ ...own, ...ids, text: wordsOf(own.text, index) })
    }
  }
  for (let index = ownCards.length; index < cards; index++) {
    const own = pick(ownCards, index)
    const place = own.place as { readonly order: string }
    const raisedBy = index % 3 === 0 ? [`more-${10 + (index % (interviews - 10))}`] : []
    const order = `${place.order}${String(index).padStart(5, '0')}`
    const id = `card-${index}`
    board.cards.push({ ...own, id, text: wordsOf(own.text, index), place: { ...place, order }, raisedBy })
    for (let at = 0; at < CHANGES; at++)
      history.push({
        at: 1_772_528_520_000 + index * 1_000 + at,
        document: 'board',
        collection: 'cards',
        recordId: id,
        field: 'text',
        from: wordsOf(own.text, at),
        to: wordsOf(own.text, index + at),
        seatId: 'p02',
        reason: '',
      })
  }
  return file
}
