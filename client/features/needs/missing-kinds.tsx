/** The check line: which of the three kinds of needs nobody has named yet (R018). */
import { useTranslation } from 'react-i18next'
import typography from '#client/ui/type.module.css'
import { missingKinds } from '#shared/board/need-groups.ts'
import type { Need } from '#shared/board/schema.ts'
import styles from './wall.module.css'

export function MissingKinds({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation('needs')
  const [one, other] = missingKinds(needs)
  if (!one) return null
  const kind = t(`missing.${one}`)
  return (
    <p className={`${typography.meta} ${styles.check}`}>
      {other ? t('missing.two', { kind, other: t(`missing.${other}`) }) : t('missing.one', { kind })}
    </p>
  )
}
