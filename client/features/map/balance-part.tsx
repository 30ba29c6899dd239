/** Where the effort goes and where customers ask: early and late side by side (R078). */
import { useTranslation } from 'react-i18next'
import { Opens } from '#client/features/map/card-list.tsx'
import { type FigureRows, FigureTable, numbersOf } from '#client/features/map/figure-rows.tsx'
import { loudestFirst, type RoadMap } from '#client/features/map/use-map.ts'
import { Chart } from '#client/ui/chart.tsx'
import { ExactFigures } from '#client/ui/exact-figures.tsx'
import typography from '#client/ui/type.module.css'
import { isLive } from '#shared/reality/map.ts'
import styles from './map.module.css'

export function BalancePart({ map, sample }: { readonly map: RoadMap; readonly sample: string }) {
  const { t } = useTranslation('map')
  const { balance } = map.figures
  const { answers, answersEarly, voices, voicesEarly } = balance
  const live = [...map.cards.values()].filter(
    (card) => !card.binned && card.place.lane === 'answer' && isLive(card),
  )
  const asked = loudestFirst(map.questions).filter((one) => one.voices > 0)
  const answersAt = (early: boolean) =>
    live.filter(({ place }) => map.isEarly(place.stageId) === early).map(({ id }) => id)
  const askedAt = (early: boolean) => asked.filter((one) => one.isEarly === early).map(({ id }) => id)
  const opened = [
    [answersAt(true), 'openAnswersEarly'],
    [answersAt(false), 'openAnswersLate'],
    [askedAt(true), 'openAskedEarly'],
    [askedAt(false), 'openAskedLate'],
  ] as const
  const rows: FigureRows = {
    caption: balance.words,
    head: [t('balance.title'), t('balance.earlyHead'), t('balance.lateHead'), t('balance.allHead')],
    rows: [
      [t('balance.ours'), answersEarly, answers - answersEarly, answers],
      [t('balance.theirs'), voicesEarly, voices - voicesEarly, voices],
    ],
  }
  return (
    <section>
      <h2 className={typography.section}>{t('balance.title')}</h2>
      <p className={styles.words}>{balance.words}</p>
      <p className={typography.meta}>{t('balance.lead')}</p>
      <Chart
        title={t('balance.title')}
        sample={sample}
        table={<FigureTable of={rows} />}
        numbers={() => numbersOf(rows, sample)}
        drawing={
          <div className={styles.split}>
            <Split kind="ours" early={answersEarly} all={answers} />
            <Split kind="theirs" early={voicesEarly} all={voices} />
          </div>
        }
      />
      {opened.map(
        ([ids, key]) =>
          ids.length > 0 && (
            <Opens key={key} map={map} ids={ids}>
              {t(`balance.${key}`, { count: ids.length })}
            </Opens>
          ),
      )}
      <ExactFigures
        title={t('balance.exact')}
        facts={[
          {
            name: t('balance.shareOurs'),
            value: share(answersEarly, answers),
            note: t('answers', { count: answers }),
          },
          {
            name: t('balance.shareTheirs'),
            value: share(voicesEarly, voices),
            note: t('voices', { count: voices }),
          },
          { name: t('balance.tilt'), value: balance.tilt, note: t('balance.tiltNote') },
        ]}
      />
    </section>
  )
}

const share = (some: number, all: number): number | null => (all === 0 ? null : some / all)

function Split(props: { readonly kind: 'ours' | 'theirs'; readonly early: number; readonly all: number }) {
  const { kind, early, all } = props
  const { t } = useTranslation('map')
  const parts = [
    { count: early, key: 'balance.early', look: styles.first },
    { count: all - early, key: 'balance.late', look: styles.second },
  ] as const
  return (
    <div>
      <p className={styles.splitName}>{t(`balance.${kind}`)}</p>
      {all === 0 ? (
        <p className={styles.unknownBar}>
          <span>{t(kind === 'ours' ? 'balance.none' : 'balance.unknown')}</span>
        </p>
      ) : (
        <p className={`${styles.splitBar} ${styles[kind]}`}>
          {parts.map(
            ({ count, key, look }) =>
              count > 0 && (
                <span key={key} className={look} style={{ flexGrow: count }}>
                  {t(key, { count })}
                </span>
              ),
          )}
        </p>
      )}
    </div>
  )
}
