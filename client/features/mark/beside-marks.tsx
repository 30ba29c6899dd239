/** Beside the heatmap: where the room agrees least, and what nobody can say. */
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useTranslation } from 'react-i18next'
import { type CellResult, functionsApart, unknownByOption } from '#client/features/mark/figures.ts'
import { oneDecimal, titleOf } from '#client/features/mark/wording.ts'
import { useSession } from '#client/session/hooks.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { HollowGlyph } from '#client/ui/function-glyph.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import typography from '#client/ui/type.module.css'
import type { Subject } from '#shared/rounds/kind.ts'
import type { MarksResult } from '#shared/rounds/marks-result.ts'
import { MIN_MARKS } from '#shared/statistics/competition.ts'
import styles from './beside-marks.module.css'

export function Disputed(props: {
  readonly result: MarksResult
  readonly disputed: readonly CellResult[]
  readonly needs: readonly Subject[]
  readonly columns: readonly Subject[]
}) {
  const { result, disputed, needs, columns } = props
  const { t, i18n } = useTranslation('mark')
  return (
    <section>
      <h2 className={typography.section}>{t('disputed.title')}</h2>
      {disputed.length === 0 && (
        <p className={styles.said}>
          {t(result.cells.some(({ n }) => n >= MIN_MARKS) ? 'disputed.none' : 'disputed.tooFew')}
        </p>
      )}
      <ul className={styles.list}>
        {disputed.map((cell) => {
          const apart = functionsApart(cell)
          return (
            <li key={`${cell.needId}/${cell.optionId}`}>
              <b>
                {titleOf(columns, cell.optionId)}, {titleOf(needs, cell.needId)}
              </b>
              <span className={styles.figure}>
                {t('disputed.range', { min: cell.min ?? 0, max: cell.max ?? 0 })}
              </span>
              {apart && (
                <small className={styles.pair}>
                  {apart.map(({ name, mean }, index) => (
                    <span key={name} className={styles.pair}>
                      <HollowGlyph name={name} />
                      {t('disputed.one', { name, mean: oneDecimal(mean, i18n.language) })}
                      {index === 0 && ','}
                    </span>
                  ))}
                </small>
              )}
            </li>
          )
        })}
      </ul>
      {disputed.length > 0 && <p className={typography.meta}>{t('disputed.note')}</p>}
    </section>
  )
}

export function NobodyCanSay(props: { readonly result: MarksResult; readonly columns: readonly Subject[] }) {
  const { result, columns } = props
  const { t } = useTranslation('mark')
  const stops = useTranslation('shell').t
  const { workshopId } = useSession()
  const byOption = unknownByOption(result)
  const [most, second] = byOption
  return (
    <section>
      <h2 className={typography.section}>{t('unknown.title')}</h2>
      <p className={styles.said}>
        {t('unknown.count', { count: result.unknownCells, all: result.cellsInAll })}{' '}
        {most &&
          most.count > (second?.count ?? 0) &&
          t('unknown.most', { option: titleOf(columns, most.optionId) })}
      </p>
      <ul className={styles.list}>
        {byOption.map(({ optionId, count }) => (
          <li key={optionId}>
            <span>
              <InlineUnknown /> {titleOf(columns, optionId)}
            </span>
            <span className={styles.figure}>{count}</span>
          </li>
        ))}
      </ul>
      <p className={styles.onward}>
        <LinkButton to={`/w/${workshopId}/unknown`}>
          <Icon of={ArrowRight} size="1.125rem" />
          {stops('stops.unknown')}
        </LinkButton>
      </p>
    </section>
  )
}
