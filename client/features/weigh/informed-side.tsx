/** Beside the second look: how far the room moved, by function, where it still holds on, and what it knows instead. */
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useTranslation } from 'react-i18next'
import { lookSample } from '#client/features/weigh/informed-words.ts'
import { knownKey } from '#client/features/weigh/known-field.tsx'
import { kept } from '#client/lib/kept.ts'
import { ObjectionBox } from '#client/round/objection-box.tsx'
import { useSession } from '#client/session/hooks.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { FunctionGlyph } from '#client/ui/function-glyph.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { InlineSecondLook, InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { Holding, Landed, SecondLook } from '#shared/reality/second-look.ts'
import styles from './informed.module.css'
import page from './moved.module.css'

const NAMED_AT_MOST = 3

export function InformedSide({ look, roundId }: { readonly look: SecondLook; readonly roundId: string }) {
  const { t } = useTranslation('secondLook')
  const { workshopId, seatId, mayEditBoard } = useSession()
  const { landed, byFunction, holding } = look
  return (
    <aside className={page.side}>
      <section>
        <h2 className={typography.section}>{t('informed.moved')}</h2>
        {landed ? (
          <>
            <p className={styles.landed}>
              <span className={typography.hidden}>
                {t('drift.fromTo', { from: Math.round(landed.before), to: Math.round(landed.after) })}
              </span>
              <span className={styles.was} aria-hidden="true">
                {Math.round(landed.before)}
              </span>
              <span aria-hidden="true">→</span>
              <b aria-hidden="true">{Math.round(landed.after)}</b>
            </p>
            <p className={typography.meta}>{t('informed.landed')}</p>
          </>
        ) : (
          <p className={typography.meta}>
            <InlineUnknown /> {lookSample(look)} {t('informed.landedFew')}
          </p>
        )}
      </section>
      {byFunction.length > 0 && (
        <section>
          <h2 className={typography.section}>{t('informed.byFunction')}</h2>
          <ul className={styles.functions}>
            {byFunction.map((one) => (
              <OfFunction key={one.name} of={one} />
            ))}
          </ul>
        </section>
      )}
      {landed && (
        <section>
          <h2 className={typography.section}>{t('informed.holding')}</h2>
          {holding.length === 0 && <p className={typography.meta}>{t('informed.holdingNone')}</p>}
          <ul className={styles.holding}>
            {holding.slice(0, NAMED_AT_MOST).map((one) => (
              <HoldingOn key={one.row.needId} of={one} />
            ))}
          </ul>
        </section>
      )}
      {mayEditBoard && <ObjectionBox about="known" begun={kept(knownKey(roundId, seatId)) ?? ''} />}
      <LinkButton to={`/w/${workshopId}/promise`} kind="primary">
        {t('informed.on')} <Icon of={ArrowRight} size="1rem" />
      </LinkButton>
    </aside>
  )
}

function OfFunction({ of }: { readonly of: Landed & { readonly name: string } }) {
  const { t } = useTranslation('secondLook')
  const [before, after] = [Math.round(of.before), Math.round(of.after)]
  return (
    <li>
      <span className={styles.function}>
        <FunctionGlyph name={of.name} /> {of.name}
      </span>
      <span className={typography.hidden}>{t('drift.fromTo', { from: before, to: after })}</span>
      <span className={styles.was} aria-hidden="true">
        {before}
      </span>
      <span className={styles.track} aria-hidden="true">
        <i
          className={styles.way}
          style={{ left: `${Math.min(before, after)}%`, width: `${Math.abs(after - before)}%` }}
        />
        <i className={styles.wasMark} style={{ left: `${before}%` }} />
        <i className={styles.nowMark} style={{ left: `${after}%` }} />
      </span>
      <b aria-hidden="true">{after}</b>
    </li>
  )
}

function HoldingOn({ of: { row, furthest } }: { readonly of: Holding }) {
  const { t } = useTranslation('secondLook')
  return (
    <li>
      <InlineSecondLook />
      <span>
        <b>{row.title}:</b>{' '}
        {t('informed.holdingOn', { ours: row.after?.shown ?? '?', theirs: row.theirs.shown ?? '?' })}{' '}
        {furthest && t('informed.furthest', { name: furthest.name, points: Math.round(furthest.mean) })}
      </span>
    </li>
  )
}
