import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './account.module.css'

/** The codes for when the app is away, shown this once. */
export function BackupCodes({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const { t } = useTranslation('account')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <div className={styles.part}>
      <Heading level={3} data-size="2xs">
        {t('second.codes')}
      </Heading>
      <Paragraph>{t('second.codesText')}</Paragraph>
      <ul className={styles.codes}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={close}>{t('second.kept')}</Button>
        <Button variant="secondary" onClick={copy}>
          {t('second.copy')}
        </Button>
        <span role="status">{copied && t('second.copied')}</span>
      </div>
    </div>
  )
}
