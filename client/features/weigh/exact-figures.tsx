/**
 * Every figure behind the picture, with two decimals, for whoever asks how it was reckoned (method C1, C2): kept under a
 * line of its own, because most of them answer a question nobody has in the room.
 */
import { useTranslation } from 'react-i18next'
import { balancedMeans } from '#client/features/weigh/balanced.ts'
import { ExactFigures, type Fact } from '#client/ui/exact-figures.tsx'
import styles from '#client/ui/figures-table.module.css'
import type { WeightsResult } from '#shared/rounds/weights-result.ts'

/** Mean distance of two ballots filled in at random, by number of needs (method C, notation). */
const RANDOM_BALLOTS: Readonly<Record<number, number>> = { 3: 40, 4: 43, 5: 44, 6: 46, 7: 46, 8: 47 }
/** From which split the line is said to run between functions. */
const SPLIT_FROM = 10

export function ExactWeights({ result }: { readonly result: WeightsResult }) {
  const { t } = useTranslation('weigh')
  const { disagreement, kendallW, perNeed } = result
  if (result.n === 0) return null
  const random = RANDOM_BALLOTS[perNeed.length]
  const { split } = disagreement
  const facts: Fact[] = [
    {
      name: t('exact.apart'),
      value: disagreement.overall,
      note:
        random === undefined
          ? t('exact.pairs', { count: disagreement.pairs })
          : `${t('exact.pairs', { count: disagreement.pairs })} ${t('exact.random', { random })}`,
    },
    { name: t('exact.within'), value: disagreement.within, note: '' },
    { name: t('exact.between'), value: disagreement.between, note: '' },
    {
      name: t('exact.split'),
      value: split,
      note: split === null ? t('exact.noSplit') : split > SPLIT_FROM ? t('exact.runsBetween') : '',
    },
    { name: t('exact.kendall'), value: kendallW, note: t('exact.kendallNote'), fractions: 3 },
  ]
  return (
    <ExactFigures title={t('exact.title')} facts={facts}>
      <NeedFigures result={result} />
    </ExactFigures>
  )
}

function NeedFigures({ result }: { readonly result: WeightsResult }) {
  const { t, i18n } = useTranslation('weigh')
  const balanced = balancedMeans(result)
  const groups = result.byFunction.filter(({ show }) => show !== 'hidden')
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const signed = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  })
  const shown = (value: number | null | undefined, format = number) =>
    typeof value === 'number' ? format.format(value) : t('table.tooFew')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach it
    <section className={styles.scroll} tabIndex={0} aria-label={t('exact.caption')}>
      <table className={styles.table}>
        <caption>{t('exact.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.need')}</th>
            <th scope="col">{t('table.mean')}</th>
            {balanced && <th scope="col">{t('exact.balanced')}</th>}
            <th scope="col">{t('exact.sd')}</th>
            <th scope="col">{t('exact.talk')}</th>
            {groups.map(({ function: name }) => (
              <th key={name} scope="col">
                {t('exact.tilt', { name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.perNeed.map(({ needId, title, mean, sd }) => (
            <tr key={needId}>
              <th scope="row">{title}</th>
              <td>{shown(mean)}</td>
              {balanced && <td>{shown(balanced.get(needId)?.mean)}</td>}
              <td>{shown(sd)}</td>
              <td>{shown(result.talkFirst.find((one) => one.needId === needId)?.value)}</td>
              {groups.map(({ function: name, perNeed }) => (
                <td key={name}>{shown(perNeed.find((one) => one.needId === needId)?.tilt, signed)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
