/** Where to act (method C8): what we fail to earn, most first, and where each need lies, with the lines it depends on. */
import { useTranslation } from 'react-i18next'
import type { Competition } from '#client/features/reality/competition-model.ts'
import { exact } from '#client/features/reality/figures.ts'
import type { GapRow } from '#client/features/reality/gap-model.ts'
import { asLines } from '#client/lib/as-lines.ts'
import { useMarkWalk } from '#client/lib/mark-walk.ts'
import { Chart } from '#client/ui/chart.tsx'
import tables from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { TruthMark } from '#client/ui/marks.tsx'
import typography from '#client/ui/type.module.css'
import { sum } from '#shared/statistics/summary.ts'
import { type ActFigures, PERFORMANCE_LINE } from '#shared/statistics/where-to-act.ts'
import styles from './competition.module.css'
import chart from './gap-chart.module.css'
import page from './reality.module.css'

interface Line extends ActFigures {
  readonly title: string
  readonly importance: number
  readonly mark: number | null
  readonly importanceHalf: number
  readonly markHalf: number
}

interface Props {
  readonly competition: Competition
  readonly needs: readonly GapRow[]
}

export function WhereToAct({ competition, needs }: Props) {
  const { t, i18n } = useTranslation('reality')
  const lines = linesOf({ competition, needs })
  if (lines.length === 0)
    return (
      <section className={page.section}>
        <h2 className={typography.section}>{t('competition.act.title')}</h2>
        <p className={typography.lead}>
          <InlineUnknown /> {t('competition.act.few')}
        </p>
      </section>
    )
  const importance = 100 / lines.length
  const lead = t('competition.act.lead', {
    importance: exact(importance, i18n.language),
    line: PERFORMANCE_LINE,
  })
  const number = (value: number | null) => (value === null ? null : exact(value, i18n.language))
  const where = (one: Line) =>
    one.quadrant === null
      ? null
      : one.isOnTheLine
        ? t('competition.act.onTheLine', { name: t(`competition.act.quadrants.${one.quadrant}`) })
        : t(`competition.act.quadrants.${one.quadrant}`)
  const cells = (one: Line) => [
    number(one.importance),
    number(one.mark),
    number(one.shortfall),
    number(one.behindBest),
    where(one),
    number(one.opportunityInManner),
  ]
  const heads = (['importance', 'mark', 'shortfall', 'behind', 'quadrant', 'opportunity'] as const).map(
    (key) => t(`competition.act.${key}`),
  )
  const together = exact(sum(lines.flatMap(({ shortfall }) => shortfall ?? [])), i18n.language)
  const repair = lines.filter(({ quadrant }) => quadrant === 'repair')
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={tables.scroll} tabIndex={0} aria-label={t('competition.act.caption')}>
      <table className={tables.table}>
        <caption>{t('competition.act.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.need')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((one, index) => (
            <tr key={one.needId}>
              <th scope="row">
                <span className={styles.key}>{index + 1}</span> {one.title}
              </th>
              {cells(one).map((text, at) =>
                text === null ? (
                  <td key={heads[at]} className={tables.unknown}>
                    <InlineUnknown /> {t('table.few')}
                  </td>
                ) : (
                  <td key={heads[at]}>{text}</td>
                ),
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('competition.act.all')}</th>
            <td />
            <td />
            <td>{together}</td>
            <td />
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  )
  return (
    <section className={page.section}>
      <h2 className={typography.section}>{t('competition.act.title')}</h2>
      <p className={typography.lead}>
        {lead} {repair.map(({ title }) => t('competition.act.repair', { title })).join(' ')}
      </p>
      <Chart
        title={t('competition.act.title')}
        drawing={
          <div className={styles.act}>
            {table}
            <Plot
              lines={lines}
              importance={importance}
              where={where}
              sentence={t('competition.act.chart', {
                sentence: lines.map((one) => `${one.title}: ${where(one) ?? '?'}.`).join(' '),
              })}
            />
          </div>
        }
        sample={lead}
        numbers={() =>
          asLines([
            [t('table.need'), ...heads],
            ...lines.map((one) => [one.title, ...cells(one)]),
            [t('competition.act.all'), '', '', together],
            [lead],
          ])
        }
      />
    </section>
  )
}

/** Largest shortfall first. */
function linesOf({ competition, needs }: Props): Line[] {
  const us = competition.ours?.optionId ?? ''
  return competition.act
    .flatMap((act): Line[] => {
      const need = needs.find(({ needId }) => needId === act.needId)
      if (!need || need.customers === null) return []
      const cell = competition.cell(act.needId, us)
      return [
        {
          ...act,
          title: need.title,
          importance: need.customers,
          mark: cell.truth,
          importanceHalf: need.halfWidth ?? 0,
          markHalf: cell.gap?.halfWidth ?? 0,
        },
      ]
    })
    .sort((a, b) => (b.shortfall ?? -1) - (a.shortfall ?? -1))
}

const WIDTH = 400
const HEIGHT = 300
const LEFT = 34
const BOTTOM = 40

function Plot(props: {
  readonly lines: readonly Line[]
  readonly importance: number
  readonly where: (one: Line) => string | null
  readonly sentence: string
}) {
  const { lines, importance, where, sentence } = props
  const { t, i18n } = useTranslation('reality')
  const placed = lines.filter((one): one is Line & { mark: number } => one.mark !== null)
  const { at, walk } = useMarkWalk(placed.length, 1)
  const one = at && placed[at.row]
  const most = Math.max(importance, ...lines.map((one) => one.importance + one.importanceHalf)) * 1.05
  const x = (mark: number) => LEFT + ((WIDTH - LEFT - 8) * Math.max(0, Math.min(10, mark))) / 10
  const y = (points: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 8) * Math.max(0, points)) / most
  return (
    <div>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sentence}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk the marks, each is announced
        tabIndex={0}
        {...walk}
      >
        <rect className={styles.frame} x={LEFT} y={8} width={WIDTH - LEFT - 8} height={HEIGHT - BOTTOM - 8} />
        <path className={styles.divide} d={`M${x(PERFORMANCE_LINE)} 8V${HEIGHT - BOTTOM}`} />
        <path className={styles.divide} d={`M${LEFT} ${y(importance)}H${WIDTH - 8}`} />
        <text
          className={styles.axisWords}
          x={x(PERFORMANCE_LINE)}
          y={HEIGHT - BOTTOM + 16}
          textAnchor="middle"
        >
          {PERFORMANCE_LINE}
        </text>
        <text className={styles.axisWords} x={LEFT - 5} y={y(importance) + 4} textAnchor="end">
          {Math.round(importance)}
        </text>
        <text className={styles.axisWords} x={(LEFT + WIDTH) / 2} y={HEIGHT - 6} textAnchor="middle">
          {t('competition.act.xAxis')}
        </text>
        <text
          className={styles.axisWords}
          transform={`translate(12 ${(HEIGHT - BOTTOM) / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {t('competition.act.yAxis')}
        </text>
        {placed.map(({ needId, mark, markHalf, importance: points, importanceHalf }) => (
          <path
            key={needId}
            className={styles.cross}
            d={`M${x(mark - markHalf)} ${y(points)}H${x(mark + markHalf)}M${x(mark)} ${y(points - importanceHalf)}V${y(points + importanceHalf)}`}
          />
        ))}
        {placed.map((line) => (
          <g key={line.needId}>
            <TruthMark cx={x(line.mark)} cy={y(line.importance)} r={10} />
            <text
              className={styles.plotNumber}
              x={x(line.mark)}
              y={y(line.importance) + 4.5}
              textAnchor="middle"
            >
              {lines.indexOf(line) + 1}
            </text>
          </g>
        ))}
        {one && <circle className={chart.pen} cx={x(one.mark)} cy={y(one.importance)} r={15} />}
      </svg>
      <p role="status" className={typography.hidden}>
        {one
          ? t('competition.act.walk', {
              title: one.title,
              importance: exact(one.importance, i18n.language),
              mark: exact(one.mark, i18n.language),
              where: where(one) ?? '?',
            })
          : ''}
      </p>
    </div>
  )
}
