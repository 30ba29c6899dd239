/** The last step of a ballot for a hand: what is marked, how sure one is, ranges, and "I do not know" on the whole. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sealedAsUnknown } from '#client/features/mark/ballot-value.ts'
import { type Counted, Marked, MarkMeaning } from '#client/features/mark/marked.tsx'
import type { BallotProps } from '#client/features/mark/own-marks.tsx'
import { OwnRanges } from '#client/features/mark/own-ranges.tsx'
import { Abstain } from '#client/round/abstain.tsx'
import { Confidence } from '#client/round/confidence.tsx'
import { Envelopes } from '#client/round/envelopes.tsx'
import typography from '#client/ui/type.module.css'
import styles from './phone-ballot.module.css'

export function BeforeSealing(props: BallotProps & { readonly counted: Counted }) {
  const { needs, usId, ballot, edit, onSeal, isSealing, secrecy, draftState, progress, counted } = props
  const { t } = useTranslation('mark')
  const common = useTranslation('round').t
  const [isAbstaining, setAbstaining] = useState(false)
  return (
    <div className={styles.last}>
      <h1 className={styles.need}>{t('phone.last')}</h1>
      <Marked counted={counted} />
      <Confidence
        value={ballot.confidence ?? null}
        onChange={(level) => edit((now) => ({ ...now, confidence: level }))}
        entryRef={null}
      />
      <Abstain
        lead={t('ballot.abstainLead')}
        back={t('ballot.abstainBack')}
        isOpen={isAbstaining}
        isSealing={isSealing}
        onOpen={setAbstaining}
        onSeal={(reason) => onSeal(sealedAsUnknown(reason))}
      />
      <div>
        <p className={typography.meta}>{secrecy}</p>
        <p className={typography.meta}>{draftState}</p>
      </div>
      <div>
        <p className={typography.meta}>{common('progress.sealed', { ...progress })}</p>
        <Envelopes {...progress} size="row" />
      </div>
      <OwnRanges needs={needs} usId={usId} ballot={ballot} edit={edit} />
      <div>
        <MarkMeaning />
      </div>
    </div>
  )
}
