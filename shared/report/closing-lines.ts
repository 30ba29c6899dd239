/** The closing as headed lists of sentences, for the formats that are read: Markdown, PDF, slides, the summary sheet. */
import type { Report } from '#shared/report/report.ts'

export const CLOSING = 'What we take away'

export interface ClosingList {
  readonly title: string
  readonly lines: readonly string[]
}

/** Without what is empty; nothing at all where the closing is left out. */
export function closingLists({ closing }: Report): readonly ClosingList[] {
  const { known, unknown, looks, confidence, tookPart, closedOn } = closing
  const lists: readonly ClosingList[] = [
    { title: 'What we know now', lines: known },
    { title: 'What we still do not know', lines: unknown },
    {
      title: 'When we look again',
      lines: looks.map(({ day, words }) => (day === '' ? words : `${day}: ${words}`)),
    },
    { title: 'The sponsor’s word', lines: sponsorLines(closing) },
    {
      title: 'How sure we were, 1 to 5',
      lines: confidence.map(({ label, mean, n }) => `${label}: ${mean.toFixed(1)} (guess, n ${n})`),
    },
    {
      title: 'Who took part',
      lines: tookPart.map(
        ({ functionName, seats, names }) =>
          `${functionName}: ${names.length > 0 ? names.join(', ') : seats === 1 ? '1 seat' : `${seats} seats`}`,
      ),
    },
    { title: 'Closed', lines: closedOn === null ? [] : [`The workshop was closed on ${closedOn}.`] },
  ]
  return lists.filter(({ lines }) => lines.length > 0)
}

export function sponsorLines({ sponsor: { name, opening, word, will } }: Report['closing']): string[] {
  const said = [
    ['At the opening', opening],
    ['At the close', word],
    ['One thing I will do myself', will],
  ] as const
  return said.flatMap(([when, words]) =>
    words.trim() === '' ? [] : [`${when}${name === '' ? '' : ` (${name})`}: “${words.trim()}”`],
  )
}
