/** Links customers' words to a card: search, filter, tick. Each tick is one step of undo. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCardEvidence, whoSaid } from '#client/features/roadmap/card-evidence-of.ts'
import { findSaid } from '#client/features/roadmap/evidence-search.ts'
import { useSession } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Choice, SearchField } from '#client/ui/filter.tsx'
import { raise } from '#shared/board/card-edits.ts'
import { linkQuote } from '#shared/board/quote-links.ts'
import type { Card } from '#shared/board/schema.ts'
import styles from './evidence-picker.module.css'

const PAGE = 40

export function EvidencePicker({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation('card')
  const session = useSession()
  const masked = useMasked()
  const { heard, people, withoutWords } = useCardEvidence(card)
  const [words, setWords] = useState('')
  const [customer, setCustomer] = useState('')
  const [tag, setTag] = useState('')
  const [most, setMost] = useState(PAGE)
  const all = heard.quotes
  const found = findSaid(all, { words, customer, tag }, card.id)
  const tags = useMemo(() => [...new Set(all.flatMap(({ quote }) => quote.tags))].sort(), [all])
  const customers = heard.customers.filter(({ pseudonym }) => pseudonym !== '')
  const unheard = customers.filter(
    ({ id }) => !people.some((one) => one.id === id) || withoutWords.some((one) => one.id === id),
  )
  const cardId = card.id
  const search = useRef<HTMLDivElement>(null)
  useEffect(() => search.current?.querySelector('input')?.focus(), [])
  return (
    <Dialog title={t('picker.title')} isWide onClose={onClose}>
      <p className={styles.card} dir="auto">
        {t('picker.lead', { card: card.text })}
      </p>
      <div className={styles.filter}>
        <div ref={search}>
          <SearchField
            label={t('picker.search')}
            placeholder={t('picker.placeholder')}
            value={words}
            onChange={setWords}
          />
        </div>
        <Choice
          name={t('picker.customer')}
          any={t('picker.anyCustomer')}
          value={customer}
          options={customers.map(({ id, pseudonym }) => ({ id, title: pseudonym }))}
          onChange={setCustomer}
        />
        {tags.length > 0 && (
          <Choice
            name={t('picker.tag')}
            any={t('picker.anyTag')}
            value={tag}
            options={tags.map((one) => ({ id: one, title: one }))}
            onChange={setTag}
          />
        )}
      </div>
      {all.length === 0 ? (
        <p className={styles.none}>{t('picker.empty')}</p>
      ) : (
        <p className={styles.count} role="status">
          {found.length === 0
            ? t('picker.none')
            : t('picker.count', { count: found.length, all: all.length })}
        </p>
      )}
      <ul className={styles.list} aria-label={t('picker.list')}>
        {found.slice(0, most).map(({ quote, interview }) => (
          <li key={quote.id}>
            <label className={styles.quote}>
              <input
                type="checkbox"
                checked={card.quoteIds.includes(quote.id)}
                aria-label={t('picker.link', { name: interview.pseudonym, words: masked(quote.text) })}
                onChange={(event) =>
                  session.edit(linkQuote, {
                    cardId,
                    quoteId: quote.id,
                    interviewId: interview.id,
                    isOn: event.target.checked,
                  })
                }
              />
              <span>
                <q dir="auto">{masked(quote.text)}</q>
                <small>{[masked(whoSaid(interview)), ...quote.tags].join(' · ')}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button size="small" onClick={() => setMost(most + PAGE)}>
          {t('picker.more', { count: Math.min(PAGE, found.length - most) })}
        </Button>
      )}
      {unheard.length > 0 && (
        <fieldset className={styles.customers}>
          <legend>{t('picker.customers')}</legend>
          {unheard.map(({ id, pseudonym }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={people.some((one) => one.id === id)}
                onChange={(event) =>
                  session.edit(raise, {
                    cardId,
                    interviewId: id,
                    quoteIds: [],
                    isOn: event.target.checked,
                  })
                }
              />
              {pseudonym}
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.foot}>
        <Button kind="primary" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}>
          {t('picker.done')}
        </Button>
      </div>
    </Dialog>
  )
}
