/** The findings by kind, in the order of the report. */
import { useTranslation } from 'react-i18next'
import { AlikeOffer } from '#client/features/coding/alike-offer.tsx'
import { groupsOf } from '#client/features/coding/finding-groups.ts'
import { FindingText } from '#client/features/coding/finding-text.tsx'
import { type FindingRow, useCoding } from '#client/features/coding/use-coding.ts'
import { useFindingActs } from '#client/features/coding/use-finding-acts.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import styles from './side.module.css'

export function FindingList(props: {
  readonly onForm: (finding: FindingRow | null) => void
  readonly onWho: (finding: FindingRow) => void
}) {
  const { onForm, onWho } = props
  const { t } = useTranslation('coding')
  const { findings, mayFind } = useCoding()
  const acts = useFindingActs()
  const masked = useMasked()
  return (
    <section>
      <div className={styles.titleLine}>
        <h2 className={typography.section}>{t('findings.title')}</h2>
        {mayFind && (
          <Button size="small" onClick={() => onForm(null)}>
            {t('findings.add')}
          </Button>
        )}
      </div>
      {findings.length === 0 && <p className={styles.none}>{t('findings.none')}</p>}
      {mayFind && <AlikeOffer of="finding" rows={findings} onMerge={acts.merge} />}
      {groupsOf(findings).map((group) => (
        <section key={group.kind} className={styles.kind}>
          <h3>{t(`findings.kinds.${group.kind}`)}</h3>
          <ul>
            {group.findings.map((finding) => (
              <li key={finding.id} className={styles.findingLine}>
                <FindingText finding={finding} />
                <span className={styles.acts}>
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={t('findings.whoElseOf', { text: masked(finding.text) })}
                    onClick={() => onWho(finding)}
                  >
                    {t('findings.whoElse')}
                  </Button>
                  {mayFind && (
                    <Button
                      size="small"
                      kind="quiet"
                      aria-label={t('findings.editOf', { text: masked(finding.text) })}
                      onClick={() => onForm(finding)}
                    >
                      {t('findings.edit')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
