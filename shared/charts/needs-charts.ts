/** Charts of what matters: a ring is our guess, a disc is what customers gave, an open stretch is what nobody knows. */
import { brief, type Drawing, EDGE, framed, type Mark, num } from '#shared/charts/drawing.ts'
import { words } from '#shared/report/file-words.ts'
import type { Report, ReportNeed } from '#shared/report/report.ts'
import { firstNeeds, gapLine, verdictLine } from '#shared/report/summary.ts'
import type { Look } from '#shared/slides/look.ts'

const ROW = 36
const MOST_ROWS = 24
const LABEL = { x: EDGE, chars: 46 } as const
const AXIS = { x: 400, w: 340 } as const

const sampleOf = ({ needsTotal, caveats }: Report): string =>
  [`Our guess: ${needsTotal.guessN} of us.`, `Customers: ${needsTotal.customersN}.`, ...caveats].join(' ')

const meanOf = (need: ReportNeed, whose: 'guess' | 'customers'): number | null => need[whose]?.mean ?? null

const ring = (x: number, y: number, look: Look, ground = look.paper): Mark => ({
  is: 'disc',
  x,
  y,
  r: 7,
  fill: ground,
  stroke: look.pencil,
  width: 2.5,
})
const disc = (x: number, y: number, look: Look): Mark => ({ is: 'disc', x, y, r: 7, fill: look.ink })

const text = (
  words: string,
  x: number,
  y: number,
  colour: string,
  more: { size?: number; isBold?: boolean; anchor?: 'start' | 'middle' | 'end' } = {},
): Mark => ({ is: 'text', x, y: y + 5, size: 14, text: words, colour, ...more })

/** What the marks stand for. */
function legend(look: Look, y: number, isHeard: boolean): Mark[] {
  return [
    ring(AXIS.x + 8, y, look),
    text('our guess', AXIS.x + 22, y, look.quiet, { size: 13 }),
    ...(isHeard
      ? [disc(AXIS.x + 118, y, look), text('customers', AXIS.x + 132, y, look.quiet, { size: 13 })]
      : []),
  ]
}

/** Both, as far as there are both, with what the gap allows to say. */
export function needsChart(report: Report, look: Look): Drawing | null {
  const rows = report.needs
    .filter((need) => meanOf(need, 'guess') !== null || meanOf(need, 'customers') !== null)
    .sort((a, b) => (meanOf(b, 'customers') ?? -1) - (meanOf(a, 'customers') ?? -1))
    .slice(0, MOST_ROWS)
  if (rows.length === 0) return null
  const most = Math.max(
    10,
    ...rows.flatMap((need) => [meanOf(need, 'guess') ?? 0, meanOf(need, 'customers') ?? 0]),
  )
  const at = (value: number) => AXIS.x + (value / most) * AXIS.w
  return framed({
    name: 'needs-guess-and-customers',
    title: verdictLine(report) || 'What we guessed',
    note: sampleOf(report),
    says: rows.map(said).join(' '),
    look,
    height: 30 + rows.length * ROW,
    body: (top) => [
      ...legend(
        look,
        top + 8,
        rows.some((need) => meanOf(need, 'customers') !== null),
      ),
      ...rows.flatMap((need, index): Mark[] => {
        const y = top + 46 + index * ROW
        const guess = meanOf(need, 'guess')
        const told = meanOf(need, 'customers')
        return [
          text(brief(need.title, LABEL.chars), LABEL.x, y, look.text, { size: 15 }),
          { is: 'way', d: `M${AXIS.x} ${y}H${AXIS.x + AXIS.w}`, stroke: look.hair },
          ...(guess !== null && told !== null
            ? [
                {
                  is: 'way' as const,
                  d: `M${num(at(guess))} ${y}H${num(at(told))}`,
                  stroke: look.pencil,
                  width: 1.5,
                  isDashed: true,
                },
              ]
            : []),
          ...(guess === null ? [] : [ring(at(guess), y, look)]),
          ...(told === null ? [] : [disc(at(told), y, look)]),
          text(guess === null ? '' : String(Math.round(guess)), 776, y, look.pencil, { anchor: 'end' }),
          text(
            told === null ? words.unknown : String(Math.round(told)),
            812,
            y,
            told === null ? look.text : look.ink,
            {
              anchor: 'end',
              isBold: true,
            },
          ),
          text(brief(gapLine(need), 26), 822, y, look.quiet, { size: 11 }),
        ]
      }),
    ],
  })
}

