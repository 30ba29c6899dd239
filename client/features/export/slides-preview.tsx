/** All slides as the file will have them: one large, the others to choose from. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CoverPicture, SlidePicture } from '#client/features/export/slide-picture.tsx'
import type { LogoPicture } from '#client/lib/logo-picture.ts'
import type from '#client/ui/type.module.css'
import { words } from '#shared/report/file-words.ts'
import type { Slides } from '#shared/slides/slides-of.ts'
import styles from './slides.module.css'

export function SlidesPreview({ slides, logo }: { slides: Slides; logo: LogoPicture | null }) {
  const { t } = useTranslation('exporting')
  const names = [words.slides.cover, ...slides.sheets.map(({ name }) => name)]
  /** Reality is what everybody looks for first. */
  const [wanted, setWanted] = useState<string | null>(null)
  const keys = names.map(
    (name, index) => `${name}/${names.slice(0, index).filter((one) => one === name).length}`,
  )
  // What is looked at stays while slides come and go before it.
  const chosen = Math.max(0, wanted === null ? names.indexOf(words.slides.reality) : keys.indexOf(wanted))
  const drawn = (index: number) => {
    const sheet = slides.sheets[index - 1]
    return sheet ? (
      <SlidePicture slides={slides} logo={logo} sheet={sheet} number={index + 1} />
    ) : (
      <CoverPicture slides={slides} logo={logo} />
    )
  }
  const label = t('slide.of', { number: chosen + 1, count: names.length, name: names[chosen] ?? '' })
  return (
    <>
      <section className={styles.large} aria-label={label}>
        {drawn(chosen)}
      </section>
      <ol className={styles.list} aria-label={t('slide.all')}>
        {names.map((name, index) => (
          <li key={keys[index]}>
            <button
              type="button"
              className={styles.thumb}
              aria-current={index === chosen}
              onClick={() => setWanted(keys[index] ?? null)}
            >
              <span className={styles.frame} aria-hidden="true">
                {drawn(index)}
              </span>
              <span className={styles.name}>
                {index + 1} {name}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className={type.meta}>{t('slide.native')}</p>
    </>
  )
}
