import { Alert, Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import styles from './check.module.css'
import { useEditing } from './use-draft.ts'

export function RemoveDraft() {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const { round } = useEditing()
  const [asked, setAsked] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.rounds.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/rounds', replace: true })
        cache.invalidateQueries({ queryKey: trpc.rounds.list.queryKey() })
      },
    }),
  )
  return (
    <>
      <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setAsked(true)}>
        {t('remove.button')}
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        closeButton={frame('close')}
        aria-labelledby="remove-sure"
      >
        <Heading level={2} data-size="sm" id="remove-sure">
          {t('remove.sure', { title: round.title })}
        </Heading>
        <Paragraph>{t('remove.text')}</Paragraph>
        {remove.isError && (
          <Alert data-color="danger" data-size="sm" role="alert">
            <Paragraph>{remove.error.message}</Paragraph>
          </Alert>
        )}
        <div className={styles.buttons}>
          <Button
            data-color="danger"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: round.id })}
          >
            {t('remove.button')}
          </Button>
          <Button variant="secondary" onClick={() => setAsked(false)}>
            {frame('cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
