/** Three checks at each stage, and where the buyer is left standing (R080). A stage leads to itself in the outline. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { numbersOf } from '#client/features/map/figure-rows.tsx'
import type { RoadMap } from '#client/features/map/use-map.ts'
import { stageAddress } from '#client/lib/roadmap-views.ts'
import { useSession } from '#client/session/hooks.ts'
import { Chart } from '#client/ui/chart.tsx'
import table from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { Stage } from '#shared/board/schema.ts'
import { deadEndWords } from '#shared/reality/map-words.ts'
import styles from './map.module.css'

type Checked = 'yes' | 'no' | 'unknown'

const checksOf = ({ nextStepOffered, whoToAskNamed, continuesPromise }: Stage): readonly Checked[] => [
  asChecked(nextStepOffered),
  asChecked(whoToAskNamed),
  continuesPromise,
]
const asChecked = (flag: boolean | null): Checked => (flag === null ? 'unknown' : flag ? 'yes' : 'no')

export function DeadEndsPart({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation('map')
  const { workshopId } = useSession()
  const { deadEnds } = map.figures
  const ends = new Set(deadEnds.map(({ stageId }) => stageId))
  const checks = [t('deadEnds.next'), t('deadEnds.person'), t('deadEnds.promise')]
  const rows = map.stages.map((stage, i) => ({
    id: stage.id,
    name: `${i + 1} ${stage.name || t('unnamed')}`,
    checks: checksOf(stage),
  }))
  const open = rows.flatMap((row) => row.checks).filter((one) => one === 'unknown').length
  const words = deadEndWords(deadEnds.length, map.stages.length)
  return (
    <section>
      <h2 className={typography.section}>{t('deadEnds.title')}</h2>
      <p className={styles.words}>
        {words} {open > 0 && t('deadEnds.unchecked', { count: open, of: 3 * rows.length })}
      </p>
      <Chart
        title={t('deadEnds.title')}
        sample={t('deadEnds.source')}
        numbers={() =>
          numbersOf(
            {
              caption: words,
              head: [t('stage'), ...checks],
              rows: rows.map((row) => [row.name, ...row.checks.map((one) => t(`deadEnds.${one}`))]),
            },
            t('deadEnds.source'),
          )
        }
        drawing={
          // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
          <section className={table.scroll} tabIndex={0} aria-label={t('deadEnds.title')}>
            <table className={`${table.table} ${styles.checks}`}>
              <caption className={typography.hidden}>{words}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('stage')}</th>
                  {checks.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" dir="auto">
                      <Link to={stageAddress(workshopId, row.id)} className={styles.spot}>
                        {row.name}
                      </Link>
                      {ends.has(row.id) && <small className={styles.end}>{t('deadEnds.isOne')}</small>}
                    </th>
                    {row.checks.map((one, i) => (
                      <td key={checks[i]} className={one === 'no' ? styles.no : undefined}>
                        {one === 'unknown' && <InlineUnknown />} {t(`deadEnds.${one}`)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        }
      />
    </section>
  )
}
