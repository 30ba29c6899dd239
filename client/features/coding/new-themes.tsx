/** New themes of each call: a small drawing of dots, what it says in a sentence, and the same as a table. */
import { useTranslation } from 'react-i18next'
import figureStyles from '#client/ui/figures-table.module.css'
import type { Saturation } from '#shared/statistics/saturation.ts'
import styles from './enough.module.css'

const STEP = 30
const DOT = 5
/** Taller than this, a column is told by its number alone. */
const MOST_DOTS = 12
const ROOM = 20

export function NewThemes({ counts }: { readonly counts: readonly number[] }) {
  const { t, i18n } = useTranslation('coding')
  const tallest = Math.min(MOST_DOTS, Math.max(1, ...counts))
  const ground = ROOM + tallest * (2 * DOT + 2)
  const width = counts.length * STEP + DOT * 2
  const height = ground + ROOM
  const list = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(counts.map(String))
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
      tabIndex={0}
      aria-label={t('enough.title')}
    >
      <svg
        role="img"
        aria-label={t('enough.drawing', { list })}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={styles.drawing}
      >
        <line x1="0" x2={width} y1={ground} y2={ground} className={styles.ground} />
        {counts.map((count, index) => {
          const x = DOT + STEP / 2 + index * STEP
          const dots = Math.min(MOST_DOTS, count)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a call has its place and nothing else
            <g key={index}>
              {Array.from({ length: dots }, (_, dot) => (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike
                  key={dot}
                  cx={x}
                  cy={ground - DOT - 1 - dot * (2 * DOT + 2)}
                  r={DOT}
                  className={styles.dot}
                />
              ))}
              <text x={x} y={ground - dots * (2 * DOT + 2) - 5} className={styles.number}>
                {count}
              </text>
              <text x={x} y={ground + 15} className={styles.call}>
                {index + 1}
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}

/** Calls whose themes are the base, and how many are looked at together. */
const BASE = 4
const RUN = 2

export function NewThemesTable(props: {
  readonly calls: readonly {
    readonly id: string
    readonly pseudonym: string
    readonly role: string
    readonly newThemes: readonly string[]
  }[]
  readonly figures: Saturation
}) {
  const { calls, figures } = props
  const { t } = useTranslation('coding')
  const counts = figures.newThemesPerCall
  const base = sum(counts.slice(0, BASE))
  const ratioAfter = (call: number): string => {
    const ratio = figures.newInformation.find(({ afterCall }) => afterCall === call)?.ratio
    if (ratio === undefined) return call === 1 ? t('enough.notYet') : ''
    if (ratio === null) return ''
    return t('enough.ratio', {
      fresh: sum(counts.slice(call - RUN, call)),
      base,
      percent: Math.round(100 * ratio),
    })
  }
  return (
    <section
      className={figureStyles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
      tabIndex={0}
      aria-label={t('enough.tableTitle')}
    >
      <table className={figureStyles.table}>
        <caption>{t('enough.tableTitle')}</caption>
        <thead>
          <tr>
            {(['call', 'who', 'fresh', 'ratio'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`enough.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map(({ id, pseudonym, role }, index) => (
            <tr key={id}>
              <th scope="row">{index + 1}</th>
              <td className={figureStyles.text}>{[pseudonym, role].filter(Boolean).join(', ')}</td>
              <td>{counts[index]}</td>
              <td>{ratioAfter(index + 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
