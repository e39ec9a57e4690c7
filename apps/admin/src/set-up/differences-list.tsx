import { Button } from '@digdir/designsystemet-react'
import { ArrowUndoIcon } from '@navikt/aksel-icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import styles from './check.module.css'
import { type Difference, differences } from './draft.ts'
import { useBaseTexts } from './use-base-texts.ts'
import { useEditing } from './use-draft.ts'
import { usePathWords } from './use-path-words.ts'

/** Compare with the edition: everything that this round does otherwise, each with the way back. */
export function DifferencesList() {
  const { t } = useTranslation('setUp')
  const { draft, round } = useEditing()
  const base = useBaseTexts()
  const found = useMemo(() => differences(base, draft), [base, draft])
  return (
    <section className={styles.panel} aria-labelledby="differences">
      <h3 id="differences">{t('check.differences', { edition: round.base.title })}</h3>
      {found.length === 0 ? (
        <p className="ts-muted">{t('check.same')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('check.what')}</th>
                <th scope="col">{t('check.inEdition')}</th>
                <th scope="col">{t('check.inRound')}</th>
                <th scope="col">
                  <span className="ts-visually-hidden">{t('putBack')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map(difference => (
                <Row key={difference.path} {...difference} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row({ path, from, to, back }: Difference) {
  const { t } = useTranslation('setUp')
  const { readOnly, change } = useEditing()
  const words = usePathWords()
  const name = words(path, false)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Value path={path} value={from} />
      </td>
      <td>
        <Value path={path} value={to} />
      </td>
      <td>
        {!readOnly && (
          <Button
            icon
            variant="tertiary"
            data-size="sm"
            aria-label={`${t('putBack')}: ${name}`}
            onClick={() => change(path, back)}
          >
            <ArrowUndoIcon aria-hidden />
          </Button>
        )}
      </td>
    </tr>
  )
}

function Value({ path, value }: { path: string; value: Difference['from'] }) {
  const { t } = useTranslation('setUp')
  const locale = useLocale()
  if (value === null) return <span className="ts-muted">{t('check.nothing')}</span>
  if (typeof value === 'boolean')
    return path.startsWith('stages.')
      ? t(value ? 'stages.held' : 'stages.notHeld')
      : t(value ? 'check.asked' : 'check.notAsked')
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  return value
}
