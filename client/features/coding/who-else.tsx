/** Who else said this: the other customers' words about the same, each with role and date (method D9). */
import { useTranslation } from 'react-i18next'
import { aboutOf, alsoSaid, type Piece } from '#client/features/coding/pieces.ts'
import { type FindingRow, type ThemeRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useWhoWords } from '#client/features/coding/who-words.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import typography from '#client/ui/type.module.css'
import { customersWords } from '#shared/reality/saturation-words.ts'
import styles from './pieces.module.css'

export type Asked =
  | { readonly is: 'piece'; readonly piece: Piece }
  | { readonly is: 'theme'; readonly theme: ThemeRow }
  | { readonly is: 'finding'; readonly finding: FindingRow }

export function WhoElse({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { t } = useTranslation('coding')
  const { pieces, heard, asked: everyone, customers } = useCoding()
  const masked = useMasked()
  const who = useWhoWords()
  const about = aboutAsked(asked)
  const but = asked.is === 'piece' ? asked.piece.who.id : null
  const said = [...alsoSaid(pieces, about, but)]
  if (asked.is === 'finding')
    said.unshift(
      ...pieces.filter(({ id }) => asked.finding.quoteIds.includes(id) && !said.some((one) => one.id === id)),
    )
  const wanted = saidBy(asked)
  const people = everyone.filter(
    ({ id }) =>
      id !== but &&
      (wanted.includes(id) ||
        said.some((one) => one.who.id === id) ||
        heard.get(id)?.some((theme) => about.has(theme))),
  )
  const text =
    asked.is === 'piece' ? asked.piece.text : asked.is === 'theme' ? asked.theme.label : asked.finding.text
  const counted = customers.filter(({ id }) => people.some((one) => one.id === id)).length
  return (
    <Dialog title={t(asked.is === 'piece' ? 'who.title' : 'who.titleTheme')} onClose={onClose}>
      <p className={styles.asked}>{masked(text)}</p>
      {people.length === 0 ? (
        <p>{t(about.size === 0 ? 'who.noneTagged' : 'who.none')}</p>
      ) : (
        <p className={typography.meta}>{customersWords(counted, customers.length)}</p>
      )}
      <ul className={styles.people}>
        {people.map((one) => {
          const words = said.filter((piece) => piece.who.id === one.id)
          return (
            <li key={one.id}>
              <p className={styles.person}>{who(one)}</p>
              {words.length === 0 && <p className={typography.meta}>{t('who.noWords')}</p>}
              {words.map((piece) =>
                piece.kind === 'quote' ? (
                  <blockquote key={piece.id} className={styles.quote}>
                    {masked(piece.text)}
                  </blockquote>
                ) : (
                  <p key={piece.id} className={styles.note}>
                    {masked(piece.text)}
                  </p>
                ),
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

function aboutAsked(asked: Asked): ReadonlySet<string> {
  if (asked.is === 'piece') return aboutOf(asked.piece)
  return new Set(asked.is === 'theme' ? [asked.theme.id] : asked.finding.themeIds)
}

const saidBy = (asked: Asked): readonly string[] => {
  if (asked.is === 'piece') return []
  const { customers, lost } = asked.is === 'theme' ? asked.theme : asked.finding
  return [...customers, ...lost]
}
