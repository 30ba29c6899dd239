/** What the team had written before customers asked, what surprised it, and what nobody asked (C9). A mark a question. */
import { useTranslation } from 'react-i18next'
import { Opens } from '#client/features/map/card-list.tsx'
import { type FigureRows, FigureTable, numbersOf } from '#client/features/map/figure-rows.tsx'
import { loudestFirst, type RoadMap } from '#client/features/map/use-map.ts'
import { Chart } from '#client/ui/chart.tsx'
import { ExactFigures } from '#client/ui/exact-figures.tsx'
import { InlineGuess, InlineSecondLook, InlineTruth } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import { foresightWords } from '#shared/reality/map-words.ts'
import styles from './map.module.css'

export function ForesightPart({ map, sample }: { readonly map: RoadMap; readonly sample: string }) {
  const { t } = useTranslation('map')
  const { foresight } = map.figures
  const both = loudestFirst(map.questions).filter((one) => one.voices > 0 && one.foreseenByTeam)
  const groups = [
    { key: 'both', ids: both.map(({ id }) => id), Mark: InlineSecondLook },
    { key: 'surprises', ids: foresight.surprises, Mark: InlineTruth },
    { key: 'neverAsked', ids: foresight.neverAsked, Mark: InlineGuess },
  ] as const
  const biggest = map.cards.get(foresight.surprises[0] ?? '')
  const rows: FigureRows = {
    caption: foresightWords(foresight),
    head: [t('foresight.what'), t('foresight.count')],
    rows: groups.map(({ key, ids }) => [t(`foresight.${key}`), ids.length]),
  }
  return (
    <section>
      <h2 className={typography.section}>{t('foresight.title')}</h2>
      <p className={styles.words}>
        {foresightWords(foresight)}{' '}
        {biggest &&
          t('foresight.biggest', {
            text: biggest.text,
            customers: t('customers', { count: map.voicesOf(biggest) }),
          })}
      </p>
      <Chart
        title={t('foresight.title')}
        sample={sample}
        table={<FigureTable of={rows} />}
        numbers={() => numbersOf(rows, sample)}
        drawing={
          <ul className={styles.rows}>
            {groups.map(({ key, ids, Mark }) => (
              <li key={key}>
                <Opens map={map} ids={ids} className={styles.markRow}>
                  <b>{ids.length}</b>
                  <span>{t(`foresight.${key}`)}</span>
                  <span className={styles.marks}>
                    {ids.map((id) => (
                      <Mark key={id} />
                    ))}
                  </span>
                </Opens>
              </li>
            ))}
          </ul>
        }
      />
      <ExactFigures
        title={t('foresight.exact')}
        facts={[
          {
            name: t('foresight.recall'),
            value: foresight.recall,
            note: t('foresight.recallNote', { count: foresight.asked }),
          },
          {
            name: t('foresight.precision'),
            value: foresight.asked === 0 ? null : foresight.precision,
            note: t('foresight.precisionNote', { count: foresight.foreseen }),
          },
        ]}
      />
    </section>
  )
}
