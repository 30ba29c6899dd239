/** Two texts that may say the same: an offer to make them one, never done unasked (R053). */
import { useMemo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { keep, kept } from '#client/lib/kept.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { alikePairs } from '#shared/interviews/alike.ts'
import styles from './side.module.css'

export function AlikeOffer(props: {
  readonly of: 'theme' | 'finding'
  readonly rows: readonly { readonly id: string; readonly text: string }[]
  readonly onMerge: (id: string, into: string) => void
}) {
  const { of, rows, onMerge } = props
  const { t } = useTranslation('coding')
  const place = `guessproof.apart-${of}.${useSession().workshopId}`
  const [apart, setApart] = useState(() => (kept(place) ?? '').split(' ').filter(Boolean))
  const pairs = useMemo(() => alikePairs(rows), [rows]).filter((pair) => !apart.includes(pair.join('+')))
  const found = pairs[0]?.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const [one, other] = found ?? []
  if (!one || !other) return null
  const words = { one: one.text, other: other.text }
  return (
    <div className={styles.offer}>
      <p>
        <Trans t={t} i18nKey="alike.offer" values={words} components={{ b: <b /> }} />
        {pairs.length > 1 && <small> {t('alike.more', { count: pairs.length - 1 })}</small>}
      </p>
      <Button size="small" onClick={() => onMerge(other.id, one.id)}>
        {t('alike.keep', { text: one.text })}
      </Button>
      <Button size="small" onClick={() => onMerge(one.id, other.id)}>
        {t('alike.keep', { text: other.text })}
      </Button>
      <Button
        size="small"
        kind="quiet"
        aria-label={t('alike.apartOf', words)}
        onClick={() => {
          const next = [...apart, `${one.id}+${other.id}`]
          keep(place, next.join(' '))
          setApart(next)
        }}
      >
        {t('alike.apart')}
      </Button>
    </div>
  )
}
