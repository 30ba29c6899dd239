/** What to do with the selected notes. `G` groups, `M` puts them into a need; on touch the same buttons. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChooseNeed } from '#client/features/needs/choose-need.tsx'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { useLetterKeys } from '#client/lib/letter-keys.ts'
import { Button } from '#client/ui/button.tsx'
import type { Wall } from '#shared/board/need-groups.ts'
import styles from './wall.module.css'

export function SelectionBar({ wall }: { readonly wall: Wall }) {
  const { t } = useTranslation('needs')
  const { selected, group, merge, release, clear } = useWall()
  const [isChoosing, setChoosing] = useState(false)
  const chosen = useMemo(() => {
    const all = [...wall.groups.flatMap(({ notes }) => notes), ...wall.loose]
    return all.filter(({ id }) => selected.has(id)).map(({ id }) => id)
  }, [wall, selected])
  const hasGrouped = wall.groups.some(({ notes }) => notes.some(({ id }) => selected.has(id)))
  useLetterKeys(
    useMemo(
      () =>
        chosen.length === 0
          ? {}
          : { g: () => group(chosen), m: () => setChoosing(true), Escape: () => clear() },
      [chosen, group, clear],
    ),
  )
  if (chosen.length === 0) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('select.label')}>
      <b>{t('select.count', { count: chosen.length })}</b>
      <Button kind="primary" aria-keyshortcuts="G" onClick={() => group(chosen)}>
        {t('select.group')}
      </Button>
      <Button aria-keyshortcuts="M" onClick={() => setChoosing(true)}>
        {t('select.merge')}
      </Button>
      {hasGrouped && <Button onClick={() => release(chosen)}>{t('select.release')}</Button>}
      <Button kind="quiet" onClick={clear}>
        {t('select.clear')}
      </Button>
      {isChoosing && (
        <ChooseNeed
          title={t('select.mergeTitle')}
          onChoose={(need) => merge(chosen, need)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}
