/** How an interview was held, with its sign; face to face has one of its own, since people are more polite there (R045). */
import type { LucideIcon } from 'lucide-react'
import PenLine from 'lucide-react/icons/pen-line'
import Phone from 'lucide-react/icons/phone'
import UserRoundPen from 'lucide-react/icons/user-round-pen'
import Users from 'lucide-react/icons/users'
import Video from 'lucide-react/icons/video'
import { useTranslation } from 'react-i18next'
import { type Held, heldHow } from '#client/features/interviews/interview-words.ts'
import { Icon } from '#client/ui/icon.tsx'
import type { Interview } from '#shared/interviews/schema.ts'
import styles from './table.module.css'

const signs: Readonly<Record<Held, LucideIcon | null>> = {
  phone: Phone,
  video: Video,
  face_to_face: Users,
  written: PenLine,
  self: UserRoundPen,
  none: null,
}

export function ModeLabel({ interview }: { readonly interview: Pick<Interview, 'mode' | 'source'> }) {
  const { t } = useTranslation('interviews')
  const held = heldHow(interview)
  const sign = signs[held]
  return (
    <span className={held === 'none' ? styles.notSaid : styles.mode}>
      {sign && <Icon of={sign} />}
      {t(`modes.${held}`)}
    </span>
  )
}
