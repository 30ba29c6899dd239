/** Where buyers were seen leaving (R088): no funnel, only what was noted. A stage opens to what nobody answers there. */
import { useTranslation } from 'react-i18next'
import { Bars } from '#client/features/map/bars.tsx'
import { type FigureRows, FigureTable, numbersOf } from '#client/features/map/figure-rows.tsx'
import { loudestFirst, type RoadMap } from '#client/features/map/use-map.ts'
import { Chart } from '#client/ui/chart.tsx'
import typography from '#client/ui/type.module.css'
import { leakWords } from '#shared/reality/map-words.ts'
import styles from './map.module.css'

export function LeaksPart({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation('map')
  const { leaks } = map.figures
  const lines = leaks.perStage.map(({ stageId, left }) => {
    const at = map.stages.findIndex(({ id }) => id === stageId)
    const ids = loudestFirst(map.questions)
      .filter((one) => one.stageId === stageId && one.coverage === 'open')
      .map(({ id }) => id)
    const phase = t(map.isEarly(stageId) ? 'leaks.early' : 'leaks.late')
    const note = ids.length === 0 ? phase : `${phase}, ${t('leaks.open', { count: ids.length })}`
    return {
      key: stageId,
      name: `${at + 1} ${map.stages[at]?.name || t('unnamed')}`,
      count: left,
      ids,
      phase,
      note,
    }
  })
  const sample = t('leaks.source')
  const rows: FigureRows = {
    caption: leakWords(leaks),
    head: [t('stage'), t('leaks.count'), t('leaks.phase')],
    rows: lines.map(({ name, count, phase }) => [name, count, phase]),
  }
  return (
    <section>
      <h2 className={typography.section}>{t('leaks.title')}</h2>
      <p className={styles.words}>
        {leakWords(leaks)} {leaks.stagesNotNoted > 0 && t('leaks.notNoted', { count: leaks.stagesNotNoted })}
      </p>
      {lines.length > 0 && (
        <>
          <p className={typography.meta}>{t('leaks.lead')}</p>
          <Chart
            title={t('leaks.title')}
            sample={sample}
            table={<FigureTable of={rows} />}
            numbers={() => numbersOf(rows, sample)}
            drawing={<Bars map={map} of={lines} />}
          />
        </>
      )}
    </section>
  )
}
