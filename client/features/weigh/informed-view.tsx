/** The second look after the envelope (10): what the room gives now, beside its guess and the customers, as informed. */
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { InformedRows } from '#client/features/weigh/informed-rows.tsx'
import { InformedSide } from '#client/features/weigh/informed-side.tsx'
import { lookAsText, lookCells, lookHeads, lookSample } from '#client/features/weigh/informed-words.ts'
import type { RevealedWeights } from '#client/features/weigh/moved-view.tsx'
import { useIsOffline, useRows, useSingle } from '#client/session/hooks.ts'
import { Chart } from '#client/ui/chart.tsx'
import tables from '#client/ui/figures-table.module.css'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { type Interview, interviews } from '#shared/interviews/schema.ts'
import { type SecondLook, secondLook } from '#shared/reality/second-look.ts'
import { envelope } from '#shared/record/schema.ts'
import styles from './moved.module.css'

interface Props {
  readonly pair: readonly [RevealedWeights, RevealedWeights]
}

export function InformedView({ pair }: Props) {
  const { t } = useTranslation('secondLook')
  const held = useRows(interviews)
  const { interviewCount } = useSingle(envelope)
  const isOffline = useIsOffline()
  if (interviewCount > 0 && held.length === 0)
    return (
      <EmptyState
        level="h1"
        drawing={<UnansweredDrawing />}
        fact={t('informed.arriving')}
        advice={t(isOffline ? 'informed.arrivingOffline' : 'informed.arrivingAdvice')}
      />
    )
  return <Looked pair={pair} held={held} />
}

function Looked({ pair, held }: Props & { readonly held: readonly Interview[] }) {
  const [before, after] = pair
  const { t } = useTranslation('secondLook')
  const look = useMemo(
    () => secondLook(before.result, after.result, held),
    [before.result, after.result, held],
  )
  const { number } = before
  const sample = t('informed.sample', {
    customers: lookSample(look),
    before: number,
    nBefore: before.result.n,
    after: after.number,
    nAfter: after.result.n,
  })
  const { landed } = look
  const sentence = t(landed ? 'informed.sentence' : 'informed.sentenceFew', {
    number,
    before: Math.round(landed?.before ?? 0),
    after: Math.round(landed?.after ?? 0),
    sample,
  })
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1 className={typography.screen}>
          <Trans t={t} i18nKey="titleInformed" components={{ hl: <Hl /> }} />
        </h1>
        <p className={typography.lead}>{t('informed.lead')}</p>
      </header>
      <div className={styles.main}>
        <Chart
          title={t('titleInformed').replaceAll(/<\/?hl>/g, '')}
          drawing={<InformedRows look={look} number={number} sentence={sentence} />}
          table={<LookTable look={look} number={number} caption={sentence} />}
          sample={sample}
          numbers={() => lookAsText(t, look, number, sample)}
          isMain
        />
      </div>
      <InformedSide look={look} roundId={after.id} />
    </article>
  )
}

function LookTable(props: { readonly look: SecondLook; readonly number: number; readonly caption: string }) {
  const { look, number, caption } = props
  const { t } = useTranslation('secondLook')
  const heads = lookHeads(t, number)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={tables.scroll} tabIndex={0} aria-label={caption}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.rows.map((row) => {
            const [title, ...cells] = lookCells(row)
            return (
              <tr key={row.needId}>
                <th scope="row">{title}</th>
                {cells.map((cell, index) =>
                  cell === null ? (
                    <td key={heads[index + 1]} className={tables.unknown}>
                      <InlineUnknown /> {t('informed.none')}
                    </td>
                  ) : (
                    <td key={heads[index + 1]}>{cell}</td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