const said = (need: ReportNeed): string => {
  const [guess, told] = [meanOf(need, 'guess'), meanOf(need, 'customers')]
  return `${need.title}: our guess ${guess === null ? words.unknown : Math.round(guess)}, customers ${told === null ? words.unknown : Math.round(told)} points.`
}

/** Our order beside theirs: what rises is a line in ink, what falls is dashed in pencil. None of fewer than five customers. */
export function orderChart(report: Report, look: Look): Drawing | null {
  const both = report.needs.filter(
    ({ guessRank, customersRank }) => guessRank !== null && customersRank !== null,
  )
  if (both.length < 2 || firstNeeds(report, 'customers').length === 0) return null
  const ours = [...both].sort((a, b) => (a.guessRank ?? 0) - (b.guessRank ?? 0)).slice(0, MOST_ROWS)
  const theirs = [...both].sort((a, b) => (a.customersRank ?? 0) - (b.customersRank ?? 0)).slice(0, MOST_ROWS)
  const [left, right] = [380, 580]
  return framed({
    name: 'order-ours-and-theirs',
    title: verdictLine(report),
    note: [report.orderWords, sampleOf(report)].filter((one) => one !== '').join(' '),
    says: `Our order: ${ours.map(({ title }) => title).join(', ')}. Customers’ order: ${theirs.map(({ title }) => title).join(', ')}.`,
    look,
    height: 34 + ours.length * ROW,
    body: (top) => {
      const y = (index: number) => top + 50 + index * ROW
      return [
        text('Our guess', left - 18, top + 10, look.pencil, { size: 13, anchor: 'end' }),
        text('Customers', right + 18, top + 10, look.ink, { size: 13, isBold: true }),
        ...ours.flatMap((need, from): Mark[] => {
          const to = theirs.indexOf(need)
          if (to < 0) return []
          const d = `M${left} ${y(from)}C${left + 90} ${y(from)} ${right - 90} ${y(to)} ${right} ${y(to)}`
          const rises = to <= from
          return [
            ...(to === 0 ? [{ is: 'way' as const, d, stroke: look.highlight, width: 16 }] : []),
            {
              is: 'way',
              d,
              stroke: rises ? (to === 0 && look.isDark ? INK_ON_HIGHLIGHT : look.ink) : look.pencil,
              width: rises ? 2.5 : 1.5,
              isDashed: !rises,
            },
          ]
        }),
        ...ours.flatMap((need, from): Mark[] => [
          ring(left, y(from), look),
          text(brief(need.title, 42), left - 18, y(from), look.pencil, { anchor: 'end' }),
        ]),
        ...theirs.flatMap((need, to): Mark[] => [
          disc(right, y(to), look),
          text(brief(need.title, 40), right + 18, y(to), look.ink, { isBold: true }),
        ]),
      ]
    },
  })
}

const INK_ON_HIGHLIGHT = '2A2FCB'

