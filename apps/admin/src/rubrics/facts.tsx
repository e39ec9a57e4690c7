import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { combineTitle } from '../results/combine-words.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './rubrics.module.css'
import type { RubricView } from './rubrics.ts'

/** What the edition is, and how it can be told from any other. */
export function Facts({ view }: { view: RubricView }) {
  const { t: frame } = useTranslation()
  const { t, i18n } = useTranslation('rubrics')
  const locale = useLocale()
  const { rubric, hash, folder, locales } = view
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const facts = [
    ['id', <code key="id">{`${rubric.id}@${rubric.edition}`}</code>],
    ['owner', rubric.owner],
    ['country', frame(`country.${rubric.country as 'NO'}`)],
    ['purpose', t(`purpose.${rubric.purpose}`)],
    [
      'scale',
      t('scaleOf', { max: formatNumber(rubric.scale.max, { decimals: 0, locale }), unit: rubric.scale.unit }),
    ],
    ['combine', combineTitle(rubric.combine, frame, locale)],
    ['languages', locales.map(code => languages.of(code) ?? code).join(', ')],
    ['origin', folder ?? t('ownOrigin')],
    ['hash', <code key="hash" title={hash}>{`${hash.slice(0, 12)}…`}</code>],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`fact.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
