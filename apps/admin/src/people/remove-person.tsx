import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import styles from './people.module.css'

type Props = { person: { id: string; name: string } | null; close: () => void }

export function RemovePerson({ person, close }: Props) {
  const { t } = useTranslation('people')
  const { t: frame } = useTranslation()
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.people.remove.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.people.list.queryKey() })
        close()
      },
    }),
  )
  return (
    <Dialog
      open={person !== null}
      onClose={close}
      closeButton={frame('close')}
      aria-labelledby="remove-person"
    >
      <Heading level={2} data-size="sm" id="remove-person">
        {t('sure', { name: person?.name ?? '' })}
      </Heading>
      <Paragraph>{t('sureText')}</Paragraph>
      {remove.isError && <Problem error={remove.error} />}
      <div className={styles.buttons}>
        <Button
          data-color="danger"
          loading={remove.isPending}
          onClick={() => person && remove.mutate({ id: person.id })}
        >
          {t('remove')}
        </Button>
        <Button variant="secondary" onClick={close}>
          {frame('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
