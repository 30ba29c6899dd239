/** People: initials in a circle of their function's colour with its shape; the facilitator is a solid disc. */
import Users from 'lucide-react/icons/users'
import { useTranslation } from 'react-i18next'
import { initialsOf } from '#client/lib/initials.ts'
import { FunctionGlyph, functionColor } from './function-glyph.tsx'
import { Icon } from './icon.tsx'
import styles from './person.module.css'

export interface Person {
  readonly name: string
  readonly functionName: string
  readonly isFacilitator?: boolean
  /** Not here now, or the line is down. */
  readonly away?: boolean
}

interface PersonAvatarProps extends Person {
  readonly size?: 'small' | 'medium' | 'large'
  /** Leave out when the name stands beside it. */
  readonly titled?: boolean
}

export function PersonAvatar(props: PersonAvatarProps) {
  const { name, functionName, isFacilitator = false, away = false, size = 'medium', titled = false } = props
  const { t } = useTranslation('common')
  const role = isFacilitator ? t('facilitator') : functionName
  const label = [name, role, away ? t('away') : ''].filter(Boolean).join(', ')
  const classes = [styles.avatar, styles[size], functionColor(functionName)]
  if (isFacilitator) classes.push(styles.facilitator)
  if (away) classes.push(styles.away)
  return (
    <span
      className={classes.join(' ')}
      {...(titled ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true })}
    >
      {initialsOf(name)}
      {!isFacilitator && functionName !== '' && (
        <span className={styles.shape}>
          <FunctionGlyph name={functionName} size="100%" />
        </span>
      )}
    </span>
  )
}

/** Who is here: up to `shown` faces, then how many more. */
export function PresenceStack(props: {
  readonly people: readonly (Person & { readonly key: string })[]
  readonly shown?: number
  readonly offline?: boolean
  /** Shows all of them; the button stands at the end. */
  readonly onOpen?: { readonly label: string; readonly run: () => void }
}) {
  const { people, shown = 4, offline = false, onOpen } = props
  const { t } = useTranslation('common')
  if (people.length === 0) return null
  const rest = people.length - shown
  return (
    <ul className={styles.stack} aria-label={t('peopleHere', { count: people.length })}>
      {people.slice(0, shown).map(({ key, ...person }) => (
        <li key={key}>
          <PersonAvatar {...person} away={offline || (person.away ?? false)} titled />
        </li>
      ))}
      {rest > 0 && !onOpen && (
        <li className={`${styles.avatar} ${styles.medium} ${offline ? styles.away : ''}`}>
          {t('morePeople', { count: rest })}
        </li>
      )}
      {onOpen && (
        <li>
          <button
            type="button"
            className={`${styles.avatar} ${styles.medium} ${styles.more} ${offline ? styles.away : ''}`}
            aria-label={rest > 0 ? `${onOpen.label} ${t('morePeople', { count: rest })}` : onOpen.label}
            aria-haspopup="dialog"
            title={onOpen.label}
            onClick={onOpen.run}
          >
            {rest > 0 ? t('morePeople', { count: rest }) : <Icon of={Users} size="1rem" />}
          </button>
        </li>
      )}
    </ul>
  )
}