/** The customers' mean with how far it may be off, and where our guess lies. */
export function sureChart(report: Report, look: Look): Drawing | null {
  const rows = report.needs
    .filter(({ customers }) => customers?.mean != null && customers.halfWidth !== null)
    .sort((a, b) => (b.customers?.mean ?? 0) - (a.customers?.mean ?? 0))
    .slice(0, MOST_ROWS)
  if (rows.length === 0) return null
  const high = ({ customers, guess }: ReportNeed) =>
    Math.max((customers?.mean ?? 0) + (customers?.halfWidth ?? 0), guess?.mean ?? 0)
  const most = Math.max(10, ...rows.map(high))
  const at = (value: number) => AXIS.x + (Math.max(0, value) / most) * AXIS.w
  return framed({
    name: 'how-sure',
    title: 'How sure we can be of what customers gave',
    note: `The band is where the mean of many more customers like these would lie. ${sampleOf(report)}`,
    says: rows
      .map(
        ({ title, customers }) =>
          `${title}: ${Math.round(customers?.mean ?? 0)}, give or take ${Math.round(customers?.halfWidth ?? 0)}.`,
      )
      .join(' '),
    look,
    height: 30 + rows.length * ROW,
    body: (top) => [
      ...legend(look, top + 8, true),
      ...rows.flatMap((need, index): Mark[] => {
        const y = top + 46 + index * ROW
        const mean = need.customers?.mean ?? 0
        const half = need.customers?.halfWidth ?? 0
        const guess = meanOf(need, 'guess')
        return [
          text(brief(need.title, LABEL.chars), LABEL.x, y, look.text, { size: 15 }),
          { is: 'way', d: `M${AXIS.x} ${y}H${AXIS.x + AXIS.w}`, stroke: look.hair },
          {
            is: 'rect',
            x: at(mean - half),
            y: y - 9,
            w: at(mean + half) - at(mean - half),
            h: 18,
            fill: look.inkWash,
            stroke: look.ink,
            width: 1,
          },
          ...(guess === null ? [] : [ring(at(guess), y, look)]),
          disc(at(mean), y, look),
          text(`${Math.round(mean)} ± ${Math.round(half)}`, 770, y, look.ink, { isBold: true }),
        ]
      }),
    ],
  })
}

/** Every ballot of the last guess as a ring, the mean as a stroke. */
export function ballotsChart(report: Report, look: Look): Drawing | null {
  const round = Math.max(
    0,
    ...report.scores.flatMap(({ whose, kind, round: of }) =>
      whose === 'guess' && kind === 'points' ? (of ?? 0) : [],
    ),
  )
  const own = report.scores.filter(
    ({ whose, kind, round: of }) => whose === 'guess' && kind === 'points' && of === round,
  )
  const rows = report.needs
    .map((need) => ({
      need,
      values: own.filter(({ needId }) => needId === need.id).map(({ value }) => value),
    }))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => (meanOf(b.need, 'guess') ?? 0) - (meanOf(a.need, 'guess') ?? 0))
    .slice(0, MOST_ROWS)
  const [first] = rows
  if (!first) return null
  const most = Math.max(10, ...rows.flatMap(({ values }) => values))
  const at = (value: number) => AXIS.x + (value / most) * 480
  return framed({
    name: 'ballots',
    title: 'How far our ballots lie apart',
    note: `${first.need.guess?.label ?? ''} A ring is a ballot, the stroke their mean.`,
    says: rows.map(({ need, values }) => `${need.title}: ${values.join(', ')}.`).join(' '),
    look,
    height: 14 + rows.length * ROW,
    body: (top) =>
      rows.flatMap(({ need, values }, index): Mark[] => {
        const y = top + 26 + index * ROW
        const mean = meanOf(need, 'guess')
        const before = new Map<number, number>()
        return [
          text(brief(need.title, LABEL.chars), LABEL.x, y, look.text, { size: 15 }),
          { is: 'way', d: `M${AXIS.x} ${y}H${AXIS.x + 480}`, stroke: look.hair },
          ...[...values]
            .sort((a, b) => a - b)
            .map((value): Mark => {
              // Equal ballots stand beside each other.
              const same = before.get(value) ?? 0
              before.set(value, same + 1)
              const lift = same === 0 ? 0 : (same % 2 === 1 ? -1 : 1) * Math.ceil(same / 2) * 6
              return {
                ...ring(at(value), y + Math.max(-12, Math.min(12, lift)), look),
                r: 4.5,
                width: 1.75,
              } as Mark
            }),
          ...(mean === null
            ? []
            : [
                {
                  is: 'way' as const,
                  d: `M${num(at(mean))} ${y - 13}V${y + 13}`,
                  stroke: look.pencil,
                  width: 3,
                },
              ]),
          text(mean === null ? words.unknown : mean.toFixed(0), 916, y, look.pencil, { anchor: 'end' }),
        ]
      }),
  })
}
