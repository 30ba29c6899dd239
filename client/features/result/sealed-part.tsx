/** What is not in here, and why: guesses are never read as answers, and a round that runs is not waited for in vain. */
import { useTranslation } from 'react-i18next'
import { sealedWords } from '#shared/reality/round-words.ts'
import type { ResultView } from '#shared/report/result-view.ts'
import styles from './result.module.css'

export function SealedPart({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const { isOpen, sealed, customersAsked, overrideReason } = view
  const said = [sealedWords.interviews, sealedWords.override(overrideReason)]
  const others = sealed.filter((line) => !said.includes(line))
  if (isOpen && others.length === 0) return null
  return (
    <aside className={styles.sealed} aria-label={t(isOpen ? 'alsoSealed' : 'sealedTitle')}>
      <div>
        {!isOpen && (
          <>
            <p className={styles.sealedTitle}>{t('sealedTitle')}</p>
            <p>{customersAsked > 0 ? t('sealedAsked', { count: customersAsked }) : t('sealedNobody')}</p>
          </>
        )}
        {others.length > 0 && (
          <>
            <p className={styles.label}>{t('alsoSealed')}</p>
            <ul>
              {others.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </aside>
  )
}
