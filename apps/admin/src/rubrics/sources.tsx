import { Link } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../ui/states.tsx'
import { MarkTag } from '../ui/tags.tsx'
import { linkIn } from './link-in.ts'
import styles from './rubrics.module.css'
import type { RubricView } from './rubrics.ts'

/** What the definition rests on: where it stands, how well it is founded, and which parts it is about. */
export function Sources({ view }: { view: RubricView }) {
  const { t } = useTranslation('rubrics')
  if (view.sources.length === 0) return <Empty title={t('sourcesNone')} text={t('sourcesNoneText')} />
  return (
    <section className={styles.part} aria-labelledby="sources">
      <h2 id="sources">{t('sourcesTitle')}</h2>
      <p className="ts-muted">{t('sourcesText')}</p>
      <ul className={styles.sources}>
        {view.sources.map(({ about, says, where, status }) => (
          <li key={`${where} ${says}`}>
            <MarkTag mark={status} />
            <div>
              <p>{says}</p>
              <p className={styles.where}>
                <Where text={where} />
              </p>
              <p className={styles.about}>
                {t('about')}:{' '}
                {about.map(path => (
                  <code key={path}>{path}</code>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where a fact stands; an address in it can be followed. */
export function Where({ text }: { text: string }) {
  const { before, url, after } = linkIn(text)
  return (
    <>
      {before}
      {url && (
        <Link href={url} target="_blank" rel="noreferrer">
          {url}
        </Link>
      )}
      {after}
    </>
  )
}
