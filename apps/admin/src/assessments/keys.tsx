import { Switch } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import styles from './assessments.module.css'
import type { KeysState } from './use-keys.ts'

/** Which key does what, and the way to switch them off. */
export function Keys({ keys }: { keys: KeysState }) {
  const { t } = useTranslation('assessing')
  const rows = [
    ['j', t('keys.next')],
    ['k', t('keys.previous')],
    ['a', t('keys.agree')],
    ['d', t('keys.differ')],
    ['1 2 3', t('keys.sure')],
  ] as const
  return (
    <section className={styles.keys} aria-label={t('keys.title')}>
      <Switch
        data-size="sm"
        label={t('keys.on')}
        description={t('keys.help')}
        checked={keys.on}
        onChange={event => keys.set(event.target.checked)}
      />
      {keys.on && (
        <dl>
          {rows.map(([key, does]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map(one => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
