/** Two versions of the promise, word by word (R066): what was taken out is struck, what is new is marked. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDrafts, type VotedDraft } from '#client/features/promise/use-promise.ts'
import { isRelated, wordDiff } from '#client/features/promise/word-diff.ts'
import typography from '#client/ui/type.module.css'
import styles from './promise.module.css'

export function CompareVersions() {
  const { t } = useTranslation('promise')
  const written = useDrafts().filter(({ draft }) => draft.text.trim() !== '')
  const [fromId, setFromId] = useState<string | null>(null)
  const [toId, setToId] = useState<string | null>(null)
  if (written.length < 2) return null
  const of = (id: string | null, usual: VotedDraft | undefined) =>
    written.find(({ draft }) => draft.id === id) ?? usual
  const to = of(toId, written.find(({ draft }) => draft.status === 'adopted') ?? written.at(-1))
  const from = of(
    fromId,
    written.filter((one) => one !== to && one.number < (to?.number ?? 0)).at(-1) ?? written[0],
  )
  if (!from || !to) return null
  const parts = wordDiff(from.draft.text, to.draft.text)
  const choose = (label: string, value: string, onChange: (id: string) => void) => (
    <label>
      <span className={styles.fieldName}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {written.map(({ draft, number }) => (
          <option key={draft.id} value={draft.id}>
            {t('compare.version', { number })}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <details className={styles.compare}>
      <summary>{t('compare.title')}</summary>
      <div className={styles.versions}>
        {choose(t('compare.from'), from.draft.id, setFromId)}
        {choose(t('compare.to'), to.draft.id, setToId)}
      </div>
      <p className={styles.diff}>
        {parts.map(({ kind, text }, at) => {
          const key = `${at}-${kind}`
          if (kind === 'gone')
            return (
              <del key={key}>
                <span className={typography.hidden}>{t('compare.gone')}: </span>
                {text}
              </del>
            )
          if (kind === 'added')
            return (
              <ins key={key}>
                <span className={typography.hidden}>{t('compare.added')}: </span>
                {text}
              </ins>
            )
          return <span key={key}>{text}</span>
        })}
      </p>
      <p className={typography.meta}>
        {parts.every(({ kind }) => kind === 'same')
          ? t('compare.same')
          : !isRelated(parts) && t('compare.far')}
      </p>
    </details>
  )
}
