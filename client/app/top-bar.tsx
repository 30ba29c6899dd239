/** What this workshop is, where everyone is, who is here, what is saved, how to come in. */
import Share2 from 'lucide-react/icons/share-2'
import { useTranslation } from 'react-i18next'
import type { StopName } from '#client/lib/stops.ts'
import { useIsOffline, usePresent, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { PresenceStack } from '#client/ui/person.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import { scene } from '#shared/board/schema.ts'
import { spokenCode } from '#shared/protocol/join-code.ts'
import type { Following } from './follow.ts'
import { FollowPill } from './follow-pill.tsx'
import { MenuButton } from './menu-button.tsx'
import { TitleWithOthers } from './same-company.tsx'
import { SavedState } from './saved-state.tsx'
import { TimerChip } from './timer-chip.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  readonly at: StopName
  readonly onShare: () => void
  readonly onPeople: () => void
  readonly onKeys: () => void
  readonly onRepeat: (() => void) | null
  readonly following: Following
}

export function TopBar({ at, following, onShare, onPeople, onKeys, onRepeat }: TopBarProps) {
  const { t } = useTranslation('shell')
  const room = useTranslation('room').t
  const session = useSession()
  const { title, segment } = useSingle(scene)
  const people = usePresent()
  const isOffline = useIsOffline()
  const { joinCode } = session.view
  const code = joinCode === null ? null : spokenCode(joinCode)
  return (
    <header className={styles.bar}>
      <div className={styles.workshop}>
        <TitleWithOthers>
          <span className={styles.title}>{title || session.view.title}</span>
          {segment && <span className={styles.segment}>{segment}</span>}
        </TitleWithOthers>
      </div>
      <FollowPill at={at} following={following} />
      <TimerChip />
      <PresenceStack
        offline={isOffline}
        onOpen={{ label: room('people.open'), run: onPeople }}
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
      <MenuButton workshopId={session.workshopId} onKeys={onKeys} onRepeat={onRepeat} />
    </header>
  )
}
