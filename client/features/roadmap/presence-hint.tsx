/** Who is writing a new card in a cell, or the name of a stage: told where it will be, in nobody's way (PR-5a). */
import { useTranslation } from 'react-i18next'
import { firstName } from '#client/lib/first-name.ts'
import { useWhoHas } from '#client/session/hooks.ts'
import { functionColor } from '#client/ui/function-glyph.tsx'
import styles from './presence-hint.module.css'

/** `isBelow` hangs it under what it is about, where it would cover the words themselves. */
export function PresenceHint({ of, isBelow = false }: { readonly of: string; readonly isBelow?: boolean }) {
  const { t } = useTranslation('roadmap')
  const [writer, ...more] = useWhoHas(of).filter(({ editing }) => editing)
  if (!writer) return null
  const words = { name: firstName(writer.name), count: more.length }
  return (
    <span className={`${styles.place} ${isBelow ? styles.below : ''} ${functionColor(writer.functionName)}`}>
      <span className={styles.hint}>
        {more.length > 0 ? t('presence.writingMore', words) : t('presence.writing', words)}
      </span>
    </span>
  )
}
