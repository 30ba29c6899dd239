/** "Can we keep it?": how customers mark us today on the one thing, beside the others (promise made, promise kept). */
import { Trans, useTranslation } from 'react-i18next'
import { useDecision } from '#client/features/promise/use-promise.ts'
import { useHeard } from '#client/round/use-heard.ts'
import { useDerived } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { options } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { customerCells } from '#shared/reality/customers.ts'
import { shareWords } from '#shared/reality/words.ts'
import { MIN_FOR_MEAN } from '#shared/statistics/comparison.ts'
import styles from './promise.module.css'

export function KeepIt({ onRoadmap }: { readonly onRoadmap: () => void }) {
  const { t, i18n } = useTranslation('promise')
  const needId = useDecision('critical_characteristic')?.subject ?? ''
  const { customers } = useHeard()
  const rivals = useDerived(options, (all) => [...all].sort(byOrder))
  const ids = rivals.map(({ id }) => id)
  const cells = needId === '' ? [] : customerCells(customers, [needId], ids)
  const mark = (value: number) =>
    new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  const us = cells.find(({ optionId }) => rivals.find(({ id }) => id === optionId)?.kind === 'us')
  const others = cells.filter((cell) => cell !== us && cell.n >= MIN_FOR_MEAN && cell.mean !== null)
  const share = (n: number) => shareWords(n, customers.length)
  const ours = () => {
    if (needId === '') return t('keep.noOne')
    if (!us || us.n === 0 || us.mean === null) return t('keep.unknown')
    if (us.n < MIN_FOR_MEAN) return t('keep.few', { share: share(us.n) })
    return (
      <Trans
        t={t}
        i18nKey="keep.us"
        values={{ mark: mark(us.mean), share: share(us.n) }}
        components={{ b: <b className={styles.ink} /> }}
      />
    )
  }
  return (
    <section>
      <h2 className={typography.section}>{t('keep.title')}</h2>
      <p className={styles.keep}>
        {ours()}{' '}
        {others.map(({ optionId, mean, n }) => (
          <span key={optionId}>
            {t('keep.other', {
              name: rivals.find(({ id }) => id === optionId)?.name ?? '',
              mark: mark(mean ?? 0),
              share: share(n),
            })}{' '}
          </span>
        ))}
      </p>
      <Button kind="primary" onClick={onRoadmap}>
        {t('keep.roadmap')}
      </Button>
    </section>
  )
}
