/** Marks by need and supplier, our guess above what customers gave; a need leads to the words behind it. */
import { useTranslation } from 'react-i18next'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import type { ReportCell, ReportGrid, ReportOption } from '#shared/report/report.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import { PlaceLink } from './place.tsx'
import styles from './result.module.css'
import rows from './rows.module.css'

export function GridPart({ view, grid }: { readonly view: ResultView; readonly grid: ReportGrid }) {
  const { t } = useTranslation('result')
  const known = new Set(view.needs.map(({ id }) => id))
  return (
    <>
      <p className={styles.note}>{t('gridCaption')}</p>
      <section
        className={rows.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={t('gridName')}
      >
        <table className={rows.grid}>
          <thead>
            <tr>
              <th scope="col">{t('need')}</th>
              {grid.options.map(({ id, name, isUs }) => (
                <th key={id} scope="col">
                  {name} {isUs && <small>({t('us')})</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ needId, need, cells }) => (
              <tr key={needId}>
                <th scope="row">
                  {known.has(needId) ? <PlaceLink to={`need-${needId}`}>{need}</PlaceLink> : need}
                </th>
                {cells.map((cell, index) => (
                  <td key={grid.options[index]?.id}>
                    <Marks cell={cell} isOpen={view.isOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('weighted')}</th>
              {grid.options.map((option) => (
                <td key={option.id}>
                  <Weighted option={option} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      {view.leads.map((line) => (
        <p key={line} className={styles.note}>
          {line}
        </p>
      ))}
    </>
  )
}

function Marks({
  cell: { guess, customers },
  isOpen,
}: {
  readonly cell: ReportCell
  readonly isOpen: boolean
}) {
  const { t } = useTranslation('result')
  return (
    <>
      {guess && (
        <span className={`${rows.mark} ${styles.guess}`}>
          {guess.mean === null ? <InlineUnknown /> : <InlineGuess />} {rounded(guess.mean)}{' '}
          <small>{t('n', { count: guess.n })}</small>
        </span>
      )}
      {customers && (
        <span className={`${rows.mark} ${customers.mean === null ? '' : styles.truth}`}>
          {customers.mean === null ? <InlineUnknown /> : <InlineTruth />} {rounded(customers.mean)}{' '}
          <small>{t('n', { count: customers.n })}</small>
        </span>
      )}
      {!guess && !customers && (isOpen ? t('nobodyKnows') : '')}
    </>
  )
}

function Weighted({ option: { guess, customers } }: { readonly option: ReportOption }) {
  return (
    <>
      {guess !== null && (
        <span className={`${rows.mark} ${styles.guess}`}>
          <InlineGuess /> {rounded(guess)}
        </span>
      )}
      {customers !== null && (
        <span className={`${rows.mark} ${styles.truth}`}>
          <InlineTruth /> {rounded(customers)}
        </span>
      )}
    </>
  )
}

const rounded = (value: number | null): string =>
  value === null ? '?' : (Math.round(value * 10) / 10).toFixed(1)
