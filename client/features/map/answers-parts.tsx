/** What settles questions and what delivers it: kinds of proof (R083), and tools no customer has mentioned (R062). */
import { useTranslation } from 'react-i18next'
import { Bars } from '#client/features/map/bars.tsx'
import { Opens } from '#client/features/map/card-list.tsx'
import { type FigureRows, FigureTable, numbersOf } from '#client/features/map/figure-rows.tsx'
import type { RoadMap } from '#client/features/map/use-map.ts'
import { Chart } from '#client/ui/chart.tsx'
import typography from '#client/ui/type.module.css'
import { type Card, type Lane, proofKinds } from '#shared/board/schema.ts'
import { proofWords, toolWords } from '#shared/reality/map-words.ts'
import styles from './map.module.css'

const inLane = (map: RoadMap, lane: Lane): readonly Card[] =>
  [...map.cards.values()].filter((card) => !card.binned && card.place.lane === lane)

export function ProofPart({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation('map')
  const { proofMix, onlyClaims } = map.figures
  const answers = inLane(map, 'answer')
  const bars = [...proofKinds, null].flatMap((kind) => {
    const own = answers.filter(({ proof }) => proof === kind)
    if (kind === null && own.length === 0) return []
    const name = t(kind === null ? 'proof.unsaid' : `proof.kinds.${kind}`)
    return [{ key: name, name, count: own.length, ids: own.map(({ id }) => id) }]
  })
  const sample = t('proof.source', { count: answers.length })
  const words = proofWords(proofMix.claim, answers.length)
  const rows: FigureRows = {
    caption: words,
    head: [t('proof.kind'), t('proof.count')],
    rows: bars.map(({ name, count }) => [name, count]),
  }
  const late = onlyClaims.map((id) => map.stages.find((one) => one.id === id)?.name || t('unnamed'))
  return (
    <section>
      <h2 className={typography.section}>{t('proof.title')}</h2>
      <p className={styles.words}>
        {words} {late.length > 0 && t('proof.onlyClaims', { stages: late.join(', ') })}
      </p>
      {answers.length > 0 && (
        <Chart
          title={t('proof.title')}
          sample={sample}
          table={<FigureTable of={rows} />}
          numbers={() => numbersOf(rows, sample)}
          drawing={<Bars map={map} of={bars} />}
        />
      )}
    </section>
  )
}

export function ToolsPart({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation('map')
  const { tools, unmentioned } = map.figures.tools
  const without = new Set(unmentioned)
  const mentioned = inLane(map, 'tool').flatMap(({ id }) => (without.has(id) ? [] : [id]))
  return (
    <section>
      <h2 className={typography.section}>{t('tools.title')}</h2>
      <p className={styles.words}>{toolWords(unmentioned.length, tools)}</p>
      {unmentioned.length > 0 && (
        <Opens map={map} ids={unmentioned}>
          {t('tools.unmentioned', { count: unmentioned.length })}
        </Opens>
      )}
      {mentioned.length > 0 && (
        <Opens map={map} ids={mentioned}>
          {t('tools.mentioned', { count: mentioned.length })}
        </Opens>
      )}
    </section>
  )
}
