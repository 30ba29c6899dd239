/** The numbers behind the heatmap as real tables; per person only where the round was opened with names. */
import { useTranslation } from 'react-i18next'
import { cellOf, type Total } from '#client/features/mark/figures.ts'
import { oneDecimal } from '#client/features/mark/wording.ts'
import { useSeats } from '#client/session/hooks.ts'
import styles from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { NamedBallots } from '#client/ui/named-ballots.tsx'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'

interface TableProps {
  readonly result: MarksResult
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
  readonly totals: readonly Total[]
  readonly sample: string
}

export function MarksTable(props: TableProps) {
  const { result, needs, columns, sample } = props
  const seats = useSeats()
  const { t, i18n } = useTranslation('mark')
  const percent = (share: number) =>
    t('table.percent', { value: new Intl.NumberFormat(i18n.language).format(Math.round(100 * share)) })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-label={t('table.caption', { sample })}>
      <table className={styles.table}>
        <caption>{t('table.caption', { sample })}</caption>
        <thead>
          <tr>
            {(['need', 'option', 'mean', 'low', 'high', 'median', 'n', 'unknown', 'within'] as const).map(
              (head) => (
                <th key={head} scope="col">
                  {t(`table.${head}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {needs.flatMap((need) =>
            columns.map((option) => {
              const cell = cellOf(result, need.id, option.id)
              return (
                <tr key={`${need.id}/${option.id}`}>
                  <th scope="row">{need.title}</th>
                  <td className={styles.text}>{option.title}</td>
                  <Figure value={cell?.mean ?? null} />
                  <Figure value={cell?.min ?? null} whole />
                  <Figure value={cell?.max ?? null} whole />
                  <Figure value={cell?.median ?? null} />
                  <td>{cell?.n ?? 0}</td>
                  <td>{cell?.unknown ?? 0}</td>
                  <td>{typeof cell?.withinOne === 'number' ? percent(cell.withinOne) : '–'}</td>
                </tr>
              )
            }),
          )}
        </tbody>
      </table>
      <TotalsTable {...props} />
      {result.named.length > 0 && (
        <NamedBallots
          heads={needs}
          of={t('table.option')}
          rows={result.named.flatMap(({ seatId, functionName, marks, abstained }) =>
            columns.map((option) => ({
              key: `${seatId}/${option.id}`,
              who: seats.find(({ id }) => id === seatId)?.name ?? functionName,
              of: option.title,
              figures: needs.map(({ id }) => (abstained ? null : (marks[option.id]?.[id] ?? null))),
            })),
          )}
        />
      )}
    </section>
  )
}

/** Unknown is hatched, never empty and never 0. */
function Figure({ value, whole = false }: { readonly value: number | null; readonly whole?: boolean }) {
  const { t, i18n } = useTranslation('mark')
  if (value === null) {
    return (
      <td className={styles.unknown}>
        <InlineUnknown /> {t('table.unknownFigure')}
      </td>
    )
  }
  return <td>{whole ? value : oneDecimal(value, i18n.language)}</td>
}

function TotalsTable({ columns, totals, sample }: TableProps) {
  const { t, i18n } = useTranslation('mark')
  return (
    <table className={styles.table}>
      <caption>{t('table.totals', { sample })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.option')}</th>
          <th scope="col">{t('table.score')}</th>
          <th scope="col">{t('table.cover')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ id, title }) => {
          const total = totals.find(({ optionId }) => optionId === id)
          const score = total?.score ?? null
          return (
            <tr key={id}>
              <th scope="row">{title}</th>
              {score === null ? (
                <td className={styles.unknown}>
                  <InlineUnknown /> {t(total?.why === 'no-weights' ? 'revealed.noWeight' : 'revealed.tooFew')}
                </td>
              ) : (
                <td>{oneDecimal(score, i18n.language)}</td>
              )}
              <td>{total && t('revealed.cover', { marked: total.marked, all: total.all })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
