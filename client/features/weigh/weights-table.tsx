/** The numbers of a round as real tables: per need, and per person only where the round was opened with names. */
import { useTranslation } from 'react-i18next'
import { useSeats } from '#client/session/hooks.ts'
import styles from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { NamedBallots } from '#client/ui/named-ballots.tsx'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

type PerNeed = WeightsResult['perNeed'][number]

export function WeightsTable(props: {
  readonly result: WeightsResult
  /** In the order of the chart. */
  readonly needIds: readonly string[]
  readonly sample: string
}) {
  const { result, needIds, sample } = props
  const { t } = useTranslation('weigh')
  const rows = needIds.flatMap((id) => result.perNeed.find(({ needId }) => needId === id) ?? [])
  const seats = useSeats()
  const groups = result.byFunction.filter(({ show }) => show !== 'hidden')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-label={t('table.caption', { sample })}>
      <table className={styles.table}>
        <caption>{t('table.caption', { sample })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.need')}</th>
            <th scope="col">{t('table.mean')}</th>
            <th scope="col">{t('table.low')}</th>
            <th scope="col">{t('table.high')}</th>
            <th scope="col">{t('table.apart')}</th>
            <th scope="col">{t('table.median')}</th>
            <th scope="col">{t('table.unsure')}</th>
            {groups.map(({ function: name }) => (
              <th key={name} scope="col">
                {t('table.ofFunction', { name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((need) => (
            <tr key={need.needId}>
              <th scope="row">{need.title}</th>
              <Figure value={need.shown} exact={need.mean} />
              <Figure value={need.min} />
              <Figure value={need.max} />
              <Figure value={apart(need)} />
              <Figure value={need.median} />
              <td>{need.unsure}</td>
              {groups.map((group) => (
                <OfFunction key={group.function} group={group} needId={need.needId} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {result.named.length > 0 && (
        <NamedBallots
          heads={rows.map(({ needId, title }) => ({ id: needId, title }))}
          rows={result.named.map(({ seatId, functionName, points, abstained }) => ({
            key: seatId,
            who: seats.find(({ id }) => id === seatId)?.name ?? functionName,
            figures: rows.map(({ needId }) => (abstained ? null : (points[needId] ?? 0))),
          }))}
        />
      )}
    </section>
  )
}

const apart = ({ min, max }: PerNeed): number | null => (min === null || max === null ? null : max - min)

/** Unknown is hatched, never empty and never 0. */
function Figure({ value, exact }: { readonly value: number | null; readonly exact?: number | null }) {
  const { t, i18n } = useTranslation('weigh')
  if (value === null) {
    return (
      <td className={styles.unknown}>
        <InlineUnknown /> {t('table.tooFew')}
      </td>
    )
  }
  const decimal = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <td title={typeof exact === 'number' ? decimal.format(exact) : undefined}>{decimal.format(value)}</td>
  )
}

function OfFunction(props: { readonly group: WeightsResult['byFunction'][number]; readonly needId: string }) {
  const { group, needId } = props
  const figure = group.perNeed.find((one) => one.needId === needId)
  return <Figure value={figure?.mean == null ? null : Math.round(figure.mean)} exact={figure?.mean ?? null} />
}
