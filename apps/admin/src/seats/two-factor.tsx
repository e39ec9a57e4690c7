import { Button, Checkbox, Fieldset } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import form from '../ui/form.module.css'
import { Problem } from '../ui/states.tsx'
import styles from './seats.module.css'
import { ROLES, type RoundRole, type Seats } from './seats.ts'

/** Which roles of the round have to have a second factor. */
export function TwoFactor({ round, seats }: { round: Round; seats: Seats }) {
  const { t } = useTranslation('seats')
  const { t: frame } = useTranslation()
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<readonly RoundRole[] | null>(null)
  const shown = chosen ?? seats.twoFactorFor
  const save = useMutation(
    trpc.seats.requireTwoFactor.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
        setChosen(null)
      },
    }),
  )
  const put = (role: RoundRole, on: boolean) => {
    save.reset()
    setChosen(ROLES.filter(one => (one === role ? on : shown.includes(one))))
  }
  return (
    <section className={styles.part} aria-label={t('twoFactor.title')}>
      <Fieldset>
        <Fieldset.Legend>{t('twoFactor.title')}</Fieldset.Legend>
        <Fieldset.Description>{t('twoFactor.lead')}</Fieldset.Description>
        <div className={styles.roles}>
          {ROLES.map(role => (
            <Checkbox
              key={role}
              data-size="sm"
              value={role}
              label={t(`role.${role}`)}
              checked={shown.includes(role)}
              onChange={event => put(role, event.target.checked)}
            />
          ))}
        </div>
      </Fieldset>
      {save.isError && <Problem error={save.error} />}
      <div className={form.buttons}>
        <Button
          variant="secondary"
          data-size="sm"
          disabled={chosen === null}
          loading={save.isPending}
          onClick={() => save.mutate({ round: round.id, roles: [...shown] })}
        >
          {frame('save')}
        </Button>
        <p role="status">{save.isSuccess && chosen === null ? t('twoFactor.saved') : ''}</p>
      </div>
    </section>
  )
}
