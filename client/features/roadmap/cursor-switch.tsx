/** The way to do without others' pointers, and to keep one's own to oneself. */
import MousePointer2 from 'lucide-react/icons/mouse-pointer-2'
import MousePointer2Off from 'lucide-react/icons/mouse-pointer-2-off'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { cursorsWanted, MOST_WITH_CURSORS, wantCursors } from '#client/features/roadmap/cursor-choice.ts'
import { usePresent } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'

export function CursorSwitch() {
  const { t } = useTranslation('roadmap')
  const isWanted = useStore(cursorsWanted)
  const count = usePresent().length
  if (count < 2 || count > MOST_WITH_CURSORS) return null
  const words = t('presence.cursors')
  return (
    <Button
      kind="quiet"
      square
      aria-label={words}
      title={words}
      aria-pressed={isWanted}
      onClick={() => wantCursors(!isWanted)}
    >
      <Icon of={isWanted ? MousePointer2 : MousePointer2Off} />
    </Button>
  )
}
