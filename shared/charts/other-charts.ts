/** The competition as a grid, and the roadmap as blocks: a block a question or doubt, by how far it is answered. */
import { brief, type Drawing, EDGE, framed, hatched, type Mark, WIDTH } from '#shared/charts/drawing.ts'
import { coverageWords, words } from '#shared/report/file-words.ts'
import type { Report, ReportCell } from '#shared/report/report.ts'
import { coverageLine } from '#shared/report/summary.ts'
import type { Look } from '#shared/slides/look.ts'
import type { Coverage } from '#shared/statistics/coverage.ts'

const CELL = 56
const MOST = { rows: 16, options: 7, stages: 14 } as const

const mark = (value: number | null): string => (value === null ? words.unknown : value.toFixed(1))

export function gridChart(report: Report, look: Look): Drawing | null {
  const { grid, leads } = report
  if (!grid || grid.rows.length === 0 || grid.options.length === 0) return null
  const options = grid.options.slice(0, MOST.options)
  const rows = grid.rows.slice(0, MOST.rows)
  const left = 300
  const w = (WIDTH - EDGE - left) / options.length
  return framed({
    name: 'competition',
    title: leads[0] ?? 'Against the competition',
    note: 'Marks from 1 to 10. On the left of a cell our guess, on the right and in bold what customers gave, each with its n. Hatched: nobody knows, or too few were asked.',
    says: rows
      .map(
        ({ need, cells }) =>
          `${need}: ${options.map(({ name }, index) => `${name} ${saidOf(cells[index])}`).join('; ')}.`,
      )
      .join(' '),
    look,
    height: 40 + rows.length * (CELL + 6),
    body: (top) => [
      ...options.map(
        ({ name }, column): Mark => ({
          is: 'text',
          x: left + column * w + (w - 6) / 2,
          y: top + 14,
          size: 13,
          text: brief(name, Math.floor(w / 7.2)),
          colour: look.text,
          isBold: true,
          anchor: 'middle',
        }),
      ),
      ...rows.flatMap(({ need, cells }, row): Mark[] => {
        const y = top + 34 + row * (CELL + 6)
        return [
          { is: 'text', x: EDGE, y: y + CELL / 2 + 5, size: 14, text: brief(need, 33), colour: look.text },
          ...options.flatMap((_, column) => cellMarks(cells[column], left + column * w, y, w - 6, look)),
        ]
      }),
    ],
  })
}

const saidOf = (cell: ReportCell | undefined): string =>
  [
    cell?.guess ? `our guess ${mark(cell.guess.mean)}` : '',
    cell?.customers ? `customers ${mark(cell.customers.mean)}` : '',
  ]
    .filter((one) => one !== '')
    .join(', ')

function cellMarks(cell: ReportCell | undefined, x: number, y: number, w: number, look: Look): Mark[] {
  if (!cell || (cell.guess === null && cell.customers === null)) return []
  const { guess, customers } = cell
  const half = customers === null ? w : w / 2
  const written = (words: string, at: number, colour: string, isBold: boolean, n: number): Mark[] => [
    { is: 'text', x: at, y: y + 28, size: 16, text: words, colour, isBold, anchor: 'middle' },
    { is: 'text', x: at, y: y + 44, size: 11, text: `n ${n}`, colour: look.quiet, anchor: 'middle' },
  ]
  return [
    ...(customers === null
      ? []
      : customers.mean === null
        ? [
            ...hatched(x + half, y, w - half, CELL, look),
            {
              is: 'rect' as const,
              x: x + half + (w - half) / 2 - 16,
              y: y + 11,
              w: 32,
              h: 38,
              fill: look.paper,
            },
          ]
        : [{ is: 'rect' as const, x: x + half, y, w: w - half, h: CELL, fill: look.inkWash }]),
    { is: 'rect', x, y, w, h: CELL, stroke: look.hair, width: 1 },
    ...(guess ? written(mark(guess.mean), x + half / 2, look.pencil, false, guess.n) : []),
    ...(customers
      ? written(
          mark(customers.mean),
          x + half + (w - half) / 2,
          customers.mean === null ? look.text : look.ink,
          true,
          customers.n,
        )
      : []),
  ]
}

const BLOCK = 20

export function roadmapChart(report: Report, look: Look): Drawing | null {
  const all = report.stages.filter(({ number, counts }) => number > 0 && sumOf(counts) > 0)
  const stages = all.slice(0, MOST.stages)
  if (stages.length === 0) return null
  const row = 44
  const left = 330
  const room = Math.floor((WIDTH - EDGE - 120 - left) / (BLOCK + 4))
  const parts: readonly Coverage[] = ['answered', 'weak', 'open']
  return framed({
    name: 'roadmap-answered',
    title: `How they want to buy: ${coverageLine(report)}`,
    note: `A block is a question or a doubt on the roadmap.${all.length > stages.length ? ` ${all.length - stages.length} more stages are in the report.` : ''}`,
    says: stages
      .map(
        ({ number, name, counts }) =>
          `${number} ${name}: ${counts.answered} answered, ${counts.weak} partly, ${counts.open} unanswered.`,
      )
      .join(' '),
    look,
    height: 34 + stages.length * row,
    body: (top) => [
      ...parts.flatMap((part, index): Mark[] => [
        ...block(part, left + index * 160, top - 4, look),
        {
          is: 'text',
          x: left + index * 160 + 28,
          y: top + 11,
          size: 13,
          text: coverageWords[part],
          colour: look.quiet,
        },
      ]),
      ...stages.flatMap(({ number, name, counts }, index): Mark[] => {
        const y = top + 38 + index * row
        // More than fit are drawn as shares of what fits; the figures beside are exact.
        const scale = Math.min(1, room / sumOf(counts))
        const shown = parts.flatMap((part) => Array<Coverage>(Math.round(counts[part] * scale)).fill(part))
        return [
          {
            is: 'text',
            x: EDGE,
            y: y + 15,
            size: 15,
            text: `${number}  ${brief(name, 34)}`,
            colour: look.text,
          },
          ...shown.flatMap((part, at) => block(part, left + at * (BLOCK + 4), y, look)),
          {
            is: 'text',
            x: WIDTH - EDGE,
            y: y + 15,
            size: 13,
            text: `${counts.answered} of ${sumOf(counts)} answered`,
            colour: look.quiet,
            anchor: 'end',
          },
        ]
      }),
    ],
  })
}

const sumOf = ({ answered, weak, open }: Report['roadmapTotal']): number => answered + weak + open

function block(part: Coverage, x: number, y: number, look: Look): Mark[] {
  const edge: Mark = { is: 'rect', x, y, w: BLOCK, h: BLOCK, stroke: look.text, width: 1.5 }
  if (part === 'answered') return [{ ...edge, fill: look.text }]
  if (part === 'weak')
    return [edge, { is: 'rect', x, y: y + BLOCK / 2, w: BLOCK, h: BLOCK / 2, fill: look.text }]
  return [
    { is: 'rect', x, y, w: BLOCK, h: BLOCK, fill: look.highlight },
    ...hatched(x, y, BLOCK, BLOCK, { ...look, quiet: look.onHighlight }),
  ]
}
