/** The closing of a report: the same lines as on the screen, the sponsor's words, how sure we were, and who took part. */
import { dayAt } from '#shared/board/due-date.ts'
import type { ExportPart } from '#shared/protocol/export-parts.ts'
import { closingOf } from '#shared/reality/closing.ts'
import type { ClosingLine } from '#shared/reality/closing-ground.ts'
import type { ReportClosing } from '#shared/report/report.ts'
import type { ReportSource } from '#shared/report/source.ts'

export function closingPart(source: ReportSource): ReportClosing {
  const { seats, closing, scene, heard, envelope } = source
  const named = new Map(seats.flatMap((seat) => (isNamed(seat) ? [[seat.id, seat.name] as const] : [])))
  const { known, unknown, looks, confidence } = closingOf({
    ...source,
    interviews: heard?.interviews ?? null,
    interviewCount: envelope.interviewCount,
    nameOf: (id) => named.get(id) ?? '',
  })
  const sponsor =
    seats.find(({ id }) => id === closing.spokenBy) ??
    seats.find(({ role, removedAt }) => role === 'sponsor' && removedAt === null)
  return {
    known: known.map(({ words }) => words),
    unknown: unknown.map(({ words }) => words),
    looks: looks.map(({ day, words }) => ({ day, words })),
    sponsor: {
      name: sponsor?.name ?? '',
      opening: closing.opening,
      word: closing.word,
      will: closing.will,
    },
    confidence: confidence.map(({ label, mean, n }) => ({ label, mean, n })),
    tookPart: tookPart(source),
    closedOn: closing.closedAt === null ? null : dayAt(closing.closedAt, scene.timezone),
    parts: partsOf([...known, ...unknown, ...looks]),
  }
}

/** What is said of whom we asked, and of what is sealed, is of no part. */
const partAt: Partial<Readonly<Record<ClosingLine['at'], ExportPart>>> = {
  needs: 'needs',
  reality: 'needs',
  'second-look': 'needs',
  unknown: 'needs',
  mark: 'competition',
  promise: 'promise',
  roadmap: 'roadmap',
  plan: 'plan',
  decisions: 'decisions',
}

const partsOf = (lines: readonly ClosingLine[]): ReportClosing['parts'] =>
  Object.fromEntries(
    lines.flatMap(({ words, at, part = partAt[at] }) => (part === undefined ? [] : [[words, part]])),
  )

type Seat = ReportSource['seats'][number]

/** In a file without names people are called by what they do. */
const isNamed = ({ name, functionName, role }: Seat): boolean => name !== functionName && name !== role

function tookPart({ seats, functions }: ReportSource): ReportClosing['tookPart'] {
  const here = seats.filter(({ removedAt, role }) => removedAt === null && role !== 'viewer')
  const names = new Set([
    ...functions.map(({ name }) => name),
    ...here.map(({ functionName }) => functionName),
  ])
  return [...names].flatMap((functionName) => {
    const own = here.filter((seat) => seat.functionName === functionName)
    if (functionName === '' || own.length === 0) return []
    return [{ functionName, seats: own.length, names: own.filter(isNamed).map(({ name }) => name) }]
  })
}
