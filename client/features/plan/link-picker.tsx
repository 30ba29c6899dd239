/** What an action closes or rests on: questions, doubts, findings, decisions, gaps, needs, stages; found by typing. */
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Linkable, usePlan } from '#client/features/plan/plan-context.tsx'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { SearchField } from '#client/ui/filter.tsx'
import typography from '#client/ui/type.module.css'
import styles from './dialogs.module.css'

const SHOWN = 8

export function LinkPicker(props: {
  readonly links: readonly string[]
  readonly onTie: (id: string, isOn: boolean) => void
}) {
  const { links, onTie } = props
  const { t } = useTranslation('plan')
  const { linkables } = usePlan()
  const masked = useMasked()
  const listId = useId()
  const picker = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const isAsked = search.trim() !== ''
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean)
  const found = linkables.filter(
    ({ id, title, kind }) =>
      !links.includes(id) &&
      words.every((word) => `${title} ${t(`links.kinds.${kind}`)}`.toLowerCase().includes(word)),
  )
  const tie = (id: string) => {
    onTie(id, true)
    setSearch('')
    picker.current?.querySelector('input')?.focus()
  }
  const first = found[0]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field takes the first that is found
    <div
      ref={picker}
      className={styles.picker}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        if (isAsked && first) tie(first.id)
      }}
    >
      <SearchField
        label={t('links.search')}
        placeholder={t('links.search')}
        value={search}
        onChange={setSearch}
      />
      <p className={typography.hidden} role="status">
        {isAsked ? t('links.found', { count: found.length }) : ''}
      </p>
      <ul id={listId} className={styles.found}>
        {(isAsked ? found.slice(0, SHOWN) : []).map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => tie(one.id)}>
              <LinkWords link={one} title={masked(one.title)} />
            </button>
          </li>
        ))}
      </ul>
      {isAsked && found.length > SHOWN && (
        <p className={typography.meta}>{t('links.more', { count: found.length - SHOWN })}</p>
      )}
    </div>
  )
}

function LinkWords({ link, title }: { readonly link: Linkable; readonly title: string }) {
  const { t } = useTranslation('plan')
  return (
    <>
      <small>{t(`links.kinds.${link.kind}`)}</small>{' '}
      <span>{link.kind === 'gone' ? t('links.gone') : title}</span>
      {link.voices > 0 && <small> {t('chain.said', { count: link.voices })}</small>}
    </>
  )
}

/** What is linked already, each with the way to untie it. */
export function TiedLinks(props: {
  readonly links: readonly string[]
  readonly onTie: ((id: string, isOn: boolean) => void) | null
}) {
  const { links, onTie } = props
  const { t } = useTranslation('plan')
  const { linkOf } = usePlan()
  const masked = useMasked()
  if (links.length === 0) return <p className={typography.meta}>{t('links.none')}</p>
  return (
    <ul className={styles.tied}>
      {links.map((id) => {
        const link = linkOf(id)
        return (
          <li key={id} data-said={link.voices > 0 ? '' : undefined}>
            <p>
              <LinkWords link={link} title={masked(link.title)} />
            </p>
            {onTie && (
              <Button
                size="small"
                kind="quiet"
                aria-label={t('links.untie', { what: link.title || t('links.kinds.gone') })}
                onClick={(event) => {
                  const around = event.currentTarget.closest('section, fieldset')
                  onTie(id, false)
                  around?.querySelector<HTMLElement>('input[type="search"]')?.focus()
                }}
              >
                ×
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
