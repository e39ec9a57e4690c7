import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import styles from './account.module.css'
import { BackupCodes } from './backup-codes.tsx'
import { ChangeFactor } from './change-factor.tsx'
import { NotRecent } from './not-recent.tsx'
import type { OwnAccount } from './own-account.ts'
import { endSecondFactor, newBackupCodes } from './second-factor.ts'
import { SetUpFactor } from './set-up-factor.tsx'

type Doing = 'setUp' | 'newCodes' | 'turnOff'

export function SecondFactorSection({ account }: { account: OwnAccount }) {
  const { t } = useTranslation('account')
  const me = useQuery(trpc.people.me.queryOptions())
  const [doing, setDoing] = useState<Doing | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <section className={styles.section} aria-labelledby="second-factor">
      <Heading level={2} data-size="xs" id="second-factor">
        {t('second.title')}
      </Heading>
      {me.data?.needsTwoFactor && (
        <Alert data-color="warning" data-size="sm">
          <Paragraph>{t('second.needed')}</Paragraph>
        </Alert>
      )}
      {codes ? (
        <BackupCodes codes={codes} close={() => setCodes(null)} />
      ) : doing ? (
        <Change account={account} doing={doing} close={() => setDoing(null)} show={setCodes} />
      ) : (
        <Standing account={account} begin={setDoing} />
      )}
    </section>
  )
}

function Standing({ account, begin }: { account: OwnAccount; begin: (doing: Doing) => void }) {
  const { t } = useTranslation('account')
  if (!account.secondFactor)
    return (
      <div className={styles.part}>
        <Paragraph>{t('second.off')}</Paragraph>
        <div className={styles.buttons}>
          <Button onClick={() => begin('setUp')}>{t('second.setUp')}</Button>
        </div>
      </div>
    )
  return (
    <div className={styles.part}>
      <Paragraph>{t('second.on')}</Paragraph>
      {account.recent ? (
        <div className={styles.buttons}>
          <Button variant="secondary" onClick={() => begin('newCodes')}>
            {t('second.newCodes')}
          </Button>
          <Button variant="secondary" data-color="danger" onClick={() => begin('turnOff')}>
            {t('second.turnOff')}
          </Button>
        </div>
      ) : (
        <NotRecent />
      )}
    </div>
  )
}

type ChangeProps = {
  account: OwnAccount
  doing: Doing
  close: () => void
  show: (codes: readonly string[]) => void
}

function Change({ account: { hasPassword }, doing, close, show }: ChangeProps) {
  const { t } = useTranslation('account')
  const cache = useQueryClient()
  const showCodes = (codes: readonly string[]) => {
    close()
    show(codes)
  }
  if (doing === 'setUp') return <SetUpFactor hasPassword={hasPassword} done={showCodes} cancel={close} />
  if (doing === 'newCodes')
    return (
      <ChangeFactor
        text={t('second.newCodesText')}
        act={t('second.newCodes')}
        hasPassword={hasPassword}
        change={newBackupCodes}
        done={showCodes}
        cancel={close}
      />
    )
  return (
    <ChangeFactor
      text={t('second.turnOffText')}
      act={t('second.turnOff')}
      danger
      hasPassword={hasPassword}
      change={endSecondFactor}
      done={async () => {
        close()
        await cache.invalidateQueries()
      }}
      cancel={close}
    />
  )
}
