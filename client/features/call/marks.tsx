/** Their marks out of ten, and how they know each way. Only what is known at first hand enters means (R047). */
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useDerived, useRow, useSession } from '#client/session/hooks.ts'
import type from '#client/ui/type.module.css'
import { options } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import { type Basis, isFirstHand, setBasis, setMark } from '#shared/interviews/number-edits.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { useFieldMoves } from './field-moves.ts'
import { NumberField } from './number-field.tsx'
import styles from './numbers.module.css'
import type { ShownNeed } from './shown-needs.ts'

const bases: readonly Basis[] = ['customer', 'used', 'evaluated', 'heard_of']

export function Marks({ interviewId, needs }: { interviewId: string; needs: readonly ShownNeed[] }) {
  const { t } = useTranslation('call')
  const session = useSession()
  const interview = useRow(interviews, interviewId)
  const columns = useDerived(options, (all) =>
    [...all].sort(byOrder).map(({ id, name, kind }) => ({ id, name, kind, short: shortName(name) })),
  )
  const moves = useFieldMoves(columns.length)
  if (!interview) return null
  const of = (optionId: string) => interview.marks.find((one) => one.optionId === optionId)
  const given = columns.reduce(
    (sum, { id }) => sum + needs.filter((need) => typeof of(id)?.marks[need.id] === 'number').length,
    0,
  )
  const isReadOnly = !session.mayEditInterviews
  return (
    <section className={styles.section} aria-label={t('marks.title')}>
      <div className={styles.between}>
        <h2 className={type.section}>{t('marks.title')}</h2>
        <p className={type.meta}>{t('marks.given', { given, of: columns.length * needs.length })}</p>
      </div>
      {columns.length === 0 ? (
        <p className={styles.quiet}>{t('marks.noOptions')}</p>
      ) : (
        <div
          className={styles.marks}
          data-numbers="marks"
          style={{ gridTemplateColumns: `minmax(0, 1fr) repeat(${columns.length}, minmax(2.25rem, 2.5rem))` }}
          ref={moves}
        >
          <span className={styles.basisHead}>{t('marks.basisHead')}</span>
          {columns.map(({ id, name, short, kind }) => (
            <div key={id} className={styles.column} title={name}>
              <span aria-hidden="true">{short}</span>
              <span className={styles.basis}>
                <span aria-hidden="true">{t(`marks.short.${of(id)?.basis ?? 'none'}`)}</span>
                <select
                  aria-label={t('marks.basis', { option: name })}
                  disabled={isReadOnly}
                  value={of(id)?.basis ?? ''}
                  onChange={(event) =>
                    session.editInterviews(setBasis, {
                      interviewId,
                      optionId: id,
                      basis: bases.find((basis) => basis === event.target.value) ?? null,
                    })
                  }
                >
                  <option value="">{t('marks.bases.none')}</option>
                  {bases
                    .filter((basis) => basis !== 'customer' || kind === 'us')
                    .map((basis) => (
                      <option key={basis} value={basis}>
                        {t(`marks.bases.${basis}`)}
                      </option>
                    ))}
                </select>
              </span>
            </div>
          ))}
          {needs.map((need) => (
            <Fragment key={need.id}>
              <span className={styles.markNeed}>{need.title}</span>
              {columns.map(({ id, name, kind }) => {
                const column = of(id)
                const isUnknown = !column && kind !== 'us' && interview.marks.length > 0
                return (
                  <NumberField
                    key={id}
                    label={t('marks.of', { option: name, need: need.title })}
                    value={isUnknown ? null : column?.marks[need.id]}
                    max={10}
                    mayNotKnow
                    isReadOnly={isReadOnly}
                    look={column && !isFirstHand(column.basis) ? 'hearsay' : 'mark'}
                    onChange={(mark) =>
                      session.editInterviews(setMark, {
                        interviewId,
                        optionId: id,
                        needId: need.id,
                        mark,
                        basis: kind === 'us' ? 'customer' : 'used',
                      })
                    }
                  />
                )
              })}
            </Fragment>
          ))}
        </div>
      )}
      {interview.marks.some(({ basis }) => !isFirstHand(basis)) && (
        <p className={styles.quiet}>{t('marks.notAveraged')}</p>
      )}
      {columns.length > 0 && !isReadOnly && <p className={styles.quiet}>{t('marks.hint')}</p>}
    </section>
  )
}

/** "Fen" for Fenwick Pumps: the column is narrow, its full name is said beside it. */
const shortName = (name: string): string => [...name.trim()].slice(0, 3).join('')
