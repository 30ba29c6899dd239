/** Other workshops of the same company on this device: one click from the title (design 6.1). */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isSameCompany, productKey } from '#client/lib/same-product.ts'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { type KnownWorkshop, useKnownWorkshops } from '#client/session/workshops.ts'
import { Icon } from '#client/ui/icon.tsx'
import { scene } from '#shared/board/schema.ts'
import styles from './same-company.module.css'

/** Those of the same product first, newest first. */
function useOthers(): readonly KnownWorkshop[] {
  const { workshopId } = useSession()
  const here = useSingle(scene)
  const others = useKnownWorkshops().filter(
    (one) => one.workshopId !== workshopId && isSameCompany(one, here),
  )
  const isSame = (one: KnownWorkshop) => Number(productKey(one) === productKey(here))
  return [...others].sort((a, b) => isSame(b) - isSame(a))
}

/** The title of this workshop; where there are others of its company, a button that shows them. */
export function TitleWithOthers({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell')
  const others = useOthers()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const away = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [isOpen])
  if (others.length === 0) return children
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its button and links do not take
    <div
      ref={place}
      className={styles.place}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.title}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-description={t('others', { count: others.length })}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.words}>{children}</span>
        <Icon of={ChevronDown} size="1rem" />
      </button>
      {isOpen && (
        <nav id={id} className={styles.list} aria-label={t('others', { count: others.length })}>
          <Others others={others} onGo={() => setOpen(false)} />
        </nav>
      )}
    </div>
  )
}

/** The same in the menu of a phone; nothing where there are none. */
export function OthersOnPhone({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation('shell')
  const others = useOthers()
  if (others.length === 0) return null
  const label = t('others', { count: others.length })
  return (
    <nav aria-label={label}>
      <p className={styles.label}>{label}</p>
      <Others others={others} onGo={onGo} />
    </nav>
  )
}

function Others(props: { readonly others: readonly KnownWorkshop[]; readonly onGo: () => void }) {
  const { others, onGo } = props
  const here = useSingle(scene).segment
  return (
    <ul>
      {others.map(({ workshopId, title, segment }) => {
        // Those for the same customers are told apart by their titles.
        const isAlone = others.filter((one) => one.segment === segment).length === 1
        const isBySegment = segment !== '' && segment !== here && isAlone
        return (
          <li key={workshopId}>
            <Link to={`/w/${workshopId}`} className={styles.other} onClick={onGo}>
              <b>{isBySegment ? segment : title}</b>
              <small>{isBySegment ? title : segment}</small>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
