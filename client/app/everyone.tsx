/** Where everyone else is, and the way there or the call to come here. */
import { Trans, useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { type StopName, stopFor } from '#client/lib/stops.ts'
import { useAgenda, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import styles from './everyone.module.css'

/** Only when this person is elsewhere: on the same stop the rail says it already. */
export function Everyone({
  at,
  onGoTo,
}: {
  readonly at: StopName
  readonly onGoTo: (stop: StopName) => void
}) {
  const { t } = useTranslation('shell')
  const session = useSession()
  const problemText = useProblemText()
  const everyoneAt = stopFor(useAgenda().activity)
  if (everyoneAt === at) return null
  const bring = async () => {
    const called = await session.command('setAgenda', { body: { activity: at } })
    if (called.ok) showToast({ kind: 'good', text: t('brought', { stop: t(`stops.${at}`) }) })
    else showToast({ kind: 'problem', text: problemText(called.problem) })
  }
  return (
    <div className={styles.everyone}>
      <span className={styles.everyoneText}>
        <Trans
          t={t}
          i18nKey="everyoneOn"
          values={{ stop: t(`stops.${everyoneAt}`) }}
          components={{ b: <b /> }}
        />
      </span>
      {session.isFacilitator ? (
        <Button size="small" onClick={() => void bring()}>
          {t('bring')}
        </Button>
      ) : (
        <Button size="small" onClick={() => onGoTo(everyoneAt)}>
          {t('goThere')}
        </Button>
      )}
    </div>
  )
}
