/** In their words: who said it, with the way back to the exact spot; before the envelope is open, why nothing is there. */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useBoard, useBoardState } from '#client/features/roadmap/board-context.tsx'
import { useCardEvidence, whoSaid } from '#client/features/roadmap/card-evidence-of.ts'
import { EvidencePicker } from '#client/features/roadmap/evidence-picker.tsx'
import type { Said } from '#client/features/roadmap/evidence-search.ts'
import { DraftRemarks } from '#client/round/draft-remarks.tsx'
import { useSession } from '#client/session/hooks.ts'
import { useFormer } from '#client/session/use-former.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { raise } from '#shared/board/card-edits.ts'
import { linkQuote } from '#shared/board/quote-links.ts'
import type { Card } from '#shared/board/schema.ts'
import { shareWords } from '#shared/reality/words.ts'
import styles from './card-parts.module.css'

const SHOWN = 2

/** Of a workshop that is a repeat: how many had raised it in the former one. They are nobody's of this one [U1]. */
function LastTime({ cardId }: { readonly cardId: string }) {
  const { t } = useTranslation('card')
  const figures = useFormer()?.figures
  const count = figures && Object.hasOwn(figures.raised, cardId) ? figures.raised[cardId] : undefined
  if (!figures || count === undefined) return null
  return <p className={styles.none}>{t('said.lastTime', { count, of: figures.customersAsked })}</p>
}

export function CardEvidence({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { state, mayEdit } = useBoard()
  const session = useSession()
  const { heard, said, keptBack, people, withoutWords } = useCardEvidence(card)
  const isPicking = useBoardState(({ panel }) => panel?.part === 'evidence')
  const [isAll, setAll] = useState(false)
  const shown = isAll ? said : said.slice(0, SHOWN)
  const share = shareWords(people.length, Math.max(people.length, heard.customers.length))
  const pick = (part: 'evidence' | 'card') => state.setState({ panel: { cardId: card.id, part } })
  const takeBack = (interviewId: string) =>
    session.edit(raise, { cardId: card.id, interviewId, quoteIds: [], isOn: false })
  return (
    <section className={styles.part}>
      <h3>
        {t('said.title')}
        <span>
          {people.length === 0
            ? t('said.guess')
            : said.length > 0
              ? t('said.shown', { share, count: shown.length })
              : t('said.share', { share })}
        </span>
      </h3>
      {!heard.isOpen && <p className={styles.sealed}>{t('said.sealed')}</p>}
      {heard.isOpen && people.length === 0 && <p className={styles.none}>{t('said.nobody')}</p>}
      {heard.isOpen && people.length > 0 && said.length === 0 && (
        <p className={styles.none}>{t('said.noQuotes', { count: people.length })}</p>
      )}
      <LastTime cardId={card.id} />
      {shown.map((one) => (
        <Quote key={one.quote.id} said={one} cardId={card.id} mayEdit={mayEdit} />
      ))}
      {keptBack > 0 && <p className={styles.small}>{t('said.keptBack', { count: keptBack })}</p>}
      {withoutWords.length > 0 && said.length > 0 && <h4 className={styles.minor}>{t('said.also')}</h4>}
      {withoutWords.length > 0 && (
        <ul className={styles.people}>
          {withoutWords.map((one) => (
            <li key={one.id}>
              <Link className={styles.anchor} to={`/w/${session.workshopId}/interviews/${one.id}?page`}>
                {one.pseudonym}
              </Link>
              {mayEdit && (
                <button
                  type="button"
                  className={styles.tiny}
                  aria-label={t('said.takeBack', { name: one.pseudonym })}
                  title={t('said.takeBack', { name: one.pseudonym })}
                  onClick={() => takeBack(one.id)}
                >
                  <Icon of={X} size="0.875rem" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <DraftRemarks about={card.id} />
      <div className={styles.acts}>
        {said.length > SHOWN && (
          <button
            type="button"
            className={styles.textButton}
            aria-expanded={isAll}
            onClick={() => setAll(!isAll)}
          >
            {isAll ? t('said.fewer') : t('said.more', { count: said.length - SHOWN })}
          </button>
        )}
        {mayEdit && heard.isOpen && (
          <Button size="small" aria-keyshortcuts="E" onClick={() => pick('evidence')}>
            {t('said.add')}
          </Button>
        )}
      </div>
      {isPicking && heard.isOpen && mayEdit && <EvidencePicker card={card} onClose={() => pick('card')} />}
    </section>
  )
}

function Quote({ said, cardId, mayEdit }: { said: Said; cardId: string; mayEdit: boolean }) {
  const { t } = useTranslation('card')
  const session = useSession()
  const masked = useMasked()
  const { quote, interview } = said
  const name = interview.pseudonym
  return (
    <figure className={styles.quote}>
      <blockquote dir="auto">“{masked(quote.text)}”</blockquote>
      <figcaption>
        {masked(whoSaid(interview))}
        <span>
          <Link
            className={styles.anchor}
            to={`/w/${session.workshopId}/interviews/${quote.interviewId}?page&quote=${quote.id}`}
            aria-label={t('said.where', { name })}
          >
            {t('said.whereShort')}
          </Link>
          {mayEdit && (
            <button
              type="button"
              className={styles.textButton}
              aria-label={t('said.unlink', { name })}
              onClick={() =>
                session.edit(linkQuote, {
                  cardId,
                  quoteId: quote.id,
                  interviewId: interview.id,
                  isOn: false,
                })
              }
            >
              {t('said.unlinkShort')}
            </button>
          )}
        </span>
      </figcaption>
    </figure>
  )
}
