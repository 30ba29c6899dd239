/** `/w/:id/mark`: the grid, the ballot, the wait, the reveal. */
import { useTranslation } from 'react-i18next'
import { LAST_BEAT } from '#client/features/mark/mark-beats.ts'
import { OpenMarks } from '#client/features/mark/open-marks.tsx'
import { OwnMarks } from '#client/features/mark/own-marks.tsx'
import { PaperMarks } from '#client/features/mark/paper-marks.tsx'
import { Revealed } from '#client/features/mark/revealed.tsx'
import { Setup } from '#client/features/mark/setup.tsx'
import { RoundPage } from '#client/round/round-page.tsx'

/** `looksBack`: come to see the first revealed round. */
export function MarkPage({ looksBack = false }: { readonly looksBack?: boolean }) {
  const { t } = useTranslation('mark')
  const common = useTranslation('round').t
  return (
    <RoundPage
      kind="marks"
      looksBack={looksBack}
      question={t('title')}
      meanwhile={t('waiting')}
      setup={<Setup />}
      ballot={(round) => <OwnMarks key={round.id} round={round} />}
      revealed={(round, isFresh) => <Revealed round={round} isFresh={isFresh} />}
      paper={{
        printed: ({ subjects, columns }) => ({
          title: t('title'),
          lead: t('printed.lead'),
          rows: subjects,
          columns,
          ticks: [t('printed.unknown')],
          scale: t('printed.sure'),
        }),
        sheet: (round, seat, onClose) => (
          <PaperMarks key={seat.id} round={round} seat={seat} onClose={onClose} />
        ),
      }}
      lastBeat={({ result }) => (result && result.n > 0 ? LAST_BEAT : 0)}
      again={t('open.again')}
      openAgain={(round, onCancel) => (
        <OpenMarks
          title={t('open.again')}
          lead={common('open.againLead', { number: round.number })}
          like={round}
          onCancel={onCancel}
        />
      )}
    />
  )
}
