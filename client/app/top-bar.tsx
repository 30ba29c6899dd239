/** What this workshop is, where everyone is, who is here, what is saved, how to come in. */
import Share2 from 'lucide-react/icons/share-2'
import { Trans, useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useAgenda, usePresent, useSaved, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { PresenceStack } from '#client/ui/person.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import { scene } from '#shared/board/schema.ts'
import { spokenCode } from '#shared/protocol/join-code.ts'
import { MenuButton } from './menu-button.tsx'
import { SavedState } from './saved-state.tsx'
import { type StopName, stopFor } from './stops.ts'
import styles from './top-bar.module.css'

interface TopBarProps {
  readonly at: StopName
  readonly onShare: () => void
  readonly onKeys: () => void
  readonly onGoTo: (stop: StopName) => void
}

export function TopBar({ at, onShare, onKeys, onGoTo }: TopBarProps) {
  const { t } = useTranslation('shell')
  const session = useSession()
  const { title, segment } = useSingle(scene)
  const people = usePresent()
  const isOffline = useSaved().status === 'offline'
  const { joinCode } = session.view
  const code = joinCode === null ? null : spokenCode(joinCode)
  return (
    <header className={styles.bar}>
      <div className={styles.workshop}>
        <p className={styles.title}>{title || session.view.title}</p>
        {segment && <p className={styles.segment}>{segment}</p>}
      </div>
      <Everyone at={at} onGoTo={onGoTo} />
      <PresenceStack
        offline={isOffline}
        people={people.map(({ seatId, name, functionName, role, away }) => ({
          key: seatId,
          name,
          functionName,
          isFacilitator: role === 'facilitator',
          away,
        }))}
      />
      <SavedState />
      {code && (
        <Button aria-label={t('share', { code })} onClick={onShare}>
          <Icon of={Share2} />
          {code}
        </Button>
      )}
      <ThemeButton />
      <MenuButton workshopId={session.workshopId} onKeys={onKeys} />
    </header>
  )
}

/** Only when this person is elsewhere: on the same stop the rail says it already. */
function Everyone({ at, onGoTo }: { readonly at: StopName; readonly onGoTo: (stop: StopName) => void }) {
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
